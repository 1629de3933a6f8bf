"""Somebody who coached in person does so no more once their account ends."""

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import audit, clock
from citypeers.core.principal import Principal
from citypeers.domain.coaching.models import OFFER, Offer, OfferState
from citypeers.identity import accounts


def account_gone(session: Session, who: Principal, account_id: str) -> None:
    """End what somebody offered in person; what was agreed by it stays with their organisation."""
    mine = select(Offer).where(col(Offer.person_id) == account_id, col(Offer.state) != OfferState.ended)
    for offer in session.scalars(mine.order_by(col(Offer.id)).with_for_update(of=Offer)).all():
        before, offer.state = offer.state, OfferState.ended
        offer.consented_at = offer.consented_by = None
        offer.version, offer.updated_at = offer.version + 1, clock.now()
        session.flush()
        audit.record(session, who, "offer.end", OFFER, offer.id, {"state": (before.value, offer.state.value)})


accounts.WHEN_GONE.append(account_gone)
