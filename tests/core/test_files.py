"""Files are what their bytes say, carry no more than they show, and are looked at by the scanner where there is one."""

import io
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from citypeers.core.files import contents
from citypeers.core.files.pictures import Width
from citypeers.core.files.refusals import FileRefused
from citypeers.core.files.scanning import Clamd, Infected, NoScanner, ScannerAway, scanner_of
from citypeers.core.settings import Settings
from tests.core.corpus import BAD, GOOD, PDF, picture


@pytest.mark.parametrize("name", GOOD)
def test_what_is_taken_is_what_its_bytes_say(name: str) -> None:
    content, media_type = GOOD[name]
    taken = contents.judged(content, name)
    assert taken.media_type == media_type
    assert taken.name.lower().endswith(contents.TAKEN[media_type])
    assert taken.picture is not None or taken.content == content


@pytest.mark.parametrize("case", BAD)
def test_what_is_not_taken_says_why(case: str) -> None:
    name, content, code = BAD[case]
    with pytest.raises(FileRefused) as refused:
        contents.judged(content, name)
    assert refused.value.errors == [("", code)]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/plan.pdf", "plan.pdf"),
        ("C:\\Users\\Ana\\Plan für Köln.pdf", "Plan für Köln.pdf"),
        ("a\u202efdp.pdf", "a fdp.pdf"),
        ("\r\nSet-Cookie: x.pdf", "Set-Cookie x.pdf"),
        ("Plan vom 3. Mai", "Plan vom 3. Mai.pdf"),
        (".pdf", "pdf.pdf"),
        ("...", "file.pdf"),
        ("x" * 255, "x" * 115 + ".pdf"),
    ],
)
def test_names_show_what_they_are(given: str, kept: str) -> None:
    assert contents.judged(PDF, given).name == kept


def _photo() -> bytes:
    """A photo that lies on its side, and says where and by whom it was taken."""
    about = Image.Exif()
    about[Base.Orientation] = 6
    about[Base.Artist] = "Ana Almeida"
    about.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (53.0, 33.0, 0.0)
    return picture("JPEG", 400, 300, exif=about, comment=b"Ana Almeida")


def test_a_picture_is_kept_upright_and_without_what_a_camera_writes() -> None:
    assert b"Ana Almeida" in _photo()
    taken = contents.judged(_photo(), "photo.jpg")
    assert taken.picture is not None
    assert (taken.picture.width, taken.picture.height) == (300, 400)
    for content in (taken.content, *taken.picture.small.values()):
        assert b"Ana Almeida" not in content
        with Image.open(io.BytesIO(content)) as image:
            assert not image.getexif()


def test_what_was_written_behind_a_picture_is_gone() -> None:
    taken = contents.judged(picture("PNG") + b"<script>alert(1)</script>", "a.png")
    assert b"script" not in taken.content


def test_small_pictures_are_no_wider_than_asked_and_none_grows() -> None:
    taken = contents.judged(picture("PNG", 2000, 1000), "a.png").picture
    assert taken is not None
    sizes = {width: Image.open(io.BytesIO(small)).size for width, small in taken.small.items()}
    assert sizes == {Width.small: (320, 160), Width.large: (1280, 640)}
    little = contents.judged(picture("PNG", 100, 50), "a.png").picture
    assert little is not None
    assert {Image.open(io.BytesIO(small)).size for small in little.small.values()} == {(100, 50)}


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_pictures_of_every_mode_are_kept(mode: str) -> None:
    form, name = ("JPEG", "a.jpg") if mode == "CMYK" else ("PNG", "a.png")
    kept = io.BytesIO()
    Image.new(mode, (20, 10)).save(kept, form)
    taken = contents.judged(kept.getvalue(), name).picture
    assert taken is not None
    assert (taken.width, taken.height) == (20, 10)


Answer = Callable[[bytes], bytes]
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def _knows_eicar(content: bytes) -> bytes:
    return b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0"


class Scanning:
    """A clamd that takes INSTREAM as the protocol says."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self.answer: Answer = _knows_eicar
        self.seen: list[bytes] = []
        line.listen()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                caller, _ = self._line.accept()
            except OSError:
                return
            with caller, caller.makefile("rb") as read:
                assert read.read(10) == b"zINSTREAM\0"
                content = b""
                while size := struct.unpack("!L", read.read(4))[0]:
                    content += read.read(size)
                self.seen.append(content)
                caller.sendall(self.answer(content))


@pytest.fixture(params=["tcp", "unix"])
def scanning(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Scanning, str]]:
    """A scanner and its address."""
    if request.param == "tcp":
        line = socket.create_server(("127.0.0.1", 0))
        url = f"tcp://127.0.0.1:{line.getsockname()[1]}"
    else:
        line = socket.socket(socket.AF_UNIX)
        line.bind(str(tmp_path / "clamd"))
        url = f"unix://{tmp_path}/clamd"
    yield Scanning(line), url
    line.shutdown(socket.SHUT_RDWR)
    line.close()


def test_a_clean_file_passes_whole(scanning: tuple[Scanning, str]) -> None:
    clamd, url = scanning
    content = bytes(range(256)) * 1_000
    scanner_of(Settings(clamd_url=url)).look(content)
    assert clamd.seen == [content]


def test_an_infected_file_does_not(scanning: tuple[Scanning, str]) -> None:
    with pytest.raises(Infected):
        Clamd(scanning[1]).look(b"x" * 70_000 + EICAR)


@pytest.mark.parametrize("said", [b"", b"stream: ", b"INSTREAM size limit exceeded. ERROR\0", b"x" * 9_000])
def test_whatever_else_a_scanner_says_lets_nothing_pass(scanning: tuple[Scanning, str], said: bytes) -> None:
    clamd, url = scanning
    clamd.answer = lambda _: said
    with pytest.raises(ScannerAway):
        Clamd(url).look(b"x")


def test_without_the_scanner_that_is_set_nothing_passes(tmp_path: Path) -> None:
    with pytest.raises(ScannerAway):
        Clamd(f"unix://{tmp_path}/nobody").look(b"x")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(ScannerAway):
            Clamd(f"tcp://127.0.0.1:{taken.getsockname()[1]}").look(b"x")


def test_an_instance_without_a_scanner_takes_files() -> None:
    assert isinstance(scanner_of(Settings()), NoScanner)
    scanner_of(Settings()).look(EICAR)
