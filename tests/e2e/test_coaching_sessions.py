"""A coaching meets at a time in two zones, and something comes of it; every page of it is readable."""

from playwright.sync_api import expect
from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.domain.coaching.models import (
    CoachingFormat,
    CoachingInvitation,
    CoachingRequest,
    InvitedState,
    Offer,
    RequestState,
)
from citypeers.domain.networks.models import Network
from citypeers.domain.organisations.models import Organisation
from tests.e2e import test_door, test_steering
from tests.e2e.reading import ALL_LOOKS, faults, shown
from tests.e2e.test_door import Door, Profile, signed_in
from tests.e2e.test_project_editing import acting_for
from tests.e2e.test_steering import Steering

door, profile = test_steering.door, test_door.profile
TITLE = "Lights that report their own faults"


def _organisation(session: Session, slug: str) -> str:
    return session.scalars(select(col(Organisation.id)).where(col(Organisation.slug) == slug)).one()


def matched(door: Door, requester: str, coach: str, state: RequestState = RequestState.accepted) -> str:
    """The path of a coaching that has found its coach, and looks for a time if it has not come farther."""
    with door.database.transaction() as session:
        row = CoachingRequest(
            year=2026,
            number=900 + len(session.scalars(select(col(CoachingRequest.id))).all()),
            network_id=session.scalars(select(col(Network.id)).where(col(Network.slug) == "iscn")).one(),
            organisation_id=_organisation(session, requester),
            state=state,
            created_by="test",
            title={"en": TITLE},
            challenge={"en": "How do you check that a light is repaired in two days?"},
            format=CoachingFormat.online,
            languages=["en"],
        )
        whose = _organisation(session, coach)
        known = select(Offer).where(col(Offer.organisation_id) == whose)
        offer = session.scalars(known).first() or Offer(organisation_id=whose)
        session.add_all([row, offer])
        session.flush()
        session.add(
            CoachingInvitation(
                request_id=row.id,
                organisation_id=offer.organisation_id,
                offer_id=offer.id,
                state=InvitedState.accepted,
                invited_by="test",
                answer_by=clock.now(),
                accepted_at=clock.now(),
            )
        )
        return f"/coaching/{row.id}"


def test_a_time_is_found_booked_and_put_into_a_calendar(profile: Profile, door: Door) -> None:
    path = matched(door, "guadalajara", "koeln")
    city = signed_in(profile(), acting_for(door, "guadalajara"), path)
    city.get_by_role("link", name="Find a time").click()
    expect(city.get_by_role("heading", level=1)).to_have_text("Find a time with Cologne")
    expect(city.get_by_role("img", name="Office hours of")).to_be_visible()
    first = city.locator("[data-at]").first
    first.click()
    expect(city.get_by_text("Cologne has to say yes before it can be booked.")).to_be_visible()
    first.press("ArrowRight")
    expect(first).not_to_be_focused()

    coach = signed_in(profile(), acting_for(door, "koeln"), f"{path}/times")
    offered = coach.get_by_role("button", name="only Guadalajara")
    expect(offered).to_contain_text("Guadalajara")
    coach.get_by_role("radio", name="If need be").check()
    offered.click()
    expect(coach.get_by_role("button", name="all can, if need be")).to_be_visible()
    coach.get_by_role("button", name="Book this time").click()
    coach.get_by_role("combobox", name="How you meet").select_option("link")
    coach.get_by_role("textbox", name="Address of the call").fill("https://calls.example.org/room")
    coach.get_by_role("button", name="Book the session").click()
    expect(coach.get_by_role("status").filter(has_text="The session is booked")).to_be_focused()

    city.goto(path)
    sessions = city.get_by_role("region", name="Sessions")
    expect(sessions).to_contain_text("Planned")
    with city.expect_download() as download:
        sessions.get_by_role("button", name="Put it into my calendar").click()
    assert download.value.suggested_filename.endswith(".ics")


