"""Whether a file carries something harmful, as a scanner beside the program says (clamd, by its INSTREAM command)."""

import socket
import struct
from typing import Protocol
from urllib.parse import urlsplit

import structlog

from citypeers.core.problems import Invalid, Unavailable
from citypeers.core.settings import Settings

log = structlog.get_logger()
_PIECE = 64 * 1024
_PATIENCE_SECONDS = 60.0
_LONGEST_ANSWER = 4096


class Infected(Invalid):
    """The scanner knows the file as harmful."""

    name = "infected"


class ScannerAway(Unavailable):
    """The scanner does not answer, and nothing is taken unseen."""

    name = "scanner-away"


class Scanner(Protocol):
    """Looks at files before they are kept."""

    def look(self, content: bytes) -> None:
        """Let a clean file pass; 422 for an infected one, 503 where nothing can be said."""
        ...


class NoScanner:
    """For instances without one: everything passes."""

    def look(self, content: bytes) -> None:
        return


class Clamd:
    """A clamd at an address: ``tcp://host:port`` or ``unix:///path/of/its/socket``."""

    def __init__(self, url: str) -> None:
        self._parts = urlsplit(url)

    def look(self, content: bytes) -> None:
        try:
            said = self._ask(content)
        except OSError as error:
            log.error("scanner.away", kind=type(error).__name__)
            raise ScannerAway from None
        if said.endswith("FOUND"):
            log.warning("scanner.found", what=said[:200])
            raise Infected
        if said != "stream: OK":
            log.error("scanner.unclear", said=said[:200])
            raise ScannerAway

    def _ask(self, content: bytes) -> str:
        with self._connected() as line:
            line.sendall(b"zINSTREAM\0")
            for start in range(0, len(content), _PIECE):
                piece = content[start : start + _PIECE]
                line.sendall(struct.pack("!L", len(piece)) + piece)
            line.sendall(struct.pack("!L", 0))
            answer = b""
            while not answer.endswith(b"\0") and len(answer) < _LONGEST_ANSWER:
                piece = line.recv(_LONGEST_ANSWER)
                if not piece:
                    break
                answer += piece
        return answer.rstrip(b"\0\n").decode("utf-8", "replace").strip()

    def _connected(self) -> socket.socket:
        if self._parts.scheme == "tcp":
            return socket.create_connection((self._parts.hostname or "", self._parts.port or 3310), _PATIENCE_SECONDS)
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(_PATIENCE_SECONDS)
        try:
            line.connect(self._parts.path)
        except OSError:
            line.close()
            raise
        return line


def scanner_of(settings: Settings) -> Scanner:
    """The scanner that the settings name."""
    return Clamd(settings.clamd_url) if settings.clamd_url else NoScanner()
