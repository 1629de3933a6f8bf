"""Coachings of the tests that have found their coaches and look for a time."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlmodel import col
from starlette.testclient import TestClient

from citypeers.core import clock
from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR
from citypeers.domain.coaching.models import (
    CoachingFormat,
    CoachingInvitation,
    CoachingRequest,
    InvitedState,
    Offer,
    RequestState,
)
from citypeers.domain.coaching.scheduling import service
from citypeers.domain.coaching.scheduling.models import CoachingSession, SessionWay
from citypeers.domain.coaching.scheduling.schemas import Arrangement
from citypeers.domain.networks.models import Network
from tests.domain.projects.ledger import organisation
from tests.identity.people import Person

REQUESTS = "/api/v1/coaching-requests"
TITLE = {"en": "Lights that report their own faults", "pt": "Luzes que avisam quando falham"}


def matched(instance: Instance, requester: str, *coaches: str, blackouts: list[dict[str, str]] | None = None) -> str:
    """A coaching that one city asked for and others agreed to; its id."""
    now = clock.now()
    with instance.database.transaction() as session:
        row = CoachingRequest(
            year=2026,
            number=900,
            network_id=session.scalars(select(col(Network.id)).where(col(Network.slug) == "iscn")).one(),
            organisation_id=organisation(session, requester).id,
            state=RequestState.accepted,
            created_by="test",
            title=TITLE,
            format=CoachingFormat.online,
            places=max(1, len(coaches)),
        )
        session.add(row)
        session.flush()
        for number, slug in enumerate(coaches):
            offer = Offer(organisation_id=organisation(session, slug).id, blackouts=blackouts or [])
            session.add(offer)
            session.flush()
            session.add(
                CoachingInvitation(
                    request_id=row.id,
                    organisation_id=offer.organisation_id,
                    offer_id=offer.id,
                    state=InvitedState.accepted,
                    invited_by="test",
                    answer_by=now,
                    accepted_at=now + timedelta(seconds=number),
                )
            )
        return row.id


def look(client: TestClient, person: Person, id: str, **asked: Any) -> dict[str, Any]:
    """When the parties can meet."""
    answer = client.get(f"{REQUESTS}/{id}/slots", params=asked, headers=person.headers)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def say(client: TestClient, person: Person, id: str, answers: dict[str, str], minutes: int = 60, **more: Any) -> Any:
    """Answer some times."""
    said = [{"starts_at": starts_at, "answer": answer} for starts_at, answer in answers.items()]
    return client.post(f"{REQUESTS}/{id}/slots", json={"minutes": minutes, "answers": said, **more}, headers=person.headers)


def coming(days: int = 10, hour: int = 15) -> str:
    """A time to come, as it is written."""
    day = datetime.now(UTC).date() + timedelta(days=days)
    return f"{day}T{hour:02}:00:00Z"


def agree(client: TestClient, id: str, starts_at: str, *people: Person, minutes: int = 60) -> str:
    """Everybody says yes to a time; the id of the slot."""
    for person in people:
        answer = say(client, person, id, {starts_at: "yes"}, minutes)
        assert answer.status_code == 200, answer.text
    return str(next(each["id"] for each in answer.json()["proposed"] if each["starts_at"] == starts_at))


def booked(instance: Instance, id: str, slot: str | None, meeting: Arrangement | None = None) -> str:
    """Book a session; its id."""
    with instance.database.transaction() as session:
        row = session.get_one(CoachingRequest, id)
        return service.book(session, OPERATOR, row, slot, meeting or Arrangement(way=SessionWay.call)).id


def kept(instance: Instance, session_id: str) -> CoachingSession:
    """A session as it is kept."""
    with instance.database.reading() as session:
        row = session.get_one(CoachingSession, session_id)
        session.expunge(row)
        return row
