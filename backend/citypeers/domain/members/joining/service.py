"""Applications: asked for by anybody, confirmed by mail, decided by the secretariat."""

from datetime import timedelta
from typing import Any

from babel.dates import format_date
from sqlalchemy import func, or_, select, tuple_
from sqlmodel import Session, col

from citypeers.core import audit, clock, mail
from citypeers.core.cursors import Cursors
from citypeers.core.db import Database
from citypeers.core.principal import VISITOR, Principal, Role
from citypeers.core.problems import Conflict, NotFound
from citypeers.core.rows import etag, matches
from citypeers.core.settings import Settings
from citypeers.core.text import fold, sort_key
from citypeers.domain.members import letters, named, notices
from citypeers.domain.members import service as members
from citypeers.domain.members.joining.models import KIND, Application, ApplicationState
from citypeers.domain.members.joining.schemas import (
    ApplicationCreate,
    ApplicationOut,
    ApplicationPage,
    ApplicationQuery,
    Decision,
)
from citypeers.domain.members.rules import service as rules
from citypeers.domain.members.states import Verb
from citypeers.domain.networks.models import Membership, MembershipState, Network, Party
from citypeers.domain.networks.policy import networks
from citypeers.domain.networks.rendering import name_of
from citypeers.domain.organisations import service as organisations
from citypeers.domain.organisations.models import KIND as ORGANISATION
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.organisations.schemas import OrganisationWrite
from citypeers.identity import attempts, invitations, links
from citypeers.identity.models import Purpose
from citypeers.identity.people import staff
from citypeers.identity.people_schemas import InvitationCreate

HOLDS = timedelta(days=3)
FREE_PER_ADDRESS, FREE_PER_NETWORK_ADDRESS = 3, 10
"""Applications of one e-mail address, and of one place on the network, before the waits begin."""
_ORDER = "applications"


class WaitToApply(Conflict):
    """A refusal is not long ago; ``until`` is the first day on which a new application is taken."""

    name = "wait-to-apply"


class ApplicationDecided(Conflict):
    name = "application-decided"


def count(database: Database, settings: Settings, email: str, address: str) -> None:
    """Count an application before it is made, by who asks and by where they are on the network."""
    secret = settings.secret_key.get_secret_value()
    attempts.count(database, secret, f"application-address:{address}", FREE_PER_NETWORK_ADDRESS)
    attempts.count(database, secret, f"application:{fold(email)}", FREE_PER_ADDRESS)


def apply(session: Session, slug: str, write: ApplicationCreate) -> None:
    """Ask that an organisation may join; a link goes to the applicant, who confirms by opening it."""
    network = networks.find(session, VISITOR, col(Network.slug) == slug)
    row = _asked(session, network.id, write)
    _waiting(session, row, network.id)
    session.add(row)
    session.flush()
    token, _ = links.issue(session, Purpose.application, row.id, HOLDS)
    mail.queue(
        session,
        write.email,
        write.language,
        letters.CONFIRM_APPLICATION,
        about=row.id,
        name=write.name,
        network=network.label,
        member=row.organisation_name,
        link=f"/application#{token}",
    )
    audit.record(session, VISITOR, "application.made", KIND, row.id)


def _asked(session: Session, network_id: str, write: ApplicationCreate) -> Application:
    who = write.model_dump(include={"name", "email", "language", "motivation"}) | {"email_key": fold(write.email)}
    if write.new_organisation is not None:
        new = write.new_organisation
        about: dict[str, Any] = {"organisation_name": new.name, "organisation_kind": new.kind, "country": new.country}
    else:
        found = named.organisation(session, write.organisation or "")
        about = {
            "organisation_id": found.id,
            "organisation_name": found.name,
            "organisation_kind": found.kind,
            "country": found.country or "",
        }
    return Application(network_id=network_id, organisation_key=fold(str(about["organisation_name"])), **who, **about)


def _waiting(session: Session, row: Application, network_id: str) -> None:
    """Refuse a new application too soon after the last one was refused."""
    same = col(Application.organisation_key) == row.organisation_key
    if row.organisation_id:
        same = or_(same, col(Application.organisation_id) == row.organisation_id)
    last = session.scalar(
        select(func.max(col(Application.decided_at))).where(
            col(Application.network_id) == network_id,
            same,
            col(Application.country) == row.country,
            col(Application.state) == ApplicationState.refused,
        )
    )
    bounds, _ = rules.in_force(session, network_id, clock.now().date())
    until = last + timedelta(days=bounds.reapply_after_days) if last else None
    if until and until > clock.now():
        raise WaitToApply(until=format_date(until.date(), "yyyy-MM-dd"))


