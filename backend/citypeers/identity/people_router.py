"""Paths of invitations, recovery, and other people's accounts."""

from typing import Annotated

from fastapi import Query, Request
from pydantic import ConfigDict, Field
from starlette.responses import Response

from citypeers.core.caller import ForeignOrigin, Here, Reading, Writing
from citypeers.core.forms import Form
from citypeers.core.paths import api_router
from citypeers.core.problems import Conflict, Forbidden, Invalid, NotFound, TooMany, Unauthorised, Unavailable, declares
from citypeers.core.rows import Id
from citypeers.identity import contacts, invitations, people, recovery
from citypeers.identity.current import SignedIn, Who
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.links import LinkSpent
from citypeers.identity.models import Account, ContactKind
from citypeers.identity.people_schemas import (
    Accepting,
    AccountOut,
    AccountPage,
    AccountStep,
    ContactPage,
    ContactSet,
    GrantCreate,
    HeldGrant,
    InvitationCreate,
    InvitationOut,
    InvitationPage,
    Invited,
    Recovering,
    RecoveryAsk,
    TokenGiven,
)
from citypeers.identity.router import NOTHING, private

STAFF_READS = declares(Unauthorised, Forbidden, NotFound, Invalid)
STAFF_ACTS = declares(Unauthorised, Forbidden, ForeignOrigin, NotFound, Conflict, Invalid)

router = api_router()


class AccountQuery(Form):
    """Which accounts are asked for."""

    model_config = ConfigDict(extra="forbid")

    q: Annotated[str | None, Field(max_length=100, description="part of an address or a name")] = None
    cursor: Annotated[str | None, Field(max_length=1000)] = None


@router.post(
    "/auth/recovery",
    operation_id="auth.ask-recovery",
    tags=["auth"],
    status_code=202,
    response_model=None,
    responses=declares(ForeignOrigin, Invalid, TooMany),
)
def ask_recovery(request: Request, here: Here, asked: RecoveryAsk) -> Response:
    """Have a link for a new password sent, if the address has an account; the answer is the same if not."""
    recovery.ask(here.database, here.settings, asked.email, request.client.host if request.client else "")
    return Response(status_code=202)


@router.post(
    "/auth/recovery/complete",
    operation_id="auth.recover",
    tags=["auth"],
    responses=declares(ForeignOrigin, LinkSpent, Invalid, Unavailable),
    **NOTHING,
)
async def recover(here: Here, given: Recovering) -> Response:
    """Choose a new password by the link of a letter; every session ends."""
    await here.in_line(recovery.complete, here.database, here.settings, given)
    return Response(status_code=204)


@router.post(
    "/auth/invitation",
    operation_id="auth.look-invitation",
    tags=["auth"],
    response_model=Invited,
    responses=declares(ForeignOrigin, LinkSpent, Invalid),
)
def look_invitation(session: Reading, given: TokenGiven) -> Response:
    """What the link of an invitation is for; looking does not use it."""
    return private(invitations.look(session, given.token.get_secret_value()))


@router.post(
    "/auth/invitation/accept",
    operation_id="auth.accept-invitation",
    tags=["auth"],
    responses=declares(ForeignOrigin, LinkSpent, Conflict, Invalid, Unavailable),
    **NOTHING,
)
async def accept_invitation(here: Here, given: Accepting) -> Response:
    """Make one's account by the link of an invitation; then sign in."""
    await here.in_line(invitations.accept, here.database, given)
    return Response(status_code=204)


@router.get(
    "/invitations", operation_id="invitations.page", tags=["accounts"], response_model=InvitationPage, responses=STAFF_READS
)
def invitation_page(who: Who, session: Reading) -> Response:
    """Invitations that nobody has accepted yet."""
    return private(invitations.page(session, who))


@router.post(
    "/invitations",
    operation_id="invitations.create",
    tags=["accounts"],
    status_code=201,
    response_model=InvitationOut,
    responses=STAFF_ACTS,
)
def invite(who: Who, session: Writing, once: Idempotent, write: InvitationCreate) -> Response:
    """Invite somebody by mail; whoever has an account gets the role at once."""
    row = invitations.from_staff(session, who, write)
    return once.keep(private(InvitationOut.model_validate(row, from_attributes=True), status=201))