def test_an_action_item_and_a_practice_come_of_it(profile: Profile, door: Door) -> None:
    path = matched(door, "guadalajara", "koeln", RequestState.in_progress)
    city = signed_in(profile(), acting_for(door, "guadalajara"), path)
    city.get_by_role("button", name="Add an action item").click()
    dialog = city.get_by_role("dialog")
    dialog.get_by_role("textbox", name="What is to be done").fill("Measure twice.")
    dialog.get_by_role("textbox", name="Until").fill("2027-05-04")
    dialog.get_by_role("button", name="Write it down").click()
    expect(city.get_by_text("Measure twice.")).to_be_visible()
    city.get_by_role("button", name="Make a practice of it").click()
    dialog = city.get_by_role("dialog")
    dialog.get_by_role("textbox", name="In short").fill("The city pays by repaired light.")
    dialog.get_by_role("button", name="Make a practice of it").click()
    expect(city.get_by_role("link", name="Practice", exact=True)).to_be_visible()


def test_a_series_is_found_agreed_and_booked(profile: Profile, door: Door) -> None:
    path = matched(door, "guadalajara", "koeln")
    city = signed_in(profile(), acting_for(door, "guadalajara"), f"{path}/times")
    city.get_by_role("link", name="A series").click()
    table = city.get_by_role("table", name="Sessions of the series")
    expect(table.get_by_role("checkbox", checked=True)).to_have_count(4)
    city.get_by_role("combobox", name="How many sessions").select_option("3")
    expect(table.get_by_role("checkbox", checked=True)).to_have_count(3)
    city.get_by_role("button", name="We can at all 3 times").click()
    expect(table.get_by_text("only Guadalajara can so far")).to_have_count(3)
    expect(city.get_by_text("Everybody can at 0 of 3.")).to_be_visible()

    coach = signed_in(profile(), acting_for(door, "koeln"), f"{path}/times?by=proposed")
    expect(coach.get_by_text("3 times were proposed and are still to come.")).to_be_visible()
    for box in coach.get_by_role("checkbox").all():
        box.check()
    coach.get_by_role("button", name="We can at all 3 times").click()
    coach.get_by_role("button", name="Book 3 sessions").click()
    dialog = coach.get_by_role("dialog")
    expect(dialog.get_by_role("option")).to_have_text(["In a call of your own", "At a place"])
    dialog.get_by_role("textbox", name="Address of the call").fill("https://calls.example.org/room")
    dialog.get_by_role("button", name="Book 3 sessions").click()
    expect(coach.get_by_role("status").filter(has_text="3 sessions are booked")).to_be_focused()
    city.goto(path)
    expect(city.get_by_role("region", name="Sessions").get_by_text("Planned", exact=True)).to_have_count(3)


def test_the_secretariat_chooses_network_and_days(profile: Profile, door: Steering) -> None:
    matched(door, "guadalajara", "koeln")
    page = door.staff(profile(), path="/coaching/figures")
    network = page.get_by_role("combobox", name="Network")
    expect(network).to_have_value("iscn")
    first, last = page.get_by_label("First day"), page.get_by_label("Last day")
    first.fill("2026-03-02")
    last.fill("2026-03-01")
    page.get_by_role("button", name="Count these days").click()
    expect(page.get_by_text("The last day is before the first.")).to_be_visible()
    last.fill("2026-03-03")
    page.get_by_role("button", name="Count these days").click()
    expect(page).to_have_url(f"{door.address}/coaching/figures?first=2026-03-02&last=2026-03-03")
    page.get_by_role("button", name="All days").click()
    expect(first).to_have_value("")
    network.select_option(index=0)
    chosen = network.input_value()
    page.get_by_role("link", name="Weights").click()
    expect(page.get_by_role("button", name="Decide these weights")).to_be_visible()
    expect(network).to_have_value(chosen)


def test_the_pages_of_sessions_are_readable(profile: Profile, door: Door, axe: str) -> None:
    path = matched(door, "guadalajara", "koeln")
    page = signed_in(profile(), acting_for(door, "guadalajara"), "/desk")
    found = []
    for each in (f"{path}/times", f"{path}/times?by=turns", f"{path}/times?by=same&first=2027-03-02&weeks=1", path):
        shown(page, each)
        if each.endswith("/times"):
            page.locator(".slot").nth(3).click()
        found += faults(page, axe, ALL_LOOKS)
    assert found == []


def test_the_rooms_of_the_secretariat_are_readable(profile: Profile, door: Steering, axe: str) -> None:
    matched(door, "guadalajara", "koeln")
    page = door.staff(profile())
    found = []
    for each in ("board", "rounds", "weights", "figures"):
        shown(page, f"/coaching/{each}")
        found += faults(page, axe, ALL_LOOKS)
    assert found == []
