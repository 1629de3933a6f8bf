"""A city offers, is found, invited, and answers; what was agreed is cancelled; every page of it is readable."""

import re
from typing import Any

from playwright.sync_api import Page, expect
from sqlmodel import Session

from citypeers.core.principal import Principal
from citypeers.core.rows import etag
from citypeers.domain.coaching.models import CoachingRequest
from citypeers.domain.coaching.offers import service as offers
from citypeers.domain.coaching.offers.schemas import OfferCreate, OfferStep
from citypeers.domain.coaching.requests import service as requests
from citypeers.domain.coaching.requests.schemas import RequestCreate, RequestStep
from citypeers.identity import accounts
from tests.e2e import test_door
from tests.e2e.reading import LOOKS, faults, walked
from tests.e2e.test_door import Door, Profile, signed_in
from tests.e2e.test_project_editing import acting_for

door, profile = test_door.door, test_door.profile
TITLE = "Lights that report their own faults"
ASKED: dict[str, Any] = {
    "organisation": "koeln",
    "title": {"en": TITLE},
    "challenge": {"en": "How do you check that a light is repaired in two days?"},
    "topics": ["energy", "mobility"],
    "format": "online",
    "languages": ["en"],
}
OFFERED: dict[str, Any] = {
    "topics": ["energy"],
    "languages": [{"language": "en", "level": "c1"}],
    "formats": ["online"],
    "capacity": 2,
    "evidence": [{"topic": "energy", "note": {"en": "We run 20,000 lights."}}],
}


def acting(session: Session, email: str) -> Principal:
    account = accounts.by_email(session, email)
    assert account is not None
    return accounts.acting(session, account.id)


def offered(door: Door, slug: str, **more: Any) -> str:
    """Somebody of an organisation whose offer is listed; their address."""
    email = acting_for(door, slug)
    with door.database.transaction() as session:
        who = acting(session, email)
        row = offers.create(session, who, OfferCreate.model_validate({**OFFERED, "organisation": slug, "is_mine": True, **more}))
        offers.move(session, who, row.id, OfferStep.model_validate({"verb": "list"}), etag(row))
    return email


def asked(door: Door, **more: Any) -> tuple[str, str]:
    """Somebody who asks, and the address of what they ask."""
    email = acting_for(door, "koeln")
    with door.database.transaction() as session:
        who = acting(session, email)
        row: CoachingRequest = requests.create(session, who, RequestCreate.model_validate({**ASKED, **more}))
        requests.move(session, who, row.id, RequestStep.model_validate({"verb": "submit"}), etag(row), ())
        return email, f"/coaching/{row.id}"


def step(page: Page, name: str, reason: str | None = None) -> None:
    """Takes a step that asks before it is taken."""
    page.get_by_role("button", name=name, exact=True).click()
    dialog = page.get_by_role("dialog")
    if reason:
        dialog.get_by_role("textbox", name="Reason").fill(reason)
    dialog.get_by_role("button", name=name, exact=True).click()
    expect(dialog).to_be_hidden()


def test_an_offer_is_listed_and_found_and_a_coaching_is_cancelled(profile: Profile, door: Door) -> None:
    coach = signed_in(profile(), acting_for(door, "guadalajara"), "/coaching/offers")
    coach.get_by_role("button", name="Offer something").click()
    dialog = coach.get_by_role("dialog")
    dialog.get_by_role("checkbox", name="Energy").check()
    dialog.get_by_role("textbox", name="In words").fill("We run 20,000 lights.")
    dialog.get_by_role("button", name="Write it down").click()
    expect(dialog).to_be_hidden()
    coach.get_by_role("button", name="List the offer").click()
    expect(dialog).to_contain_text("You agree that whoever is signed in finds this offer")
    dialog.get_by_role("button", name="I agree, list it").click()
    expect(coach.get_by_text("Listed", exact=True)).to_be_visible()

    email, path = asked(door)
    city = signed_in(profile(), email, path)
    city.get_by_role("button", name="Invite Guadalajara").click()
    expect(city.locator("[aria-current=step]")).to_contain_text("Proposed")
    coach.goto(path)
    step(coach, "Accept the invitation")
    expect(coach.locator("[aria-current=step]")).to_contain_text("Accepted")

    city.reload()
    expect(city.locator("[aria-current=step]")).to_contain_text("Accepted")
    expect(city.get_by_role("heading", name="Who was asked")).to_be_visible()
    step(city, "Cancel the coaching", "The tender is stopped.")
    expect(city.locator("[aria-current=step]")).to_contain_text("The tender is stopped.")


