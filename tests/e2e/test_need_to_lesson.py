"""Two browsers from a need to a lesson: a city asks, a coach accepts, they meet in their room, report, and a lesson stays."""

import re
from datetime import timedelta

from playwright.sync_api import Page, expect
from sqlalchemy import update
from sqlmodel import col

from citypeers.core import clock
from citypeers.domain.coaching.scheduling.models import CoachingSession
from citypeers.domain.projects.models import Project
from tests.e2e import test_door
from tests.e2e.test_coaching import TITLE, offered, step
from tests.e2e.test_door import Door, Profile, signed_in
from tests.e2e.test_project_editing import acting_for
from tests.e2e.test_rooms import note, write

door, profile = test_door.door, test_door.profile
LESSON = "A light was counted as repaired too soon."


def state(page: Page, name: str) -> None:
    """Waits until the line of the request stands at a state."""
    expect(page.locator("[aria-current=step]")).to_contain_text(name)


def asks(city: Page) -> str:
    """Writes a request step by step and submits it; its path."""
    city.get_by_role("link", name="Ask for coaching").click()
    city.get_by_role("textbox", name="Title").fill(TITLE)
    city.get_by_role("textbox", name="What do you want to know?").fill("How do you check that a light is repaired?")
    city.get_by_role("checkbox", name="Energy").check()
    expect(city.get_by_role("complementary", name="Who could help").get_by_text("Cologne")).to_be_visible()
    expect(city).to_have_url(re.compile(r"/coaching/write\?step=1&id=[0-9a-f]+$"))
    expect(city.get_by_role("status").filter(has_text="Saved")).to_be_attached()
    city.reload()
    expect(city.get_by_role("textbox", name="Title")).to_have_value(TITLE)
    city.get_by_role("button", name="Next").click()
    city.get_by_role("radio", name=re.compile("^Online")).check()
    city.get_by_role("button", name="Next").click()
    city.get_by_role("button", name="Submit the request").click()
    expect(city.get_by_role("heading", level=1)).to_have_text(TITLE)
    state(city, "Open")
    return "/coaching/" + city.url.rpartition("/")[2]


def agrees(city: Page, coach: Page, path: str) -> None:
    """The city proposes a time, the coach can then too and books it."""
    city.get_by_role("link", name="Find a time").click()
    expect(city.get_by_role("heading", level=1)).to_have_text("Find a time with Cologne")
    city.locator("[data-at]").first.click()
    expect(city.get_by_text("Cologne has to say yes before it can be booked.")).to_be_visible()
    coach.goto(f"{path}/times")
    coach.get_by_role("button", name="only Guadalajara").click()
    expect(coach.get_by_role("button", name="all can", exact=False)).to_be_visible()
    coach.get_by_role("button", name="Book this time").click()
    coach.get_by_role("combobox", name="How you meet").select_option("link")
    coach.get_by_role("textbox", name="Address of the call").fill("https://calls.example.org/room")
    coach.get_by_role("button", name="Book the session").click()
    expect(coach.get_by_role("status").filter(has_text="The session is booked")).to_be_focused()


def brought_forward(door: Door, path: str) -> None:
    """The session of a coaching begins now."""
    with door.database.transaction() as session:
        whose = col(CoachingSession.request_id) == path.rsplit("/", 1)[-1]
        session.execute(update(CoachingSession).where(whose).values(starts_at=clock.now() - timedelta(minutes=5)))


def report(page: Page, learned: str) -> None:
    page.get_by_role("textbox", name="What you learned").fill(learned)
    page.get_by_role("combobox", name="How useful it was").select_option("5")
    page.get_by_role("radio", name="Yes").check()
    page.get_by_role("button", name="Hand in the report").click()


def test_two_browsers_from_a_need_to_a_lesson(profile: Profile, door: Door) -> None:
    coach_email = offered(door, "koeln")
    city = signed_in(profile(), acting_for(door, "guadalajara"), "/coaching")
    path = asks(city)
    city.get_by_role("button", name="Invite Cologne").click()
    expect(city.get_by_role("status").filter(has_text="The invitation is on its way")).to_be_focused()
    state(city, "Proposed")
    expect(city.get_by_role("region", name="What is next")).to_contain_text("answers the invitation by")

    coach = signed_in(profile(), coach_email, "/desk")
    expect(coach.get_by_role("heading", name=re.compile("^Answer Guadalajara"))).to_be_visible()
    coach.get_by_role("link", name="Look at it").first.click()
    expect(coach.get_by_text("How do you check that a light is repaired?")).to_be_visible()
    step(coach, "Accept the invitation")
    state(coach, "Accepted")
    city.reload()
    state(city, "Accepted")
    agrees(city, coach, path)

    brought_forward(door, path)
    for page in (city, coach):
        page.goto(path)
        state(page, "Scheduled")
        page.get_by_role("link", name="Open your shared room").click()
        expect(note(page)).to_be_visible()
    write(city, "A second measurement")
    expect(note(coach)).to_contain_text("A second measurement")
    write(coach, " on the same day")
    expect(note(city)).to_contain_text("A second measurement on the same day")

    city.goto(path)
    step(city, "It was held")
    state(city, "In progress")
    step(city, "The last session was held")
    state(city, "Reporting")
    report(city, "A second measurement tells whether the lamp is lit.")
    expect(city.get_by_text("1 of 2 are in.")).to_be_visible()
    coach.goto(path)
    expect(coach.get_by_text("1 of 2 are in.")).to_be_visible()
    expect(coach.get_by_text("tells whether the lamp is lit")).to_have_count(0)
    report(coach, "Their reports come by telephone.")
    expect(coach.get_by_text("A second measurement tells whether the lamp is lit.")).to_be_visible()

    city.reload()
    state(city, "Completed")
    expect(city.get_by_text("Their reports come by telephone.")).to_be_visible()
    city.get_by_role("button", name="Make a lesson of it").click()
    dialog = city.get_by_role("dialog")
    dialog.get_by_role("combobox", name="For which project").select_option(index=1)
    dialog.get_by_role("textbox", name="What happened").fill(LESSON)
    dialog.get_by_role("button", name="Make a lesson of it").click()
    expect(city.get_by_role("status").filter(has_text="It is written down as a draft")).to_be_focused()
    link = city.get_by_role("link", name="Lesson", exact=True)
    expect(link).to_have_attribute("href", re.compile("^/projects/[0-9a-f]+"))
    id = (link.get_attribute("href") or "").split("/")[2]
    with door.database.reading() as session:
        project = session.get_one(Project, id)
        assert project.work is not None
        (lesson,) = [each for each in project.work["lessons"] if each["happened"] == {"en": LESSON}]
        assert lesson["evidence"][0]["url"] == path
