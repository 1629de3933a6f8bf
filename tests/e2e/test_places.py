"""From a network to its members on a day, to a city, to its country; and from a name to its page."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Open
from tests.e2e.reading import shown


def countries(page: Page) -> list[str]:
    return page.locator("main table tbody td[data-label='Country:'] a").all_inner_texts()


def test_the_members_of_a_day_are_those_the_source_saw(visit: Open) -> None:
    page = visit("/networks/iscn")
    page.get_by_role("link", name="Members by day").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Members of ISCN")
    page.get_by_role("link", name="20 September 2019").click()
    expect(page.get_by_role("status").filter(has_text="5 countries, 7 cities")).to_be_visible()
    assert page.url.endswith("?on=2019-09-20")
    assert set(countries(page)) == {"Brazil", "Chile", "India", "Mexico", "Peru"}
    expect(page.get_by_text("Host, not counted as a member")).to_be_visible()
    expect(page.get_by_role("link", name="Federal Ministry of the Interior, Building and Community")).to_be_visible()
    page.get_by_role("link", name="31 May 2023").click()
    expect(page.get_by_role("status").filter(has_text="4 countries, 11 cities")).to_be_visible()
    assert set(countries(page)) == {"Brazil", "India", "Mexico", "Peru"}
    expect(page.get_by_role("link", name="Kochi", exact=True)).to_be_visible()


def test_any_day_can_be_asked_for_and_shared(visit: Open) -> None:
    page = visit("/networks/iscn/members?view=country")
    page.get_by_label("Members on the day").fill("2020-02-01")
    expect(page.get_by_role("heading", level=3).filter(has_text="Chile")).to_be_visible()
    assert "view=country" in page.url
    assert "on=2020-02-01" in page.url
    again = visit("/networks/iscn/members?view=country&on=2020-02-01")
    expect(again.get_by_role("heading", level=3).filter(has_text="Chile")).to_be_visible()


def test_a_day_without_a_known_member_says_so(visit: Open) -> None:
    page = visit("/networks/iscn/members?on=1990-01-01")
    expect(page.get_by_text("No source names a member on 1 January 1990.")).to_be_visible()
    page.get_by_role("link", name="Read what the profile says").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("International Smart Cities Network")


def test_the_map_leads_to_a_city_and_the_table_stands_beside_it(visit: Open) -> None:
    page = visit("/networks/iscn/members?on=2023-05-31&view=map")
    drawing = page.get_by_role("group", name=re.compile("Map of 11 members in 4 countries"))
    expect(drawing.get_by_role("link")).to_have_count(11)
    expect(page.locator("main table tbody tr")).to_have_count(15)
    drawing.get_by_role("link", name="Kochi").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kochi")
    expect(page.locator("h1 .plate")).to_be_visible()
    expect(page.get_by_text("observed on 31 May 2023")).to_be_visible()
    expect(page.get_by_text("Cochin")).to_be_visible()
    page.locator(".fact-bar").get_by_role("link", name="India").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("India")
    expect(page.get_by_role("list", name="Cities").get_by_role("link", name="Kochi")).to_be_visible()


def test_organisations_are_filtered_and_the_address_can_be_shared(visit: Open) -> None:
    page = visit("/organisations")
    page.get_by_role("searchbox").fill("aix-la")
    expect(page.get_by_role("status").filter(has_text="1 organisation")).to_be_visible()
    expect(page.get_by_role("link", name="Aachen", exact=True)).to_be_visible()
    page.get_by_role("searchbox").fill("")
    page.get_by_role("checkbox", name=re.compile("National ministry")).check()
    expect(page.get_by_role("status").filter(has_text="5 organisations")).to_be_visible()
    page.get_by_label("Is or was a member of").select_option("iscn")
    expect(page.get_by_role("status").filter(has_text="3 organisations")).to_be_visible()
    assert "kind=national_ministry" in page.url
    assert "network=iscn" in page.url
    again = visit("/organisations" + page.url.partition("/organisations")[2])
    expect(again.locator(".organisation-rows > li")).to_have_count(3)


def test_a_long_list_shows_more_and_an_empty_one_leads_back(visit: Open) -> None:
    page = visit("/organisations")
    expect(page.locator(".organisation-rows > li")).to_have_count(50)
    shown(page, page.url + "?shown=150")
    expect(page.locator(".organisation-rows > li")).to_have_count(150)
    page.get_by_role("link", name="Show more").click()
    expect(page.locator(".organisation-rows > li")).to_have_count(200)
    empty = visit("/organisations?kind=ngo&country=PE")
    expect(empty.get_by_text("No organisation has all of this at once.")).to_be_visible()
    empty.locator(".state").get_by_role("link", name="Remove all filters").click()
    expect(empty.locator(".organisation-rows > li")).to_have_count(50)


def test_ministries_of_a_country_stand_on_one_line_of_time(visit: Open) -> None:
    page = visit("/countries")
    page.get_by_role("link", name="Germany").click()
    names = page.locator(".name-line > li")
    expect(names).to_have_count(3)
    expect(names.last).to_contain_text("since 8 December 2021")
    names.nth(1).get_by_role("link").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("Belonged to")
    expect(page.get_by_text("14 March 2018 to 7 December 2021")).to_be_visible()


def test_what_is_not_there_leads_on(visit: Open) -> None:
    page = visit("/organisations/not-a-city", quiet=False)
    expect(page.get_by_role("heading", level=1)).to_have_text("This organisation is not in the directory")
    shown(page, page.url.partition("/organisations")[0] + "/countries/XX")
    expect(page.get_by_role("heading", level=1)).to_have_text("This country is not in the directory")
    page.get_by_role("link", name="See all countries").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("countries")


def test_the_palette_leads_to_a_city_and_the_analysis_to_a_municipality(visit: Open) -> None:
    page = visit("/")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox", name=re.compile("Search networks"))).to_be_focused()
    page.keyboard.type("kochi", delay=20)
    found = page.get_by_role("listbox", name="Results").locator("[role=option][data-focused]")
    expect(found).to_contain_text("Kochi Municipal Corporation")  # what Enter takes
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kochi")
    assert page.url.endswith("/organisations/kochi")
    analysis = visit("/networks/analysis")
    analysis.get_by_role("link", name="Hamburg", exact=True).first.click()
    expect(analysis.locator("h1 .plate")).to_contain_text("Hamburg")
