"""Where files lie: a folder of this machine, or a bucket that speaks S3. It knows keys and bytes, and nothing of what they are."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

import structlog

from citypeers.core.problems import NotFound, Problem, Unavailable
from citypeers.core.settings import Settings

if TYPE_CHECKING:
    from obstore.store import LocalStore, S3Config, S3Store

log = structlog.get_logger()
_FULL = re.compile(r"code: (27|28|122)\b|InsufficientStorage")
"""What a store says of a disk without room (EFBIG, ENOSPC, EDQUOT), or of a bucket without."""
_AT_ONCE = 256 * 1024
"""Bytes that are read from a store in one piece."""


class NoRoom(Problem):
    """Nothing can be written any more where files lie."""

    status, name = 507, "no-room"


class Storage(Protocol):
    """Files by keys that the program makes; none is ever written over."""

    def put(self, key: str, content: bytes) -> None:
        """Keep a file whole, or nothing of it; 507 without room, 503 where the store is away."""
        ...

    def read(self, key: str) -> Iterator[bytes]:
        """A file in pieces; 404 where there is none, 503 where the store is away."""
        ...

    def remove(self, keys: Sequence[str]) -> None:
        """Let files go; those that are gone already are none the worse for it."""
        ...


class ObjectStorage:
    """Files in a folder or a bucket, by obstore."""

    def __init__(self, opened: "Callable[[], LocalStore | S3Store]") -> None:
        self._opened = opened

    @cached_property
    def _store(self) -> "LocalStore | S3Store":
        """Opened when it is first needed: a folder is made then."""
        return self._opened()

    def put(self, key: str, content: bytes) -> None:
        with _in_our_words():
            # In one piece: several would leave parts behind in a bucket, and could not be refused where the key is taken.
            self._store.put(key, content, mode="create", use_multipart=False)

    def read(self, key: str) -> Iterator[bytes]:
        with _in_our_words():
            try:
                found = self._store.get(key)
            except FileNotFoundError:
                raise NotFound from None
        return (bytes(piece) for piece in found.stream(_AT_ONCE))

    def remove(self, keys: Sequence[str]) -> None:
        for key in keys:
            with _in_our_words(), suppress(FileNotFoundError):
                self._store.delete(key)


@contextmanager
def _in_our_words() -> Iterator[None]:
    """A store's complaints as refusals of ours, but for a key that is taken: that is a mistake of the program's."""
    from obstore.exceptions import AlreadyExistsError, BaseError

    try:
        yield
    except AlreadyExistsError:
        raise
    except (BaseError, OSError) as error:
        if _FULL.search(str(error)):
            log.error("storage.full")
            raise NoRoom from None
        log.error("storage.away", kind=type(error).__name__)
        raise Unavailable from None


def storage_of(settings: Settings) -> Storage:
    """The storage that the settings name."""
    return ObjectStorage(lambda: _bucket(settings) if settings.storage_url.startswith("s3://") else _folder(settings))


def _folder(settings: Settings) -> "LocalStore":
    from obstore.store import LocalStore  # here, so that a process that is asked for no file does not carry it

    return LocalStore(prefix=Path(settings.storage_url).absolute(), mkdir=True, automatic_cleanup=True)


def _bucket(settings: Settings) -> "S3Store":
    from obstore.store import S3Store

    parts = urlsplit(settings.storage_url)
    access: S3Config = {"region": settings.storage_region, "conditional_put": "etag"}
    if settings.storage_endpoint:
        access["endpoint"] = settings.storage_endpoint
    if settings.storage_key_id and settings.storage_secret:
        access["access_key_id"] = settings.storage_key_id
        access["secret_access_key"] = settings.storage_secret.get_secret_value()
    return S3Store(
        parts.netloc,
        prefix=parts.path.strip("/") or None,
        config=access,
        client_options={"allow_http": (settings.storage_endpoint or "").startswith("http://"), "timeout": timedelta(seconds=60)},
        retry_config={"max_retries": 2, "retry_timeout": timedelta(seconds=30)},
    )
