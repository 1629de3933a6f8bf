"""The command line: it calls services and prints; no logic of its own."""

import errno
import os
import signal
import sqlite3
import sys
import threading
from contextlib import nullcontext, suppress
from datetime import timedelta
from typing import Annotated

import structlog
import typer
from sqlalchemy.exc import OperationalError

from citypeers import background, development, migrating
from citypeers.core import audit, clock, contract, logs, outbox
from citypeers.core.index import IndexBusy, IndexWriter
from citypeers.core.principal import OPERATOR, Role
from citypeers.core.problems import NotFound
from citypeers.core.settings import Settings
from citypeers.domain.networks import service as networks
from citypeers.domain.networks.states import Verb
from citypeers.domain.rooms.note.wire import LONGEST
from citypeers.exchange.deadlines import service as deadlines
from citypeers.exchange.imports import service as imports
from citypeers.exchange.imports.runs import working
from citypeers.exchange.notices import delivery, sweeping
from citypeers.exchange.search import service as search
from citypeers.identity import accounts, clients, keys
from citypeers.identity.clients_schemas import BoundKind, ClientCreate
from citypeers.identity.schemas import AccountCreate
from citypeers.identity.scopes import ClientScope
from citypeers.importing import import_app, load
from citypeers.terminal import console, database_here, refusals, values

app = typer.Typer(no_args_is_help=True, help="Citypeers: the platform for networks of cities that learn from each other.")
index_app = typer.Typer(no_args_is_help=True, help="The text index of this host.")
accounts_app = typer.Typer(no_args_is_help=True, help="People who may sign in.")
clients_app = typer.Typer(no_args_is_help=True, help="Partner systems that ask for access tokens.")
keys_app = typer.Typer(no_args_is_help=True, help="The keys that sign access tokens.")
networks_app = typer.Typer(no_args_is_help=True, help="Editorial steps on networks.")
audit_app = typer.Typer(no_args_is_help=True, help="The record of what was done.")
app.add_typer(import_app, name="import")
app.add_typer(audit_app, name="audit")
app.add_typer(index_app, name="index")
app.add_typer(networks_app, name="networks")
app.add_typer(accounts_app, name="accounts")
app.add_typer(clients_app, name="clients")
app.add_typer(keys_app, name="keys")
log = structlog.get_logger()

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
SQLITE_FULL = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE)
POSTGRESQL_FULL = "53100"
WORKER_THREADS = 6


@app.callback()
def begin() -> None:
    """Before any command."""
    logs.to_stderr()


@app.command()
def migrate() -> None:
    """Bring the database to this program's schema."""
    with database_here() as database:
        migrating.upgrade(database)


@app.command()
def seed() -> None:
    """Load the real data that comes with the program; a second run changes nothing."""
    settings = Settings()
    for noun in imports.SEEDED:
        load(noun, settings.data_dir / f"{noun.file}.json", dry_run=False, partly=False)
    with database_here() as database, suppress(IndexBusy):  # a worker that runs already takes it in by itself
        search.catch_up(database, settings.index_dir)
    if settings.environment == "development":
        _print_accounts()


def _print_accounts() -> None:
    """Make one account per role for whoever develops, and show their passwords this once."""
    with database_here() as database:
        made = development.accounts_per_role(database)
    if made:
        print("Accounts of this development instance; the passwords are shown this once:")
    for each in made:
        print(f"  {each.role:<26}{each.email:<28}{each.password}")


@index_app.command("rebuild")
def rebuild_index() -> None:
    """Build this host's text index anew from the database; the worker must not be running."""
    settings = Settings()
    try:
        writer = IndexWriter(settings.index_dir)
    except IndexBusy:
        console.print("Another process writes the index. Stop the worker first.")
        raise typer.Exit(1) from None
    with database_here() as database:
        number = search.rebuild(database, writer)
    writer.close()
    print(f"index: {number} records")


@networks_app.command("move")
def move(slug: str, verb: Verb, reason: Annotated[str | None, typer.Option("--reason")] = None) -> None:
    """Take one editorial step, such as archive or restore."""
    with refusals(), database_here() as database, database.transaction() as session:
        print(f"{slug}: {networks.move(session, OPERATOR, slug, verb, reason).state}")


@networks_app.command("rename")
def rename(slug: str, new: str) -> None:
    """Give a network another slug; the old one goes on leading to it."""
    with refusals(), database_here() as database, database.transaction() as session:
        print(f"{slug}: {networks.rename(session, OPERATOR, slug, new).slug}")


@accounts_app.command("create")
def create_account(
    email: str,
    name: Annotated[str, typer.Option(prompt=True)],
    password: Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True)],
    role: Role = Role.member,
    language: str = "en",
) -> None:
    """Make an account; without options the name and the password are asked for."""
    fields = {"email": email, "name": name, "password": password, "role": role, "language": language}
    with values():
        write = AccountCreate.model_validate(fields)
    with refusals(), database_here() as database, database.transaction() as session:
        print(f"{accounts.create(session, OPERATOR, write).email}: {role}")


@accounts_app.command("disable")
def disable_account(email: str) -> None:
    """Let nobody sign in with an account any more; whoever is signed in with it is not from this moment."""
    with refusals(), database_here() as database, database.transaction() as session:
        account = accounts.by_email(session, email)
        if account is None:
            raise NotFound
        accounts.disable(session, OPERATOR, account)
        print(f"{account.email}: disabled")


