"""One server and one browser for all journeys; every page is watched for errors and foreign requests."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.e2e.reading import PATIENCE_MS, followed, shown
from tests.e2e.server import FLAGS, chromium, serving

Open = Callable[..., Page]
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("e2e")) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield launched
        launched.close()


Profiles = Callable[[int, str, str], BrowserContext]


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> Profiles:
    """Opens a fresh profile."""

    def opened(width: int, scheme: str, language: str) -> BrowserContext:
        return browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]  # a literal there
            locale=language,
            reduced_motion="reduce",
        )

    return opened


@pytest.fixture
def visit(profiles: Profiles, address: str) -> Iterator[Open]:
    """Opens a path in a fresh profile; afterwards nothing foreign was asked for and nothing complained."""
    opened_here: list[BrowserContext] = []
    foreign: list[str] = []
    complaints: list[str] = []

    def opened(path: str, width: int = 1280, scheme: str = "light", language: str = "en", quiet: bool = True) -> Page:
        context = profiles(width, scheme, language)
        page = context.new_page()
        opened_here.append(context)
        followed(page)
        page.set_default_timeout(PATIENCE_MS)
        page.on("request", lambda request: foreign.append(request.url) if _is_foreign(request.url, address) else None)
        if quiet:
            page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        shown(page, address + path)
        return page

    yield opened
    for each in opened_here:
        each.close()
    assert foreign == []
    assert complaints == []


def _is_foreign(url: str, address: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != urlsplit(address).netloc


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, put into the page by the test so that no policy has to yield."""
    return (Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js").read_text()
