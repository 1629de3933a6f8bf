"""From a question to a project: by its facts, on the map, with the keyboard alone; its story, and the way back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Open
from tests.e2e.reading import LOOKS, faults, settled

VAMO = "VAMO electric car sharing"


def counted(page: Page, words: str) -> None:
    expect(page.get_by_role("status").filter(has_text=re.compile(f"^{words}$"))).to_be_visible()


def focused(page: Page, most: int, words: str) -> None:
    """Tabs on until what has the focus says this."""
    for _ in range(most):
        page.keyboard.press("Tab")
        said = page.evaluate(
            "(document.activeElement.getAttribute('aria-label') || document.activeElement.textContent || '').trim()"
        )
        if said.startswith(words):
            return
    raise AssertionError(f"{words!r} was not reached with {most} tabs")


def story(visit: Open, width: int = 1280, scheme: str = "light", language: str = "en") -> Page:
    page = visit("/projects?q=VAMO", width, scheme, language)
    page.get_by_role("link", name=VAMO).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(VAMO)
    settled(page)
    return page


def test_a_project_is_found_by_its_facts_read_and_left_again(visit: Open) -> None:
    page = visit("/projects")
    counted(page, "106 projects")
    page.get_by_role("checkbox", name=re.compile("^Discontinued")).check()
    page.get_by_role("checkbox", name=re.compile("^Brazil")).check()
    counted(page, "1 project")
    assert "maturity=discontinued" in page.url
    assert "country=BR" in page.url
    page.get_by_role("link", name=VAMO).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(VAMO)
    expect(page.get_by_text("September 2016 to 3 November 2022")).to_be_visible()
    expect(page.get_by_role("heading", name="1 lesson for the next city")).to_be_visible()
    expect(page.get_by_role("heading", name="Plan and result")).to_be_visible()
    expect(page.get_by_text("No indicator is stated")).to_be_visible()
    assert page.get_by_role("link", name="opovo.com.br").get_attribute("href")
    page.go_back()
    counted(page, "1 project")
    page.get_by_role("link", name="Remove the filter Country: Brazil").click()
    expect(page.get_by_role("link", name=VAMO)).to_be_visible()
    again = visit("/projects?country=BR&maturity=discontinued")
    expect(again.locator(".project-rows > li")).to_have_count(1)


def test_the_map_leads_closer_and_to_the_row_of_a_place(visit: Open) -> None:
    page = visit("/projects?country=IN&view=map")
    drawing = page.get_by_role("group", name=re.compile("projects: 20,"))
    expect(drawing.get_by_role("link").first).to_be_visible()
    expect(page.get_by_role("link", name="Whole map")).to_have_count(0)
    page.get_by_role("link", name="Closer").click()
    expect(page.get_by_role("link", name="Whole map")).to_be_visible()
    assert "at=" in page.url
    page.get_by_role("link", name="Whole map").click()
    expect(page).not_to_have_url(re.compile("at="))
    rows = page.locator("main table tbody tr")
    expect(rows.filter(has_text="Kochi").get_by_role("link", name="42,000 LED street lights")).to_be_visible()
    rows.get_by_role("link").first.click()
    expect(page.locator(".story-facts")).to_be_visible()


def test_a_place_on_the_map_is_a_row_of_the_table(visit: Open) -> None:
    page = visit("/projects?country=CA&view=map")
    page.get_by_role("group", name=re.compile("projects: 1,")).get_by_role("link", name="Toronto").click()
    expect(page).to_have_url(re.compile("#place"))
    expect(page.locator("main table tbody tr")).to_have_count(1)
    expect(page.locator(".place-row.is-marked")).to_have_text("Toronto")


def test_an_organisation_is_found_by_its_name(visit: Open) -> None:
    page = visit("/projects")
    page.get_by_label("Led by").fill("fortal")
    page.get_by_role("list", name="Organisations found").get_by_role("button", name="Fortaleza", exact=True).click()
    expect(page).to_have_url(re.compile("organisation=fortaleza"))
    expect(page.get_by_role("link", name="Remove the filter Led by: Fortaleza")).to_be_visible()
    expect(page.get_by_role("link", name=VAMO)).to_be_visible()


def test_cards_files_and_an_empty_answer(visit: Open) -> None:
    page = visit("/projects?view=cards&organisation=fortaleza")
    expect(page.locator(".project-cards > li").filter(has_text=VAMO)).to_contain_text("Mobility")
    csv = page.get_by_role("link", name="CSV").get_attribute("href") or ""
    with page.expect_download() as download:
        page.evaluate("address => { location.href = address }", csv)
    assert VAMO in download.value.path().read_text()
    empty = visit("/projects?country=FI&maturity=discontinued")
    expect(empty.get_by_text("No project has all of this at once.")).to_be_visible()
    empty.locator(".state").get_by_role("link", name="Remove all filters").click()
    counted(empty, "106 projects")


def test_with_the_keyboard_alone(visit: Open) -> None:
    page = visit("/projects?organisation=fortaleza")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("vamo", delay=20)
    page.keyboard.press("Enter")
    counted(page, "1 project")
    focused(page, 12, VAMO)
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(VAMO)
    expect(heading).to_be_focused()
    focused(page, 4, "Fortaleza")
    page.keyboard.press("Enter")
    expect(page.locator("h1 .plate")).to_contain_text("Fortaleza")


def test_projects_stand_with_their_organisation_country_topic_and_in_the_search(visit: Open) -> None:
    page = visit("/organisations/fortaleza")
    page.get_by_role("link", name="Open in the list of projects").click()
    expect(page).to_have_url(re.compile("organisation=fortaleza"))
    for path, asked in {"/countries/BR": "country=BR", "/topics/mobility": "topic=mobility", "/topics/sdg-11": "sdg=11"}.items():
        place = visit(path)
        place.get_by_role("link", name="Open in the list of projects").click()
        expect(place).to_have_url(re.compile(asked))
    home = visit("/")
    home.locator(".facts").get_by_role("link", name=re.compile("projects of cities")).click()
    counted(home, "106 projects")
    home.keyboard.press("Control+k")
    expect(home.get_by_role("searchbox", name=re.compile("Search networks"))).to_be_focused()
    home.keyboard.type("vamo", delay=20)
    found = home.get_by_role("listbox", name="Results").get_by_role("group", name="Projects").get_by_role("option")
    expect(found.filter(has_text=VAMO)).to_be_visible()


def test_a_text_in_another_language_says_so(visit: Open) -> None:
    page = story(visit, language="de")
    expect(page.locator("h1 [lang=en]")).to_have_text(VAMO)
    expect(page.locator(".served").first).to_be_visible()


def test_what_is_not_there_leads_on(visit: Open) -> None:
    page = visit("/projects/00000000000000000000000000000000", quiet=False)
    expect(page.get_by_role("heading", level=1)).to_have_text("This project does not exist, or no longer")
    page.get_by_role("link", name="See all projects").click()
    counted(page, "106 projects")


@pytest.mark.parametrize("language", LOOKS)
def test_a_story_is_readable(visit: Open, axe: str, language: str) -> None:
    page = story(visit, *LOOKS[language][0], language)
    assert faults(page, axe, LOOKS[language]) == []