def test_an_invitation_is_declined_with_its_reason(profile: Profile, door: Door) -> None:
    coach_email = offered(door, "berlin")
    offered(door, "hamburg")  # who declines leaves others to choose from
    email, path = asked(door)
    city = signed_in(profile(), email, path)
    city.get_by_role("button", name="Invite Berlin").click()
    expect(city.get_by_text("Invited", exact=True).first).to_be_visible()
    coach = signed_in(profile(), coach_email, path)
    coach.get_by_role("button", name="Decline the invitation").click()
    dialog = coach.get_by_role("dialog")
    dialog.get_by_role("button", name="Decline the invitation").click()
    expect(dialog.get_by_text("Give the reason.")).to_be_visible()
    dialog.get_by_role("textbox", name="Reason").fill("We are moving house.")
    dialog.get_by_role("button", name="Decline the invitation").click()
    expect(dialog).to_be_hidden()
    city.reload()
    expect(city.get_by_text("We are moving house.").first).to_be_visible()
    expect(city.get_by_text("Has declined this request.")).to_be_visible()
    city.get_by_role("button", name="Show as table").click()
    city.get_by_role("button", name="How points are given").click()
    expect(city.get_by_role("dialog")).to_contain_text("Evidence 25")


def test_a_group_is_invited_as_a_set(profile: Profile, door: Door) -> None:
    for slug, topic in (("hamburg", "energy"), ("muenchen", "mobility"), ("guadalajara", "health")):
        offered(door, slug, topics=[topic], evidence=[], formats=["group"])
    email, path = asked(door, topics=["energy", "mobility", "health"], format="group", places=3)
    city, other = (signed_in(profile(), email, path) for _ in range(2))
    together = city.get_by_role("region", name="3 cities that go well together")
    expect(together).to_contain_text("all covered")
    expect(together).to_contain_text("English")
    expect(together.get_by_role("listitem")).to_have_count(3)
    stale = other.get_by_role("button", name="Invite all 3")
    expect(stale).to_be_visible()
    together.get_by_role("button", name="Invite all 3").click()
    expect(city.get_by_role("status").filter(has_text="The invitations are on their way")).to_be_focused()
    expect(together).to_have_count(0)
    expect(city.locator(".matches").get_by_text("Invited", exact=True)).to_have_count(3)
    stale.click()
    expect(other.get_by_role("alert")).to_be_focused()
    expect(other.get_by_text(re.compile("^It stopped at .*; nobody was invited.$"))).to_be_visible()


def test_the_pages_of_coaching_are_readable(profile: Profile, door: Door, axe: str) -> None:
    for slug in ("muenchen", "hamburg", "guadalajara"):
        offered(door, slug, topics=["energy", "mobility"], evidence=[], formats=["online", "group"])
    email, path = asked(door)
    write = path.replace("/coaching/", "/coaching/write?id=")
    _, group = asked(door, topics=["energy", "mobility", "health"], format="group", places=3)
    found = []
    for language, looks in LOOKS.items():
        page = signed_in(profile(*looks[0], language), email, "/desk")
        for each in (path, group, "/coaching", "/coaching/write", f"{write}&step=2", f"{write}&step=3", "/coaching/offers"):
            walked(page, each)
            found += faults(page, axe, looks)
    assert found == []
