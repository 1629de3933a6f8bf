"""Who is told of what happens to a request."""

from collections.abc import Iterable

from babel.dates import format_date
from sqlmodel import Session

from citypeers.core.principal import Principal
from citypeers.core.text import LANGUAGES, spoken
from citypeers.domain.coaching.models import CoachingInvitation, CoachingRequest, InvitedState
from citypeers.domain.coaching.requests import letters, settling
from citypeers.domain.coaching.requests.states import CoachingActor as Actor
from citypeers.domain.coaching.requests.states import CoachingVerb as Verb
from citypeers.domain.coaching.requests.states import Step
from citypeers.domain.members import acting, notices
from citypeers.domain.organisations.models import Organisation
from citypeers.identity.models import Account

Audience = dict[Actor, list[Account]]


def audience(session: Session, row: CoachingRequest, line: Step, invitation: CoachingInvitation | None) -> Audience:
    """The people that a line names, as they are before the step."""
    asked = [invitation] if invitation is not None else settling.invitations(session, row, InvitedState.invited)
    bodies = {
        Actor.requester: [row.organisation_id],
        Actor.coach: [each.organisation_id for each in settling.invitations(session, row, InvitedState.accepted)],
        Actor.invited: [each.organisation_id for each in asked],
    }
    told = {side: _speakers(session, bodies[side]) for side in bodies if side in line.told}
    if Actor.staff in line.told:
        told[Actor.staff] = notices.secretariat(session)
    return told


def _speakers(session: Session, bodies: Iterable[str]) -> list[Account]:
    return [each for body in bodies for each in acting.speakers(session, body)]


def tell(
    session: Session,
    who: Principal,
    row: CoachingRequest,
    line: Step,
    told: Audience,
    reason: str | None,
    invitation: CoachingInvitation | None,
) -> None:
    """A letter to each of them, but to whoever acts."""
    letter = letters.INVITED if line.verb is Verb.invite else letters.STEP
    about = invitation.organisation_id if invitation is not None else row.organisation_id
    write(session, who.account, row, told, letter, letters.WHAT[line.verb], about, reason, invitation)


def agreed(session: Session, who: Principal, row: CoachingRequest, line: Step, side: Actor) -> None:
    """Tell the other side that it is its turn to take a step that both take."""
    told = audience(session, row, line, None)
    told.pop(side, None)
    told.pop(Actor.staff, None)
    write(session, who.account, row, told, letters.STEP, letters.AGREED, row.organisation_id, None, None)


def remind(session: Session, row: CoachingRequest, invitation: CoachingInvitation) -> None:
    """Tell those who were asked that their answer is still waited for."""
    told = {Actor.invited: _speakers(session, [invitation.organisation_id])}
    write(session, None, row, told, letters.INVITED, letters.REMINDED, invitation.organisation_id, None, invitation)


def ask(session: Session, row: CoachingRequest, organisation: str, what: letters.Said) -> None:
    """Ask the people of one side for something."""
    write(session, None, row, {Actor.requester: _speakers(session, [organisation])}, letters.STEP, what, organisation, None, None)


def write(
    session: Session,
    actor: str | None,
    row: CoachingRequest,
    told: Audience,
    letter: str,
    what: letters.Said,
    about: str,
    reason: str | None,
    invitation: CoachingInvitation | None,
) -> None:
    """The letters about a request."""
    readers = {each.id: each for some in told.values() for each in some if each.id != actor}
    if not readers:
        return
    requester = session.get_one(Organisation, row.organisation_id).label
    other = session.get_one(Organisation, about).label
    said = {language: what[language].format(organisation=spoken(other, [language])[1]) for language in LANGUAGES}
    until = invitation.answer_by if invitation is not None else None
    day = {language: format_date(until, "full", locale=language) for language in LANGUAGES} if until is not None else ""
    for account in readers.values():
        notices.tell(
            session,
            account,
            letter,
            reason,
            title=row.title,
            requester=requester,
            what=said,
            until=day,
            link=f"/coaching/{row.id}",
        )
