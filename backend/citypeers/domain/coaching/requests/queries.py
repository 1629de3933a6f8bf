"""Reads of requests: many, one alone, its history, and the machine."""

from collections.abc import Sequence

from sqlalchemy import Select, String, cast, or_, select
from sqlmodel import Session, col

from citypeers.core import clock, newest
from citypeers.core.cursors import Cursors
from citypeers.core.principal import Principal
from citypeers.core.problems import NotFound
from citypeers.core.rows import etag
from citypeers.domain.coaching.models import CoachingEvent, CoachingInvitation, CoachingRequest, InvitedState
from citypeers.domain.coaching.requests import gathering, policy, service, states, working_days
from citypeers.domain.coaching.requests import next as coming
from citypeers.domain.coaching.requests.schemas import (
    Agreement,
    CoachingGuardOut,
    CoachingInvitationOut,
    CoachingMachine,
    CoachingStepOut,
    EventOut,
    History,
    InvitationStepOut,
    ProjectNamed,
    RequestItem,
    RequestOut,
    RequestPage,
    RequestQuery,
    Terms,
)
from citypeers.domain.coaching.requests.states import CoachingActor as Actor
from citypeers.domain.coaching.requests.states import CoachingVerb as Verb
from citypeers.domain.coaching.results import service as results
from citypeers.domain.networks.models import Network
from citypeers.domain.organisations import rendering
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.projects.models import Project
from citypeers.domain.projects.schemas import Story

_ELSEWHERE = frozenset({Verb.invite, Verb.accept, Verb.decline, Verb.recall, Verb.complete})
"""Steps that are no transitions of the request: those of its invitations, and the one that the last report takes."""


def page(session: Session, who: Principal, query: RequestQuery, cursors: Cursors) -> RequestPage:
    """A page of the requests that the reader may see, the last changed first."""
    statement = _asked(select(CoachingRequest).where(policy.requests.see.where(who)), who, query)
    found = newest.page(session, statement, CoachingRequest, col(CoachingRequest.updated_at), query, cursors)
    return RequestPage(items=_Reader(session, who, found.rows).items(), next=found.next, total=found.total)


def _asked(statement: Select[CoachingRequest], who: Principal, query: RequestQuery) -> Select[CoachingRequest]:
    """Only the requests that the filters let pass."""
    if query.state:
        statement = statement.where(col(CoachingRequest.state).in_(query.state))
    if query.side:
        statement = statement.where(or_(*(policy.own[Actor(side)].where(who) for side in query.side)))
    if query.topic:
        written = cast(col(CoachingRequest.topics), String)
        statement = statement.where(or_(*(written.contains(f'"{topic}"', autoescape=True) for topic in query.topic)))
    if query.organisation:
        named = select(col(Organisation.id)).where(col(Organisation.slug).in_(query.organisation))
        statement = statement.where(col(CoachingRequest.organisation_id).in_(named))
    if query.network:
        networks = select(col(Network.id)).where(col(Network.slug).in_(query.network))
        statement = statement.where(col(CoachingRequest.network_id).in_(networks))
    return statement


def get(session: Session, who: Principal, id: str) -> tuple[RequestOut, str]:
    """One request and its entity tag."""
    row = policy.requests.find(session, who, col(CoachingRequest.id) == id)
    return _Reader(session, who, [row]).whole(row), etag(row)


def whole(session: Session, who: Principal, found: Sequence[CoachingRequest]) -> list[RequestOut]:
    """Some requests, each as one reader sees it."""
    reader = _Reader(session, who, found)
    return [reader.whole(row) for row in found]


def invitation(session: Session, who: Principal, id: str, invitation_id: str) -> tuple[CoachingInvitationOut, str]:
    """One invitation and its entity tag; one's own stays readable, whatever was answered."""
    row = session.get(CoachingRequest, id)
    if row is None:
        raise NotFound
    reader = _Reader(session, who, [row])
    found = next((each for each in reader.sides.seen(row) if each.id == invitation_id), None)
    if found is None:
        raise NotFound
    return reader.invitation(row, found), etag(found)


