"""One machine drives SQLite and PostgreSQL through the same steps; every answer and every order must be the same."""

import itertools
import os
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlmodel import Session
from starlette.testclient import TestClient

from citypeers import migrating
from citypeers.core import clock
from citypeers.core.db import Database
from citypeers.core.principal import OPERATOR
from citypeers.core.problems import Problem
from citypeers.domain.networks import service
from citypeers.domain.networks.models import KIND, State
from citypeers.domain.networks.queries import Facet
from citypeers.domain.networks.states import Verb
from citypeers.exchange.imports import service as imports
from citypeers.exchange.search import service as search
from citypeers.main import create_app
from tests.caller import Caller
from tests.conftest import DATA, Loaded, _create, settings_for
from tests.factories import networks

SLUGS = ("alpha-net", "beta-net", "gamma-net", "delta-net")
ORDERS = ("name", "-name", "founded_year", "-founded_year,name", "member_count,-name", "-member_count", "-updated_at")
WORDS = ("a", "München", "alpha", "mobility", "0")
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
Step = Callable[[Session], object]


@pytest.fixture(scope="module")
def empty(postgres: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A SQLite file and the name of a PostgreSQL template: topics and organisations, no network."""
    file = tmp_path_factory.mktemp("both") / "empty.db"
    for url in (f"sqlite:///{file}", _create(postgres, "empty")):
        database = Database(url)
        migrating.upgrade(database)
        for noun in (imports.TOPICS, imports.ORGANISATIONS):
            imports.run(
                database, OPERATOR, noun, imports.records(noun, DATA / f"{noun.file}.json"), False, False, lambda done, total: None
            )
        database.close()
    return file, postgres


class Both(RuleBasedStateMachine):
    """The steps that the secretariat and visitors take, on both at once."""

    start: ClassVar[Callable[[], Iterator[Loaded]]]

    def __init__(self) -> None:
        super().__init__()
        # Without the cache, whose answers on PostgreSQL may be a moment old: its own tests say how old.
        self.instances = [create_app(settings_for(each, response_cache_bytes=0)) for each in self.start()]
        self.clients = [Caller(app, raise_server_exceptions=False).__enter__() for app in self.instances]
        self.steps = 0

    def teardown(self) -> None:
        for client in self.clients:
            client.__exit__()

    def each(self, act: Callable[[Any, TestClient], object]) -> None:
        """The same outcome on both; ids and the time depend on the step alone."""
        self.steps += 1
        outcomes = []
        for app, client in zip(self.instances, self.clients, strict=True):
            ids = itertools.count(self.steps * 100_000)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(
                    uuid, "uuid4", lambda ids=ids: uuid.UUID(int=(next(ids) * 0x9E3779B97F4A7C15F39CC0605CEDC835) % 2**128)
                )
                patch.setattr(clock, "datetime", _At(BEGIN + timedelta(seconds=self.steps)))
                outcomes.append(act(app.state.instance, client))
        assert outcomes[0] == outcomes[1]

    def write(self, step: Step) -> None:
        def act(instance: Any, client: TestClient) -> object:
            try:
                with instance.database.transaction() as session:
                    return step(session)
            except Problem as problem:
                return problem.name, problem.numbers

        self.each(act)

    def ask(self, path: str, language: str = "en", **params: Any) -> None:
        """One address, and where it is a list every page of it."""

        def act(instance: Any, client: TestClient) -> object:
            told = []
            cursor: dict[str, str] = {}
            while True:
                answer = client.get(
                    f"/api/v1{path}", params={**params, **cursor}, headers={"Accept-Language": language}, follow_redirects=False
                )
                if answer.headers.get("content-type") not in ("application/json", "application/problem+json"):
                    return [*told, answer.status_code, answer.content, answer.headers.get("location")]
                body = answer.json()
                following = body.pop("next", None)  # signed over what each database calls an instant
                told.append((answer.status_code, body, following is None))
                if not following:
                    return told
                cursor = {"cursor": following}

        self.each(act)

    @rule(data=st.data(), state=st.sampled_from([State.published, State.draft]))
    def save(self, data: st.DataObject, state: State) -> None:
        slugs = data.draw(st.lists(st.sampled_from(SLUGS), unique=True, min_size=1, max_size=4))
        writes = [data.draw(networks(slug, tuple(other for other in slugs if other != slug))) for slug in slugs]
        self.write(lambda session: service.save_all(session, OPERATOR, writes, state))

    @rule(slug=st.sampled_from(SLUGS), verb=st.sampled_from(Verb), reason=st.sampled_from([None, "because"]))
    def move(self, slug: str, verb: Verb, reason: str | None) -> None:
        self.write(lambda session: service.move(session, OPERATOR, slug, verb, reason).state)

    @rule(slug=st.sampled_from(SLUGS), new=st.sampled_from([*SLUGS, "omega-net"]))
    def rename(self, slug: str, new: str) -> None:
        self.write(lambda session: service.rename(session, OPERATOR, slug, new).slug)

    @rule(
        language=st.sampled_from(["en", "de", "es", "pt"]),
        sort=st.sampled_from(ORDERS),
        limit=st.integers(1, 5),
        facets=st.lists(st.sampled_from(Facet), unique=True, max_size=2),
        topic=st.lists(st.sampled_from(["mobility", "energy", "sdg-11"]), unique=True, max_size=2),
        other=st.sampled_from(
            [{}, {"active_in": "2000"}, {"municipality": "Munich"}, {"country": ["DE", "BR"]}, {"not_stated": ["aims", "funding"]}]
        ),
    )
    def walk(self, language: str, sort: str, limit: int, facets: list[Facet], topic: list[str], other: dict[str, Any]) -> None:
        counted = {"facets": ",".join(facets)} if facets else {}
        self.ask("/networks", language, sort=sort, limit=limit, topic=topic, **counted, **other)

    @rule(format=st.sampled_from(["csv", "ndjson", "geojson"]), sort=st.sampled_from(ORDERS))
    def take_a_file(self, format: str, sort: str) -> None:
        self.ask("/networks", format=format, sort=sort)

    @rule(text=st.sampled_from(WORDS), language=st.sampled_from(["en", "de"]))
    def find(self, text: str, language: str) -> None:
        for app in self.instances:
            search.catch_up(app.state.instance.database, app.state.instance.settings.index_dir)
        self.ask("/networks", language, q=text)
        self.ask("/search", language, q=text, kind=KIND)

    @rule(slug=st.sampled_from([*SLUGS, "omega-net"]), part=st.sampled_from(["", "/relations", "/revisions"]))
    def open_one(self, slug: str, part: str) -> None:
        self.ask(f"/networks/{slug}{part}", "de")

    @rule(country=st.sampled_from(["DE", "BR"]), population=st.sampled_from([5_000, 800_000]))
    def be_recommended(self, country: str, population: int) -> None:
        self.ask("/networks/recommendations", country=country, population=population, topic=["mobility"])

    @invariant()
    def analyses_agree(self) -> None:
        self.ask("/networks/analysis")


class _At:
    """Stands for ``datetime`` where the clock asks it for now."""

    def __init__(self, instant: datetime) -> None:
        self._instant = instant

    def now(self, zone: object) -> datetime:
        return self._instant


@pytest.mark.hypothesis
# Threads of the connection pool draw their pauses at random while a step is being drawn.
@pytest.mark.filterwarnings("ignore:Do not use the `random` module:hypothesis.errors.HypothesisDeprecationWarning")
def test_sqlite_and_postgresql_answer_alike(empty: tuple[Path, str], tmp_path: Path) -> None:
    file, socket = empty
    numbers = itertools.count()

    def start() -> Iterator[Loaded]:
        number = next(numbers)
        copy = tmp_path / f"{number}.db"
        copy.write_bytes(file.read_bytes())
        yield Loaded(f"sqlite:///{copy}", tmp_path / f"sqlite-{number}")
        yield Loaded(_create(socket, f"both{os.urandom(6).hex()}", "empty"), tmp_path / f"postgresql-{number}")

    Both.start = staticmethod(start)
    run_state_machine_as_test(
        Both,
        settings=settings(
            max_examples=20,
            phases=[Phase.generate],
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=True,
        ),
    )
