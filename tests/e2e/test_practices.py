"""Practices: found by whoever looks, begun as a draft by a member, published, and seen by everybody."""

import re

from playwright.sync_api import expect

from tests.e2e import test_door
from tests.e2e.conftest import Open
from tests.e2e.test_door import Door, Profile, signed_in
from tests.e2e.test_editing import check
from tests.e2e.test_project_editing import acting_for

door, profile = test_door.door, test_door.profile


def test_a_visitor_finds_a_guide_and_the_way_to_it(visit: Open) -> None:
    page = visit("/practices")
    expect(page.get_by_role("status").filter(has_text="practices")).to_have_text("33 practices")
    page.get_by_role("checkbox", name="Guide").check()
    page.get_by_role("searchbox", name="Search titles").fill("people")
    link = page.get_by_role("link", name=re.compile("^Centering People"))
    expect(link).to_be_visible()
    expect(page).to_have_url(re.compile(r"kind=guide&q=people"))
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Centering People"))
    way = page.get_by_role("link", name="Open at its source")
    assert (way.get_attribute("href") or "").startswith("https://unhabitat.org/")
    page.get_by_role("link", name="Guide").click()
    expect(page.get_by_role("checkbox", name="Guide")).to_be_checked()


def test_from_a_draft_to_everybody(profile: Profile, door: Door, axe: str) -> None:
    page = signed_in(profile(), acting_for(door, "muenchen"))
    page.get_by_role("link", name="Practices", exact=True).first.click()
    page.get_by_role("button", name="New practice").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill("München")
    dialog.get_by_role("radio", name=re.compile("^Munich, Germany|^München, Germany")).check()
    dialog.get_by_role("combobox", name="Kind").select_option("checklist")
    dialog.get_by_role("textbox", name="Title").fill("Buying sensors")
    dialog.get_by_role("button", name="Begin the draft").click()
    expect(page).to_have_url(re.compile("/practices/[0-9a-f]+.view=edit$"))
    page.get_by_role("textbox", name="Where it can be read").fill("https://example.org/list")
    check(page, axe)
    page.get_by_role("button", name="Save changes").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("alert")).to_contain_text("Something is still missing")
    page.get_by_role("link", name="Edit").click()
    page.get_by_role("textbox", name="Summary").fill("What a tender asks for, so that the data stay open.")
    page.get_by_role("checkbox", name="Mobility").check()
    page.get_by_role("button", name="Save changes").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("Published", exact=True)).to_be_visible()
    check(page, axe)
    seen = profile().new_page()
    seen.goto(page.url)
    expect(seen.get_by_role("heading", level=1)).to_have_text("Buying sensors")
    assert seen.get_by_role("button", name="Archive").count() == 0
    page.get_by_role("button", name="Take back and write on").click()
    page.get_by_role("textbox", name="Reason").fill("A number is wrong.")
    page.get_by_role("dialog").get_by_role("button", name="Take back and write on").click()
    expect(page.get_by_text("Reason: A number is wrong.")).to_be_visible()
    seen.reload()
    expect(seen.get_by_role("heading", level=1)).to_have_text("This practice does not exist, or no longer")