class _Reader:
    """Some requests as one reader sees them, with everything they name read at once."""

    def __init__(self, session: Session, who: Principal, found: Sequence[CoachingRequest]) -> None:
        self.session, self.who, self.found = session, who, found
        self.sides = policy.Sides(session, who, found)
        bodies = {row.organisation_id for row in found}
        bodies |= {each.organisation_id for some in self.sides.invitations.values() for each in some}
        self.links = rendering.links(session, bodies)
        countries = select(col(Organisation.id), col(Organisation.country)).where(col(Organisation.id).in_(bodies))
        self.countries: dict[str, str | None] = {row[0]: row[1] for row in session.execute(countries)}
        networks = select(col(Network.id), col(Network.slug)).where(col(Network.id).in_({row.network_id for row in found}))
        self.networks: dict[str, str] = {row[0]: row[1] for row in session.execute(networks)}

    def items(self) -> list[RequestItem]:
        """All of them, as a list has them."""
        return [RequestItem.model_validate(self._values(row)) for row in self.found]

    def whole(self, row: CoachingRequest) -> RequestOut:
        """One of them, whole."""
        seen = self.sides.seen(row)
        reported = results.reported(self.session, row.id)
        agreed = Agreement(verb=Verb(row.agreed_verb), by=Actor(row.agreed_by)) if row.agreed_verb and row.agreed_by else None
        values = row.model_dump(include=set(RequestOut.model_fields) & set(CoachingRequest.model_fields))
        return RequestOut.model_validate(
            {
                **values,
                **self._values(row),
                "project": self._project(row),
                "agreed": agreed,
                "room": gathering.room_of(self.session, self.who, row),
                "invitations": [self.invitation(row, each) for each in seen],
                "outcome": row.outcome if self.sides.takes_part(row) else None,
                "next": coming.duties(row, self.sides, self.links, reported),
            }
        )

    def _values(self, row: CoachingRequest) -> dict[str, object]:
        kept = set(RequestItem.model_fields) & set(CoachingRequest.model_fields)
        asked = self.sides.invitations[row.id]
        return {
            **row.model_dump(include=kept),
            "reference": f"{row.year}-{row.number:03}",
            "organisation": self.links[row.organisation_id],
            "network": self.networks[row.network_id],
            "taken": sum(each.state is InvitedState.accepted for each in asked),
            "sides": sorted(self.sides.reading(row)),
            "may": self._may(row),
        }

    def _may(self, row: CoachingRequest) -> list[Verb]:
        """The steps that the reader may take from here, as far as that is known before they are tried."""
        actors = self.sides.of(row)
        may = [verb for verb in Verb if (line := service.step_from(row, verb)) is not None and line.who & actors]
        invited = [each.state for each in self.sides.invitations[row.id]]
        mine = {Verb.invite} if states.free_to_invite(row.places, invited) else set()
        agreed = {Verb(row.agreed_verb)} if row.agreed_verb is not None and row.agreed_by in actors else set()
        nudged = set() if row.nudges >= states.NUDGES_BEFORE_CLOSING else {Verb.close}
        return [verb for verb in may if verb not in (_ELSEWHERE - mine) | agreed | nudged]

    def invitation(self, row: CoachingRequest, asked: CoachingInvitation) -> CoachingInvitationOut:
        """One invitation of one of them."""
        now = clock.now()
        actors = self.sides.answering(asked)
        lines = [states.step(verb, row.state) for verb in (Verb.accept, Verb.decline, Verb.recall)]
        may = [line.verb for line in lines if line is not None and line.who & actors] if asked.state in states.ASKED else []
        return CoachingInvitationOut.model_validate(
            {
                **asked.model_dump(include=set(CoachingInvitationOut.model_fields)),
                "organisation": self.links[asked.organisation_id],
                "offer": asked.offer_id,
                "working_days_left": working_days.left(now, asked.answer_by, self.countries[asked.organisation_id]),
                "may": may,
            }
        )

    def _project(self, row: CoachingRequest) -> ProjectNamed | None:
        project = self.session.get(Project, row.project_id) if row.project_id else None
        if project is None or project.live is None:
            return None
        return ProjectNamed(id=project.id, title=Story.model_validate(project.live).title)


def history(session: Session, who: Principal, id: str) -> History:
    """What happened to a request, as far as the reader may know whom it was about."""
    row = policy.requests.find(session, who, col(CoachingRequest.id) == id)
    reader = _Reader(session, who, [row])
    seen = {each.organisation_id for each in reader.sides.seen(row)}
    whole = reader.sides.takes_part(row)
    events = select(CoachingEvent).where(col(CoachingEvent.request_id) == id).order_by(col(CoachingEvent.position))
    return History(
        items=[
            EventOut(
                at=each.at,
                verb=Verb(each.verb),
                side=Actor(each.side),
                before=each.before,
                after=each.after,
                organisation=reader.links.get(each.organisation_id) if each.organisation_id else None,
                reason=each.reason if whole or each.organisation_id in reader.sides.read else None,
            )
            for each in session.scalars(events)
            if each.organisation_id is None or each.organisation_id in seen
        ]
    )


def machine() -> CoachingMachine:
    """The tables of steps, for screens and programs."""
    return CoachingMachine(
        items=[
            CoachingStepOut(
                verb=line.verb,
                sources=sorted(line.sources),
                target=line.target,
                settles=line.settles,
                who=sorted(line.who),
                told=sorted(line.told),
                needs_reason=line.needs_reason,
                needs_both=line.needs_both,
                from_hold=line.from_hold,
                guards=[CoachingGuardOut(guard=guard, refusal=states.REFUSAL[guard]) for guard in line.guards],
                effects=list(line.effects),
            )
            for line in states.TABLE
        ],
        invitations=[
            InvitationStepOut(sources=sorted(line.sources), verb=line.verb, targets=list(line.targets))
            for line in states.INVITATION_TABLE
        ],
        terms=Terms(
            open_days=states.ANSWERED_WITHIN.days,
            invitation_working_days=states.INVITED_WORKING_DAYS,
            reminders_after_working_days=list(states.REMINDED_AFTER_WORKING_DAYS),
            invitations_per_place=states.MOST_INVITED_PER_PLACE,
            nudge_days=states.NUDGED_AFTER.days,
            nudges_before_closing=states.NUDGES_BEFORE_CLOSING,
            report_days=states.REPORTED_WITHIN.days,
        ),
    )
