"""Verbs on networks."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import or_, select
from sqlmodel import Session, col

from citypeers.core import clock, rendered
from citypeers.core.history import changes
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Forbidden, NotFound, ReasonNeeded
from citypeers.domain.networks import membership, rendering
from citypeers.domain.networks.models import (
    KIND,
    Network,
    NetworkRelation,
    NetworkRevision,
    NetworkSlug,
    NetworkTopic,
    State,
)
from citypeers.domain.networks.policy import networks
from citypeers.domain.networks.schemas import (
    DirectedRelation,
    Direction,
    NetworkWrite,
    RelationPage,
    RelationWrite,
    RevisionOut,
    RevisionPage,
)
from citypeers.domain.networks.states import PUBLIC, Verb, transition
from citypeers.domain.organisations import service as organisations
from citypeers.domain.organisations.models import KIND as ORGANISATION
from citypeers.domain.organisations.service import Outcome

LINKED = {"members", "relations", "topics"}
"""What a network is written with that lives in tables of its own."""


WHEN_RENAMED: list[Callable[[Session, frozenset[str]], None]] = []
"""What those who show names of networks do when some are renamed, in the same transaction; they register it here."""


class SlugTaken(Conflict):
    name = "slug-taken"


class WrongState(Conflict):
    name = "wrong-state"


def follow_organisations(session: Session, ids: Iterable[str]) -> None:
    """Render anew the networks that show something of these organisations."""
    shown = {network for id in ids for kind, network in rendered.dependants(session, ORGANISATION, id) if kind == KIND}
    for network in session.scalars(select(Network).where(col(Network.id).in_(shown)).order_by(col(Network.slug))).unique():
        _render(session, network)


organisations.WHEN_CHANGED.append(follow_organisations)


def known_slugs(session: Session) -> set[str]:
    """Every slug a relation may lead to."""
    return set(session.scalars(select(col(Network.slug))))


def save_all(session: Session, who: Principal, writes: Sequence[NetworkWrite], state: State) -> dict[str, Outcome]:
    """Create or change networks that may name one another; ``state`` is that of new ones. Outcomes by slug."""
    if not writes:
        return {}
    outcomes: dict[str, Outcome] = {}
    touched: list[tuple[Network, NetworkWrite]] = []
    renamed: set[str] = set()
    for write in writes:
        network = session.scalars(select(Network).where(col(Network.slug) == write.slug)).one_or_none()
        if network is None:
            network = _create(session, write, state)
            outcomes[write.slug] = Outcome.created
        elif _document(session, network) == write.model_dump(mode="json"):
            outcomes[write.slug] = Outcome.unchanged
            continue
        else:
            networks.find(session, who, col(Network.id) == network.id, to=networks.change)
            if (network.name, network.label) != (write.name, write.label):
                renamed.add(network.id)
            network.sqlmodel_update(
                {**write.model_dump(mode="json", exclude=LINKED), "founded_year": _year(write)}
                | {"version": network.version + 1, "updated_at": clock.now()}
            )
            outcomes[write.slug] = Outcome.changed
        touched.append((network, write))
    session.flush()
    ids = {row[0]: row[1] for row in session.execute(select(col(Network.slug), col(Network.id)))}
    directory = membership.Directory(session)
    for network, write in touched:
        _link(network, write, ids)
        membership.name_all(session, network.id, write.members, directory)
    session.flush()
    for network, write in touched:
        _keep_revision(session, who, network, write.model_dump(mode="json"))
        _render(session, network)
    for network_id in renamed:
        _render_dependants(session, network_id)
    return outcomes


def _create(session: Session, write: NetworkWrite, state: State) -> Network:
    published = clock.now() if state in PUBLIC else None
    network = Network(
        **write.model_dump(mode="json", exclude=LINKED), founded_year=_year(write), state=state, published_at=published
    )
    session.add(network)
    return network


def _year(write: NetworkWrite) -> int | None:
    return int(write.founded[:4]) if write.founded else None


def _link(network: Network, write: NetworkWrite, ids: Mapping[str, str]) -> None:
    network.topic_links = [
        NetworkTopic(network_id=network.id, topic_id=topic, position=place) for place, topic in enumerate(write.topics)
    ]
    network.relations = [_relation(network.id, relation, place, ids) for place, relation in enumerate(write.relations)]


def _relation(network_id: str, write: RelationWrite, position: int, ids: Mapping[str, str]) -> NetworkRelation:
    target = ids[write.network] if write.network else None
    return NetworkRelation(
        network_id=network_id,
        kind=write.kind,
        position=position,
        target_id=target,
        organisation=write.organisation,
        note=write.note,
    )


def _document(session: Session, network: Network) -> dict[str, Any]:
    return session.get_one(NetworkRevision, (network.id, network.version)).document


def _keep_revision(session: Session, who: Principal, network: Network, document: dict[str, Any], reason: str | None = None) -> None:
    session.add(
        NetworkRevision(
            network_id=network.id,
            number=network.version,
            at=network.updated_at,
            actor=who.name,
            state=network.state,
            reason=reason,
            document=document,
        )
    )


def _render(session: Session, network: Network) -> None:
    session.flush()
    session.expire(network, ["members", "relations", "topic_links"])
    if network.state in PUBLIC:
        rendered.put(session, rendering.rendering(network))
    else:
        rendered.withdraw(session, KIND, network.id)


def _render_dependants(session: Session, network_id: str) -> None:
    for kind, dependant in rendered.dependants(session, KIND, network_id):
        if kind == KIND:
            _render(session, session.get_one(Network, dependant))
    for follow in WHEN_RENAMED:
        follow(session, frozenset({network_id}))


def move(session: Session, who: Principal, slug: str, verb: Verb, reason: str | None = None) -> Network:
    """Take one editorial step."""
    network = networks.find(session, who, col(Network.slug) == slug)
    step = transition(verb)
    if who.acting_on(KIND, network.id).isdisjoint(step.who):
        raise Forbidden
    if network.state not in step.sources:
        raise WrongState(state=network.state.value)
    if step.needs_reason and not reason:
        raise ReasonNeeded
    document = _document(session, network)
    network.state = step.target
    network.version += 1
    network.updated_at = clock.now()
    if step.target is State.published and network.published_at is None:
        network.published_at = network.updated_at
    _keep_revision(session, who, network, document, reason)
    _render(session, network)
    return network


def rename(session: Session, who: Principal, slug: str, new: str) -> Network:
    """Give a network another slug; the old one leads to it from then on."""
    network = networks.find(session, who, col(Network.slug) == slug, to=networks.change)
    taken = select(col(Network.id)).where(col(Network.slug) == new)
    owner = session.get(NetworkSlug, new)
    if session.scalar(taken) or (owner and owner.network_id != network.id):
        raise SlugTaken
    if owner:
        session.delete(owner)
    document = {**_document(session, network), "slug": new}
    session.add(NetworkSlug(slug=slug, network_id=network.id))
    network.slug = new
    network.version += 1
    network.updated_at = clock.now()
    _keep_revision(session, who, network, document)
    _render(session, network)
    _render_dependants(session, network.id)
    return network


def present_slug(session: Session, who: Principal, slug: str) -> str:
    """The slug that an old one leads to; 404 if it never was one, or leads to what ``who`` may not see."""
    before = session.get(NetworkSlug, slug)
    if before is None:
        raise NotFound
    return networks.find(session, who, col(Network.id) == before.network_id).slug


def relations(session: Session, who: Principal, slug: str) -> RelationPage:
    """Relations of a network in both directions, outgoing first."""
    network = networks.find(session, who, col(Network.slug) == slug)
    incoming = session.scalars(
        select(NetworkRelation)
        .join(Network, col(Network.id) == col(NetworkRelation.network_id))
        .where(col(NetworkRelation.target_id) == network.id, networks.see.where(who))
        .order_by(col(Network.slug), col(NetworkRelation.position))
    ).all()
    items = [DirectedRelation(**rendering.relation(each).model_dump(), direction=Direction.outgoing) for each in network.relations]
    for each in incoming:
        other = rendering.name_of(session.get_one(Network, each.network_id))
        items.append(
            DirectedRelation(kind=each.kind, network=other, organisation=None, note=each.note, direction=Direction.incoming)
        )
    return RelationPage(items=items, next=None, total=len(items))


def revisions(session: Session, who: Principal, slug: str) -> RevisionPage:
    """The saved versions of a network that ``who`` may see, the newest first, each with what it changed."""
    network = networks.find(session, who, col(Network.slug) == slug)
    everything = networks.change.where(who)
    public = col(NetworkRevision.state).in_(sorted(PUBLIC))
    rows = session.scalars(
        select(NetworkRevision)
        .join(Network, col(Network.id) == col(NetworkRevision.network_id))
        .where(col(NetworkRevision.network_id) == network.id, or_(everything, public))
        .order_by(col(NetworkRevision.number))
    ).all()
    items: list[RevisionOut] = []
    before: dict[str, Any] = {}
    for each in rows:
        items.append(RevisionOut(**each.model_dump(exclude={"document", "network_id"}), changes=changes(before, each.document)))
        before = each.document
    return RevisionPage(items=items[::-1], next=None, total=len(items))
