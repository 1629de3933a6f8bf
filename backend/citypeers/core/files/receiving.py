"""Files as they come in: in pieces, to a file of their own."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import IO

import structlog

from citypeers.core.storage import NoRoom

MOST = 25 * 2**20
"""Bytes of one file, which is more than other bodies may have."""
_IN_MEMORY = 2**20
log = structlog.get_logger()


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
