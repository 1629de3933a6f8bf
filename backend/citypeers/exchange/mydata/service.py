"""Taking one's data along, and having it erased."""

from datetime import timedelta

from sqlalchemy import delete, func, or_, select, text
from sqlmodel import Session, col

from citypeers.core import audit, clock
from citypeers.core.db import Database
from citypeers.core.mail import Mail
from citypeers.core.principal import Principal
from citypeers.core.problems import Invalid, NotFound
from citypeers.core.settings import Settings
from citypeers.exchange.mydata import collecting, letters
from citypeers.exchange.mydata.schemas import Erasing, ExportOut, ExportPage, MyData
from citypeers.identity import accounts, attempts, passwords
from citypeers.identity.models import Account, Export, IdempotentAnswer
from citypeers.identity.notices import telling
from citypeers.identity.notices.models import Notice
from citypeers.identity.sessions import FREE_PER_ACCOUNT

HOLDS = timedelta(days=7)
MOST_EXPORTS = 3
"""Archives kept of one person; a new one takes the place of the oldest."""
KIND = "data_export"


def look(session: Session, account: Account) -> MyData:
    """Everything that is kept of a person."""
    return MyData.model_validate(collecting.sections(session, account))


def export(session: Session, account: Account) -> ExportOut:
    """Make an archive, kept for a week; a letter tells where it lies."""
    now = clock.now()
    content = collecting.archive(collecting.sections(session, account))
    row = Export(account_id=account.id, made_at=now, expires_at=now + HOLDS, content=content)
    session.add(row)
    session.flush()
    mine = select(col(Export.id)).where(col(Export.account_id) == account.id).order_by(col(Export.made_at).desc())
    session.execute(delete(Export).where(col(Export.id).in_(session.scalars(mine.offset(MOST_EXPORTS)).all())))
    telling.tell(session, account, letters.EXPORT, link="/my-data")
    audit.record(session, accounts.principal(account.id), "data.exported", KIND, row.id)
    return _out(row, len(content))


def _out(row: Export, size: int) -> ExportOut:
    return ExportOut(id=row.id, made_at=row.made_at, expires_at=row.expires_at, size=size)


def page(session: Session, account: Account) -> ExportPage:
    """The archives that have not expired, the newest first."""
    rows = session.execute(
        select(col(Export.id), col(Export.made_at), col(Export.expires_at), func.length(col(Export.content)))
        .where(col(Export.account_id) == account.id, col(Export.expires_at) > clock.now())
        .order_by(col(Export.made_at).desc())
    ).all()
    items = [ExportOut(id=id, made_at=made, expires_at=expires, size=size) for id, made, expires, size in rows]
    return ExportPage(items=items, next=None, total=len(items))


def download(session: Session, account: Account, id: str) -> bytes:
    """One of one's own archives, while it lasts."""
    row = session.get(Export, id)
    if row is None or row.account_id != account.id or row.expires_at <= clock.now():
        raise NotFound
    return row.content


def erase_own(database: Database, settings: Settings, account_id: str, given: Erasing) -> None:
    """Erase the account of whoever knows its password."""
    secret = settings.secret_key.get_secret_value()
    attempts.count(database, secret, f"password:{account_id}", FREE_PER_ACCOUNT)
    with database.reading() as session:
        kept = session.get_one(Account, account_id).password_hash
    if not passwords.is_right(given.password.get_secret_value(), kept):
        raise Invalid([("/password", "password_wrong")])
    attempts.forget(database, secret, f"password:{account_id}")
    with database.transaction() as session:
        account = session.get_one(Account, account_id)
        erase(session, accounts.principal(account.id), account)
    _forget_pages(database)


def erase(session: Session, who: Principal, account: Account) -> None:
    """Keep nothing of a person but that something was done; their duties pass to the secretariat. Always succeeds."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("PRAGMA secure_delete=ON"))
    for follow in accounts.WHEN_GONE:
        follow(session, who, account.id)
    session.flush()
    kept = collecting.kept(session, account)
    _forget_answers(session, {account.email, *(seat.email for seat in kept.seats if seat.email)})
    for seat in kept.seats:
        seat.name = seat.email = seat.reason = None
    for asked in kept.applications:
        asked.name = asked.email = asked.email_key = asked.motivation = None
    for invited in kept.invitations:
        invited.email, invited.name = None, ""
    about = {account.id, *(row.id for rows in (kept.seats, kept.applications, kept.invitations) for row in rows)}
    session.flush()
    written = [letter.id for letter in kept.letters]
    session.execute(delete(Mail).where(col(Mail.about).in_(about) | col(Mail.id).in_(written)))
    session.execute(delete(Notice).where(col(Notice.about).in_(about)))
    for each in about:
        audit.forget(session, each)
    session.delete(account)
    session.flush()
    audit.record(session, who, "account.erased", accounts.KIND, account.id)


def _forget_answers(session: Session, addresses: set[str]) -> None:
    """Answers that are kept for whoever asks twice may name the person too."""
    named = or_(*(col(IdempotentAnswer.answer).contains(address, autoescape=True) for address in addresses))
    session.execute(delete(IdempotentAnswer).where(named))


def _forget_pages(database: Database) -> None:
    """SQLite keeps what was written in a file of its own until it is moved to the database."""
    if database.is_sqlite:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql("BEGIN")
