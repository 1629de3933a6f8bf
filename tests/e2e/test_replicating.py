"""A project is copied: declared, told, adopted, confirmed by two people; searches are kept and records followed."""

import re

from playwright.sync_api import Page, expect

from tests.e2e import test_door
from tests.e2e.reading import ALL_LOOKS, faults, shown
from tests.e2e.test_door import Door, Profile, signed_in
from tests.e2e.test_project_editing import acting_for

door, profile = test_door.door, test_door.profile
COPIES = "/me/replications"


def visor(door: Door, page: Page) -> str:
    """The path of a project that others are known to have copied."""
    found = page.request.get(f"{door.address}/api/v1/projects?q=visor+urbano&replicated=true").json()
    return f"/projects/{found['items'][0]['id']}"


def step(page: Page, name: str, reason: str | None = None) -> None:
    """Takes a step of the replication that the page shows first."""
    page.get_by_role("button", name=name, exact=True).first.click()
    dialog = page.get_by_role("dialog")
    if reason:
        dialog.get_by_role("textbox", name="Reason").fill(reason)
    dialog.get_by_role("button", name=name, exact=True).click()
    expect(dialog).to_be_hidden()


def test_a_copy_is_declared_told_and_confirmed_by_two_people(profile: Profile, door: Door) -> None:
    adopter = signed_in(profile(), acting_for(door, "koeln"), "/desk")
    path = visor(door, adopter)
    adopter.goto(path)
    adopter.get_by_role("button", name="We are copying this").click()
    adopter.get_by_role("button", name="Say that we are interested").click()
    expect(adopter.get_by_role("status").filter(has_text="Your interest is on record")).to_be_focused()
    expect(adopter.get_by_role("row", name=re.compile("Cologne"))).to_contain_text("interested")

    adopter.goto(COPIES)
    step(adopter, "We are exploring it")
    step(adopter, "We are adapting it")
    adopter.get_by_role("button", name="Say what you kept and changed").click()
    adopter.get_by_role("textbox", name="What you kept").fill("The map of plots")
    adopter.get_by_role("textbox", name="What you changed").fill("The building code")
    adopter.get_by_role("button", name="Save", exact=True).click()
    expect(adopter.get_by_text("The map of plots")).to_be_visible()
    step(adopter, "We have adopted it")
    step(adopter, "Confirm as the adopting organisation")
    expect(adopter.get_by_text("Confirmed by: the adopting organisation")).to_be_visible()

    lead = signed_in(profile(), acting_for(door, "guadalajara"), "/desk")
    expect(lead.get_by_role("heading", name=re.compile("Confirm that Cologne has adopted"))).to_be_visible()
    lead.get_by_role("link", name="Look at it").first.click()
    step(lead, "It is not adopted", "The plots are not shown yet.")
    expect(lead.get_by_text("piloting")).to_be_visible()

    adopter.reload()
    step(adopter, "We have adopted it")
    step(adopter, "Confirm as the adopting organisation")
    lead.reload()
    lead.get_by_role("button", name="Confirm as the lead").first.click()
    expect(lead.get_by_role("dialog")).to_contain_text("The building code")
    lead.get_by_role("dialog").get_by_role("button", name="Confirm as the lead").click()
    expect(lead.get_by_text("Confirmed by: both sides")).to_be_visible()

    visitor = profile().new_page()
    visitor.goto(door.address + path)
    tree = visitor.get_by_role("list", name="The family of this solution")
    expect(tree.get_by_role("listitem").filter(has_text="Cologne").last).to_contain_text("adopted, confirmed by both")
    expect(visitor.get_by_role("row", name=re.compile("Cologne"))).to_contain_text("both sides")
    expect(visitor.get_by_role("heading", name="Projects like this one")).to_be_visible()


def test_who_copies_nothing_is_told_how(profile: Profile, door: Door) -> None:
    page = signed_in(profile(), acting_for(door, "berlin"), COPIES)
    expect(page.get_by_text("Nobody copies a project of yours yet")).to_be_visible()
    page.goto("/me/nothing-of-this-name")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page does not exist")


def test_a_search_is_kept_a_project_followed_and_the_letters_set(profile: Profile, door: Door) -> None:
    page = signed_in(profile(), acting_for(door, "berlin"))
    page.goto("/projects?country=MX&q=visor")
    page.get_by_role("button", name="Save this search").click()
    name = page.get_by_role("textbox", name="Name")
    expect(name).to_have_value("visor, Mexico")
    name.fill("Plots in Mexico")
    page.get_by_role("dialog").get_by_role("button", name="Save this search").click()
    expect(page.get_by_role("status").filter(has_text="This search is saved")).to_be_focused()

    page.goto(visor(door, page))
    page.get_by_role("button", name="Follow", exact=True).click()
    expect(page.get_by_role("button", name="You follow this")).to_have_attribute("aria-pressed", "true")

    page.goto("/desk")
    expect(page.get_by_text("Nothing new of what you follow.")).to_be_visible()
    page.get_by_role("link", name="What you follow").click()
    expect(page.get_by_role("link", name="Visor Urbano", exact=True)).to_be_visible()
    page.get_by_role("radio", name="once a day at most").check()
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_attached()
    page.reload()
    expect(page.get_by_role("radio", name="once a day at most")).to_be_checked()
    page.get_by_role("button", name="Follow no longer").click()
    expect(page.get_by_text("Nothing yet. The pages")).to_be_visible()
    page.get_by_role("link", name="Plots in Mexico").click()
    expect(page).to_have_url(re.compile(r"/projects\?q=visor&country=MX$"))


def test_letters_end_without_signing_in(profile: Profile, door: Door) -> None:
    page = profile().new_page()
    page.goto(door.address + "/me/unsubscribe#not-one-of-ours")
    page.get_by_role("button", name="Write to me no more").click()
    expect(page.get_by_role("alert")).to_be_visible()


def test_the_pages_of_copies_and_of_what_is_followed_are_readable(profile: Profile, door: Door, axe: str) -> None:
    page = signed_in(profile(), acting_for(door, "koeln"), "/desk")
    found = []
    for path in (visor(door, page), COPIES, "/me/following", "/me/unsubscribe"):
        shown(page, path)
        found += faults(page, axe, ALL_LOOKS)
    assert found == []
