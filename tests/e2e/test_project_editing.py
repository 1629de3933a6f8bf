"""Projects written on screen, submitted, sent back, answered, and published by somebody of another organisation."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import BrowserContext, Page, expect

from citypeers.core.principal import OPERATOR, Role
from citypeers.domain.organisations import service as organisations
from citypeers.domain.organisations.models import KIND
from citypeers.identity import accounts
from tests.e2e import test_door
from tests.e2e.reading import LOOKS, faults
from tests.e2e.test_door import Door, Profile, signed_in

door, profile = test_door.door, test_door.profile
MINE = "/me/projects"
SAVED = re.compile("^Saved")


def acting_for(door: Door, slug: str) -> str:
    """A new account of somebody who acts for an organisation; its address."""
    email = door.account()
    with door.database.transaction() as session:
        account, organisation = accounts.by_email(session, email), organisations.find(session, slug)
        assert account is not None
        accounts.grant(session, OPERATOR, account.id, Role.member, KIND, organisation.id)
    return email


def begun(context: BrowserContext, email: str, title: str) -> Page:
    """A tab with the editor of a new project."""
    page = signed_in(context, email, MINE)
    page.get_by_role("button", name="New project").click()
    page.get_by_role("textbox", name="Title").fill(title)
    page.get_by_role("button", name="Begin the project").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page).to_have_url(re.compile("/projects/[0-9a-f]+/desk$"))
    return page


def written(page: Page) -> None:
    """Fills in what others need, and nothing else; the place is that of the lead already."""
    page.get_by_role("textbox", name="Summary").fill("Trams wait for late buses.")
    page.get_by_role("checkbox", name="Mobility").check()
    page.get_by_role("combobox", name="Today it is").select_option("running")
    page.get_by_role("textbox", name="What happened?").fill("Drivers like it.")
    page.get_by_role("textbox", name="Office or function").fill("Tram office")
    page.get_by_role("button", name=re.compile("Use mine")).click()


def submit(page: Page) -> None:
    page.get_by_role("button", name="Submit for review").click()
    expect(page.get_by_role("status").filter(has_text="Submitted.")).to_be_visible()


@contextmanager
def saved(page: Page) -> Iterator[None]:
    """Around what is typed: waits until it is kept."""
    with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        yield
    expect(page.get_by_role("status").filter(has_text=SAVED)).to_be_visible()


def test_from_nothing_to_published_by_another_organisation(profile: Profile, door: Door) -> None:
    author = begun(profile(), acting_for(door, "muenchen"), "Trams that wait")
    expect(author.get_by_role("navigation", name="What is missing").get_by_role("link")).to_have_count(5)
    written(author)
    submit(author)
    expect(author.get_by_role("button", name="Take back and write on")).to_be_visible()
    expect(author.get_by_role("button", name="Approve")).to_have_count(0)
    path = author.url.removeprefix(door.address)

    reviewer = signed_in(profile(), acting_for(door, "fortaleza"), "/me/reviews")
    reviewer.get_by_role("link", name="Trams that wait").click()
    reviewer.get_by_role("button", name="Request changes").click()
    expect(reviewer.get_by_role("status").filter(has_text="You have not said what to change")).to_be_focused()
    reviewer.get_by_role("button", name="Comment Summary").click()
    expect(reviewer.get_by_role("textbox", name="What should change in “Summary”?")).to_be_focused()
    reviewer.keyboard.type("How long do they wait?")
    reviewer.get_by_role("button", name="Approve").click()
    expect(reviewer.get_by_text("You wrote comments")).to_be_visible()
    reviewer.get_by_role("button", name="Request changes").click()
    expect(reviewer.get_by_text("Sent back with your comments.")).to_be_visible()

    author.goto("/desk")
    author.get_by_role("link", name="Answer", exact=True).click()
    expect(author.locator("#field-summary")).to_contain_text("How long do they wait?")
    author.get_by_role("textbox", name="Summary").fill("Trams wait up to two minutes for late buses.")
    submit(author)

    reviewer.goto(path)
    reviewer.get_by_role("button", name="Approve").click()
    expect(reviewer.get_by_text("Approved. Its authors are told.")).to_be_visible()
    found = author.request.get(f"{door.address}/api/v1/projects?organisation=muenchen&maturity=running").json()
    assert [each["title"]["en"] for each in found["items"]] == ["Trams that wait"]
    assert found["items"][0]["summary"] == {"en": "Trams wait up to two minutes for late buses."}

    author.goto(path)
    with saved(author):
        author.get_by_role("textbox", name="Summary").fill("Trams wait three minutes.")
    author.get_by_role("link", name="What is live").click()
    expect(author.locator(".project-facts")).to_contain_text("up to two minutes")
    author.get_by_role("link", name="Earlier versions").click()
    author.get_by_role("button", name="Restore as draft version 1", exact=True).click()
    expect(author.get_by_text("The draft is again what that version was.")).to_be_visible()
    expect(author.get_by_role("textbox", name="Summary")).to_have_value("")


def test_the_shortest_way_to_a_submitted_project_by_keyboard_alone(profile: Profile, door: Door) -> None:
    page = signed_in(profile(), acting_for(door, "muenchen"), MINE)
    page.get_by_role("button", name="New project").focus()
    page.keyboard.press("Enter")
    page.get_by_role("textbox", name="Title").focus()
    page.keyboard.type("Benches")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Benches")
    page.get_by_role("button", name="Submit for review").focus()
    page.keyboard.press("Enter")
    missing = page.get_by_role("navigation", name="What is missing")
    expect(missing).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Summary")).to_be_focused()
    page.keyboard.type("Benches in the shade.")
    page.keyboard.press("Tab")
    expect(page.get_by_role("checkbox", name="Mobility")).to_be_focused()
    page.keyboard.press("Space")
    page.get_by_role("combobox", name="Today it is").focus()
    page.keyboard.type("Running")
    page.get_by_role("textbox", name="What happened?").focus()
    page.keyboard.type("People sit there.")
    page.get_by_role("textbox", name="Office or function").focus()
    page.keyboard.type("Parks office")
    page.keyboard.press("Tab")
    page.keyboard.type("parks@munich.example")
    expect(missing).to_contain_text("Nothing is missing")
    page.get_by_role("button", name="Submit for review").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Submitted.")).to_be_focused()


def test_two_at_once_say_whose_words_stay(profile: Profile, door: Door) -> None:
    first = begun(profile(), acting_for(door, "muenchen"), "Fountains")
    second = signed_in(profile(), acting_for(door, "muenchen"), first.url.removeprefix(door.address))
    with saved(second):
        second.get_by_role("textbox", name="Summary").fill("Theirs.")
        second.get_by_role("textbox", name="What was the problem?").fill("Heat.")
    first.get_by_role("textbox", name="Summary").fill("Mine.")
    told = first.get_by_role("status").filter(has_text="Somebody else changed this project meanwhile")
    expect(told).to_be_focused()
    expect(told).to_contain_text("Theirs.")
    expect(first.get_by_role("textbox", name="What was the problem?")).to_have_value("Heat.")
    expect(first.get_by_text("Not saved: somebody else wrote here too")).to_be_visible()
    told.get_by_role("button", name="Take theirs Summary").click()
    expect(first.get_by_role("textbox", name="Summary")).to_have_value("Theirs.")
    expect(first.get_by_role("status").filter(has_text=SAVED)).to_be_visible()
    with saved(second):
        second.get_by_role("textbox", name="Summary").fill("Theirs again.")
    first.get_by_role("textbox", name="Summary").fill("Mine again.")
    told.get_by_role("button", name="Keep mine Summary").click()
    expect(first.get_by_role("status").filter(has_text=SAVED)).to_be_visible()
    second.reload()
    expect(second.get_by_role("textbox", name="Summary")).to_have_value("Mine again.")


def test_indicators_are_measured_or_say_why_not_and_reasons_are_asked(profile: Profile, door: Door) -> None:
    page = begun(profile(), acting_for(door, "muenchen"), "Counters")
    page.get_by_role("combobox", name="Today it is").select_option("discontinued")
    page.get_by_role("textbox", name="Beginning").fill("last year")
    expect(page.get_by_text("Not saved yet; what you typed is still here")).to_be_visible()
    page.get_by_role("textbox", name="Beginning").fill("2019-09")
    expect(page.get_by_role("status").filter(has_text=SAVED)).to_be_visible()
    missing = page.get_by_role("navigation", name="What is missing")
    expect(missing).to_contain_text("Why it was discontinued")
    page.get_by_role("button", name="Add an indicator").click()
    page.get_by_role("textbox", name="What is counted?").fill("Trips")
    expect(page.get_by_text("1 part is begun and kept once it is whole.")).to_be_visible()
    page.get_by_role("textbox", name="Unit").fill("a day")
    expect(missing).to_contain_text("Indicators, entry 1: measured, or why not")
    page.get_by_role("combobox", name="Was it measured?").select_option("no")
    page.get_by_role("textbox", name="Why was nothing measured?").fill("No counters yet.")
    expect(missing).not_to_contain_text("Indicators")
    page.get_by_role("combobox", name="Beside it").select_option("de")
    page.get_by_role("textbox", name="Title (German)").fill("Zähler")
    page.get_by_role("link", name="My projects").click()
    expect(page).to_have_url(re.compile(f"{MINE}$"))
    page.get_by_role("link", name="Counters").click()
    expect(page.get_by_role("textbox", name="Why was nothing measured?")).to_have_value("No counters yet.")
    page.get_by_role("combobox", name="Write in").select_option("de")
    expect(page.get_by_role("textbox", name="Title")).to_have_value("Zähler")
    page.get_by_role("button", name="Discard the draft").click()
    dialog = page.get_by_role("dialog", name="Discard the draft")
    dialog.get_by_role("button", name="Discard the draft").click()
    expect(page.get_by_text("Give the reason.")).to_be_visible()
    dialog.get_by_role("textbox", name="Reason").fill("Begun twice.")
    dialog.get_by_role("button", name="Discard the draft").click()
    expect(page.get_by_text("Done. It is recorded.")).to_be_visible()
    expect(page.get_by_text("Archived", exact=True)).to_be_visible()


def test_nobody_else_is_let(profile: Profile, door: Door) -> None:
    page = begun(profile(), acting_for(door, "muenchen"), "Secret squares")
    stranger = signed_in(profile(), acting_for(door, "fortaleza"), page.url.removeprefix(door.address))
    expect(stranger.get_by_text("This does not exist, or no longer.")).to_be_visible()


def test_every_screen_is_readable(profile: Profile, door: Door, axe: str) -> None:
    author = begun(profile(), acting_for(door, "muenchen"), "Shade to be read")
    written(author)
    submit(author)
    path = author.url.removeprefix(door.address)
    found, members = [], {}
    for language, looks in LOOKS.items():
        reviewer = signed_in(profile(*looks[0], language), acting_for(door, "fortaleza"), path)
        expect(reviewer.locator(".project-review")).to_be_visible()
        found += faults(reviewer, axe, looks)
        reviewer.goto("/me/reviews")
        found += faults(reviewer, axe, looks)
        page = signed_in(profile(*looks[0], language), acting_for(door, "muenchen"), f"{path}?view=history")
        expect(page.locator(".project-revisions")).to_be_visible()
        found += faults(page, axe, looks)
        page.goto(MINE)
        expect(page.locator(".project-rows")).to_be_visible()
        found += faults(page, axe, looks)
        members[language] = page
    author.get_by_role("button", name="Take back and write on").click()
    expect(author.locator(".project-editor")).to_be_visible()
    for language, page in members.items():
        page.goto(path)
        expect(page.locator(".project-editor")).to_be_visible()
        found += faults(page, axe, LOOKS[language])
    assert found == []
