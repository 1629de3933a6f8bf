"""Verbs on accounts: created, granted, disabled; the second factor; what each may read of itself."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pyotp
from sqlalchemy import delete, or_, select, update
from sqlmodel import Session, SQLModel, col

from citypeers.core import audit, clock
from citypeers.core.principal import Held, Principal, Role
from citypeers.core.problems import Conflict, Forbidden, Invalid, NotFound
from citypeers.core.rows import matches, rewrite
from citypeers.core.settings import Settings
from citypeers.core.text import fold
from citypeers.identity import letters, passwords
from citypeers.identity.models import EVERYWHERE, Account, AccountState, BrowserSession, Grant, Passkey
from citypeers.identity.notices import telling
from citypeers.identity.schemas import AccountCreate, Enrolment, GrantOut, Me, MeUpdate
from citypeers.identity.sealing import seal, unseal

NEEDS_SECOND_FACTOR = frozenset({Role.secretariat, Role.administrator})
"""Roles that count only once the account has a second factor."""
KIND = "account"
ISSUER = "Citypeers"
STEP_SECONDS = 30


class EmailTaken(Conflict):
    name = "email-taken"


class AlreadyEnrolled(Conflict):
    name = "already-enrolled"


class SecondFactorFirst(Forbidden):
    name = "second-factor-first"


def create(session: Session, who: Principal, write: AccountCreate) -> Account:
    """A new account with its first grant; the password is hashed here, so call it outside of other people's waiting."""
    password = write.password.get_secret_value()
    passwords.check(password, "/password", write.email, write.name)
    account = add(session, write.email, write.name, write.language, passwords.hashed(password))
    audit.record(session, who, "account.created", KIND, account.id, {"email": (None, account.email)}, about=account.id)
    if write.role is not None:
        grant(session, who, account.id, write.role)
    return account


def add(session: Session, email: str, name: str, language: str, password_hash: str) -> Account:
    """A new account that may nothing yet."""
    if session.scalar(select(col(Account.id)).where(col(Account.email_key) == fold(email))):
        raise EmailTaken
    account = Account(
        email=email, email_key=fold(email), name=name, name_key=fold(name), language=language, password_hash=password_hash
    )
    session.add(account)
    session.flush()
    return account


def principal(account_id: str) -> Principal:
    """The person of an account, where they act for themselves."""
    return Principal(f"{KIND}:{account_id}", frozenset(), account=account_id)


def acting(session: Session, account_id: str) -> Principal:
    """The person of an account with everything they hold today."""
    held = grants(session, account_id)
    return Principal(
        name=principal(account_id).name,
        roles=frozenset(each.role for each in held if each.on_kind == EVERYWHERE) | {Role.visitor},
        account=account_id,
        held=frozenset(Held(each.role, each.on_kind, each.on_id) for each in held if each.on_kind != EVERYWHERE),
    )


def grant(
    session: Session, who: Principal, account_id: str, role: Role, on_kind: str = EVERYWHERE, on_id: str = EVERYWHERE
) -> Grant:
    """Let an account hold a role from today on; one that it holds already stays as it is."""
    held = next(
        (each for each in grants(session, account_id) if (each.role, each.on_kind, each.on_id) == (role, on_kind, on_id)), None
    )
    if held is not None:
        return held
    row = Grant(account_id=account_id, role=role, on_kind=on_kind, on_id=on_id, valid_from=today())
    session.add(row)
    session.flush()
    audit.record(session, who, "grant.begun", KIND, account_id, {"grant": (None, [role, on_kind, on_id])})
    return row


def end_grants_on(session: Session, who: Principal, on_kind: str, on_id: str, account_id: str) -> None:
    """End what somebody holds on a thing."""
    for held in grants(session, account_id):
        if (held.on_kind, held.on_id) == (on_kind, on_id):
            end_grant(session, who, held.id)


def end_grant(session: Session, who: Principal, grant_id: str) -> None:
    """Yesterday was the last day of a grant; it counts no more from this moment."""
    row = session.get(Grant, grant_id)
    if row is None or (row.valid_to is not None and row.valid_to < today()):
        raise NotFound
    row.valid_to = date.fromordinal(clock.now().date().toordinal() - 1).isoformat()
    session.flush()
    audit.record(session, who, "grant.ended", KIND, row.account_id, {"grant": ([row.role, row.on_kind, row.on_id], None)})


