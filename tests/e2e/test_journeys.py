"""What people come to do, from the first click to the answer."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Open
from tests.e2e.reading import settled, shown


def rows(page: Page) -> int:
    return page.locator(".network-rows > li").count()


def test_a_municipality_is_found_and_the_address_can_be_shared(visit: Open) -> None:
    page = visit("/networks")
    expect(page.get_by_role("heading", level=1)).to_have_text("34 networks of cities")
    page.get_by_role("searchbox").fill("Munich")
    expect(page.get_by_role("status").filter(has_text="9 networks")).to_be_visible()
    page.get_by_role("checkbox", name=re.compile("Bottom-up")).check()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("9 networks of cities")
    shared, shown = page.url, rows(page)
    assert "q=Munich" in shared
    assert "founding_type=bottom_up" in shared
    again = visit(shared.partition("/networks")[1] + shared.partition("/networks")[2])
    expect(again.locator(".network-rows > li")).to_have_count(shown)
    again.get_by_role("link", name="Remove all filters").first.click()
    expect(again.get_by_role("heading", level=1)).to_have_text("34 networks of cities")


def test_nothing_found_says_so_and_leads_back(visit: Open) -> None:
    page = visit("/networks?category=national&scope=worldwide")
    expect(page.get_by_text("No network has all of this at once.")).to_be_visible()
    page.locator(".state").get_by_role("link", name="Remove all filters").click()
    expect(page.locator(".network-rows > li")).to_have_count(34)


def test_up_to_four_are_compared(visit: Open) -> None:
    page = visit("/networks")
    for name in ("Agora", "CIVITAS", "POLIS", "URBACT"):
        page.get_by_role("checkbox", name=f"Compare {name}", exact=True).check()
    expect(page.get_by_role("checkbox", name="Compare Eltis", exact=True)).to_be_disabled()
    page.get_by_role("link", name="Compare side by side").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("4 networks side by side")
    page.get_by_role("link", name="Remove POLIS from the comparison").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("3 networks side by side")
    assert page.get_by_role("columnheader").count() == 4


def test_the_analysis_has_the_numbers_and_a_table_beside_each_picture(visit: Open) -> None:
    page = visit("/networks/analysis")
    expect(page.get_by_role("heading", level=1)).to_contain_text("34")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("18 of 34")
    buttons = page.get_by_role("button", name="Show as table")
    assert buttons.count() >= 4
    buttons.nth(1).click()
    expect(page).to_have_url(re.compile("table="))
    page.reload()
    settled(page)
    expect(page.locator("table").filter(has_text="CEMR").first).to_be_visible()
    shown(page, page.url.partition("/networks")[0] + "/networks/analysis")
    page.locator("main table").get_by_role("link", name=re.compile("ISCN")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("International Smart Cities Network")


def test_every_suggestion_has_its_reasons(visit: Open) -> None:
    page = visit("/networks/find?country=DE&population=60000&topic=mobility")
    expect(page.get_by_text("It works on what you named: Mobility.").first).to_be_visible()
    expect(page.get_by_text("Its stated reach includes your country.").first).to_be_visible()


def test_another_language_keeps_the_page(visit: Open) -> None:
    page = visit("/networks/iscn")
    expect(page.get_by_role("heading", level=1)).to_have_text("International Smart Cities Network")
    page.get_by_role("button", name=re.compile("English")).click()
    page.get_by_text("Deutsch", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Internationales Smart Cities Netzwerk")
    expect(page.locator("html")).to_have_attribute("lang", "de")
    assert page.url.partition("?")[0].endswith("/networks/iscn")
    expect(page.get_by_text("Wie vollständig ist dieses Profil?")).to_be_visible()
    page.reload()
    settled(page)
    assert page.locator("html").get_attribute("lang") == "de"


def test_a_spanish_reader_is_told_which_language_a_text_is_in(visit: Open) -> None:
    page = visit("/networks/iscn", language="es")
    assert page.locator("main [lang='en']").count() > 5
    assert page.locator("html").get_attribute("lang") == "es"


def test_by_keyboard_only_from_the_first_tab_to_a_profile(visit: Open) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox", name=re.compile("Search networks"))).to_be_focused()
    page.keyboard.type("eurocites", delay=20)
    expect(page.locator("[role=option][data-focused]")).to_contain_text("Eurocities")  # what Enter takes
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Eurocities")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    for _ in range(40):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement !== document.body")


def test_what_is_not_there_is_said_and_leads_on(visit: Open) -> None:
    page = visit("/networks/not-a-network", quiet=False)
    expect(page.get_by_role("heading", level=1)).to_have_text("This network is not in the directory")
    page.get_by_role("link", name="See all networks").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("34 networks of cities")


def test_a_failing_server_is_said_and_can_be_asked_again(visit: Open) -> None:
    page = visit("/accessibility", quiet=False)
    page.route("**/api/v1/networks?*", lambda route: route.fulfill(status=503, body="{}", content_type="application/problem+json"))
    page.get_by_role("link", name="Networks", exact=True).first.click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.unroute("**/api/v1/networks?*")
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("34 networks of cities")


def test_offline_is_said(visit: Open) -> None:
    page = visit("/accessibility", quiet=False)
    page.context.set_offline(True)
    expect(page.get_by_text(re.compile("offline", re.IGNORECASE)).first).to_be_visible()
    page.context.set_offline(False)


def test_the_contract_can_be_browsed(visit: Open) -> None:
    page = visit("/docs")
    page.get_by_role("link", name="networks", exact=True).click()
    expect(page.get_by_text("/api/v1/networks/recommendations").first).to_be_visible()
    expect(page.get_by_role("link", name="projects", exact=True)).to_be_visible()


def test_paper_shows_the_record_and_no_controls(visit: Open) -> None:
    page = visit("/networks/iscn")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Compare with others")).to_be_hidden()
    expect(page.locator("header nav")).to_be_hidden()
