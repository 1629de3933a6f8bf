"""Practices that projects name: chosen in the editor, read by the reviewer, and a way from one to the other and back."""

import re

from playwright.sync_api import expect

from tests.e2e import test_door
from tests.e2e.conftest import Open
from tests.e2e.test_door import Door, Profile, signed_in
from tests.e2e.test_editing import check
from tests.e2e.test_project_editing import acting_for, begun, saved, submit, written

door, profile = test_door.door, test_door.profile
STRATEGY = re.compile("^Smart City Strategy Restart")


def test_from_a_project_to_what_tells_of_it_and_back(visit: Open, axe: str) -> None:
    page = visit("/projects?organisation=hannover&q=restart")
    page.get_by_role("main").get_by_role("link", name=re.compile("Restart")).first.click()
    page.get_by_role("link", name=STRATEGY).click()
    expect(page.get_by_role("heading", level=2, name="2 projects")).to_be_visible()
    check(page, axe)
    page.get_by_role("link", name="Open in the list of projects").click()
    expect(page.get_by_role("status").filter(has_text="projects")).to_have_text("2 projects")
    chip = page.get_by_role("link", name=re.compile("Smart City Strategy Restart"))
    expect(chip).to_be_visible()
    chip.click()
    expect(page).to_have_url(re.compile("/projects$"))


def test_a_practice_is_chosen_by_its_words_and_named_for_everybody(profile: Profile, door: Door, axe: str) -> None:
    page = begun(profile(), acting_for(door, "muenchen"), "Twins for all")
    written(page)
    part = page.locator("#field-practices")
    part.locator("summary").press("Enter")
    part.get_by_role("searchbox").fill("Twins")
    box = part.get_by_role("checkbox", name=re.compile("^Three cities, one goal"))
    with saved(page):
        box.check()
    part.get_by_role("searchbox").fill("a word in no practice")
    expect(part.get_by_role("status")).to_have_text("Nothing has this name.")
    expect(box).to_be_checked()
    expect(part.locator("summary")).to_contain_text("1 chosen")
    page.reload()
    part.locator("summary").click()
    expect(box).to_be_checked()
    check(page, axe)
    submit(page)
    path = page.url.removeprefix(door.address)

    reviewer = signed_in(profile(), acting_for(door, "fortaleza"), path)
    expect(reviewer.get_by_role("main")).to_contain_text("Three cities, one goal: what Connected Urban Twins changed")
    reviewer.get_by_role("button", name="Approve").click()
    expect(reviewer.get_by_text("Approved. Its authors are told.")).to_be_visible()
    reviewer.goto(path.removesuffix("/desk"))
    expect(reviewer.get_by_role("link", name=re.compile("^Three cities, one goal"))).to_be_visible()

    page.goto(path)
    part.locator("summary").click()
    with saved(page):
        box.uncheck()
    expect(box).to_be_visible()
    expect(part.locator("summary")).to_contain_text("none chosen")
