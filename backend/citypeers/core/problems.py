"""Every refusal as a problem document (RFC 9457), worded in the reader's language.

A problem never carries what was submitted nor the text of an exception.
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import ConfigDict
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from citypeers.core.forms import Form
from citypeers.core.messages import MESSAGES, SAYINGS
from citypeers.core.text import negotiate

MEDIA_TYPE = "application/problem+json"


class FieldError(Form):
    """One refused value: a JSON pointer or parameter name, what to do, and a stable code."""

    pointer: str
    detail: str
    code: str


class ProblemOut(Form):
    """A problem document (RFC 9457)."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    type: str
    title: str
    status: int
    detail: str
    instance: str | None = None
    errors: list[FieldError] = []
    numbers: dict[str, int | str | None] = {}
    """What the detail tells, for programs: such as the rule, its limit, and what would fit."""


class Problem(Exception):
    """A refusal with its status; subclasses are the catalogue at ``/problems``, and their sentences are there before them."""

    status: ClassVar[int] = 400
    name: ClassVar[str] = "bad-request"

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if cls.name not in MESSAGES:
            raise TypeError(f"{cls.__qualname__} has no sentences: its room says none for {cls.name!r}")

    def __init__(self, errors: Sequence[tuple[str, str]] = (), **numbers: object) -> None:
        super().__init__(self.name)
        self.errors = errors
        """Pairs of pointer and code; the code names its sentence in the messages."""
        self.numbers = numbers

    def headers(self) -> dict[str, str]:
        """What the answer says besides its body."""
        return {}


class BadRequest(Problem):
    status, name = 400, "bad-request"


class Unauthorised(Problem):
    status, name = 401, "unauthorised"

    def headers(self) -> dict[str, str]:
        return {"WWW-Authenticate": "Bearer"}


class Forbidden(Problem):
    status, name = 403, "forbidden"


class NotFound(Problem):
    status, name = 404, "not-found"


class MethodNotAllowed(Problem):
    status, name = 405, "method-not-allowed"


class NotAcceptable(Problem):
    status, name = 406, "not-acceptable"


class Conflict(Problem):
    status, name = 409, "conflict"


class ReasonNeeded(Conflict):
    """A step that is not taken without saying why."""

    name = "reason-needed"


class PreconditionFailed(Problem):
    status, name = 412, "precondition-failed"


class TooLarge(Problem):
    status, name = 413, "too-large"


class Invalid(Problem):
    status, name = 422, "invalid"


class PreconditionRequired(Problem):
    status, name = 428, "precondition-required"


class TooMany(Problem):
    """Asked too often; ``seconds`` says when to ask again."""

    status, name = 429, "too-many"

    def headers(self) -> dict[str, str]:
        return {"Retry-After": str(self.numbers["seconds"])}


class Broken(Problem):
    status, name = 500, "internal-error"


class Unavailable(Problem):
    status, name = 503, "unavailable"


CATALOGUE: Mapping[int, type[Problem]] = {
    kind.status: kind
    for kind in (
        BadRequest,
        Unauthorised,
        Forbidden,
        NotFound,
        MethodNotAllowed,
        NotAcceptable,
        Conflict,
        PreconditionFailed,
        TooLarge,
        Invalid,
        PreconditionRequired,
        Broken,
        Unavailable,
    )
}


def declares(*kinds: type[Problem]) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of an operation that may refuse in these ways; that they are problem documents the contract adds."""
    return {kind.status: {"description": MESSAGES[kind.name]["en"][0]} for kind in kinds}


def saying(code: str, language: str) -> str:
    """What is wrong with one value, in words; unknown codes get the general sentence."""
    return SAYINGS.get(code, SAYINGS["invalid"])[language]


def document(problem: Problem, language: str, instance: str | None) -> dict[str, Any]:
    """The body of a problem in one of the platform's languages."""
    title, detail = MESSAGES[problem.name][language]
    errors = [{"pointer": pointer, "detail": saying(code, language), "code": code} for pointer, code in problem.errors]
    return {
        "type": f"/problems/{problem.name}",
        "title": title,
        "status": problem.status,
        "detail": detail.format(**problem.numbers),
        "instance": instance,
        "errors": errors,
        "numbers": problem.numbers,
    }


def answer(problem: Problem, request: Request, headers: Mapping[str, str] | None = None) -> Response:
    """The response that carries ``problem`` to whoever asked."""
    language = negotiate(request.headers.get("accept-language"))
    return JSONResponse(
        document(problem, language, request.url.path.encode("utf-8", "replace").decode("utf-8")),
        status_code=problem.status,
        media_type=MEDIA_TYPE,
        headers={**(headers or {}), "Content-Language": language, "Vary": "Accept-Language", "Cache-Control": "no-store"},
    )


def pointer(location: Sequence[str | int], body: Any = None) -> str:
    """Where a refused value stands: a JSON pointer (RFC 6901) into the body, or the parameter's place and name."""
    where, *path = location
    if path and isinstance(body, dict) and path[0] not in body and path[0] in body.values():
        path = path[1:]  # of one among several forms the first step is the form's name, which is no place in the body
    inside = "/".join(str(step).replace("~", "~0").replace("/", "~1") for step in path)
    return f"/{inside}" if where == "body" else f"{where}:{inside}"


def install(app: FastAPI) -> None:
    """Make ``app`` answer every 4xx and 5xx with a problem document."""

    @app.exception_handler(Problem)
    def _problem(request: Request, problem: Problem) -> Response:
        return answer(problem, request, problem.headers())

    @app.exception_handler(RequestValidationError)
    def _invalid(request: Request, error: RequestValidationError) -> Response:
        return answer(Invalid([(pointer(each["loc"], error.body), each["type"]) for each in error.errors()]), request)

    @app.exception_handler(HTTPException)
    def _http(request: Request, error: HTTPException) -> Response:
        headers = dict(error.headers or {})
        if "GET" in headers.get("Allow", ""):
            headers["Allow"] += ", HEAD"
        return answer(CATALOGUE.get(error.status_code, BadRequest)(), request, headers)

    @app.exception_handler(OperationalError)
    def _database(request: Request, error: OperationalError) -> Response:
        return answer(Unavailable(), request, {"Retry-After": "5"})

    @app.exception_handler(Exception)
    def _broken(request: Request, error: Exception) -> Response:
        return answer(Broken(), request)
