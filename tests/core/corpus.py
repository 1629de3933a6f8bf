"""Files as people send them, and as those send them who mean harm."""

import io
import struct
import zipfile
import zlib

from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 1\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"
ODF = "application/vnd.oasis.opendocument."
OOXML = "application/vnd.openxmlformats-officedocument."
PARTS = {
    "docx": ("word/document.xml", f"{OOXML}wordprocessingml.document"),
    "xlsx": ("xl/workbook.xml", f"{OOXML}spreadsheetml.sheet"),
    "pptx": ("ppt/presentation.xml", f"{OOXML}presentationml.presentation"),
}


def picture(form: str = "PNG", width: int = 40, height: int = 30, **how: object) -> bytes:
    """A picture in four colours."""
    image = Image.new("RGB", (width, height), "#204060")
    image.paste("#f0c040", (0, 0, width // 2, height // 2))
    kept = io.BytesIO()
    image.save(kept, form, **how)  # type: ignore[arg-type]  # of the format's own
    return kept.getvalue()


def zipped(members: dict[str, bytes | str], **how: object) -> bytes:
    """A zip archive."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else None
            archive.writestr(name, content, stored)
    return kept.getvalue()


def office(kind: str = "docx", more: dict[str, bytes | str] | None = None, said: str | None = None) -> bytes:
    """An Office file with no more than it has to have."""
    part, media_type = PARTS[kind]
    types = f'<Types><Override PartName="/{part}" ContentType="{said or media_type}.main+xml"/></Types>'
    return zipped({"[Content_Types].xml": types, "_rels/.rels": "<Relationships/>", part: "<x/>", **(more or {})})


def opendocument(kind: str = "text", more: dict[str, bytes | str] | None = None) -> bytes:
    """An OpenDocument file with no more than it has to have."""
    return zipped({"mimetype": f"{ODF}{kind}", "content.xml": "<x/>", "META-INF/manifest.xml": "<x/>", **(more or {})})


def bomb_png(width: int = 60_000, height: int = 60_000) -> bytes:
    """A small file that says it unfolds to a picture of gigabytes."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack("!L", len(content)) + kind + content + struct.pack("!L", zlib.crc32(kind + content))

    header = struct.pack("!LLBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 10_000)) + chunk(b"IEND", b"")


def lying_zip() -> bytes:
    """An Office file, one member of which holds more than it says."""
    whole = bytearray(office("docx", {"word/media/a.bin": b"\0" * 1_000_000}))
    honest = struct.pack("<L", 1_000_000)
    return bytes(whole.replace(honest, struct.pack("<L", 10)))


def many_that_unfold() -> bytes:
    """An Office file with others in it, none of which is too large by itself."""
    inside = office("xlsx", {"xl/media/a.xml": b"\0" * (50 * 2**20)})
    return office("pptx", {f"ppt/embeddings/{number}.xlsx": inside for number in range(5)})


def with_a_link() -> bytes:
    """An Office file with a symbolic link in it."""
    kept = io.BytesIO(office())
    with zipfile.ZipFile(kept, "a") as archive:
        link = zipfile.ZipInfo("word/link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return kept.getvalue()


def locked_zip() -> bytes:
    """An Office file that says its members are encrypted."""
    whole = bytearray(office())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = whole.find(mark)
        while at >= 0:
            whole[at + place] |= 1
            at = whole.find(mark, at + 4)
    return bytes(whole)


GOOD: dict[str, tuple[bytes, str]] = {
    "plan.pdf": (PDF, "application/pdf"),
    "map.png": (picture("PNG"), "image/png"),
    "photo.JPG": (picture("JPEG"), "image/jpeg"),
    "photo.webp": (picture("WEBP"), "image/webp"),
    "report.odt": (opendocument("text"), f"{ODF}text"),
    "costs.ods": (opendocument("spreadsheet"), f"{ODF}spreadsheet"),
    "talk.odp": (opendocument("presentation"), f"{ODF}presentation"),
    "report.docx": (office("docx"), PARTS["docx"][1]),
    "costs.xlsx": (office("xlsx"), PARTS["xlsx"][1]),
    "talk.pptx": (office("pptx", {"ppt/embeddings/chart.xlsx": office("xlsx")}), PARTS["pptx"][1]),
    "values.csv": ("Ort;Wert\r\nKöln;3,5\r\n".encode("cp1252"), "text/csv"),
    "notes.txt": ("Bäume < Häuser".encode(), "text/plain"),
    "no end": (PDF, "application/pdf"),
}
"""What is taken, by its name, with what it is."""
BAD: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.pdf", b"", "file_empty"),
    "page": ("a.txt", b"<html><script>alert(1)</script></html>", "file_kind"),
    "page after spaces": ("a.txt", b" \n\t<a href=x>y</a>", "file_kind"),
    "svg with script": ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "file_kind"),
    "svg called png": ("a.png", b'<?xml version="1.0"?><svg><script>alert(1)</script></svg>', "file_kind"),
    "gif": ("a.gif", picture("GIF"), "file_kind"),
    "program": ("a.pdf", b"MZ" + b"\0" * 200, "file_kind"),
    "script": ("a.sh", b"rm -rf /\n", "file_name"),
    "old office": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "file_kind"),
    "some zip": ("a.docx", zipped({"a.txt": "x"}), "file_kind"),
    "pdf and page": ("a.pdf", PDF.replace(b"1 0 obj", b"<html><script>alert(1)</script>\n1 0 obj", 1), "file_disguised"),
    "pdf and zip": ("a.pdf", PDF[:-6] + zipped({"a": "b"}) + b"%%EOF", "file_disguised"),
    "pdf with script": ("a.pdf", PDF.replace(b"/Catalog", b"/Catalog /OpenAction << /S /JavaScript /JS (x) >>"), "file_active"),
    "half a pdf": ("a.pdf", PDF[:40], "file_broken"),
    "pdf called docx": ("a.docx", PDF, "file_name"),
    "png called jpg": ("a.jpg", picture("PNG"), "file_name"),
    "xlsx called docx": ("a.docx", office("xlsx"), "file_name"),
    "hidden end": ("invoice.pdf.exe", PDF, "file_name"),
    "half a picture": ("a.png", picture("PNG")[:-60], "file_broken"),
    "half a photo": ("a.jpg", picture("JPEG", 400, 300)[:900], "file_broken"),
    "picture that unfolds": ("a.png", bomb_png(), "file_unfolds"),
    "zip that unfolds": ("a.docx", office("docx", {"word/media/a.xml": b"\0" * (201 * 2**20)}), "file_unfolds"),
    "many members": ("a.docx", office("docx", {f"word/{number}": "" for number in range(5_001)}), "file_unfolds"),
    "zip that lies": ("a.docx", lying_zip(), "file_broken"),
    "half a zip": ("a.docx", office()[:-30], "file_broken"),
    "locked": ("a.docx", locked_zip(), "file_locked"),
    "way out": ("a.docx", office("docx", {"../../etc/cron.d/x": "x"}), "file_disguised"),
    "from the root": ("a.docx", office("docx", {"/etc/passwd": "x"}), "file_disguised"),
    "link": ("a.docx", with_a_link(), "file_disguised"),
    "nested": ("a.docx", office("docx", {"word/media/a.bin": zipped({"a": "b"})}), "file_disguised"),
    "nested twice": (
        "a.docx",
        office("docx", {"word/embeddings/a.xlsx": office("xlsx", {"xl/embeddings/b.docx": office()})}),
        "file_disguised",
    ),
    "many that unfold": ("a.pptx", many_that_unfold(), "file_unfolds"),
    "template in other letters": (
        "a.docx",
        office("docx", {"word/_rels/settings.xml.rels": '<Relationship Type="x/attached&#84;emplate" TargetMode="External"/>'}),
        "file_active",
    ),
    "template in another coding": (
        "a.docx",
        office("docx", {"word/_rels/settings.xml.rels": '<Relationship Type="x/attachedTemplate"/>'.encode("utf-16")}),
        "file_disguised",
    ),
    "endless list": ("a.docx", office("docx", {"word/_rels/document.xml.rels": " " * (2**20 + 1)}), "file_unfolds"),
    "macros": ("a.docx", office("docx", {"word/vbaProject.bin": b"x"}), "file_active"),
    "macros by kind": ("a.docx", office("docx", said="application/vnd.ms-word.document.macroEnabled"), "file_active"),
    "controls": ("a.xlsx", office("xlsx", {"xl/activeX/activeX1.xml": "<x/>"}), "file_active"),
    "fetched template": (
        "a.docx",
        office("docx", {"word/_rels/settings.xml.rels": '<Relationship Type="x/attachedTemplate" TargetMode="External"/>'}),
        "file_active",
    ),
    "ole object": ("a.docx", office("docx", {"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0" + b"\0" * 99}), "file_active"),
    "program inside": ("a.odt", opendocument("text", {"Pictures/a.png": b"MZ" + b"\0" * 99}), "file_active"),
    "basic": ("a.odt", opendocument("text", {"Basic/Standard/Module1.xml": "<x/>"}), "file_active"),
    "two main parts": (
        "a.docx",
        zipped(
            {
                "[Content_Types].xml": "".join(f'<o ContentType="{kind}.main+xml"/>' for _, kind in PARTS.values()),
                "_rels/.rels": "",
                "word/document.xml": "",
                "xl/workbook.xml": "",
            }
        ),
        "file_kind",
    ),
    "opendocument of another kind": ("a.odt", opendocument("graphics"), "file_kind"),
    "control characters": ("a.txt", b"a\x00b", "file_kind"),
}
"""What is not taken: its name, its bytes, and the code that says why."""
