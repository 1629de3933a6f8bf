"""Reads of seats, with as much of the people on them as the reader may know."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, func, literal, select, tuple_
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.cursors import Cursors
from citypeers.core.dates import holding_on
from citypeers.core.db import METADATA
from citypeers.core.principal import Principal
from citypeers.core.problems import NotFound
from citypeers.core.rows import etag
from citypeers.domain.members.seats import service
from citypeers.domain.members.seats.models import Representative, Seat
from citypeers.domain.members.seats.schemas import ContactOut, RepresentativeOut, SeatOut, SeatPage, SeatQuery, StepOut
from citypeers.domain.members.seats.states import TABLE
from citypeers.domain.networks.models import Network
from citypeers.domain.networks.policy import networks
from citypeers.domain.organisations import rendering
from citypeers.domain.organisations.models import Organisation
from citypeers.identity import contacts
from citypeers.identity.models import Audience, Contact, ContactKind, Invitation

_ORDER = "seats"


def _held(day: date) -> ColumnElement[bool]:
    row = METADATA.tables[str(Seat.__tablename__)].c
    return holding_on(row.valid_from, row.valid_to, row.observed_on, literal(day.isoformat()))


def page(session: Session, who: Principal, query: SeatQuery, cursors: Cursors) -> SeatPage:
    """A page of seats that are there on a day."""
    key = (col(Network.slug), col(Seat.country), col(Seat.kind), col(Seat.id))
    statement = (
        select(Seat, col(Network.slug))
        .join(Network, col(Network.id) == col(Seat.network_id))
        .where(networks.see.where(who), _held(query.on or clock.now().date()))
    )
    if query.network:
        statement = statement.where(col(Network.slug).in_(query.network))
    if query.country:
        statement = statement.where(col(Seat.country).in_(query.country))
    if query.state:
        statement = statement.where(col(Seat.state).in_(query.state))
    total = session.execute(statement.with_only_columns(func.count(col(Seat.id)))).scalar_one()
    if query.cursor:
        statement = statement.where(tuple_(*key) > tuple_(*(literal(value) for value in cursors.read(_ORDER, query.cursor))))
    rows = session.execute(statement.order_by(*key).limit(query.limit + 1)).all()
    shown = rows[: query.limit]
    last = shown[-1] if len(rows) > len(shown) else None
    more = cursors.write(_ORDER, [last[1], last[0].country, last[0].kind, last[0].id]) if last else None
    return SeatPage(items=_out(session, who, [(row[0], row[1]) for row in shown]), next=more, total=total)


def get(session: Session, who: Principal, id: str) -> tuple[SeatOut, str]:
    """One seat and its entity tag."""
    row = session.execute(
        select(Seat, col(Network.slug))
        .join(Network, col(Network.id) == col(Seat.network_id))
        .where(col(Seat.id) == id, networks.see.where(who))
    ).one_or_none()
    if row is None:
        raise NotFound
    return _out(session, who, [(row[0], row[1])])[0], etag(row[0])


def _out(session: Session, who: Principal, rows: Sequence[tuple[Seat, str]]) -> list[SeatOut]:
    standing = {seat.id: service.at(session, who, seat) for seat, _ in rows}
    people = [each for here in standing.values() for each in (here.person, here.deputy) if each]
    asked = [each.invitation_id for each in people if each.invitation_id]
    invited = {
        row.id: row.account_id for row in session.scalars(select(Invitation).where(col(Invitation.id).in_(asked))) if row.account_id
    }
    shown = contacts.shown(session, who, list(invited.values()))
    ids = [seat.organisation_id for seat, _ in rows if seat.organisation_id]
    bodies = {row.id: row for row in session.scalars(select(Organisation).where(col(Organisation.id).in_(ids)))}

    def person(row: Representative | None) -> RepresentativeOut | None:
        return _person(who, row, invited, shown) if row else None

    return [
        SeatOut(
            **seat.model_dump(exclude={"network_id", "organisation_id", "created_at", "sources"}),
            network=slug,
            organisation=rendering.link(bodies.get(seat.organisation_id or "")),
            representative=person(standing[seat.id].person),
            deputy=person(standing[seat.id].deputy),
            sources=seat.sources,
            may=service.may(session, standing[seat.id]),
        )
        for seat, slug in rows
    ]


def _person(
    who: Principal, row: Representative, invited: Mapping[str, str], shown: Mapping[str, Sequence[Contact]]
) -> RepresentativeOut:
    account = invited.get(row.invitation_id or "")
    known = [ContactOut(kind=each.kind, value=each.value) for each in shown.get(account or "", ())]
    kinds = {each.kind for each in known}
    if contacts.audience(who) is Audience.secretariat or row.nominated_by == who.name:
        nominated = ((ContactKind.name, row.name), (ContactKind.email, row.email))  # whoever names or decides knows whom
        known += [ContactOut(kind=kind, value=value) for kind, value in nominated if value and kind not in kinds]
    return RepresentativeOut(
        **row.model_dump(include={"id", "state", "is_deputy", "is_focal_point", "valid_from", "valid_to"}),
        has_account=account is not None,
        contacts=known,
    )


def machine() -> list[StepOut]:
    """The table of steps, for screens and programs."""
    return [
        StepOut(
            verb=line.verb,
            sources=sorted(line.sources),
            target=line.target,
            who=sorted(line.who),
            needs_reason=line.needs_reason,
            guards=list(line.guards),
            effects=list(line.effects),
        )
        for line in TABLE
    ]