def today() -> str:
    """The date on which grants are asked for."""
    return clock.now().date().isoformat()


def holders(session: Session, on_kind: str, on_id: str, *roles: Role) -> list[Account]:
    """The active accounts that hold a role on a thing today; any role if none is named."""
    held = (
        select(Account)
        .join(Grant, col(Grant.account_id) == col(Account.id))
        .where(
            col(Account.state) == AccountState.active,
            col(Grant.on_kind) == on_kind,
            col(Grant.on_id) == on_id,
            col(Grant.valid_from) <= today(),
            or_(col(Grant.valid_to).is_(None), col(Grant.valid_to) >= today()),
        )
    )
    if roles:
        held = held.where(col(Grant.role).in_(roles))
    return list(session.scalars(held.distinct().order_by(col(Account.id))))


def by_email(session: Session, email: str) -> Account | None:
    """The account of an address, however it is written."""
    return session.scalars(select(Account).where(col(Account.email_key) == fold(email))).one_or_none()


def grants(session: Session, account_id: str) -> list[Grant]:
    """What an account holds today."""
    held = select(Grant).where(
        col(Grant.account_id) == account_id,
        col(Grant.valid_from) <= today(),
        or_(col(Grant.valid_to).is_(None), col(Grant.valid_to) >= today()),
    )
    return list(session.scalars(held.order_by(col(Grant.role), col(Grant.on_kind), col(Grant.on_id))))


def me(session: Session, account: Account, settings: Settings) -> Me:
    """What an account reads of itself."""
    held = grants(session, account.id)
    enrolled = account.totp_sealed is not None
    return Me(
        id=account.id,
        email=account.email,
        name=account.name,
        language=account.language,
        second_factor=enrolled,
        must_enrol=settings.second_factor_required
        and not (enrolled or has_passkey(session, account))
        and any(each.role in NEEDS_SECOND_FACTOR for each in held),
        grants=[GrantOut(**each.model_dump(include=set(GrantOut.model_fields))) for each in held],
        version=account.version,
    )


def change(session: Session, account: Account, edit: MeUpdate, version: str) -> Account:
    """Change what people may change of themselves; ``version`` is the entity tag they saw."""
    matches(account, version)
    values = {name: value for name, value in edit.model_dump(exclude_unset=True).items() if value is not None}
    changes = {name: (getattr(account, name), value) for name, value in values.items()}
    if "name" in values:
        values["name_key"] = fold(values["name"])
    rewrite(session, account, values)
    audit.record(session, principal(account.id), "account.changed", KIND, account.id, changes, about=account.id)
    return account


WHEN_GONE: list[Callable[[Session, Principal, str], None]] = []
"""What others do when an account is disabled or erased, in the same transaction; they register it here."""


KEPT: dict[str, Callable[[Session, str], Sequence[SQLModel]]] = {}
"""Further sections of what is kept of a person, by the id of the account; rooms that nobody below may see register theirs."""


def disable(session: Session, who: Principal, account: Account, reason: str | None = None) -> None:
    """Nobody signs in with it any more, and whoever is signed in is not from now on."""
    _become(session, who, account, AccountState.disabled, reason)
    end_sessions(session, account.id)
    for follow in WHEN_GONE:
        follow(session, who, account.id)


def enable(session: Session, who: Principal, account: Account, reason: str | None = None) -> None:
    """The account may sign in again."""
    _become(session, who, account, AccountState.active, reason)


def _become(session: Session, who: Principal, account: Account, state: AccountState, reason: str | None) -> None:
    before, account.state = account.state, state
    account.version += 1
    session.flush()
    changes = {"state": (before, state), "reason": (None, reason)}
    audit.record(session, who, f"account.{'disabled' if state is AccountState.disabled else 'enabled'}", KIND, account.id, changes)


