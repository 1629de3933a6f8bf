"""Notices: a step of a project stands on the desk and in the menu of who is told, is read, and comes as they choose."""

import re

from playwright.sync_api import expect

from tests.e2e import test_door
from tests.e2e.reading import ALL_LOOKS, faults
from tests.e2e.test_door import Door, Profile, signed_in
from tests.e2e.test_project_editing import acting_for, begun, saved
from tests.e2e.test_replicating import visor

door, profile = test_door.door, test_door.profile
NOTICES = "/me/notices"


def test_what_happened_is_told_read_and_told_as_one_chooses(profile: Profile, door: Door) -> None:
    reader = acting_for(door, "guadalajara")
    adopter = signed_in(profile(), acting_for(door, "leipzig"), "/desk")
    adopter.goto(visor(door, adopter))
    adopter.get_by_role("button", name="We are copying this").click()
    adopter.get_by_role("button", name="Say that we are interested").click()
    expect(adopter.get_by_role("status").filter(has_text="Your interest is on record")).to_be_focused()

    lead = signed_in(profile(), reader, "/desk")
    told = lead.locator("section").filter(has=lead.get_by_role("heading", name=re.compile("Notices you have not read")))
    expect(told.get_by_role("link", name=re.compile("Visor Urbano: There is interest")).first).to_be_visible()
    lead.get_by_role("button", name=re.compile("Signed in as .* notices? not read")).click()
    lead.get_by_role("link", name=re.compile("Notices \\(")).click()
    expect(lead.get_by_role("heading", level=1)).to_have_text("Notices")
    expect(lead.get_by_role("status").filter(has_text="not read yet")).to_be_visible()
    lead.get_by_role("button", name="I have read all of this").click()
    expect(lead.get_by_role("status").filter(has_text="All read")).to_be_visible()

    copies = lead.get_by_role("group", name="Replications")
    copies.get_by_role("radio", name="in one letter a day").check()
    expect(lead.get_by_role("status").filter(has_text="Saved")).to_be_attached()
    with lead.expect_response(lambda answer: answer.request.method == "PUT"):
        lead.get_by_role("combobox", name="When the daily letter goes out").select_option("20")
    lead.reload()
    expect(copies.get_by_role("radio", name="in one letter a day")).to_be_checked()
    expect(lead.get_by_role("combobox", name="When the daily letter goes out")).to_have_value("20")


def test_a_topic_is_followed_and_projects_lead_to_the_import(profile: Profile, door: Door) -> None:
    page = signed_in(profile(), acting_for(door, "leipzig"), "/desk")
    page.goto(f"{door.address}/topics/mobility")
    page.get_by_role("button", name="Follow", exact=True).click()
    expect(page.get_by_role("button", name="You follow this")).to_have_attribute("aria-pressed", "true")
    page.goto(f"{door.address}/projects")
    page.get_by_role("link", name="Import projects from a file").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Import projects")


def test_a_project_names_its_networks_the_evidence_of_a_lesson_and_its_author(profile: Profile, door: Door) -> None:
    page = begun(profile(), acting_for(door, "leipzig"), "Bicycle streets")
    page.get_by_role("textbox", name="What happened?").fill("Cars stayed away.")
    page.get_by_text("Context, cause, advice and evidence").click()
    lesson = page.get_by_role("group", name="Lesson 1")
    lesson.get_by_role("button", name="Add a source").click()
    lesson.get_by_role("textbox", name="What is it called?").fill("Count of traffic")
    page.get_by_role("region", name="Networks").get_by_text("none chosen").click()
    with saved(page):
        page.get_by_role("checkbox", name="ISCN", exact=True).check()
        expect(page.get_by_text("1 chosen")).to_be_visible()
    page.reload()
    expect(page.get_by_text("1 chosen")).to_be_visible()
    page.get_by_text("Context, cause, advice and evidence").click()
    expect(lesson.get_by_role("textbox", name="What is it called?")).to_have_value("Count of traffic")
    page.goto(f"{page.url}?view=history")
    expect(page.locator(".project-revisions li").first).to_contain_text("Ana Lima, Leipzig")


def test_the_page_of_notices_is_readable(profile: Profile, door: Door, axe: str) -> None:
    page = signed_in(profile(), acting_for(door, "koeln"), NOTICES)
    assert faults(page, axe, ALL_LOOKS) == []
