"""Paths of shared notes: the ticket, and the line that it opens."""

from fastapi import APIRouter, WebSocket
from starlette.responses import Response

from citypeers.core.caller import ForeignOrigin, Writing
from citypeers.core.paths import API, api_router
from citypeers.core.problems import Forbidden, Invalid, NotFound, Unauthorised, declares
from citypeers.core.rows import Id
from citypeers.domain.rooms.note import seats, talking
from citypeers.domain.rooms.schemas import NoteTicketOut
from citypeers.identity.current import SignedIn
from citypeers.identity.router import private

router = api_router(prefix="/rooms", tags=["rooms"])
lines = APIRouter(prefix=f"{API}/rooms")


@router.post(
    "/{id}/note/ticket",
    operation_id="rooms.note-ticket",
    status_code=201,
    response_model=NoteTicketOut,
    responses=declares(Unauthorised, Forbidden, ForeignOrigin, NotFound, Invalid),
)
def ticket(signed: SignedIn, session: Writing, id: Id) -> Response:
    """What opens the line to a room's shared note: once, within 30 seconds.

    The line is a WebSocket at `path`; over it goes the protocol of y-websocket (Yjs). It is closed when access ends.
    """
    return private(seats.issue(session, signed, id), status=201)


@lines.websocket("/{id}/note")
async def line(socket: WebSocket, id: str) -> None:
    """Edit the shared note of a room together."""
    await talking.talk(socket, id)
