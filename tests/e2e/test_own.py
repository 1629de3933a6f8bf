"""What people do about themselves: accept an invitation, choose a new password, see, take along and erase their data,
add a passkey, and answer for their seat and their organisation."""

import re
import zipfile
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import select
from sqlmodel import col

from citypeers.core.principal import OPERATOR, Principal
from citypeers.core.rows import etag
from citypeers.domain.members import service as memberships
from citypeers.domain.members.schemas import MembershipInvite
from citypeers.domain.members.seats import service as seats
from citypeers.domain.members.seats.models import Seat, SeatKind
from citypeers.domain.members.seats.schemas import Nomination, SeatStep
from citypeers.domain.members.seats.states import Verb
from citypeers.identity import accounts, invitations, links, recovery
from citypeers.identity.models import Purpose
from citypeers.identity.people_schemas import InvitationCreate
from tests.e2e import test_door
from tests.e2e.reading import LOOKS, faults, shown, walked
from tests.e2e.test_door import NAME, Door, Profile, fill, signed_in
from tests.identity.people import PASSWORD

door, profile = test_door.door, test_door.profile
NEW = "a lantern beside nine quiet rivers"
_invited: Iterator[str] = (f"rosa{number}@example.org" for number in range(1000))


def invited(door: Door) -> tuple[str, str]:
    """Somebody who is invited: their address, and the token of their link."""
    email = next(_invited)
    write = InvitationCreate.model_validate({"email": email, "name": "Rosa Campos", "role": "member"})
    with door.database.transaction() as session:
        row = invitations.invite(session, OPERATOR, write)
        return email, links.issue(session, Purpose.invitation, row.id, invitations.HOLDS)[0]


def recovering(door: Door, email: str) -> str:
    """The token of a link for a new password."""
    with door.database.transaction() as session:
        account = accounts.by_email(session, email)
        assert account is not None
        return links.issue(session, Purpose.recovery, account.id, recovery.HOLDS)[0]


def seated(door: Door, kind: SeatKind = SeatKind.municipal) -> str:
    """Somebody on a vacant seat of a country without a focal point; their address."""
    email = door.account()
    with door.database.transaction() as session:
        free = select(Seat).where(
            col(Seat.state) == "vacant", col(Seat.kind) == kind, col(Seat.country) != "PE", col(Seat.valid_to).is_(None)
        )
        seat = session.scalars(free.order_by(col(Seat.id))).first()
        assert seat is not None
        named = Nomination.model_validate({"email": email, "name": NAME})
        seats.nominate(session, OPERATOR, seat.id, named, etag(seat))
        other = Principal("another operator", OPERATOR.roles)
        seats.move(session, other, seat.id, SeatStep(verb=Verb.confirm), None)
    return email


def test_an_invitation_becomes_an_account_that_is_signed_in(profile: Profile, door: Door) -> None:
    email, token = invited(door)
    page = profile().new_page()
    page.goto(f"/invitation#{token}")
    expect(page.get_by_text(email)).to_be_visible()
    expect(page.locator(".invited")).to_contain_text("Member")
    page.locator("input[name=password]").fill("short")
    page.get_by_role("button", name="Make my account").click()
    expect(page.get_by_text("Choose a password of 12 to 200 characters")).to_be_visible()
    page.get_by_role("textbox", name="Name").fill("Rosa de Campos")
    page.get_by_role("combobox", name="Language").select_option("de")
    page.locator("input[name=password]").fill(NEW)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/desk$"))
    expect(page.get_by_role("button", name=re.compile("Rosa de Campos"))).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "de")

    again = profile().new_page()
    again.goto(f"/invitation#{token}")
    expect(again.get_by_text("This link opens nothing any more.")).to_be_visible()
    again.locator("main").get_by_role("link", name="Sign in").click()
    expect(again).to_have_url(re.compile("/sign-in$"))


