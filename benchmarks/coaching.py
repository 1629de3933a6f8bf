"""Matching: what scoring all coaches costs by itself and over HTTP, and how long a round of all open requests takes."""

import random
import time
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from statistics import quantiles

from sqlalchemy import insert, select
from sqlmodel import Session, SQLModel, col

from benchmarks import servers
from benchmarks.dataset import load_real
from benchmarks.synthetic import COUNTRIES, SEED
from benchmarks.variants import ADDRESS, SECRET, ours
from citypeers.core import clock
from citypeers.core.db import METADATA, Database
from citypeers.core.index import IndexWriter
from citypeers.core.principal import OPERATOR, Role
from citypeers.core.rows import batched
from citypeers.core.settings import Settings
from citypeers.domain.coaching.matching import kept, reading, scoring
from citypeers.domain.coaching.matching.terms import DEFAULT_WEIGHTS
from citypeers.domain.coaching.models import CoachingFormat, CoachingRequest, LanguageLevel, Offer, OfferState, RequestState
from citypeers.domain.coaching.rounds import computing
from citypeers.domain.networks.models import Network
from citypeers.domain.organisations.models import KIND, Organisation, OrganisationKind
from citypeers.domain.projects.models import Project, ProjectState
from citypeers.domain.topics.models import Topic
from citypeers.exchange.search import service as search
from citypeers.identity import accounts, sessions
from citypeers.identity.current import Gate
from citypeers.identity.schemas import AccountCreate

COACHES, ROUND_COACHES, ROUND_REQUESTS = 10_000, 2_000, 500
ASKED = 200
TOPICS_EACH, LESSONS_EACH = 5, 2
EMAIL, PASSWORD = "requester@example.org", "seven bridges over one river"
Say = Callable[[str], None]


@dataclass(frozen=True)
class Measured:
    """What one run gave, in milliseconds."""

    http_p95: float
    scoring_p95: float
    first: float
    """The first answer of a process, which reads all offers."""
    round: float
    """Scores of every coach for every request, and both assignments."""
    round_read: float
    """The same with everything read from the database before."""
    gain: float
    """How many more points all together get than one by one."""


def measured(folder: Path, say: Say) -> Measured:
    """Make coaches up, ask a server for matches, and work a round out."""
    folder.mkdir(parents=True, exist_ok=True)
    say(f"making {COACHES:,} coaches up")
    database = _built(folder / "coaching.db", COACHES, ASKED)
    scores = _scoring(database)
    token = _token(database, f"sqlite:///{folder}/coaching.db")
    writer = IndexWriter(folder / "index")
    search.rebuild(database, writer)
    writer.close()
    with database.reading() as session:
        ids = list(session.scalars(select(col(CoachingRequest.id)).order_by(col(CoachingRequest.number))))
    database.close()
    say("asking for matches")
    with servers.running(ours(f"sqlite:///{folder}/coaching.db", folder / "index", cache=False), folder / "server.log"):
        took = [_asked(id, token) for id in [ids[0], *ids]]
    say(f"a round of {ROUND_REQUESTS:,} requests and {ROUND_COACHES:,} coaches")
    small = _built(folder / "round.db", ROUND_COACHES, ROUND_REQUESTS)
    with small.reading() as session:
        began = time.perf_counter()
        task = computing.task(session)
        read = time.perf_counter()
        computed = computing.worked_out(task)
        done = time.perf_counter()
    small.close()
    together, in_turn = (sum(each.points for each in given) for given in computed.given.values())
    return Measured(
        http_p95=quantiles(took[1:], n=20)[-1],
        scoring_p95=quantiles(scores, n=20)[-1],
        first=took[0],
        round=(done - read) * 1e3,
        round_read=(done - began) * 1e3,
        gain=together / in_turn - 1,
    )


def _built(file: Path, coaches: int, requests: int) -> Database:
    file.unlink(missing_ok=True)
    database = Database(f"sqlite:///{file}")
    load_real(database)
    chance = random.Random(SEED)
    with database.transaction() as session:
        topics = sorted(session.scalars(select(col(Topic.id))))
        bodies = [_body(chance, number) for number in range(coaches + 1)]
        _write(session, Organisation, bodies)
        _write(session, Offer, [_offer(chance, each, topics) for each in bodies[1:]])
        _write(session, Project, [_project(chance, each, topics) for each in bodies[1:]])
        network = session.scalars(select(col(Network.id)).where(col(Network.slug) == "iscn")).one()
        asked = [_request(chance, number, bodies[0], network, topics) for number in range(requests)]
        _write(session, CoachingRequest, asked)
    return database


def _write(session: Session, table: type[SQLModel], rows: Sequence[SQLModel]) -> None:
    for batch in batched(rows):
        session.execute(insert(METADATA.tables[str(table.__tablename__)]), [row.model_dump() for row in batch])


