"""Every refusal is a problem document in the reader's language that repeats nothing of what was sent."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import ValidationError
from pydantic_core.core_schema import ErrorType
from sqlalchemy.exc import OperationalError
from starlette.testclient import TestClient

import citypeers
from citypeers.core import messages
from citypeers.core.messages import MESSAGES, SAYINGS
from citypeers.core.problems import Problem
from citypeers.core.settings import Settings
from citypeers.core.text import LANGUAGES
from citypeers.identity.granting import TokenError
from citypeers.main import create_app
from tests.conftest import Loaded, settings_for

MARK = "s3cr3t-marker"
PROGRAM = Path(citypeers.__file__).parent
NAMED = re.compile(r'"([a-z_]+)"')
REFUSED = {
    f"/api/v1/networks?limit={MARK}": 422,
    f"/api/v1/networks?{MARK}=1": 422,
    f"/api/v1/networks?sort={MARK}": 422,
    f"/api/v1/networks?facets={MARK}": 422,
    f"/api/v1/networks?cursor={MARK}": 422,
    f"/api/v1/networks?category={MARK}": 422,
    "/api/v1/networks?limit=0": 422,
    "/api/v1/networks?limit=101": 422,
    "/api/v1/networks?limit=9223372036854775808": 422,
    "/api/v1/networks?active_in=-1": 422,
    "/api/v1/networks?q=%00": 422,
    "/api/v1/networks?municipality=%00": 422,
    "/api/v1/networks?country=brazil": 422,
    f"/api/v1/networks?q={'x' * 301}": 422,
    "/api/v1/networks/%00": 422,
    f"/api/v1/networks/{'x' * 400}": 422,
    "/api/v1/networks/nowhere": 404,
    "/api/v1/networks/nowhere/relations": 404,
    "/api/v1/networks/nowhere/revisions": 404,
    "/api/v1/topics/nowhere": 404,
    "/api/v1/topics/%20": 422,
    "/api/v1/search": 422,
    "/api/v1/search?q=": 422,
    "/api/v1/search?q=a&kind=person": 422,
    "/api/v1/search?q=a&offset=1001": 422,
    "/api/v1/networks/recommendations?population=0": 422,
    f"/api/v1/organisations?{MARK}=1": 422,
    f"/api/v1/organisations?sort={MARK}": 422,
    f"/api/v1/organisations/{MARK}": 404,
    f"/api/v1/networks/iscn/members?on={MARK}": 422,
    f"/api/v1/memberships?on={MARK}": 422,
    f"/api/v1/countries/{MARK}": 422,
    "/api/v1/countries/AQ": 404,
    "/api/v1/nowhere": 404,
}


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path[:60])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_is_a_problem(client: TestClient, path: str, language: str) -> None:
    answer = client.get(path, headers={"Accept-Language": language})
    assert (answer.status_code, answer.headers["content-type"]) == (REFUSED[path], "application/problem+json")
    problem = answer.json()
    assert problem["status"] == answer.status_code
    assert problem["title"] == MESSAGES[problem["type"].removeprefix("/problems/")][language][0]
    assert answer.headers["content-language"] == language
    if answer.status_code == 422:
        assert problem["errors"]
        assert all(each["detail"] in {texts[language] for texts in SAYINGS.values()} for each in problem["errors"])
    values = {key: value for key, value in problem.items() if key not in ("instance", "errors")}
    assert MARK not in str(values) + str([each["detail"] for each in problem["errors"]])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/networks/%ED%A0%80", 404),
        ("/api/v1/networks/%FF%FE", 404),
        ("/api/v1/search?q=%ED%A0%80", 200),
        ("/%FF", 404),
    ],
)
def test_broken_encodings_are_no_error_of_ours(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status


def every_kind(kind: type[Problem] = Problem) -> Iterator[type[Problem]]:
    """``kind`` and all that derive from it; :mod:`citypeers.main` has loaded the whole program."""
    yield kind
    for each in kind.__subclasses__():
        if each.__module__.startswith("citypeers."):
            yield from every_kind(each)


def test_the_sentences_are_those_of_the_problems_and_of_the_token_endpoint() -> None:
    refused = {error.replace("_", "-") for error in get_args(TokenError)}
    assert {kind.name for kind in every_kind()} | refused == set(MESSAGES)


def test_every_sentence_about_a_value_is_used() -> None:
    own = {code for path in PROGRAM.rglob("*.py") if not path.match("*messages.py") for code in NAMED.findall(path.read_text())}
    assert set(SAYINGS) <= own | set(get_args(ErrorType))


def test_a_name_has_one_sentence() -> None:
    before = dict(MESSAGES)
    with pytest.raises(ValueError, match="not-found"):
        messages.say({"not-found": MESSAGES["not-found"]})
    with pytest.raises(ValueError, match="missing"):
        messages.say({}, {"missing": SAYINGS["missing"]})
    assert before == MESSAGES


def test_a_problem_without_sentences_cannot_be_defined() -> None:
    with pytest.raises(TypeError, match="nobody-says-this"):
        type("Unsaid", (Problem,), {"name": "nobody-says-this"})


def test_every_sentence_is_there_in_every_language() -> None:
    for texts in (*MESSAGES.values(), *SAYINGS.values()):
        assert tuple(texts) == LANGUAGES
        assert all(map(str, texts.values()))
        assert len(set(map(str, texts.values()))) >= 3  # a short sentence may be the same in Spanish and Portuguese


def test_other_methods_are_told_which_there_are(client: TestClient) -> None:
    answer = client.post("/api/v1/networks", json={})
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
    assert answer.json()["type"] == "/problems/method-not-allowed"


def test_head_is_get_without_its_body(client: TestClient) -> None:
    whole, head = client.get("/api/v1/networks/iscn"), client.head("/api/v1/networks/iscn")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == whole.headers["etag"]
    assert client.head("/api/v1/networks?format=csv").content == b""


@pytest.fixture
def failing(loaded: Loaded) -> Iterator[TestClient]:
    """An application with routes that fail on purpose."""
    app = create_app(settings_for(loaded))

    @app.get("/api/v1/fails")
    def fails() -> None:
        raise RuntimeError(MARK)

    @app.get("/api/v1/locked")
    def locked() -> None:
        raise OperationalError(MARK, {}, Exception(MARK))

    @app.post("/api/v1/takes")
    async def takes(body: dict[str, str]) -> None: ...

    with TestClient(app, raise_server_exceptions=False) as caller:
        yield caller


@pytest.mark.parametrize(("path", "status"), [("/api/v1/fails", 500), ("/api/v1/locked", 503)])
def test_a_failure_of_ours_says_nothing_of_its_cause(failing: TestClient, path: str, status: int) -> None:
    answer = failing.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert MARK not in answer.text
    assert "Traceback" not in answer.text


def test_a_body_over_a_mebibyte_is_refused(failing: TestClient) -> None:
    answer = failing.post("/api/v1/takes", content=b'{"a": "' + b"x" * 2**20 + b'"}', headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.headers["content-type"]) == (413, "application/problem+json")


def test_every_answer_has_its_id_and_its_guards(client: TestClient) -> None:
    for path in ("/api/v1/networks", "/api/v1/nowhere", "/healthz", "/problems"):
        answer = client.get(path)
        assert re.fullmatch(r"[0-9a-f]{16}", answer.headers["x-request-id"])
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert "strict-transport-security" not in answer.headers
    mine = client.get("/healthz", headers={"X-Request-ID": "ministry-4711-abc"})
    assert mine.headers["x-request-id"] == "ministry-4711-abc"
    bad = client.get("/healthz", headers={"X-Request-ID": "no spaces, please"})
    assert bad.headers["x-request-id"] != "no spaces, please"


def test_behind_tls_browsers_are_told_to_stay_there(loaded: Loaded) -> None:
    with TestClient(create_app(settings_for(loaded)), base_url="https://cities.example") as caller:
        assert "max-age" in caller.get("/healthz").headers["strict-transport-security"]


@pytest.mark.parametrize("secret", ["", "short", "development-only-secret"])
def test_production_refuses_a_default_or_short_secret(secret: str) -> None:
    with pytest.raises(ValidationError, match="CITYPEERS_SECRET_KEY"):
        Settings.model_validate({"environment": "production", "secret_key": secret, "public_url": "https://example.org"})


def test_production_refuses_an_address_that_takes_no_secure_cookie() -> None:
    told = {"environment": "production", "secret_key": "x" * 32}
    with pytest.raises(ValidationError, match="CITYPEERS_PUBLIC_URL"):
        Settings.model_validate({**told, "public_url": "http://example.org"})
    assert Settings.model_validate({**told, "public_url": "https://example.org"}).environment == "production"
