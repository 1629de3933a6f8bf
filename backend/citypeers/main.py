"""The application: every router and every layer of one process."""

import functools
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from fastapi import FastAPI
from fastapi.telemetry import TelemetryConfig
from sqlalchemy.exc import SQLAlchemyError
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.routing import BaseRoute

from citypeers import __version__
from citypeers.core import cache, contract, logs, problems
from citypeers.core.caller import Instance
from citypeers.core.cursors import Cursors
from citypeers.core.db import Database
from citypeers.core.files.contents import TAKEN
from citypeers.core.files.scanning import scanner_of
from citypeers.core.index import TextIndex
from citypeers.core.paths import API, Operations
from citypeers.core.settings import Settings
from citypeers.core.storage import storage_of
from citypeers.core.web import Envelope, Packing
from citypeers.domain.coaching.matching import service as matches
from citypeers.domain.coaching.matching.router import of_networks as matching_weights
from citypeers.domain.coaching.matching.router import router as matching
from citypeers.domain.coaching.offers.router import needs, offers
from citypeers.domain.coaching.requests.router import router as coaching
from citypeers.domain.coaching.results.router import actions as coaching_actions
from citypeers.domain.coaching.results.router import follow_ups
from citypeers.domain.coaching.results.router import of_networks as coaching_of_networks
from citypeers.domain.coaching.results.router import of_requests as coaching_results
from citypeers.domain.coaching.results.router import own as own_coaching
from citypeers.domain.coaching.rounds.router import router as matching_rounds
from citypeers.domain.coaching.scheduling.router import of_organisations as office_hours
from citypeers.domain.coaching.scheduling.router import router as scheduling
from citypeers.domain.following.router import router as following
from citypeers.domain.members.joining.router import router as joining
from citypeers.domain.members.router import router as members
from citypeers.domain.members.rules.router import router as rules
from citypeers.domain.members.seats.router import router as seats
from citypeers.domain.networks.models import KIND as NETWORK
from citypeers.domain.networks.router import router as networks
from citypeers.domain.organisations.router import router as organisations
from citypeers.domain.practices.router import router as practices
from citypeers.domain.projects.attachments.router import router as attachments
from citypeers.domain.projects.editing.router import router as project_editing
from citypeers.domain.projects.replications.router import of_projects as replications_of_projects
from citypeers.domain.projects.replications.router import own as own_replications
from citypeers.domain.projects.replications.router import router as replications
from citypeers.domain.projects.router import router as projects
from citypeers.domain.rooms.note.hub import Hub
from citypeers.domain.rooms.note.router import lines as note_lines
from citypeers.domain.rooms.note.router import router as notes
from citypeers.domain.rooms.router import router as rooms
from citypeers.domain.topics.models import KIND as TOPIC
from citypeers.domain.topics.router import router as topics
from citypeers.exchange.auditing.router import router as auditing
from citypeers.exchange.imports.runs.router import router as imports
from citypeers.exchange.mydata.router import router as mydata
from citypeers.exchange.notices.router import mailbox
from citypeers.exchange.notices.router import router as mails
from citypeers.exchange.search.router import router as search
from citypeers.health import router as health
from citypeers.identity.clients_router import router as clients
from citypeers.identity.current import Gate
from citypeers.identity.idempotency import Replayed
from citypeers.identity.methods_router import router as methods
from citypeers.identity.notices.router import open_to_all as digests
from citypeers.identity.notices.router import router as own_notices
from citypeers.identity.oauth_router import router as oauth
from citypeers.identity.oidc_router import router as oidc
from citypeers.identity.passkeys_router import router as passkeys
from citypeers.identity.people_router import router as people
from citypeers.identity.provider import provider_of
from citypeers.identity.router import auth, known, me
from citypeers.reference import router as reference
from citypeers.site import Site

log = structlog.get_logger()
MAX_BODY = 2**20
PACKED = ("application/zip", "font/woff2", *(each for each in TAKEN if not each.startswith("text/")))
"""Kinds of files we send that hold their content compressed already; each request goes through them."""
UNTRACED: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False}
"""No tracer is told of requests; asking each time whether there is one would take a fifth of a cached answer's time."""
READING_AHEAD, READS_AHEAD_AFTER = "reading ahead", 0.5
"""A thread's name, and seconds from the start of a process; whoever waits for it to be ready is answered first."""
DESCRIPTION = """Networks of cities that learn from one another: a directory in which every field has its source.

Lists take `limit` and an opaque `cursor`; filters repeat (`country=BR&country=IN`) and unknown parameters are refused.
Refusals are problem documents (RFC 9457). `Accept-Language` picks the language of messages and of the `display` block;
the full language maps are always there. The version stands in the path, not in a media type, so that a browser,
a script and a spreadsheet can all open the same address. Data: CC BY 4.0.
"""

