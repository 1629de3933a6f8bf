"""Every public page: accessible, within the window, from nowhere else, keeping nothing but two choices."""

import re

import pytest
from playwright.sync_api import expect

from citypeers.domain.practices.loading import id_of
from tests.e2e.conftest import Open
from tests.e2e.reading import HEIGHT, LOOKS, NARROW, faults, sideways, walked

PAGES = {
    "home": "/",
    "directory": "/networks?category=national",
    "profile": "/networks/connective-cities",
    "comparison": "/networks/compare?network=iscn&network=eltis",
    "analysis": "/networks/analysis",
    "analysis as tables": "/networks/analysis?table=timeline&table=matrix",
    "finding": "/networks/find?country=DE&population=60000&topic=mobility",
    "members on a day": "/networks/iscn/members?on=2019-09-20",
    "members by country": "/networks/iscn/members?view=country",
    "members on the map": "/networks/iscn/members?on=2023-05-31&view=map",
    "organisations": "/organisations?kind=municipality&country=BR",
    "city": "/organisations/kochi",
    "ministry": "/organisations/bmi",
    "countries": "/countries",
    "country": "/countries/DE",
    "projects": "/projects?country=PE",
    "projects as cards": "/projects?view=cards&country=BR",
    "projects on the map": "/projects?view=map&topic=mobility",
    "practices": "/practices?kind=guide",
    "practice": f"/practices/{id_of('hannover-strategy')}",
    "topics": "/topics",
    "topic": "/topics/key-digital-inclusion",
    "charter point": "/topics/charter-1.1",
    "open data": "/open-data",
    "accessibility": "/accessibility",
    "imprint": "/imprint",
    "nowhere": "/nowhere/at/all",
}


@pytest.mark.parametrize("language", LOOKS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit: Open, axe: str, language: str) -> None:
    found, titles = [], set()
    page = visit("/", *LOOKS[language][0], language)
    for path in PAGES.values():
        walked(page, path)
        assert page.locator("html").get_attribute("lang") == language
        titles.add(page.title())
        found += faults(page, axe, LOOKS[language])
    assert found == []
    assert len(titles) == len({path.partition("?")[0] for path in PAGES.values()}), "not every page was walked to"


@pytest.mark.parametrize("name", PAGES)
def test_each_page_has_one_heading_its_own_title_room_for_other_languages_and_keeps_nothing_else(visit: Open, name: str) -> None:
    page = visit(PAGES[name])
    assert page.locator("h1").count() == 1
    own, _, name_of_all = page.title().rpartition(" – ")
    assert own
    assert name_of_all == "Citypeers"
    for before, language, code in (("English", "Español", "es"), ("Español", "Português", "pt")):
        page.get_by_role("button", name=re.compile(f": {before}$")).click()
        page.locator(".language-list").get_by_role("button", name=language).click()
        expect(page.locator("html")).to_have_attribute("lang", code)
        assert sideways(page, NARROW) == []
        page.set_viewport_size({"width": 1280, "height": HEIGHT})
    kept = page.evaluate("Object.keys(localStorage)")
    assert {key.removeprefix("citypeers.").removeprefix("citypeers-") for key in kept} <= {"language", "scheme"}
    assert page.context.cookies() == []
