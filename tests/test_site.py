"""What a process serves beside the API: screens, the pages behind problems, its health."""

import gzip
import html
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from citypeers import migrating
from citypeers.core.db import Database
from citypeers.core.messages import MESSAGES
from citypeers.core.text import LANGUAGES
from citypeers.main import create_app
from tests.conftest import Loaded, settings_for

SCRIPT = "console.log('x');\n" * 200
BROTLI = bytes.fromhex("1bd70700c457a67dc1")
"""What the build wrote beside the script; the server passes it on unread."""


@pytest.fixture
def site(loaded: Loaded, tmp_path: Path) -> Iterator[TestClient]:
    """A process with a small front end of its own."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "index.html").write_text("<title>Citypeers</title>")
    (tmp_path / "docs" / "index.html").write_text("<title>API</title>")
    (tmp_path / "assets" / "main-abc.js").write_text(SCRIPT)
    (tmp_path / "assets" / "main-abc.js.br").write_bytes(BROTLI)
    (tmp_path / "assets" / "main-abc.js.gz").write_bytes(gzip.compress(SCRIPT.encode()))
    for language in LANGUAGES:
        (tmp_path / "prerendered" / language).mkdir(parents=True)
        (tmp_path / "prerendered" / language / "networks.html").write_text(f"drawn {language}")
        (tmp_path / "records" / language).mkdir(parents=True)
        page = f'drawn {language} <h1 title="{{{{name}}}}">{{{{summary}}}}</h1>'
        (tmp_path / "records" / language / "networks.html").write_text(page)
        if language == "en":  # as the build has it; in the others' there is nothing to gain by packing
            (tmp_path / "records" / language / "networks.html.gz").write_bytes(gzip.compress(page.encode()))
    with TestClient(create_app(settings_for(loaded, frontend_dir=tmp_path))) as caller:
        yield caller


@pytest.mark.parametrize("path", ["/", "/networks?category=national", "/networks/nothing", "/topics/charter-1.1", "/nowhere"])
def test_every_other_path_is_the_front_ends(site: TestClient, path: str) -> None:
    answer = site.get(path)
    assert (answer.status_code, answer.text) == (200, "<title>Citypeers</title>")
    assert answer.headers["cache-control"] == "no-cache"
    assert "script-src 'self'" in answer.headers["content-security-policy"]


def test_the_contract_page_is_its_own(site: TestClient) -> None:
    assert site.get("/docs").text == "<title>API</title>"


@pytest.mark.parametrize(
    "path", ["/assets/gone-1.js", "/favicon.ico", "/.well-known/x", "/api/v1/x", "/api/v2/networks", "/docs/x.js"]
)
def test_a_missing_file_is_a_problem_not_a_page(site: TestClient, path: str) -> None:
    answer = site.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_hashed_assets_are_kept_for_ever_and_compressed(site: TestClient) -> None:
    plain = site.get("/assets/main-abc.js", headers={"Accept-Encoding": "identity"})
    small = site.get("/assets/main-abc.js", headers={"Accept-Encoding": "gzip"})
    assert plain.content == small.content == SCRIPT.encode()
    assert int(small.headers["content-length"]) < int(plain.headers["content-length"]) / 10
    assert "immutable" in small.headers["cache-control"]


def test_pages_come_drawn_in_the_readers_language(site: TestClient) -> None:
    german = {"Accept-Language": "de"}
    drawn = site.get("/networks", headers=german)
    assert drawn.text == "drawn de"
    assert "Accept-Language" in drawn.headers["vary"]
    assert site.get("/networks?lang=pt", headers=german).text == "drawn pt"
    assert "drawn" not in site.get("/networks?category=national", headers=german).text, "what was drawn ahead knows no filter"
    assert "drawn" not in site.get("/topics", headers=german).text


def test_a_records_page_comes_with_its_words(site: TestClient) -> None:
    for language in ("en", "de"):
        headers = {"Accept-Language": language}
        record = site.get("/api/v1/networks/cemr", headers=headers).json()
        name, summary = (html.escape(record[field][language]) for field in ("name", "summary"))
        answer = site.get("/networks/cemr", headers=headers)
        assert answer.text == f'drawn {language} <h1 title="{name}">{summary}</h1>'
        assert answer.headers["cache-control"] == "no-cache"
    assert "Europe&#x27;s" in site.get("/networks/cemr?lang=en", headers={"Accept-Language": "de"}).text


@pytest.mark.parametrize(
    ("path", "language", "because"),
    [
        ("/networks/cemr", "es", "the record has no words in that language"),
        ("/networks/cemr?table=x", "en", "what was drawn ahead knows no question"),
        ("/networks/nothing", "en", "there is no such record"),
        ("/networks/%00", "en", "that is no address of a record"),
        ("/networks/cemr/members", "en", "that is another page"),
        ("/organisations/muenchen", "en", "none was drawn for records of that kind"),
    ],
)
def test_otherwise_the_page_comes_plain(site: TestClient, path: str, language: str, because: str) -> None:
    assert site.get(path, headers={"Accept-Language": language}).text == "<title>Citypeers</title>", because


def test_text_comes_in_the_smallest_coding_the_reader_takes(site: TestClient) -> None:
    script = "/assets/main-abc.js"
    for accepted, sent in (("gzip, br;q=0.9", "br"), ("gzip", "gzip"), ("identity", None), ("brotli", None)):
        with site.stream("GET", script, headers={"Accept-Encoding": accepted}) as answer:
            assert answer.headers.get("content-encoding") == sent
            assert "Accept-Encoding" in answer.headers["vary"]
            if sent == "br":
                assert b"".join(answer.iter_raw()) == BROTLI
    for ending in (".br", ".gz"):
        assert site.get(script + ending).status_code == 404


def test_screens_take_only_reads(site: TestClient) -> None:
    answer = site.post("/networks", json={})
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("language", ["en", "de", "es", "pt"])
def test_every_problem_has_its_page(site: TestClient, language: str) -> None:
    everything = site.get("/problems", headers={"Accept-Language": language})
    assert everything.headers["content-language"] == language
    for name in MESSAGES:
        page = site.get(f"/problems/{name}", headers={"Accept-Language": language})
        assert page.status_code == 200
        assert f'lang="{language}"' in page.text
        assert f"/problems/{name}" in everything.text
    assert site.get("/problems/nothing").status_code == 404


def test_ready_only_once_migrated_loaded_and_indexed(tmp_path: Path, site: TestClient) -> None:
    url = f"sqlite:///{tmp_path}/empty.db"
    database = Database(url)
    with TestClient(create_app(settings_for(Loaded(url, tmp_path / "index")))) as caller:
        assert caller.get("/healthz").status_code == 200
        assert caller.get("/readyz").status_code == 503
        migrating.upgrade(database)
        assert caller.get("/readyz").status_code == 503
    database.close()
    assert site.get("/readyz").json() == {"status": "ready"}


def test_without_its_database_a_page_comes_plain_and_a_record_later(site: TestClient, tmp_path: Path) -> None:
    away = Loaded(f"sqlite:///{tmp_path}/nowhere.db", tmp_path / "index")
    with TestClient(create_app(settings_for(away, frontend_dir=tmp_path)), raise_server_exceptions=False) as caller:
        assert caller.get("/networks/cemr").text == "<title>Citypeers</title>"
        answer = caller.get("/api/v1/networks/cemr")
    assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")
