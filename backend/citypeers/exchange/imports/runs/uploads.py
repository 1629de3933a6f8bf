"""A file as it comes in: streamed to the disk, counted and digested, and gone when the request is."""

import hashlib
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import anyio.to_thread
from fastapi import Depends, Query, Request

from citypeers.core.caller import Here, Writing
from citypeers.core.problems import Invalid
from citypeers.exchange.imports.runs import service
from citypeers.exchange.imports.runs.schemas import Answered, ImportUpload
from citypeers.identity.current import Acting
from citypeers.identity.idempotency import Key, Once, once

MAX_BYTES = 25 * 2**20


Asked = Annotated[ImportUpload, Query()]


@dataclass(frozen=True)
class Upload:
    """The bytes of a request, as a file that lasts as long as the request."""

    path: Path
    size: int
    digest: str


async def _received(request: Request, who: Acting, asked: Asked) -> AsyncIterator[Upload]:
    """Only who may import anything at all has their bytes taken."""
    instance = request.app.state.instance
    await anyio.to_thread.run_sync(service.guard_upload, instance.database, who)
    with tempfile.TemporaryDirectory(prefix="citypeers-import-") as folder:
        path = Path(folder) / f"file{service.suffix_of(asked.file)}"
        digest, size = hashlib.sha256(), 0
        with path.open("wb") as file:
            async for chunk in request.stream():
                digest.update(chunk)
                size += len(chunk)
                await anyio.to_thread.run_sync(file.write, chunk)
        if size == 0:
            raise Invalid([("/", "file_empty")])
        yield Upload(path, size, digest.hexdigest())


Uploaded = Annotated[Upload, Depends(_received)]


def _looked_at(here: Here, who: Acting, asked: Asked, upload: Uploaded) -> tuple[Answered, dict[str, Any]]:
    return service.looked_at(here.database, who, asked, upload.path)


LookedAt = Annotated[tuple[Answered, dict[str, Any]], Depends(_looked_at)]


def _once(request: Request, _: LookedAt, session: Writing, who: Acting, upload: Uploaded, idempotency_key: Key = None) -> Once:
    asked = hashlib.sha256(f"{upload.digest} {request.url.query}".encode()).hexdigest()
    return once(request, session, who, asked, idempotency_key)


UploadedOnce = Annotated[Once, Depends(_once)]
