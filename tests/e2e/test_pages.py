"""Every public page: accessible, within the window, from nowhere else, keeping nothing but two choices."""

import pytest

from citypeers.domain.practices.loading import id_of
from tests.e2e.conftest import Open
from tests.e2e.reading import violations

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
    "practice": f"/practices/{id_of('smart-city-charter')}",
    "topics": "/topics",
    "topic": "/topics/key-digital-inclusion",
    "charter point": "/topics/charter-1.1",
    "open data": "/open-data",
    "accessibility": "/accessibility",
    "imprint": "/imprint",
    "nowhere": "/nowhere/at/all",
}
LOOKS = [(1280, "light", "en"), (1280, "dark", "de"), (360, "light", "de"), (360, "dark", "es")]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("width", "scheme", "language"), LOOKS)
def test_axe_finds_nothing(visit: Open, axe: str, name: str, width: int, scheme: str, language: str) -> None:
    page = visit(PAGES[name], width, scheme, language, returning=True)
    page.wait_for_timeout(300)
    assert violations(page, axe) == []
    assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 640])
def test_no_page_scrolls_sideways(visit: Open, name: str, width: int) -> None:
    page = visit(PAGES[name], width, language="de", returning=True)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.parametrize("name", PAGES)
def test_each_page_has_one_heading_and_its_own_title_and_keeps_nothing_else(visit: Open, name: str) -> None:
    page = visit(PAGES[name])
    assert page.locator("h1").count() == 1
    own, _, name_of_all = page.title().rpartition(" – ")
    assert own
    assert name_of_all == "Citypeers"
    kept = page.evaluate("Object.keys(localStorage)")
    assert {key.removeprefix("citypeers.").removeprefix("citypeers-") for key in kept} <= {"language", "scheme"}
    assert page.context.cookies() == []