def test_a_new_password_by_a_letter(profile: Profile, door: Door) -> None:
    email = door.account()
    page = profile().new_page()
    page.goto("/sign-in")
    page.get_by_role("link", name="Choose a new one by mail").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("New password")  # the page before has such a field too
    for address in ("nobody@example.org", email):
        page.locator("input[name=email]").fill(address)
        page.keyboard.press("Enter")
        expect(page.get_by_text("If this address has an account, a letter with a link is on its way.")).to_be_visible()
        page.get_by_role("button", name="Use another address").click()
    token = recovering(door, email)
    page.goto("/topics")
    page.goto(f"/recovery#{token}")
    page.locator("input[name=password]").fill(NEW)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your new password is set.")).to_be_visible()
    page.locator("main").get_by_role("link", name="Sign in").click()
    fill(page, email, NEW)
    expect(page).to_have_url(re.compile("/desk$"))
    page.goto("/topics")
    page.goto(f"/recovery#{token}")
    page.locator("input[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Have a new link sent").click()
    expect(page.locator("input[name=email]")).to_be_visible()


def test_what_is_shown_is_seen_by_those_it_is_shown_to_and_is_withdrawn(profile: Profile, door: Door) -> None:
    page = signed_in(profile(), door.account(), "/my-data")
    page.get_by_role("button", name="Show Telephone").click()
    page.get_by_role("textbox", name="Telephone").fill("+49 30 1234")
    page.get_by_role("combobox", name="Who may see it").select_option("members")
    page.get_by_role("button", name="Show it from now on").click()
    expect(page.get_by_text("It is shown from now on.")).to_be_visible()
    expect(page.get_by_text(re.compile("Members of the network, since you agreed on"))).to_be_visible()
    seen = page.locator(".preview section")
    expect(seen.nth(0)).to_contain_text("nothing of you")
    expect(seen.nth(1)).to_contain_text("+49 30 1234")
    expect(seen.nth(2)).to_contain_text("+49 30 1234")
    page.get_by_role("button", name="Withdraw Telephone").click()
    expect(page.get_by_text("It is not shown any more.")).to_be_visible()
    expect(seen.nth(2)).to_contain_text("nothing of you")
    page.get_by_text("What you have withdrawn").click()
    expect(page.locator(".former li")).to_contain_text("+49 30 1234")


def test_ones_data_is_read_and_taken_along(profile: Profile, door: Door) -> None:
    email = door.account()
    page = signed_in(profile(), email, "/my-data")
    page.locator("#kept summary").first.click()
    expect(page.locator("#kept details").first).to_contain_text(email)
    page.get_by_role("button", name="Make an archive").click()
    expect(page.get_by_text("Your archive is ready.")).to_be_visible()
    expect(page.get_by_text("7 days left")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("^Download")).click()
    with zipfile.ZipFile(download.value.path()) as archive:
        assert email in archive.read("my-data.json").decode()


