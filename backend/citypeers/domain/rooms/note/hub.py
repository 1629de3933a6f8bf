"""The shared notes of one process: changes are kept first, then read back in their order and told to every line.

What other processes keep is read by the same way, so that it makes no difference which process a line is open to.
"""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

import anyio.to_thread
import structlog

from citypeers.core.db import Database
from citypeers.domain.rooms.note import keeping, seats, wire
from citypeers.domain.rooms.note.keeping import Refused
from citypeers.domain.rooms.note.line import Code, Ended, Line
from citypeers.domain.rooms.note.opened import OpenNote

READ_SECONDS = 0.04
"""How often what other processes have kept is looked for."""
WATCH_SECONDS = 1.0
"""How often it is looked whether access has ended."""
DEAF_SECONDS = 30.0
"""After so long without a successful look all lines are closed; gathered changes may be gone by then."""
GATHERED_EVERY = 200
"""Changes of one note."""
PAUSE_SECONDS = 1.0
log = structlog.get_logger()
REFUSALS = {Refused.access_ended: Code.access_ended, Refused.room_closed: Code.room_closed}


class Hub:
    """Every open note, and the work that goes on while there is one."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._notes: dict[str, OpenNote] = {}
        self._work: list[asyncio.Task[None]] = []
        self._beside: set[asyncio.Task[None]] = set()

    async def join(self, line: Line) -> OpenNote:
        """Open a note for a line."""
        if not self._work:
            self._begin()
        note = self._notes.get(line.seat.room)
        if note is None:
            note = self._notes[line.seat.room] = OpenNote(line.seat.room)
            note.loading = asyncio.create_task(self._load(note))
        note.enter(line)
        try:
            if note.loading is not None:
                await asyncio.shield(note.loading)
        except BaseException:
            self.leave(note, line)
            raise
        return note

    def leave(self, note: OpenNote, line: Line) -> None:
        """Close a line's part of a note; a note that nobody has open is gathered and put away."""
        note.leave(line)
        if note.lines or self._notes.get(note.room) is not note:
            return
        del self._notes[note.room]
        if note.since_gathered:
            self._aside(self._gather(note))
        if not self._notes:
            self._end()

    async def change(self, note: OpenNote, line: Line, content: bytes) -> None:
        """Keep a change of a note; when this returns it is kept, and on its way to the others."""
        if content == wire.NOTHING_NEW:
            return
        note.check(content)
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._pending.append((line, content, done))
        self._wanted.set()
        await done
        if note.since_gathered >= GATHERED_EVERY:
            self._aside(self._gather(note))

    async def close(self) -> None:
        """Close every line: the process ends."""
        self._end_lines(Code.restart)
        self._end()
        for task in [*self._beside]:
            with suppress(Exception):
                await task

    def _begin(self) -> None:
        self._pending: list[tuple[Line, bytes, asyncio.Future[None]]] = []
        self._written: dict[int, Line] = {}
        self._wanted, self._news, self._ready = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._position = 0
        self._work = [asyncio.create_task(each()) for each in (self._write, self._read, self._watch)]

    def _end(self) -> None:
        for task in self._work:
            task.cancel()
        self._work = []

    def _end_lines(self, code: Code) -> None:
        for note in self._notes.values():
            for line in note.lines:
                line.end(code)

    def _aside(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)

    async def _load(self, note: OpenNote) -> None:
        await self._ready.wait()  # from here on what is kept reaches the note, so that nothing is between the two
        try:
            note.fill(await anyio.to_thread.run_sync(keeping.load, self._database, note.room))
        except Exception:
            log.exception("rooms.note_not_loaded", room=note.room)
            raise Ended(Code.broken) from None

    async def _gather(self, note: OpenNote) -> None:
        note.since_gathered = 0
        try:
            await anyio.to_thread.run_sync(keeping.gather, self._database, note.room)
        except Exception:
            log.exception("rooms.note_not_gathered", room=note.room)

    async def _write(self) -> None:
        """Keep what is pending, all of it in one transaction; meanwhile the next gathers."""
        while True:
            await self._wanted.wait()
            batch, self._pending = self._pending[: keeping.AT_ONCE], self._pending[keeping.AT_ONCE :]
            if not self._pending:
                self._wanted.clear()
            changes = [(line.seat, content) for line, content, _ in batch]
            try:
                outcomes = await anyio.to_thread.run_sync(keeping.append, self._database, changes)
            except Exception:
                log.exception("rooms.changes_not_kept")
                _settle(batch, [Code.broken] * len(batch))
                continue
            for (line, _, _), outcome in zip(batch, outcomes, strict=True):
                if isinstance(outcome, int):
                    self._written[outcome] = line
            _settle(batch, [None if isinstance(outcome, int) else REFUSALS[outcome] for outcome in outcomes])
            self._news.set()

    async def _read(self) -> None:
        """Tell every line what is new, whichever process has kept it."""
        now = asyncio.get_running_loop().time
        heard = now()
        while True:
            try:
                if not self._ready.is_set():
                    self._position = await anyio.to_thread.run_sync(keeping.last, self._database)
                    self._ready.set()
                found = await self._database.read(True, keeping.after, self._database, self._position)
                if now() - heard > DEAF_SECONDS:
                    self._end_lines(Code.restart)
                heard = now()
                for position, room, content in found:
                    self._position = position
                    origin = self._written.pop(position, None)
                    if room in self._notes:
                        self._notes[room].take(position, content, origin)
                if len(found) < keeping.AT_ONCE:
                    await _either(self._news, READ_SECONDS)
            except Exception:
                log.exception("rooms.changes_not_read")
                if now() - heard > DEAF_SECONDS:
                    self._end_lines(Code.restart)
                await asyncio.sleep(PAUSE_SECONDS)

    async def _watch(self) -> None:
        """Close the lines of those whose access has ended."""
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            lines = [line for note in self._notes.values() for line in note.lines]
            try:
                kept = await anyio.to_thread.run_sync(_lasting(self._database, {line.seat for line in lines}))
            except Exception:
                log.exception("rooms.access_not_read")
                continue
            for line in lines:
                if line.seat not in kept:
                    line.end(Code.access_ended)


def _lasting(database: Database, held: set[seats.Seat]) -> Callable[[], set[seats.Seat]]:
    def look() -> set[seats.Seat]:
        with database.reading() as session:
            return seats.lasting(session, held)

    return look


def _settle(batch: list[tuple[Line, bytes, "asyncio.Future[None]"]], codes: list[Code | None]) -> None:
    for (_, _, done), code in zip(batch, codes, strict=True):
        if done.done():
            continue
        if code is None:
            done.set_result(None)
        else:
            done.set_exception(Ended(code))


async def _either(event: asyncio.Event, seconds: float) -> None:
    """Wait for an event, for so long at most."""
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)
    event.clear()
