"""A room: two people write into one note at once, the line drops and comes back, and what is one's own stays so."""

import itertools
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from citypeers.core.principal import OPERATOR
from citypeers.domain.rooms import service
from citypeers.identity import accounts
from tests.core.corpus import PDF
from tests.e2e import test_door
from tests.e2e.reading import ALL_LOOKS, faults, followed
from tests.e2e.test_door import Door, Profile, signed_in
from tests.e2e.test_editing import check

door, profile = test_door.door, test_door.profile
_numbers = itertools.count(1)


def room_of(door: Door, *emails: str) -> str:
    """The path of a new room with some people in it."""
    with door.database.transaction() as session:
        people = [accounts.by_email(session, email) for email in emails]
        about = ("test", str(next(_numbers)))
        room = service.open_room(session, OPERATOR, about, {"en": "Shade for the square"}, [each.id for each in people if each])
        return f"/rooms/{room.id}"


def note(page: Page) -> Locator:
    """The shared note."""
    return page.get_by_role("textbox", name="Shared note")


def write(page: Page, text: str) -> None:
    """Writes at the end of the note."""
    note(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def test_two_browsers_write_into_one_note(profile: Profile, door: Door, axe: str) -> None:
    emails = [door.account(), door.account()]
    path = room_of(door, *emails)
    ana, kai = (signed_in(profile(), email, path) for email in emails)
    expect(ana.get_by_role("heading", level=1)).to_have_text("Shade for the square")
    write(ana, "Trees first")
    expect(note(kai)).to_contain_text("Trees first")
    write(kai, ", then water")
    expect(note(ana)).to_contain_text("Trees first, then water")
    ana.get_by_role("button", name="Heading").click()
    expect(kai.get_by_role("heading", name="Trees first, then water")).to_be_visible()
    expect(kai.get_by_text("Writing here too:")).to_be_visible()
    expect(kai.locator(".note-caret")).to_have_attribute("data-name", "Ana Lima")
    check(kai, axe)
    ana.close()
    expect(kai.get_by_text("Nobody else has this note open.")).to_be_visible()
    kai.reload()
    expect(note(kai)).to_contain_text("Trees first, then water")


@pytest.fixture
def apart(browser: Browser, door: Door) -> Iterator[list[Page]]:
    """Two people in a room, in browsers that may complain of a line that is down."""
    emails = [door.account(), door.account()]
    path = room_of(door, *emails)
    contexts = [browser.new_context(base_url=door.address, locale="en", reduced_motion="reduce") for _ in emails]
    for context in contexts:
        context.on("page", followed)
    yield [signed_in(context, email, path) for context, email in zip(contexts, emails, strict=True)]
    for context in contexts:
        context.close()


def test_what_is_written_while_the_line_is_down_is_sent_when_it_is_back(apart: list[Page]) -> None:
    ana, kai = apart
    write(ana, "Before. ")
    expect(note(kai)).to_contain_text("Before.")
    ana.context.set_offline(True)
    expect(ana.get_by_text("The line is down.")).to_be_visible()
    write(ana, "Meanwhile here. ")
    write(kai, "Meanwhile there. ")
    ana.context.set_offline(False)
    for page in apart:
        expect(note(page)).to_contain_text("Meanwhile here.")
        expect(note(page)).to_contain_text("Meanwhile there.")
    expect(ana.get_by_text("The line is down.")).to_be_hidden()
    assert note(ana).inner_text().strip() == note(kai).inner_text().strip()


def test_who_is_let_in_no_more_sees_it_at_once(profile: Profile, door: Door) -> None:
    email = door.account()
    path = room_of(door, email)
    page = signed_in(profile(), email, path)
    write(page, "Still here")
    with door.database.transaction() as session:
        account = accounts.by_email(session, email)
        assert account is not None
        service.remove_member(session, OPERATOR, path.rpartition("/")[2], account.id)
    expect(page.get_by_text("You are not in this room any more.")).to_be_visible()
    expect(page.locator("[contenteditable=true]")).to_have_count(0)


def test_agenda_tasks_documents_and_a_note_of_ones_own(profile: Profile, door: Door) -> None:
    emails = [door.account(), door.account()]
    path = room_of(door, *emails)
    ana = signed_in(profile(), emails[0], path)
    ana.get_by_role("button", name="Write the agenda").click()
    ana.get_by_role("textbox", name="Point 1").fill("What each of us tried")
    ana.get_by_role("textbox", name="Minutes").fill("20")
    ana.get_by_role("button", name="Save the agenda").click()
    expect(ana.get_by_text("20 minutes in all")).to_be_visible()
    ana.get_by_role("button", name="Add an action item").click()
    ana.get_by_role("textbox", name="What is to be done").fill("Send the plan of trees")
    ana.get_by_label("Until when").fill("2027-01-15")
    ana.get_by_role("button", name="Add it").click()
    ana.get_by_role("checkbox", name="Send the plan of trees").click()
    expect(ana.get_by_role("checkbox", name="Send the plan of trees")).to_be_checked()
    ana.get_by_label("Document", exact=True).set_input_files({"name": "plan.pdf", "mimeType": "text/html", "buffer": PDF})
    expect(ana.get_by_text("plan.pdf", exact=True).first).to_be_visible()
    ana.get_by_role("textbox", name="For yourself").fill("They seem unsure of the money")
    ana.get_by_role("button", name="Save my note").click()
    expect(ana.get_by_role("status").filter(has_text="Your note is saved.")).to_be_focused()

    kai = signed_in(profile(), emails[1], path)
    expect(kai.get_by_text("What each of us tried")).to_be_visible()
    expect(kai.get_by_role("checkbox", name="Send the plan of trees")).to_be_checked()
    expect(kai.get_by_text("until 15 January 2027")).to_be_visible()
    with kai.expect_download() as saved:
        kai.get_by_role("button", name=re.compile("Download plan.pdf")).click()
    assert saved.value.path().read_bytes() == PDF
    assert "unsure of the money" not in kai.content()
    kai.goto("/me/rooms")
    expect(kai.get_by_role("link", name="Shade for the square")).to_be_visible()


def test_a_room_is_read_at_any_width_and_by_anyone(profile: Profile, door: Door, axe: str) -> None:
    email = door.account()
    page = signed_in(profile(), email, room_of(door, email))
    expect(note(page)).to_be_visible()
    assert faults(page, axe, ALL_LOOKS) == []
