"""The response cache for anonymous public reads, outside the framework's stack.

An answer is never older than the last commit to public content made before its request came in. On SQLite each
request asks the file itself (``PRAGMA data_version``); on PostgreSQL the commit notifies every process, which takes
the milliseconds of one notification, and a lost line switches the cache off until it is back.
"""

import sqlite3
import threading
from collections import OrderedDict
from datetime import date
from typing import Any, Protocol

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from citypeers.core import clock
from citypeers.core.counters import CHANNEL
from citypeers.core.db import Database
from citypeers.core.text import negotiate

log = structlog.get_logger()
LOOK_SECONDS = 0.5
"""How often a process that listens looks whether it is to stop."""
_READ = "SELECT value FROM counter WHERE name = 'public'"


class Watch(Protocol):
    """Knows the public counter at any moment from its start to its close; None when it cannot be sure."""

    def start(self) -> None: ...

    def version(self) -> int | None: ...

    def close(self) -> None: ...


class SQLiteWatch:
    """Reads the counter again whenever anything was committed to the file."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection: sqlite3.Connection | None = None
        self._data_version: int | None = None
        self._version: int | None = None

    def start(self) -> None:
        self._connection, self._data_version = self._database.connect_sqlite(), None  # each connection counts for itself

    def version(self) -> int | None:
        if self._connection is None:
            return None
        try:
            data_version = self._connection.execute("PRAGMA data_version").fetchone()[0]
            if data_version != self._data_version:
                self._version = self._connection.execute(_READ).fetchone()[0]
                self._data_version = data_version
        except sqlite3.OperationalError:
            return None
        return self._version

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class PostgreSQLWatch:
    """Listens for the commits that moved the counter."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._version: int | None = None
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._stop.clear()
        self._thread = threading.Thread(target=self._listen, name="cache-watch", daemon=True)
        self._thread.start()

    def version(self) -> int | None:
        return self._version

    def close(self) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _listen(self) -> None:
        import psycopg  # here, so that a process on SQLite does not carry the driver

        while not self._stop.is_set():
            try:
                with self._database.connect_postgresql() as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    row = connection.execute(_READ).fetchone()
                    self._version = row[0] if row else None
                    while not self._stop.is_set():
                        for notice in connection.notifies(timeout=LOOK_SECONDS):
                            self._version = max(self._version or 0, int(notice.payload))
            except psycopg.Error:
                log.warning("cache.line_lost")
                self._stop.wait(1)
            finally:
                self._version = None


def watch(database: Database) -> Watch:
    """The watch that fits the database."""
    return SQLiteWatch(database) if database.is_sqlite else PostgreSQLWatch(database)


State = tuple[int, date]
"""The public counter, and the day: some answers depend on it and end at midnight UTC."""
Entry = tuple[list[tuple[bytes, bytes]], bytes, bytes]
_OVERHEAD = 2_500
"""Bytes that an answer takes beside its body, as measured on a full cache of small ones: headers, key, and their places."""


class ResponseCache:
    """ASGI middleware that keeps complete answers to public reads under ``prefix``, bounded in bytes."""

    def __init__(self, app: ASGIApp, watch: Watch, limit: int, prefix: str) -> None:
        self.app = app
        self._watch = watch
        self._limit = limit
        self._prefix = prefix
        self._entries: OrderedDict[tuple[Any, ...], Entry] = OrderedDict()
        self._size = 0
        self._state: State | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith(self._prefix):
            return await self.app(scope, receive, send)
        accept, language, coding, unchanged = b"", b"", False, b""
        for name, value in scope["headers"]:
            if name == b"accept-language":
                language = value
            elif name == b"accept-encoding":
                coding = b"gzip" in value
            elif name == b"accept":
                accept = value
            elif name == b"if-none-match":
                unchanged = value
            elif name in (b"authorization", b"cookie"):
                return await self.app(scope, receive, send)
        version = self._watch.version()
        if version is None:
            return await self.app(scope, receive, send)
        state = (version, clock.now().date())
        if state != self._state:
            self._entries.clear()
            self._size = 0
            self._state = state
        key = (scope["path"], scope["query_string"], accept, _LANGUAGES.get(language) or _negotiated(language), coding)
        entry = self._entries.get(key)
        if entry is None:
            return await self.app(scope, receive, _Keeping(self, key, state, send) if not unchanged else send)
        self._entries.move_to_end(key)
        headers, body, tag = entry
        if unchanged and tag and tag in unchanged:
            await send(
                {"type": "http.response.start", "status": 304, "headers": [pair for pair in headers if pair[0] not in _BODILY]}
            )
            await send({"type": "http.response.body", "body": b""})
            return None
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    def keep(self, key: tuple[Any, ...], state: State, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
        """Store one answer, unless public content or the day has changed since it was asked for."""
        if state != (self._watch.version(), clock.now().date()) or state != self._state or len(body) > self._limit // 8:
            return
        if key in self._entries:  # several asked for it at once
            return
        tag = next((value for name, value in headers if name == b"etag"), b"")
        self._entries[key] = (headers, body, tag)
        self._size += len(body) + _OVERHEAD
        while self._size > self._limit:
            _, (_, old, _) = self._entries.popitem(last=False)
            self._size -= len(old) + _OVERHEAD


class _Keeping:
    """A ``send`` that also collects the answer, and keeps it when it is whole and may be kept."""

    def __init__(self, cache: ResponseCache, key: tuple[Any, ...], state: State, send: Send) -> None:
        self._cache, self._key, self._state, self._send = cache, key, state, send
        self._headers: list[tuple[bytes, bytes]] | None = None
        self._chunks: list[bytes] = []

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            if "public" in MutableHeaders(scope=message).get("cache-control", ""):
                self._headers = [(bytes(name), bytes(value)) for name, value in message["headers"]]
        elif message["type"] == "http.response.body" and self._headers is not None:
            self._chunks.append(message.get("body", b""))
            if not message.get("more_body"):
                self._cache.keep(self._key, self._state, self._headers, b"".join(self._chunks))
        await self._send(message)


_BODILY = (b"content-length", b"content-type", b"content-encoding")
_LANGUAGES: dict[bytes, str] = {}


def _negotiated(header: bytes) -> str:
    """The language a header asks for, remembered for the headers that come most."""
    language = negotiate(header.decode("latin-1"))
    if len(_LANGUAGES) < 1_000:
        _LANGUAGES[header] = language
    return language
