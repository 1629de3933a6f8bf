"""Where the program's log goes."""

import sys

import structlog


def to_stderr() -> None:
    """Log to standard error: what commands print on standard output is read by other programs."""
    structlog.configure(logger_factory=lambda *_: structlog.PrintLogger(sys.stderr))