TAGS = {
    "accounts": "People who may sign in, and what they may do",
    "applications": "Cities and ministries that ask to join a network",
    "audit": "The record of what was done, by whom",
    "auth": "Signing in and out: passwords, codes, passkeys, the provider of an organisation",
    "clients": "Partner systems, their scopes and secrets",
    "coaching": "Offers, needs, requests, matching, sessions and results of peer coaching",
    "countries": "What is known of a country",
    "digests": "Leaving the letters of what one follows",
    "imports": "Files of ministries and cities: upload, mapping, dry run, commit, undo",
    "mails": "Letters on their way",
    "me": "What is one's own: account, notices, projects, data",
    "memberships": "Who belongs to a network, from when to when",
    "networks": "City networks: profiles with sources, relations, analysis, suggestions",
    "organisations": "Cities, ministries and associations",
    "practices": "Guides, methods and lessons that were harvested",
    "projects": "What cities did, with lessons, indicators and files",
    "replications": "Which city took over what from which, confirmed by both",
    "rooms": "Where people work together: agenda, tasks, documents, shared notes",
    "rules": "How a network composes its membership",
    "search": "All nouns by text",
    "seats": "Who represents a member",
    "topics": "Schemes of topics (SKOS)",
}
"""The nouns of the contract."""


@functools.cache
def operations() -> list[BaseRoute]:
    """Every operation; what they ask and answer is worked out once a process, however many applications it has."""
    api = (
        auth,
        me,
        passkeys,
        methods,
        oidc,
        clients,
        people,
        topics,
        organisations,
        office_hours,
        networks,
        members,
        seats,
        rules,
        joining,
        project_editing,
        projects,
        attachments,
        replications_of_projects,
        replications,
        own_replications,
        offers,
        needs,
        matching,
        coaching,
        scheduling,
        coaching_results,
        coaching_actions,
        follow_ups,
        own_coaching,
        coaching_of_networks,
        matching_weights,
        matching_rounds,
        practices,
        rooms,
        notes,
        following,
        own_notices,
        digests,
        search,
        imports,
        mydata,
        mails,
        auditing,
        note_lines,
    )
    beside = (health, known, mailbox, oauth, reference)
    return [
        Operations(route for router in api for route in router.routes),
        *(route for router in beside for route in router.routes),
    ]


def _read_ahead(instance: Instance) -> None:
    """Read beside the first requests what the first count and the first match need."""
    try:
        instance.marks.catch_up(instance.database)
        matches.get_ready(instance.database)
    except SQLAlchemyError:  # whoever is first reads it then, or is told what is wrong
        log.warning("process.not_read_ahead", exc_info=True)


def create_app(settings: Settings | None = None) -> FastAPI:
    """One process's application on the database that ``settings`` name."""
    logs.to_stderr()
    settings = settings or Settings()
    database = Database(settings.database_url, settings.threads)
    instance = Instance(
        settings=settings,
        database=database,
        index=TextIndex(settings.index_dir),
        cursors=Cursors(settings.secret_key.get_secret_value()),
        storage=storage_of(settings),
        scanner=scanner_of(settings),
    )
    watch = cache.watch(database)
    if settings.environment == "production" and settings.smtp_url is None:
        log.warning("mail.nowhere", hint="set CITYPEERS_SMTP_URL, or invitations and recovery reach nobody")

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        watch.start()
        database.on_this_loop()
        reading = threading.Timer(READS_AHEAD_AFTER, _read_ahead, args=(instance,))
        reading.name, reading.daemon = READING_AHEAD, True
        reading.start()
        yield
        await app.state.notes.close()
        reading.cancel()
        reading.join()
        watch.close()
        database.close()

    app = FastAPI(
        title="Citypeers",
        version=__version__,
        summary="The open platform for networks of cities that learn from each other",
        description=DESCRIPTION,
        openapi_tags=[{"name": name, "description": description} for name, description in TAGS.items()],
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        telemetry=UNTRACED,
        routes=operations(),
        lifespan=lifespan,
    )
    app.state.instance = instance
    app.state.gate = Gate(database, settings)
    app.state.provider = provider_of(settings)
    app.state.notes = Hub(database)
    problems.install(app)
    app.add_exception_handler(Replayed, lambda _, replayed: replayed.answer)
    contract.install(app)
    site = Site(settings.frontend_dir, database, {"/networks": NETWORK, "/topics": TOPIC})
    app.router.default = site  # not a mount, which would hide 405
    app.add_middleware(Packing, minimum_size=1_000, compresslevel=5, exclude_content_types=PACKED)
    app.add_middleware(RequestBodyLimitMiddleware, max_body_size=MAX_BODY)
    if settings.response_cache_bytes:
        app.add_middleware(cache.ResponseCache, watch=watch, limit=settings.response_cache_bytes, prefix=API)
    app.add_middleware(Envelope)  # outside, so that it puts the limit's 413 into words
    return app
