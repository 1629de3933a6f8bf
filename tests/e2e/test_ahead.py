"""Pages drawn ahead: their words stand without a script, in the reader's language, and are taken over unchanged."""

import pytest
from playwright.sync_api import Browser, Route

from tests.e2e.conftest import Open
from tests.e2e.reading import settled

PATHS = (
    "/",
    "/networks",
    "/networks/analysis",
    "/networks/find",
    "/organisations",
    "/countries",
    "/projects",
    "/topics",
    "/open-data",
    "/accessibility",
    "/imprint",
    "/topics/mobility",
)


@pytest.mark.parametrize("language", ["en", "de", "es", "pt"])
def test_words_stand_without_a_script(browser: Browser, address: str, language: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale=language)
    page = context.new_page()
    headings = []
    for path in PATHS:
        page.goto(address + path)
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator("nav a").first.is_visible()
        headings.append(page.locator("h1").inner_text())
    assert len(set(headings)) == len(PATHS)
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_a_drawn_page_is_taken_over(visit: Open, path: str) -> None:
    """React keeps the element that was drawn; had it differed, `visit` would see the complaint."""
    page = visit(path, language="de")
    page.wait_for_function("document.querySelector('h1') && Object.keys(document.querySelector('h1')).length > 0")
    assert page.locator("h1").count() == 1


def test_a_records_own_words_are_taken_over(visit: Open) -> None:
    """What the server put in is what React draws, and the elements stay when the record is here."""
    page = visit("/imprint", language="de")
    held: list[Route] = []
    page.route("**/api/v1/networks/connective-cities", lambda route: held.append(route))
    page.goto(page.url.replace("/imprint", "/networks/connective-cities"), wait_until="domcontentloaded")
    page.wait_for_function("() => Object.keys(document.querySelector('h1')).length > 0")
    heading = page.locator("h1").element_handle()
    assert heading.inner_text() == "Connective Cities"
    assert page.locator("p.lead").inner_text().startswith("Weltweite Plattform")
    assert page.title() == "Connective Cities – Citypeers"
    assert page.locator(".profile").count() == 0
    for route in held:
        route.continue_()
    page.locator(".profile").wait_for()
    assert heading.evaluate("(heading) => heading.isConnected && heading.innerText") == "Connective Cities"


def test_words_of_one_record_are_not_said_of_another(visit: Open) -> None:
    page = visit("/topics/mobility")
    page.route("**/api/v1/topics/energy", lambda route: None)
    page.evaluate("history.pushState({}, '', '/topics/energy'); dispatchEvent(new PopStateEvent('popstate'))")
    page.locator(".skeleton-h1").wait_for()
    assert page.locator("h1").count() == 0


def test_a_stored_language_outranks_the_drawn_one(visit: Open) -> None:
    page = visit("/topics", language="es")
    assert page.locator("h1").inner_text() == "Temas"
    page.evaluate("localStorage.setItem('citypeers.language', 'de')")
    page.reload()
    settled(page)
    assert page.locator("h1").inner_text() == "Themen"
    assert page.locator("h1").is_visible()
    assert page.locator("html").get_attribute("lang") == "de"