def _body(chance: random.Random, number: int) -> Organisation:
    return Organisation(
        slug=f"made-up-city-{number}",
        name=f"Made-up city {number}",
        label={"en": f"Made-up city {number}"},
        kind=OrganisationKind.municipality,
        country=chance.choice(COUNTRIES),
        population=int(10 ** chance.uniform(4, 7)),
    )


def _offer(chance: random.Random, body: Organisation, topics: Sequence[str]) -> Offer:
    languages = chance.sample(["en", "de", "es", "pt", "fr"], 2)
    return Offer(
        organisation_id=body.id,
        state=OfferState.listed,
        topics=chance.sample(topics, TOPICS_EACH),
        languages=[{"language": each, "level": chance.choice(list(LanguageLevel)).value} for each in languages],
        formats=[each.value for each in chance.sample(list(CoachingFormat), 4)],
        capacity=chance.randint(1, 4),
    )


def _project(chance: random.Random, body: Organisation, topics: Sequence[str]) -> Project:
    lessons = [{"id": str(number), "happened": {"en": "Something."}} for number in range(LESSONS_EACH)]
    live = {"title": {"en": "A project"}, "topics": chance.sample(topics, TOPICS_EACH), "lessons": lessons}
    return Project(organisation_id=body.id, live_state=ProjectState.published, live=live, created_by="benchmark")


def _request(chance: random.Random, number: int, body: Organisation, network: str, topics: Sequence[str]) -> CoachingRequest:
    return CoachingRequest(
        year=clock.now().year,
        number=number + 1,
        network_id=network,
        organisation_id=body.id,
        state=RequestState.open,
        created_by="benchmark",
        title={"en": f"Request {number}"},
        topics=chance.sample(topics, 3),
        format=chance.choice([CoachingFormat.online, CoachingFormat.webinar]),
        languages=chance.sample(["en", "de", "es"], 2),
        answer_by=clock.now() + timedelta(days=30),
    )


def _scoring(database: Database) -> list[float]:
    """Milliseconds that the scoring takes by itself, request by request."""
    everybody = kept.of(database)
    everybody.refresh(database)
    with database.reading() as session:
        rows = session.scalars(select(CoachingRequest)).all()
        wanted = reading.wanted(session, rows, reading.asked(session, [row.id for row in rows]))
    took = []
    with everybody.columns() as columns:
        for each in wanted.values():
            began = time.perf_counter()
            scoring.score(columns, each, DEFAULT_WEIGHTS)
            took.append((time.perf_counter() - began) * 1e3)
    return took


def _token(database: Database, url: str) -> str:
    settings = Settings(environment="production", secret_key=SECRET, public_url=ADDRESS, database_url=url)  # type: ignore[arg-type]
    with database.transaction() as session:
        write = AccountCreate.model_validate({"email": EMAIL, "name": "Requester", "password": PASSWORD})
        account = accounts.create(session, OPERATOR, write)
        body = session.scalars(select(col(Organisation.id)).where(col(Organisation.slug) == "made-up-city-0")).one()
        accounts.grant(session, OPERATOR, account.id, Role.member, KIND, body)
    return sessions.opened(database, settings, Gate(database, settings).ring, account.id, "benchmark").access.access_token


def _asked(id: str, token: str) -> float:
    address = f"http://{servers.HOST}:{servers.PORT}/api/v1/coaching-requests/{id}/matches"
    request = urllib.request.Request(address, headers={"Authorization": f"Bearer {token}"})
    began = time.perf_counter()
    with urllib.request.urlopen(request) as answer:
        assert b'"items":[{' in answer.read()
    return (time.perf_counter() - began) * 1e3


def table(found: Measured) -> list[str]:
    """The lines of the page."""
    lines: Sequence[tuple[str, str, str, bool]] = [
        (
            f"matches among {COACHES:,} coaches over HTTP, p95 of {ASKED}, ms",
            "≤ 15",
            f"{found.http_p95:.1f}",
            found.http_p95 <= 15,
        ),
        ("the scoring itself, p95, ms", "≤ 1.2", f"{found.scoring_p95:.2f}", found.scoring_p95 <= 1.2),
        (
            f"a round of {ROUND_REQUESTS} requests x {ROUND_COACHES:,} coaches, ms",
            "≤ 250",
            f"{found.round:.0f}",
            found.round <= 250,
        ),
    ]
    head = [
        "",
        f"Coaching: the first answer of a process reads all offers and took {found.first:,.0f} ms; a round with everything read "
        f"from the database first {found.round_read:,.0f} ms. Assigned all together, requests got {found.gain:.1%} more points "
        "than one by one.",
        "",
        "| coaching | goal | measured | reached |",
        "|---|---:|---:|---|",
    ]
    return head + [f"| {text} | {goal} | {value} | {'yes' if reached else 'no'} |" for text, goal, value, reached in lines]
