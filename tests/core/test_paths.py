"""Operations are found by their noun, and what could not be found is refused when the program starts; what is asked of the
public reads is read off the request at once, and as the framework would."""

from collections.abc import Iterator

import pytest
from fastapi import APIRouter
from fastapi.routing import request_response
from fastapi.testclient import TestClient
from starlette.responses import Response

from citypeers.core.paths import Operation, Operations, api_router
from citypeers.main import create_app, operations
from tests.conftest import Loaded, settings_for


def nothing() -> Response:
    return Response()


def test_a_router_that_includes_another_is_refused() -> None:
    inner, outer = APIRouter(prefix="/inner"), api_router("/outer")
    inner.add_api_route("", nothing)
    outer.include_router(inner)
    with pytest.raises(ValueError, match="never be found"):
        Operations(outer.routes)


def test_a_path_that_begins_with_a_parameter_is_refused() -> None:
    router = api_router()
    router.add_api_route("/{anything}", nothing)
    with pytest.raises(ValueError, match="never be found"):
        Operations(router.routes)


AT_ONCE = [route for route in operations()[0].routes if isinstance(route, Operation) and route.reads is not None]  # type: ignore[attr-defined]  # of Operations
LISTS = ("networks", "organisations", "projects", "practices")
ASKED = [
    *(f"/{noun}{query}" for noun in LISTS for query in ("", "?limit=2&topic=mobility", "?q=stadt&facets=topic", "?limit=0&sort=x")),
    *(
        f"/{noun}?{query}"
        for noun in LISTS
        for query in ("unknown=1", "limit=2&limit=3", "q=&topic=", "cursor=no", "q=%FF&limit=%C3%BC")
    ),
    "/networks?category=national&category=none",
    "/networks?category=national&facets=category,topic",
    "/networks/eurocities",
    "/networks/eurocities?unknown=1",
    "/networks/nowhere",
    "/networks/%00",
    f"/networks/{'x' * 2_000}",
    "/organisations/nowhere",
    "/projects/nowhere",
    "/projects/map?bbox=1,2,3",
    "/projects/nowhere/similar?limit=1",
    "/topics/mobility",
    "/search",
    "/search?q=m%C3%BCnchen&limit=3",
]


def answers(client: TestClient) -> Iterator[tuple[object, ...]]:
    for path in ASKED:
        for languages in ([], ["de"], ["xx, pt;q=0.5"], ["es", "de"]):
            answer = client.get(f"/api/v1{path}", headers=[("Accept-Language", each) for each in languages], follow_redirects=False)
            told = {name: value for name, value in answer.headers.items() if name != "x-request-id"}
            yield path, tuple(languages), answer.status_code, told, answer.text


def test_what_is_read_at_once_is_answered_as_the_framework_would(loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    with TestClient(create_app(settings_for(loaded, response_cache_bytes=0))) as client:
        at_once = list(answers(client))
        for route in AT_ONCE:
            monkeypatch.setattr(route, "app", request_response(route.get_route_handler()))
        for ours, framework in zip(at_once, answers(client), strict=True):
            assert ours == framework
    assert {ours[2] for ours in at_once} == {200, 404, 422}


def test_the_hot_public_reads_are_read_at_once_and_what_needs_the_framework_is_not() -> None:
    names = {route.operation_id for route in AT_ONCE}
    assert names >= {f"{noun}.page" for noun in LISTS} | {"networks.get", "organisations.get", "projects.get", "topics.get"}
    assert names >= {"projects.map", "projects.similar", "search.page"}
    assert not names & {"networks.analysis", "topics.page", "auth.sign-in", "me.get"}
    assert all(route.methods == {"GET"} for route in AT_ONCE)
