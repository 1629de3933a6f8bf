"""The life of one line: let on, greeted, heard until one of the two sides ends it."""

import asyncio
from contextlib import suppress
from typing import Any

import anyio.to_thread
from starlette.websockets import WebSocket

from citypeers.core.caller import Instance
from citypeers.domain.rooms.note import seats, wire
from citypeers.domain.rooms.note.hub import Hub
from citypeers.domain.rooms.note.line import Code, Ended, Line
from citypeers.domain.rooms.note.opened import OpenNote

LONGEST_TICKET = 100


async def talk(socket: WebSocket, room: str) -> None:
    """Everything from the first byte of a line to its last."""
    here: Instance = socket.app.state.instance
    hub: Hub = socket.app.state.notes
    if not _is_own(socket, here):
        await socket.close(Code.foreign_origin)
        return
    ticket = socket.query_params.get("ticket", "")
    if not ticket or len(ticket) > LONGEST_TICKET or len(socket.query_params) != 1:
        await socket.close(Code.access_ended)
        return
    seat = await anyio.to_thread.run_sync(seats.take, here.database, room, ticket)
    if seat is None:
        await socket.close(Code.access_ended)
        return
    await socket.accept()
    line = Line(socket, seat)
    code = await _until_it_ends(hub, line)
    if code is not None:
        with suppress(RuntimeError):  # the other side was quicker
            await socket.close(code)


def _is_own(socket: WebSocket, here: Instance) -> bool:
    """Whether a line is opened by a page of ours, or by a program; a browser says of every page whose it is."""
    origin = socket.headers.get("origin")
    scheme = {"ws": "http", "wss": "https"}[socket.url.scheme]
    return origin is None or origin in (here.settings.public_url, f"{scheme}://{socket.headers.get('host', '')}")


async def _until_it_ends(hub: Hub, line: Line) -> Code | None:
    """Why the line is to be closed; None where the other side has closed it."""
    try:
        note = await hub.join(line)
    except Ended as ended:
        return ended.code
    note.greet(line)
    sending = asyncio.create_task(line.send())
    hearing = asyncio.create_task(_hear(hub, note, line))
    try:
        either: set[asyncio.Future[Any]] = {hearing, line.ended}
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        return line.ended.result() if line.ended.done() else hearing.result()
    finally:
        hub.leave(note, line)
        for task in (sending, hearing):
            task.cancel()
        await asyncio.gather(sending, hearing, return_exceptions=True)


async def _hear(hub: Hub, note: OpenNote, line: Line) -> Code | None:
    """Do what the other side says. A change is kept before the next is heard, so that nobody is faster than the database."""
    try:
        while (said := await line.hear()) is not None:
            if isinstance(said, wire.Changed):
                await hub.change(note, line, said.content)
            elif isinstance(said, wire.Asked):
                note.answer(line, said)
            else:
                note.show(line, said)
    except Ended as ended:
        return ended.code
    return None
