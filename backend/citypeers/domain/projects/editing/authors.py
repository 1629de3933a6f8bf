"""Who left the saved versions of a project: by name to those of their organisation and to the staff, else by organisation."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import or_, select
from sqlmodel import Session, col

from citypeers.core.principal import Principal, Role
from citypeers.domain.members import acting
from citypeers.domain.members.seats.models import KIND as SEAT
from citypeers.domain.members.seats.models import Seat
from citypeers.domain.organisations.models import KIND as ORGANISATION
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.organisations.rendering import link
from citypeers.domain.projects.editing.policy import STAFF
from citypeers.domain.projects.editing.schemas import Author
from citypeers.identity import accounts
from citypeers.identity.models import Account, Grant

_PERSON = f"{accounts.KIND}:"
NOBODY = Author(name=None, organisation=None)


def known(session: Session, who: Principal, leads: str, actors: Iterable[str]) -> Mapping[str, Author]:
    """The authors among some actors; ``leads`` is the organisation named where somebody speaks for several."""
    ids = {actor.removeprefix(_PERSON) for actor in actors if actor.startswith(_PERSON)}
    if not ids:
        return {}
    bodies = _organisations(session, ids)
    shared = acting.spoken_for(session, who, {body.id for some in bodies.values() for body in some}) if who.account else set()
    is_staff = not who.roles.isdisjoint(STAFF)
    found = {}
    for account in session.scalars(select(Account).where(col(Account.id).in_(ids))):
        mine = bodies.get(account.id, [])
        may_know = is_staff or account.id == who.account or any(body.id in shared for body in mine)
        first = min(mine, key=lambda body: (body.id != leads, body.name), default=None)
        found[f"{_PERSON}{account.id}"] = Author(name=account.name if may_know else None, organisation=link(first))
    return found


def _organisations(session: Session, ids: Iterable[str]) -> Mapping[str, Sequence[Organisation]]:
    """The organisations for which each of some people speaks today, as their member or from their seat."""
    held = (
        select(col(Grant.account_id), Organisation)
        .outerjoin(Seat, (col(Grant.on_kind) == SEAT) & (col(Grant.on_id) == col(Seat.id)))
        .join(
            Organisation,
            or_(
                (col(Grant.on_kind) == ORGANISATION) & (col(Grant.on_id) == col(Organisation.id)),
                col(Seat.organisation_id) == col(Organisation.id),
            ),
        )
        .where(
            col(Grant.account_id).in_(list(ids)),
            col(Grant.role).in_([Role.member, Role.municipal_representative]),
            col(Grant.valid_from) <= accounts.today(),
            or_(col(Grant.valid_to).is_(None), col(Grant.valid_to) >= accounts.today()),
        )
    )
    found: dict[str, list[Organisation]] = {}
    for account_id, organisation in session.execute(held):
        found.setdefault(account_id, []).append(organisation)
    return found