@accounts_app.command("forget-second-factor")
def forget_second_factor(email: str) -> None:
    """Take codes and passkeys off an account whose owner has lost them; whoever is signed in with it is not from this moment."""
    with refusals(), database_here() as database, database.transaction() as session:
        account = accounts.by_email(session, email)
        if account is None:
            raise NotFound
        accounts.forget_second_factor(session, account)
        print(f"{account.email}: no second factor")


@clients_app.command("create")
def create_client(
    name: str,
    scope: Annotated[list[ClientScope], typer.Option(help="What it may do; repeat for more.")],
    organisation: Annotated[str | None, typer.Option(help="The slug of the organisation it speaks for.")] = None,
    country: Annotated[str | None, typer.Option(help="The two letters of the country it speaks for.")] = None,
) -> None:
    """Let a partner system in; its id and its secret are printed this once."""
    bound = {BoundKind.organisation: organisation, BoundKind.country: country}
    given = [{"kind": kind, "id": id} for kind, id in bound.items() if id is not None]
    if len(given) > 1:
        raise typer.BadParameter("an organisation or a country, not both")
    with values():
        write = ClientCreate.model_validate({"name": name, "scopes": scope, "bound": given[0] if given else None})
    with refusals(), database_here() as database, database.transaction() as session:
        made = clients.create(session, OPERATOR, write)
    print(f"{made.id} {made.secret}")


@keys_app.command("rotate")
def rotate_keys() -> None:
    """Let a new key sign access tokens from now on; what the old ones signed holds until it expires."""
    with database_here() as database, database.transaction() as session:
        print(f"key: {keys.rotate(session, Settings()).id}")


@audit_app.command("verify")
def verify_audit() -> None:
    """Check that nobody changed the record of what was done; status 1 and the place if somebody did."""
    with database_here() as database, database.reading() as session:
        number, broken = audit.verify(session)
    if broken is not None:
        console.print(f"audit: event {broken.position} {broken.what}", highlight=False)
        raise typer.Exit(1)
    print(f"audit: {number} events hold")


@audit_app.command("prune")
def prune_audit() -> None:
    """Remove events older than CITYPEERS_AUDIT_DAYS; the chain of the others still holds."""
    before = clock.now() - timedelta(days=Settings().audit_days)
    with database_here() as database, database.transaction() as session:
        print(f"audit: {audit.prune(session, before)} events removed")


@app.command()
def serve(
    host: str = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64)] = 1,
    with_worker: Annotated[bool, typer.Option("--with-worker", help="Run the background worker too.")] = False,
) -> None:
    """Serve API and screens until told to stop."""
    import uvicorn  # here, so that commands and the worker do not read it

    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # uvicorn raises it once more at its end; the worker is to end too
    with background.worker() if with_worker else nullcontext():
        uvicorn.run(
            "citypeers.__main__:application",
            factory=True,
            host=host,
            port=port,
            workers=workers,
            access_log=False,
            server_header=False,
            loop="uvloop",
            http="httptools",
            ws_max_size=LONGEST,
            ws_per_message_deflate=False,
        )


@app.command()
def worker(beside: Annotated[int | None, typer.Option(hidden=True)] = None) -> None:
    """Keep this host's text index in step with the log, deliver letters, sweep, import, and do what is due, until told to stop."""
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    if beside is not None:
        threading.Thread(target=_stop_when_orphaned, args=(beside, stop), daemon=True).start()
    settings = Settings()
    writer = IndexWriter(settings.index_dir)
    with database_here(WORKER_THREADS) as database:
        search.follow_up(database, writer)
        log.info("worker.started", position=writer.position())
        threads = [
            threading.Thread(target=delivery.follow, args=(database, settings, stop)),
            threading.Thread(target=sweeping.follow, args=(database, settings, stop)),
            threading.Thread(target=deadlines.follow, args=(database, settings, stop)),
            threading.Thread(target=working.follow, args=(database, stop)),
        ]
        for thread in threads:
            thread.start()
        outbox.follow(database, search.Indexer(writer), stop)
        for thread in threads:
            thread.join()
    writer.close()


def _stop_when_orphaned(parent: int, stop: threading.Event) -> None:
    """Whoever started this process may be killed without a word; then nobody waits for it any more."""
    while os.getppid() == parent and not stop.wait(1):
        pass
    stop.set()


@app.command()
def openapi() -> None:
    """Print the contract."""
    from citypeers.main import create_app  # here, so that commands and the worker do not build what only a server answers with

    print(contract.text(create_app(Settings(response_cache_bytes=0))), end="")


def run() -> None:
    """The program. A full disk ends it with a sentence; what was begun is not written."""
    try:
        app()
    except (OSError, ValueError, OperationalError) as error:
        if not _is_full(error):
            raise
        console.print("There is no room left to write: the disk is full. What was begun is not written; all else is as before.")
        sys.exit(1)


def _is_full(error: Exception) -> bool:
    """Whether the disk refused: in the words of the system, of SQLite, of PostgreSQL, or of the text index."""
    if isinstance(error, OSError):
        return error.errno in NO_ROOM
    if isinstance(error, OperationalError):
        cause = error.orig
        return getattr(cause, "sqlite_errorcode", None) in SQLITE_FULL or getattr(cause, "sqlstate", None) == POSTGRESQL_FULL
    return any(f"os error {number}" in str(error) for number in NO_ROOM)
