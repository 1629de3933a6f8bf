"""Office files: zip archives whose members are looked at one by one before anybody opens them."""

import html
import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from citypeers.core.files.refusals import FileRefused

MOST_MEMBERS = 5_000
MOST_UNFOLDED = 200 * 2**20
"""Bytes that all members together may hold, those of archives inside included."""
LONGEST_LIST = 2**20
"""Bytes of a member that says what the others are."""
_ZIP = b"PK\x03\x04"
_ODF: Final = "application/vnd.oasis.opendocument."
_OOXML: Final = "application/vnd.openxmlformats-officedocument."
_MAIN = {
    f"{_OOXML}wordprocessingml.document": "word/document.xml",
    f"{_OOXML}spreadsheetml.sheet": "xl/workbook.xml",
    f"{_OOXML}presentationml.presentation": "ppt/presentation.xml",
}
"""The part without which an Office file is none of its kind."""
_NAMES_MAIN = re.compile(r'ContentType="([^"]+)\.main\+xml"')
_OUTSIDE = re.compile(r"attachedTemplate|relationships/(oleObject|control|vbaProject)\b")
"""Parts of an Office file that bring a program with them, or fetch one when it is opened."""
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xd0\xcf\x11\xe0", b"#!", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"\xca\xfe\xba\xbe")
"""How programs, old Office files and other archives begin; none has a place in an Office file."""
_ACTIVE = re.compile(r"(^|/)(vbaProject\.bin|activeX|Basic|Scripts)(/|$)", re.IGNORECASE)
_EMBEDDED = re.compile(r"(word|xl|ppt)/embeddings/[^/]+\.(docx|xlsx|pptx)")
"""Where an Office file keeps the table behind a chart."""


@dataclass
class _Room:
    """How much may still be unfolded."""

    left: int = MOST_UNFOLDED

    def take(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise FileRefused("file_unfolds")


def judged(content: bytes) -> str | None:
    """The media type of an Office file; None where the archive is something else."""
    return _opened(content, _Room(), is_embedded=False)


def _opened(content: bytes, room: _Room, is_embedded: bool) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _judged(archive, room, is_embedded)
    # Each of these is raised by the library for an archive that is damaged or packed in a way it does not know.
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError):
        raise FileRefused("file_broken") from None


def _judged(archive: zipfile.ZipFile, room: _Room, is_embedded: bool) -> str | None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise FileRefused("file_unfolds")
    room.take(sum(each.file_size for each in members))
    if any(each.flag_bits & 1 for each in members):
        raise FileRefused("file_locked")
    names = {each.filename for each in members}
    if len(names) < len(members) or not all(map(_stays_inside, members)):
        raise FileRefused("file_disguised")
    if any(map(_ACTIVE.search, names)):
        raise FileRefused("file_active")
    kind = _opendocument(archive, members) or _office(archive, names)
    if kind is not None:
        for each in members:
            _look(archive, each, room, is_embedded)
    return kind


def _stays_inside(member: zipfile.ZipInfo) -> bool:
    """Whether unpacking it writes below the folder it is unpacked to, and nothing but a file."""
    name = member.orig_filename
    is_link = (member.external_attr >> 16) & 0o170000 == 0o120000
    return not (is_link or name.startswith("/") or re.search(r"(^|/)\.\.(/|$)|[\\\0:]", name))


def _opendocument(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> str | None:
    first = members[0] if members else None
    if first is None or first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED or first.file_size > 100:
        return None
    said = archive.read(first).decode("ascii", "replace")
    known = {f"{_ODF}{kind}" for kind in ("text", "spreadsheet", "presentation")}
    needed = {"content.xml", "META-INF/manifest.xml"}
    return said if said in known and needed <= {each.filename for each in members} else None


def _office(archive: zipfile.ZipFile, names: set[str]) -> str | None:
    """Judged by what the archive says its main part is; a part of that name alone says nothing."""
    if not {"[Content_Types].xml", "_rels/.rels"} <= names:
        return None
    said = _list(archive, archive.getinfo("[Content_Types].xml"))
    if "macroenabled" in said.lower() or "vbaproject" in said.lower():
        raise FileRefused("file_active")
    mains = set(_NAMES_MAIN.findall(said)) & _MAIN.keys()
    if len(mains) != 1:
        return None
    main = mains.pop()
    return main if _MAIN[main] in names else None


def _list(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> str:
    """What a member says of others, as a reader of XML would see it."""
    if member.file_size > LONGEST_LIST:
        raise FileRefused("file_unfolds")
    content = archive.read(member)
    if b"\0" in content:  # another coding, in which nothing would be found
        raise FileRefused("file_disguised")
    return html.unescape(content.decode("utf-8", "replace"))


def _look(archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: _Room, is_embedded: bool) -> None:
    """Unfold one member, which proves its size and checksum, and look at how it begins."""
    if member.filename.endswith(".rels") and _OUTSIDE.search(_list(archive, member)):
        raise FileRefused("file_active")
    begins = b""
    with archive.open(member) as unfolding:
        while piece := unfolding.read(2**20):
            begins = begins or piece
    if begins.startswith(_PROGRAMS):
        raise FileRefused("file_active")
    if begins.startswith(_ZIP):
        if is_embedded or not _EMBEDDED.fullmatch(member.filename):
            raise FileRefused("file_disguised")
        if _opened(archive.read(member), room, is_embedded=True) is None:
            raise FileRefused("file_disguised")
