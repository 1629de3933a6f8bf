"""Offers read from the database, with what their organisations have to show for it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from sys import intern
from typing import Any

from sqlalchemy import Select, select
from sqlmodel import Session, col

from citypeers.core.rows import batched
from citypeers.domain.coaching.matching import bodies
from citypeers.domain.coaching.matching.wanted import Candidate, quarter_of
from citypeers.domain.coaching.models import CoachingInvitation, InvitedState, Offer, OfferState
from citypeers.domain.coaching.scheduling.models import CoachingHours
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.projects.models import Project
from citypeers.domain.projects.service import PUBLIC
from citypeers.domain.topics.models import Topic
from citypeers.identity.models import Audience

OFFERED = (
    col(Offer.id),
    col(Offer.state),
    col(Offer.topics),
    col(Offer.evidence),
    col(Offer.languages),
    col(Offer.formats),
    col(Offer.capacity),
    col(Offer.blackouts),
)
AT_ONCE = 500
NOTHING: Mapping[str, int] = {}
Organisations = Select[str] | list[str]
"""Of whom offers are read: ids, or the statement that finds them."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A published project: its topics, and how many lessons it tells everybody."""

    id: str
    title: dict[str, str]
    topics: frozenset[str]
    lessons: int


def load(session: Session, organisations: Collection[str] | None = None) -> list[Candidate]:
    """The offers that there are of some organisations, or of all."""
    if organisations is None:
        return _load(session, select(col(Offer.organisation_id)).where(col(Offer.state) != OfferState.ended))
    return [each for batch in batched(sorted(organisations)) for each in _load(session, batch)]


def _load(session: Session, organisations: Organisations) -> list[Candidate]:
    columns = (*OFFERED, *bodies.COLUMNS)
    rows = (
        select(*columns)
        .join(Organisation, col(Organisation.id) == col(Offer.organisation_id))
        .outerjoin(CoachingHours, bodies.STATES_HOURS)
        .where(col(Offer.organisation_id).in_(organisations), col(Offer.state) != OfferState.ended)
    )
    wider = _wider(session)
    shown = _published(session, organisations, wider)
    used = _used(session, organisations)
    return [_candidate(row, wider, shown, used.get(row[0], NOTHING)) for row in _streamed(session, rows)]


def _candidate(
    row: Sequence[Any], wider: Mapping[str, frozenset[str]], published: Mapping[str, Sequence[_Shown]], used: Mapping[str, int]
) -> Candidate:
    id, state, topics, evidence, languages, formats, capacity, blackouts = row[: len(OFFERED)]
    body = bodies.body(row[len(OFFERED) :])
    shown = published.get(body.id, ())
    projects: dict[str, tuple[str, ...]] = {}
    lessons: dict[str, int] = {}
    for each in shown:
        own = (each.id,)
        for topic in each.topics:
            projects[topic] = projects[topic] + own if topic in projects else own
            lessons[topic] = lessons.get(topic, 0) + each.lessons
    told: dict[str, int] = {}
    for piece in evidence:
        if not piece.get("project"):
            for topic in _widened([piece["topic"]], wider):
                told[topic] = told.get(topic, 0) + 1
    return Candidate(
        offer_id=id,
        organisation_id=body.id,
        slug=body.slug,
        consents=state is OfferState.listed,
        topics=_widened(topics, wider),
        languages={intern(each["language"]): intern(each["level"]) for each in languages},
        formats=frozenset(map(intern, formats)),
        capacity=capacity,
        used=used,
        projects=projects,
        lessons=lessons,
        told=told,
        blackouts=tuple((date.fromisoformat(each["first"]), date.fromisoformat(each["last"])) for each in blackouts),
        hours=body.hours,
        country=body.country,
        population=body.population,
        place=body.place,
        name=body.name,
        label=body.label,
        titles={each.id: each.title for each in shown},
    )


def _wider(session: Session) -> dict[str, frozenset[str]]:
    """Each topic with all that are broader: whoever knows about street lights knows about energy."""
    above: dict[str, str | None] = {row[0]: row[1] for row in session.execute(select(col(Topic.id), col(Topic.broader_id)))}
    found: dict[str, frozenset[str]] = {}
    for topic in above:
        chain: list[str] = []
        at: str | None = topic
        while at is not None and at not in chain:
            chain.append(at)
            at = above.get(at)
        found[topic] = frozenset(chain)
    return found


def _widened(topics: Iterable[str], wider: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*(wider.get(topic, frozenset({topic})) for topic in topics))


def _published(session: Session, organisations: Organisations, wider: Mapping[str, frozenset[str]]) -> dict[str, list[_Shown]]:
    found: dict[str, list[_Shown]] = defaultdict(list)
    live = col(Project.live)
    rows = select(col(Project.id), col(Project.organisation_id), live["title"], live["topics"], live["lessons"]).where(
        col(Project.organisation_id).in_(organisations), col(Project.live_state).in_(sorted(PUBLIC))
    )
    for id, organisation_id, title, topics, lessons in _streamed(session, rows.order_by(col(Project.id))):
        found[organisation_id].append(_Shown(id, title, _widened(topics or [], wider), _told_to_all(lessons)))
    return found


def _streamed(session: Session, rows: Select[Any]) -> Iterable[Sequence[Any]]:
    """Rows as they are needed, for all at once would take more memory than what is made of them."""
    return session.execute(rows, execution_options={"yield_per": AT_ONCE})


def _told_to_all(lessons: Sequence[Mapping[str, Any]] | None) -> int:
    return sum(each.get("audience", Audience.public) == Audience.public for each in lessons or [])


def _used(session: Session, organisations: Organisations) -> dict[str, Counter[str]]:
    """How many coachings each offer has taken on, by quarter."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    rows = select(col(CoachingInvitation.offer_id), col(CoachingInvitation.accepted_at)).where(
        col(CoachingInvitation.organisation_id).in_(organisations),
        col(CoachingInvitation.state) == InvitedState.accepted,
    )
    for offer_id, accepted_at in session.execute(rows):
        found[offer_id][quarter_of(accepted_at.date())] += 1
    return found