def confirm(session: Session, token: str) -> None:
    """The applicant opened the link: the application is open, and the secretariat is told."""
    row = session.get_one(Application, links.take(session, Purpose.application, token))
    rules.lock(session, row.network_id)
    organisation = session.get(Organisation, row.organisation_id) if row.organisation_id else None
    asked = (row.organisation_name, row.country or None, MembershipState.applied)
    membership = members.add(session, row.network_id, Party.organisation, organisation, *asked)
    row.state, row.membership_id = ApplicationState.open, membership.id
    _touch(row)
    session.flush()
    audit.record(session, VISITOR, "application.confirmed", KIND, row.id)
    network = session.get_one(Network, row.network_id)
    for account in notices.secretariat(session):
        notices.tell(
            session,
            account,
            letters.MEMBERSHIP_STEP,
            None,
            network=network.label,
            member=row.organisation_name,
            what=letters.MEMBERSHIP["apply"],
            link="/applications",
        )


def _touch(row: Application) -> None:
    row.version += 1
    row.updated_at = clock.now()


def page(session: Session, who: Principal, query: ApplicationQuery, cursors: Cursors) -> ApplicationPage:
    """A page of applications, the oldest first."""
    staff(who)
    key = (col(Application.created_at), col(Application.id))
    statement = (
        select(Application, Network, col(Organisation.slug))
        .join(Network, col(Network.id) == col(Application.network_id))
        .outerjoin(Organisation, col(Organisation.id) == col(Application.organisation_id))
        .where(col(Application.state).in_(query.state))
    )
    if query.network:
        statement = statement.where(col(Network.slug).in_(query.network))
    total = session.execute(statement.with_only_columns(func.count(col(Application.id)))).scalar_one()
    if query.cursor:
        seen = session.get(Application, str(cursors.read(_ORDER, query.cursor)[0]))
        if seen is not None:
            statement = statement.where(tuple_(*key) > tuple_(seen.created_at, seen.id))
    rows = session.execute(statement.order_by(*key).limit(query.limit + 1)).all()
    shown = rows[: query.limit]
    more = cursors.write(_ORDER, [shown[-1][0].id]) if len(rows) > len(shown) else None
    return ApplicationPage(items=[_out(*row) for row in shown], next=more, total=total)


def _out(row: Application, network: Network, organisation: str | None) -> ApplicationOut:
    shown = set(ApplicationOut.model_fields) - {"network", "organisation"}
    return ApplicationOut(**row.model_dump(include=shown), network=name_of(network), organisation=organisation)


def get(session: Session, who: Principal, id: str) -> tuple[ApplicationOut, str]:
    """One application and its entity tag."""
    staff(who)
    row = session.get(Application, id)
    if row is None:
        raise NotFound
    network = session.get_one(Network, row.network_id)
    organisation = session.get(Organisation, row.organisation_id) if row.organisation_id else None
    return _out(row, network, organisation.slug if organisation else None), etag(row)


def decide(session: Session, who: Principal, id: str, decision: Decision, version: str) -> None:
    """Admit the organisation or refuse it; the applicant is told, and once admitted invited to act for it."""
    staff(who)
    row = session.get(Application, id, with_for_update=True)
    if row is None:
        raise NotFound
    matches(row, version)
    if row.state is not ApplicationState.open or row.membership_id is None:
        raise ApplicationDecided
    verb = Verb.admit if decision.verb == "admit" else Verb.refuse
    membership = members.move(session, who, row.membership_id, verb, decision.reason)
    row.state = ApplicationState.admitted if verb is Verb.admit else ApplicationState.refused
    row.decided_at, row.decided_by, row.reason = clock.now(), who.name, decision.reason
    _touch(row)
    if verb is Verb.admit:
        _welcome(session, who, row, membership)
    session.flush()
    audit.record(session, who, f"application.{decision.verb}", KIND, row.id, {"state": (ApplicationState.open, row.state)})
    if row.email and row.name:
        network = session.get_one(Network, row.network_id)
        notices.write(
            session,
            row.email,
            row.name,
            row.language,
            row.id,
            letters.MEMBERSHIP_STEP,
            decision.reason,
            network=network.label,
            member=row.organisation_name,
            what=letters.MEMBERSHIP[verb],
            link=f"/networks/{network.slug}",
        )


def _welcome(session: Session, who: Principal, row: Application, membership: Membership) -> None:
    """The directory learns to know the organisation, and the applicant may act for it."""
    if membership.organisation_id is None:
        membership.organisation_id = row.organisation_id = _new_organisation(session, row)
    if row.email and row.name:
        asked = {"email": row.email, "name": row.name, "language": row.language, "role": Role.member}
        on = {"on_kind": ORGANISATION, "on_id": membership.organisation_id}
        invitations.invite(session, who, InvitationCreate.model_validate(asked | on))


def _new_organisation(session: Session, row: Application) -> str:
    base = sort_key(row.organisation_name).replace(" ", "-") or "organisation"
    taken = set(session.scalars(select(col(Organisation.slug)).where(col(Organisation.slug).startswith(base))))
    slug = next(each for each in (base, *(f"{base}-{number}" for number in range(2, 1_000))) if each not in taken)
    write = OrganisationWrite(
        slug=slug,
        name=row.organisation_name,
        label={row.language: row.organisation_name},
        kind=row.organisation_kind,
        country=row.country,
    )
    return next(iter(organisations.save_all(session, [write]).touched))