def end_sessions(session: Session, account_id: str, keep: str | None = None) -> None:
    """End every open session of an account but one."""
    open_ = update(BrowserSession).where(col(BrowserSession.account_id) == account_id, col(BrowserSession.ended_at).is_(None))
    session.execute(open_.where(col(BrowserSession.id) != (keep or "")).values(ended_at=clock.now()))


def has_passkey(session: Session, account: Account) -> bool:
    """Whether a passkey is the account's second factor, or one of two."""
    return session.scalar(select(col(Passkey.id)).where(col(Passkey.account_id) == account.id).limit(1)) is not None


def guard_second_factor(session: Session, account: Account, session_id: str) -> None:
    """Refuse to change what the second factor is in a session where the present one was not shown.

    Otherwise whoever has got hold of a password alone could set up a second factor beside the owner's.
    """
    here = session.get_one(BrowserSession, session_id)
    by_code = account.totp_sealed is not None and here.provider is None
    has_any = account.totp_sealed is not None or has_passkey(session, account)
    if has_any and here.passkey_id is None and not by_code:
        raise SecondFactorFirst


def forget_second_factor(session: Session, account: Account) -> None:
    """Go without codes and passkeys, for somebody who has lost them; whoever is signed in is not from now on."""
    session.execute(delete(Passkey).where(col(Passkey.account_id) == account.id))
    account.totp_sealed = account.totp_begun = None
    account.version += 1
    end_sessions(session, account.id)


def begin_second_factor(session: Session, account: Account, session_id: str, settings: Settings) -> Enrolment:
    """A new secret for one-time codes; it counts once its first code is given."""
    guard_second_factor(session, account, session_id)
    if account.totp_sealed is not None:
        raise AlreadyEnrolled
    secret = pyotp.random_base32()
    account.totp_begun = seal(settings.secret_key.get_secret_value(), secret)
    return Enrolment(address=pyotp.TOTP(secret).provisioning_uri(name=account.email, issuer_name=ISSUER), secret=secret)


def confirm_second_factor(session: Session, account: Account, session_id: str, settings: Settings, code: str) -> None:
    """Make the second factor count, by its first code."""
    guard_second_factor(session, account, session_id)
    if account.totp_begun is None or not _take(session, account, settings, account.totp_begun, code):
        raise Invalid([("/code", "code_wrong")])
    account.totp_sealed, account.totp_begun = account.totp_begun, None
    account.version += 1
    tell(session, account, "account.second_factor_set", letters.SECOND_FACTOR_SET)


def remove_second_factor(session: Session, account: Account, settings: Settings, code: str) -> None:
    """Go without the second factor again; roles that need one wait from then on."""
    if not takes(session, account, settings, code):
        raise Invalid([("/code", "code_wrong")])
    account.totp_sealed = None
    account.version += 1
    tell(session, account, "account.second_factor_removed", letters.SECOND_FACTOR_REMOVED)


def tell(session: Session, account: Account, verb: str, what: Mapping[str, str]) -> None:
    """Keep that a way to sign in is another, and tell its owner; ``what`` says it in the letter."""
    session.flush()
    telling.tell(session, account, letters.CHANGED, what=what)
    audit.record(session, principal(account.id), verb, KIND, account.id)


def takes(session: Session, account: Account, settings: Settings, code: str) -> bool:
    """Whether a code is right and was never taken before; of two that come at once, one is."""
    return account.totp_sealed is not None and _take(session, account, settings, account.totp_sealed, code)


def _take(session: Session, account: Account, settings: Settings, sealed: str, code: str) -> bool:
    codes = pyotp.TOTP(unseal(settings.secret_key.get_secret_value(), sealed), interval=STEP_SECONDS)
    now = int(clock.now().timestamp()) // STEP_SECONDS
    for step in (now, now - 1, now + 1):
        if pyotp.utils.strings_equal(codes.generate_otp(step), code):
            unused = or_(col(Account.totp_step).is_(None), col(Account.totp_step) < step)
            taken = session.execute(update(Account).where(col(Account.id) == account.id, unused).values(totp_step=step))
            return bool(taken.rowcount == 1)  # type: ignore[attr-defined]  # of a cursor's result
    return False
