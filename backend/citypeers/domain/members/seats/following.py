"""What follows a step at a seat: invitations, grants, the focal point, letters."""

from sqlalchemy import select, update
from sqlmodel import Session, col

from citypeers.core.principal import Principal, Role
from citypeers.domain.members import letters, notices
from citypeers.domain.members.seats.models import KIND, PersonState, Representative, Seat, SeatKind
from citypeers.domain.members.seats.states import Effect, Step
from citypeers.domain.networks.models import Network
from citypeers.identity import accounts, invitations
from citypeers.identity.models import Account, Invitation, InvitationState
from citypeers.identity.people_schemas import InvitationCreate

DEPUTY = "deputy"
"""The kind of thing on which a deputy's marker stands; the seat itself is theirs only during a leave."""
SECRETARIAT = "secretariat"
ROLE = {SeatKind.national: Role.national_representative, SeatKind.municipal: Role.municipal_representative}


def follow(
    session: Session,
    who: Principal,
    seat: Seat,
    line: Step,
    person: Representative | None,
    reason: str | None,
    told_as: str | None = None,
) -> None:
    """Bring about what the table says; ``told_as`` names what letters call it, where that is not the verb."""
    for effect in line.effects:
        if effect is Effect.invitation and person is not None:
            _invite(session, who, seat, person)
        if effect is Effect.grant_ends and person is not None:
            _end(session, who, seat, person)
        if effect is Effect.deputy_acts:
            for deputy in accounts.holders(session, DEPUTY, seat.id):
                accounts.grant(session, who, deputy.id, ROLE[seat.kind], KIND, seat.id)
        if effect is Effect.deputy_rests:
            for deputy in accounts.holders(session, DEPUTY, seat.id):
                accounts.end_grants_on(session, who, KIND, seat.id, deputy.id)
        if effect is Effect.focal_point_moves and person is not None:
            _move_focal_point(session, seat, person)
    tell(session, seat, person, line, reason, told_as)


def _invite(session: Session, who: Principal, seat: Seat, person: Representative) -> None:
    """Ask the person to sign in; the first national person of a country is its focal point."""
    kind, role = (DEPUTY, Role.member) if person.is_deputy else (KIND, ROLE[seat.kind])
    write = InvitationCreate.model_validate(
        {
            "email": person.email,
            "name": person.name,
            "language": person.language,
            "role": role,
            "on_kind": kind,
            "on_id": seat.id,
        }
    )
    person.invitation_id = invitations.invite(session, who, write).id
    if seat.kind is SeatKind.national and not person.is_deputy and focal_point(session, seat.network_id, seat.country) is None:
        person.is_focal_point = True
    session.flush()


def focal_point(session: Session, network_id: str, country: str) -> Representative | None:
    """The focal point of a country in a network."""
    return session.scalars(
        select(Representative)
        .join(Seat, col(Seat.id) == col(Representative.seat_id))
        .where(
            col(Seat.network_id) == network_id,
            col(Seat.country) == country,
            col(Representative.is_focal_point),
            col(Representative.state) == PersonState.confirmed,
        )
    ).one_or_none()


def account_of(session: Session, person: Representative) -> Account | None:
    """The account of the person on a seat, once the invitation was accepted."""
    invitation = session.get(Invitation, person.invitation_id) if person.invitation_id else None
    return session.get(Account, invitation.account_id) if invitation and invitation.account_id else None


def _end(session: Session, who: Principal, seat: Seat, person: Representative) -> None:
    """The role ends at once, and with it every session and open invitation; what is still to be done passes on."""
    invitation = session.get(Invitation, person.invitation_id) if person.invitation_id else None
    if invitation is not None and invitation.state is InvitationState.open:
        invitations.close(session, who, invitation)
    account = account_of(session, person)
    if account is None:
        return
    for kind in (DEPUTY, KIND) if person.is_deputy else (KIND,):  # a deputy on duty holds the seat, too
        accounts.end_grants_on(session, who, kind, seat.id, account.id)
    accounts.end_sessions(session, account.id)
    focal = focal_point(session, seat.network_id, seat.country)
    heir = account_of(session, focal) if focal else None
    pass_on(session, account.id, f"{accounts.KIND}:{heir.id}" if heir else SECRETARIAT)


def pass_on(session: Session, account_id: str, heir: str) -> None:
    """Nominations that wait for a decision become another's, who may withdraw them."""
    mine = update(Representative).where(
        col(Representative.nominated_by) == f"{accounts.KIND}:{account_id}", col(Representative.state) == PersonState.nominated
    )
    session.execute(mine.values(nominated_by=heir))


def _move_focal_point(session: Session, seat: Seat, person: Representative) -> None:
    there = select(col(Seat.id)).where(col(Seat.network_id) == seat.network_id, col(Seat.country) == seat.country)
    former = update(Representative).where(col(Representative.seat_id).in_(there), col(Representative.is_focal_point))
    session.execute(former.values(is_focal_point=False))
    person.is_focal_point = True
    session.flush()


def tell(
    session: Session, seat: Seat, person: Representative | None, line: Step, reason: str | None, told_as: str | None = None
) -> None:
    """Write to those whom the table names."""
    told = _readers(session, person, line)
    if not told:
        return
    network = session.get_one(Network, seat.network_id)
    values: dict[str, notices.Told] = {
        "network": network.label,
        "what": letters.WHAT[told_as or line.verb],
        "seat": {language: f"{text} ({seat.country})" for language, text in letters.SEATS[seat.kind].items()},
        "link": f"/networks/{network.slug}/seats",
    }
    for account in told.values():
        notices.tell(session, account, letters.SEAT_STEP, reason, person.id if person else None, **values)


def _readers(session: Session, person: Representative | None, line: Step) -> dict[str, Account]:
    told: dict[str, Account] = {}
    if Effect.notice_to_secretariat in line.effects:
        told |= {each.id: each for each in notices.secretariat(session)}
    if Effect.notice_to_person in line.effects and person is not None and (self := account_of(session, person)):
        told[self.id] = self
    if Effect.notice_to_nominator in line.effects and person is not None:
        nominator = session.get(Account, person.nominated_by.removeprefix(f"{accounts.KIND}:"))
        if nominator is not None:
            told[nominator.id] = nominator
    return told
