"""What kind of file some bytes are: judged by what they hold, never by what somebody says of them."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

import filetype  # type: ignore[import-untyped]  # it says no types

from citypeers.core.files import archives
from citypeers.core.files.pictures import Picture, written_anew
from citypeers.core.files.refusals import FileRefused
from citypeers.core.text import safe

_ODF, _OOXML = "application/vnd.oasis.opendocument.", "application/vnd.openxmlformats-officedocument."
TAKEN: dict[str, tuple[str, ...]] = {
    "application/pdf": (".pdf",),
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "image/webp": (".webp",),
    f"{_ODF}text": (".odt",),
    f"{_ODF}spreadsheet": (".ods",),
    f"{_ODF}presentation": (".odp",),
    f"{_OOXML}wordprocessingml.document": (".docx",),
    f"{_OOXML}spreadsheetml.sheet": (".xlsx",),
    f"{_OOXML}presentationml.presentation": (".pptx",),
    "text/csv": (".csv",),
    "text/plain": (".txt", ".md"),
}
"""The kinds that are taken, with the ends of their names; the first is what a name without one gets."""
LONGEST_NAME = 120
_SNIFFED = 1024
"""As far as browsers look when they guess a kind."""
_MARKUP = re.compile(rb"<(!doctype|html|head|body|script|svg|iframe|img|object|embed|\?xml|\?php)\b", re.IGNORECASE)
_END_OF_ZIP = b"PK\x05\x06"
_FARTHEST_END = 65_557
"""From the end of a file, within which a zip archive says that it ends."""
_PROGRAM_IN_PDF = re.compile(rb"/(JavaScript|Launch)\b")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_UNSEEN = re.compile('[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff/\\\\:*?"<>|]')
"""What a file's name does not show, or what some system takes for something else."""


@dataclass(frozen=True)
class Content:
    """A file as it may be kept: its kind, its bytes, its name, and the picture that it is, if it is one."""

    media_type: str
    content: bytes
    name: str
    picture: Picture | None = None


def judged(content: bytes, name: str) -> Content:
    """A file of a kind that is taken; refused otherwise. Pictures are written anew, everything else stays as it is."""
    if not content:
        raise FileRefused("file_empty")
    media_type = _kind(content, name)
    if media_type is None:
        raise FileRefused("file_kind")
    kept_name = _named(name, media_type)
    if media_type.startswith("image/"):
        picture = written_anew(content, media_type)
        return Content(media_type, picture.content, kept_name, picture)
    return Content(media_type, content, kept_name)


def _kind(content: bytes, name: str) -> str | None:
    if content.startswith(b"PK"):
        return archives.judged(content)
    if content.startswith(b"%PDF-"):
        return _pdf(content)
    guess: str | None = filetype.guess_mime(content)
    if guess is not None:
        return guess if guess in TAKEN and guess.startswith("image/") else None
    return _text(content, name)


def _pdf(content: bytes) -> str:
    if b"%%EOF" not in content[-_SNIFFED:] or b"startxref" not in content:
        raise FileRefused("file_broken")
    if _MARKUP.search(content[:_SNIFFED]) or _END_OF_ZIP in content[-_FARTHEST_END:]:
        raise FileRefused("file_disguised")
    if _PROGRAM_IN_PDF.search(content):
        raise FileRefused("file_active")
    return "application/pdf"


def _text(content: bytes, name: str) -> str | None:
    """Text in UTF-8 or, as spreadsheets of older systems write it, Windows-1252; nothing that a browser would take for a page."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    if _CONTROL.search(text) or "\ufffd" in text or _MARKUP.search(content[:_SNIFFED]) or text.lstrip().startswith("<"):
        return None
    return "text/csv" if PurePosixPath(name).suffix.lower() == ".csv" else "text/plain"


def _named(name: str, media_type: str) -> str:
    """The name as it is shown and downloaded: without folders and tricks, and with the end that its kind has."""
    shown = _UNSEEN.sub(" ", safe(name.replace("\\", "/").rpartition("/")[2]))
    shown = " ".join(shown.split()).strip(". ")
    ends = TAKEN[media_type]
    end = PurePosixPath(shown).suffix.lower()
    if end and end not in ends and re.fullmatch(r"\.[a-z][a-z0-9]{0,9}", end):
        raise FileRefused("file_name")
    stem = shown[: -len(end)] if end in ends else shown
    return (stem.strip(". ")[: LONGEST_NAME - 5] or "file") + (end if end in ends else ends[0])