def test_erasure_needs_the_password_and_leaves_nobody_signed_in(profile: Profile, door: Door) -> None:
    email = door.account()
    page = signed_in(profile(), email, "/my-data")
    page.get_by_role("button", name="Erase my account").click()
    page.locator("#erasure input[name=password]").fill("not this one at all")
    page.keyboard.press("Enter")
    expect(page.locator("#erasure .field-error")).to_be_visible()
    page.locator("#erasure input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Erase everything for good").click()
    expect(page).to_have_url(re.compile("/erased$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account is erased")
    expect(page.locator("header").get_by_role("link", name="Sign in")).to_be_visible()
    page.goto("/sign-in")
    fill(page, email)
    expect(page.get_by_role("alert")).to_contain_text("That did not let you in")


def device(context: BrowserContext, page: Page) -> None:
    """A device of its own in this browser, which makes passkeys and shows them."""
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    holds = {"hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    options = {"protocol": "ctap2", "transport": "internal", "automaticPresenceSimulation": True, **holds}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_is_added_used_and_removed(profile: Profile, door: Door) -> None:
    context = profile()
    page = signed_in(context, door.account(), "/account")
    device(context, page)
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("textbox", name="What you call it").fill("Telephone")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your passkey is kept.")).to_be_visible()
    expect(page.locator("#passkeys li")).to_contain_text("Telephone")
    page.get_by_role("button", name=re.compile(f"Signed in as {NAME}")).click()
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.get_by_role("link", name="Sign in").click()
    expect(page.get_by_text("Sign in with your organisation")).to_have_count(0)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).to_have_url(re.compile("/desk$"))
    page.goto("/account")
    expect(page.locator("#passkeys li")).to_contain_text("last used")
    page.get_by_role("button", name="Remove Telephone").click()
    expect(page.get_by_text("That passkey counts no more.")).to_be_visible()
    expect(page.locator("#passkeys li")).to_have_count(0)


def test_an_invitation_of_a_network_is_answered_on_the_desk(profile: Profile, door: Door) -> None:
    email = door.account()
    contact = {"email": email, "name": NAME}
    write = MembershipInvite.model_validate({"network": "iscn", "organisation": "muenchen", "contact": contact})
    with door.database.transaction() as session:
        memberships.invite(session, OPERATOR, write)
    page = signed_in(profile(), email)
    expect(page.get_by_role("heading", level=1)).to_have_text("One thing waits for you")
    page.get_by_role("button", name="Decline").click()
    page.get_by_role("button", name="Decline the invitation").click()
    expect(page.get_by_text("Give the reason.")).to_be_visible()
    page.get_by_role("button", name="Back").click()
    page.get_by_role("button", name=re.compile("Accept for München")).click()
    expect(page.get_by_text("München belongs to ISCN from today.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing waits for you")


def test_whoever_steps_down_gives_a_reason_and_leaves_the_seat(profile: Profile, door: Door) -> None:
    page = signed_in(profile(), seated(door))
    expect(page.get_by_role("heading", name="Your seat")).to_be_visible()
    page.get_by_role("button", name="Step down").click()
    page.get_by_role("button", name="Step down").click()
    expect(page.get_by_text("Give the reason.")).to_be_visible()
    page.get_by_role("textbox", name="Reason").fill("I change office.")
    page.get_by_role("button", name="Step down").click()
    expect(page).to_have_url(re.compile("/sign-in"))


def test_everything_goes_by_keyboard(profile: Profile, door: Door) -> None:
    page = signed_in(profile(), door.account(), "/my-data")
    expect(page.get_by_role("button", name="Show Name")).to_be_visible()
    page.get_by_role("button", name="Show Name").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Name")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("It is shown from now on.")).to_be_visible()
    page.locator("#kept summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#kept details[open]")).to_have_count(1)


def _pages(door: Door, context: BrowserContext) -> Iterator[Page]:
    """Every screen, at rest."""
    page = context.new_page()
    for path in (f"/invitation#{invited(door)[1]}", "/recovery", "/erased", f"/invitation#{'x' * 43}", f"/recovery#{'x' * 43}"):
        shown(page, "/topics")
        shown(page, path)
        yield page
    page.close()
    page = signed_in(context, seated(door))
    for path in ("/desk", "/my-data", "/account"):
        walked(page, path)
        yield page
    page.get_by_role("button").filter(has_text="asskey").or_(page.locator("#passkeys button")).first.click()
    shown(page, "/my-data")
    for summary in page.locator("#kept summary").all():
        summary.click()
    page.locator("#contacts .held button").first.click()
    page.locator("#erasure button").click()
    yield page


@pytest.mark.parametrize("language", LOOKS)
def test_every_screen_is_readable(profile: Profile, door: Door, axe: str, language: str) -> None:
    looks, found = LOOKS[language], []
    for page in _pages(door, profile(*looks[0], language)):
        found += faults(page, axe, looks)
        assert page.locator("h1").count() == 1, page.url
    assert found == []
