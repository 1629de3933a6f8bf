"""Requests that may come twice (``Idempotency-Key``): the first answer is kept in the transaction of what it did.

After a crash either both are there or neither, so whoever asks again does no harm.
"""

import hashlib
import json
from datetime import timedelta
from typing import Annotated

from fastapi import Depends, Header, Request
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session
from starlette.responses import Response

from citypeers.core import clock
from citypeers.core.caller import Writing
from citypeers.core.principal import VISITOR, Principal
from citypeers.core.problems import Conflict, Invalid
from citypeers.identity.current import Who
from citypeers.identity.models import IdempotentAnswer

KEPT = timedelta(days=1)
LONGEST = 255


class OtherBody(Invalid):
    """The key was used for something else."""

    name = "idempotency-other-body"


class StillRunning(Conflict):
    """The first request with this key is not done yet."""

    name = "idempotency-running"


class Replayed(Exception):
    """Carries the first answer out of the operation, which does nothing this time."""

    def __init__(self, answer: Response) -> None:
        super().__init__()
        self.answer = answer


class Once:
    """What an operation does once for a key; without a key, every time."""

    def __init__(self, session: Session, key: str | None, body_digest: str) -> None:
        self._session, self._key, self._body_digest = session, key, body_digest

    def keep(self, answer: Response) -> Response:
        """Keep the answer, in the same transaction."""
        if self._key is not None:
            row = self._session.get_one(IdempotentAnswer, self._key)
            headers = {name: value for name, value in answer.headers.items() if name in ("etag", "content-type")}
            row.status = answer.status_code
            row.answer = json.dumps({"headers": headers, "body": bytes(answer.body).decode()})
        return answer


async def _digest(request: Request) -> str:
    return hashlib.sha256(await request.body()).hexdigest()


def _asker(request: Request, who: Principal) -> str:
    """Whose a key is: visitors have no name, so that they are told apart by where they are on the network."""
    return f"{who.name} {request.client.host}" if who == VISITOR and request.client else who.name


Key = Annotated[str | None, Header(max_length=LONGEST, min_length=1, description="repeats give the first answer for a day")]


def _once(
    request: Request,
    session: Writing,
    who: Who,
    body_digest: Annotated[str, Depends(_digest)],
    idempotency_key: Key = None,
) -> Once:
    return once(request, session, who, body_digest, idempotency_key)


def once(request: Request, session: Session, who: Principal, body_digest: str, idempotency_key: str | None) -> Once:
    """What is done once for a key, where the body is not one that is held whole; the first answer is raised where there is one."""
    if idempotency_key is None:
        return Once(session, None, body_digest)
    asked = f"{_asker(request, who)}\n{request.method}\n{request.url.path}\n{idempotency_key}"
    key = hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()
    kept = session.get(IdempotentAnswer, key)
    if kept is None:
        try:
            # Whoever comes second with the same key waits here for the first one's transaction.
            new = {"key": key, "body_digest": body_digest, "status": 0, "answer": "", "at": clock.now()}
            session.execute(insert(IdempotentAnswer).values(**new))
            return Once(session, key, body_digest)
        except IntegrityError:
            raise StillRunning from None
    if kept.body_digest != body_digest:
        raise OtherBody
    told = json.loads(kept.answer)
    raise Replayed(
        Response(told["body"], kept.status, {**told["headers"], "Cache-Control": "no-store", "Idempotency-Replayed": "true"})
    )


Idempotent = Annotated[Once, Depends(_once)]
"""Of an operation that creates or acts: ``once.keep(answer)`` at its end."""
