"""Paths of what somebody follows and searches."""

from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from citypeers.core.caller import ForeignOrigin, Here, Reading, Writing
from citypeers.core.paths import api_router
from citypeers.core.problems import Conflict, Invalid, NotFound, Unauthorised, declares
from citypeers.core.rows import Id
from citypeers.domain.following import news, service
from citypeers.domain.following.models import Followed
from citypeers.domain.following.schemas import (
    Digest,
    FollowPage,
    Key,
    NewsPage,
    NewsQuery,
    NewsSeen,
    SavedSearchOut,
    SavedSearchPage,
    SearchSave,
)
from citypeers.identity.current import SignedIn
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.router import NOTHING, private

router = api_router(prefix="/me", tags=["me"])
READS = declares(Unauthorised, Invalid)
WRITES = declares(Unauthorised, ForeignOrigin, NotFound, Conflict, Invalid)


@router.get("/searches", operation_id="me.searches", response_model=SavedSearchPage, responses=READS)
def searches(signed: SignedIn, session: Reading) -> Response:
    """The searches that one keeps."""
    return private(service.searches(session, signed.account))


@router.post(
    "/searches",
    operation_id="me.save-search",
    status_code=201,
    response_model=SavedSearchOut,
    responses=declares(Unauthorised, ForeignOrigin, Conflict, Invalid),
)
def save(signed: SignedIn, session: Writing, once: Idempotent, write: SearchSave) -> Response:
    """Keep a search under a name; what it finds anew is told."""
    return once.keep(private(service.save(session, signed.account, write), status=201))


@router.delete("/searches/{id}", operation_id="me.forget-search", responses=WRITES, **NOTHING)
def forget(signed: SignedIn, session: Writing, id: Id) -> Response:
    """Keep a search no longer."""
    service.forget(session, signed.account, id)
    return Response(status_code=204)


@router.get("/follows", operation_id="me.follows", response_model=FollowPage, responses=READS)
def follows(signed: SignedIn, session: Reading) -> Response:
    """What one follows."""
    return private(service.follows(session, signed.account))


@router.put("/follows/{kind}/{key}", operation_id="me.follow", responses=WRITES, **NOTHING)
def follow(signed: SignedIn, session: Writing, kind: Followed, key: Key) -> Response:
    """Follow a project, an organisation, a network or a topic, named as in its address."""
    service.follow(session, signed.account, kind, key)
    return Response(status_code=204)


@router.delete("/follows/{kind}/{key}", operation_id="me.unfollow", responses=WRITES, **NOTHING)
def leave(signed: SignedIn, session: Writing, kind: Followed, key: Key) -> Response:
    """Follow something no longer."""
    service.leave(session, signed.account, kind, key)
    return Response(status_code=204)


@router.get("/news", operation_id="me.news", response_model=NewsPage, responses=READS)
def new(here: Here, signed: SignedIn, session: Reading, asked: Annotated[NewsQuery, Query()]) -> Response:
    """What is new of what one follows and searches, since one last looked."""
    return private(news.page(session, here.index, signed.account, asked.limit))


@router.put("/news/seen", operation_id="me.see-news", responses=WRITES, **NOTHING)
def seen(signed: SignedIn, session: Writing, write: NewsSeen) -> Response:
    """Say up to when one has seen what is new."""
    service.seen(session, signed.account, write.at)
    return Response(status_code=204)


@router.get("/digest", operation_id="me.digest", response_model=Digest, responses=READS)
def digest(signed: SignedIn, session: Reading) -> Response:
    """How often one is written to at most."""
    return private(service.digest(session, signed.account))


@router.put("/digest", operation_id="me.set-digest", responses=WRITES, **NOTHING)
def write_to(signed: SignedIn, session: Writing, write: Digest) -> Response:
    """Say how often to be written to at most, or never."""
    service.write_to(session, signed.account, write.rhythm)
    return Response(status_code=204)
