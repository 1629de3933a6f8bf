"""Operations are found by their noun, and what could not be found is refused when the program starts."""

import pytest
from fastapi import APIRouter
from starlette.responses import Response

from citypeers.core.paths import Operations, api_router


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
