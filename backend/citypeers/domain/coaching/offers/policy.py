"""Who sees and changes offers and needs. What is listed is for whoever is signed in, never for visitors."""

from sqlalchemy import false
from sqlmodel import col

from citypeers.core.policy import Policy, Rule
from citypeers.domain.coaching.models import READS, WRITES, Need, Offer, OfferState
from citypeers.domain.members import acting

_listed = Rule(lambda who: col(Offer.state) == OfferState.listed if who.account is not None else false())
_any_need = Rule(lambda who: col(Need.id).is_not(None) if who.account is not None else false())
own_offers = acting.acts_for(col(Offer.organisation_id), READS)
own_needs = acting.acts_for(col(Need.organisation_id), READS)
offers = Policy(Offer, see=own_offers | _listed, change=acting.acts_for(col(Offer.organisation_id), WRITES))
needs = Policy(Need, see=own_needs | _any_need, change=acting.acts_for(col(Need.organisation_id), WRITES))