@router.post("/invitations/{id}/letters", operation_id="invitations.send-again", tags=["accounts"], responses=STAFF_ACTS, **NOTHING)
def invite_again(who: Who, session: Writing, once: Idempotent, id: Id) -> Response:
    """Send an invitation once more; its former link stops working."""
    invitations.again(session, who, id)
    return once.keep(Response(status_code=204))


@router.delete("/invitations/{id}", operation_id="invitations.revoke", tags=["accounts"], responses=STAFF_ACTS, **NOTHING)
def revoke_invitation(who: Who, session: Writing, id: Id) -> Response:
    """Take an invitation back."""
    invitations.revoke(session, who, id)
    return Response(status_code=204)


@router.get(
    "/me/contacts",
    operation_id="me.contacts",
    tags=["me"],
    response_model=ContactPage,
    responses=declares(Unauthorised, Invalid),
)
def own_contacts(signed: SignedIn, session: Reading) -> Response:
    """What one shows of oneself and to whom, with the day of each consent and of its withdrawal."""
    return private(contacts.page(session, session.get_one(Account, signed.account)))


@router.put(
    "/me/contacts",
    operation_id="me.show-contact",
    tags=["me"],
    responses=declares(Unauthorised, ForeignOrigin, Invalid),
    **NOTHING,
)
def show_contact(signed: SignedIn, session: Writing, write: ContactSet) -> Response:
    """Show something of oneself to an audience from now on."""
    contacts.show(session, session.get_one(Account, signed.account), write)
    return Response(status_code=204)


@router.delete(
    "/me/contacts/{kind}",
    operation_id="me.withdraw-contact",
    tags=["me"],
    responses=declares(Unauthorised, ForeignOrigin, Invalid),
    **NOTHING,
)
def withdraw_contact(signed: SignedIn, session: Writing, kind: ContactKind) -> Response:
    """Withdraw one's consent; nobody sees it from this moment."""
    contacts.withdraw(session, session.get_one(Account, signed.account), kind)
    return Response(status_code=204)


@router.get("/accounts", operation_id="accounts.page", tags=["accounts"], response_model=AccountPage, responses=STAFF_READS)
def account_page(here: Here, who: Who, session: Reading, asked: Annotated[AccountQuery, Query()]) -> Response:
    """Accounts by address, with what they hold today."""
    return private(people.page(session, who, asked.q, asked.cursor, here.cursors))


@router.get("/accounts/{id}", operation_id="accounts.get", tags=["accounts"], response_model=AccountOut, responses=STAFF_READS)
def account(who: Who, session: Reading, id: Id) -> Response:
    """One account with what it holds today."""
    return private(people.get(session, who, id))


@router.post(
    "/accounts/{id}/transitions",
    operation_id="accounts.move",
    tags=["accounts"],
    response_model=AccountOut,
    responses=STAFF_ACTS,
)
def move_account(who: Who, session: Writing, once: Idempotent, id: Id, step: AccountStep) -> Response:
    """Disable an account, which always succeeds and ends its sessions, or let it sign in again."""
    return once.keep(private(people.move(session, who, id, step)))


@router.post(
    "/accounts/{id}/grants",
    operation_id="accounts.grant",
    tags=["accounts"],
    status_code=201,
    response_model=HeldGrant,
    responses=STAFF_ACTS,
)
def grant(who: Who, session: Writing, once: Idempotent, id: Id, write: GrantCreate) -> Response:
    """Give somebody a role, everywhere or on one thing, from today on."""
    return once.keep(private(people.grant(session, who, id, write), status=201))


@router.delete(
    "/accounts/{id}/grants/{grant_id}", operation_id="accounts.end-grant", tags=["accounts"], responses=STAFF_ACTS, **NOTHING
)
def end_grant(who: Who, session: Writing, id: Id, grant_id: Id) -> Response:
    """Take a role away; it counts no more from this moment."""
    people.end_grant(session, who, id, grant_id)
    return Response(status_code=204)
