"""Files as they come in: in pieces, to a file of their own, and larger than other bodies may be."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import IO, Any

import structlog
from fastapi.routing import APIRoute
from starlette.middleware.body_limit import RequestBodyLimitMiddleware

from citypeers.core.storage import NoRoom

MOST = 25 * 2**20
"""Bytes of one file."""
_IN_MEMORY = 2**20
log = structlog.get_logger()


class LargeBody(APIRoute):
    """A path whose body is a file; the limit of all other bodies stands outside of it and gives way."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.app = RequestBodyLimitMiddleware(self.app, MOST)


@asynccontextmanager
async def received(pieces: AsyncIterator[bytes]) -> AsyncIterator[IO[bytes]]:
    """A whole body, to be read from its beginning; nothing of it is left afterwards."""
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as file:
        try:
            async for piece in pieces:
                file.write(piece)
        except OSError:
            log.error("upload.no_room")
            raise NoRoom from None
        file.seek(0)
        yield file
