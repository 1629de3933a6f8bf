"""Other people's accounts, as those see and change them who look after them."""

from collections.abc import Sequence

from sqlalchemy import func, or_, select
from sqlmodel import Session, col

from citypeers.core.cursors import Cursors
from citypeers.core.principal import Principal, Role
from citypeers.core.problems import Conflict, Forbidden, NotFound, Unauthorised
from citypeers.core.text import fold
from citypeers.identity import accounts
from citypeers.identity.models import Account, AccountState, Grant
from citypeers.identity.people_schemas import AccountOut, AccountPage, AccountStep, GrantCreate, HeldGrant

STAFF = frozenset({Role.secretariat, Role.administrator})
PAGE = 25
_ORDER = "accounts"


class OwnAccount(Conflict):
    """Nobody shuts themselves out, or gives themselves a role."""

    name = "own-account"


def staff(who: Principal) -> None:
    """Let on the secretariat and administrators alone; visitors may sign in first."""
    if who.account is None and who.roles <= {Role.visitor}:
        raise Unauthorised
    if who.roles.isdisjoint(STAFF):
        raise Forbidden


def page(session: Session, who: Principal, q: str | None, cursor: str | None, cursors: Cursors) -> AccountPage:
    """A page of accounts, by address; ``q`` is part of an address or a name."""
    staff(who)
    statement = select(Account)
    if q:
        part = fold(q)
        named = col(Account.name_key).contains(part, autoescape=True)
        statement = statement.where(or_(named, col(Account.email_key).contains(part, autoescape=True)))
    total = session.scalar(select(func.count()).select_from(statement.subquery())) or 0
    if cursor:
        statement = statement.where(col(Account.email_key) > str(cursors.read(_ORDER, cursor)[0]))
    rows = session.scalars(statement.order_by(col(Account.email_key)).limit(PAGE + 1)).all()
    shown = rows[:PAGE]
    more = cursors.write(_ORDER, [shown[-1].email_key]) if len(rows) > PAGE else None
    return AccountPage(items=[_out(session, who, row) for row in shown], next=more, total=total)


def get(session: Session, who: Principal, id: str) -> AccountOut:
    """One account with what it holds."""
    return _out(session, who, _find(session, who, id))


def _find(session: Session, who: Principal, id: str) -> Account:
    staff(who)
    row = session.get(Account, id)
    if row is None:
        raise NotFound
    return row


def _out(session: Session, who: Principal, row: Account) -> AccountOut:
    own = row.id == who.account
    shown = set(AccountOut.model_fields) - {"second_factor", "grants", "may"}
    return AccountOut(
        **row.model_dump(include=shown),
        second_factor=row.totp_sealed is not None,
        grants=[_held(each) for each in accounts.grants(session, row.id)],
        may=[] if own else ["disable" if row.state is AccountState.active else "enable", "grant"],
    )


def _held(row: Grant) -> HeldGrant:
    return HeldGrant(**row.model_dump(include=set(HeldGrant.model_fields)))


def _other(who: Principal, row: Account, roles: Sequence[Role]) -> None:
    """Refuse what one may not do to oneself, and to administrators without being one."""
    if row.id == who.account:
        raise OwnAccount
    if Role.administrator in roles and Role.administrator not in who.roles:
        raise Forbidden


def move(session: Session, who: Principal, id: str, step: AccountStep) -> AccountOut:
    """Disable an account or let it sign in again."""
    row = _find(session, who, id)
    _other(who, row, [each.role for each in accounts.grants(session, row.id)])
    if step.verb == "disable":
        accounts.disable(session, who, row, step.reason)
    else:
        accounts.enable(session, who, row, step.reason)
    return _out(session, who, row)


def grant(session: Session, who: Principal, id: str, write: GrantCreate) -> HeldGrant:
    """Give somebody a role."""
    row = _find(session, who, id)
    _other(who, row, [write.role])
    return _held(accounts.grant(session, who, row.id, write.role, write.on_kind, write.on_id))


def end_grant(session: Session, who: Principal, id: str, grant_id: str) -> None:
    """Take a role away; it counts no more from this moment."""
    row = _find(session, who, id)
    held = next((each for each in accounts.grants(session, row.id) if each.id == grant_id), None)
    if held is None:
        raise NotFound
    _other(who, row, [held.role])
    accounts.end_grant(session, who, grant_id)
