"""The inventory's own tables, computed from the records."""

from collections import Counter

from sqlalchemy import func, select
from sqlmodel import Session, col

from citypeers.core.forms import Form
from citypeers.core.principal import Principal
from citypeers.domain.networks.models import (
    Category,
    DurationKind,
    FieldStatus,
    FoundingType,
    MemberKind,
    Membership,
    Network,
    NetworkRelation,
    ProfileField,
    RelationKind,
)
from citypeers.domain.networks.policy import networks
from citypeers.domain.networks.schemas import NetworkName
from citypeers.domain.organisations.models import Organisation

EXPLICIT = (Category.national, Category.european_international_smart_city)
"""The categories that the inventory calls explicit smart-city networks."""


class Founded(Form):
    """The networks founded in one year."""

    year: int
    count: int
    networks: list[str]


class MunicipalityCount(Form):
    """A German municipality, under the inventory's name, and the networks that name it."""

    name: str
    count: int
    networks: list[str]


class Node(NetworkName):
    """A network that has a relation to another."""

    founded_year: int | None
    degree: int


class Edge(Form):
    """A relation between two networks, by slug."""

    source: str
    target: str
    kind: RelationKind


class Graph(Form):
    """The networks with relations to one another."""

    nodes: list[Node]
    edges: list[Edge]


class Lifeline(NetworkName):
    """What the matrix and the timeline show of one network."""

    category: Category
    founding_type: FoundingType
    founded_year: int | None
    end_year: int | None
    duration_kind: DurationKind | None


class Analysis(Form):
    """The inventory's tables: how many networks of which kind, since when, with whom."""

    total: int
    explicit_smart_city: int
    by_category: dict[Category, int]
    by_founding_type: dict[FoundingType, int]
    matrix: dict[Category, dict[FoundingType, int]]
    founding_years: list[Founded]
    municipalities: list[MunicipalityCount]
    relations: Graph
    not_stated: dict[ProfileField, list[str]]
    networks: list[Lifeline]


def analysis(session: Session, who: Principal) -> Analysis:
    """The tables over every network that ``who`` may see."""
    columns = (
        Network.id,
        Network.slug,
        Network.name,
        Network.label,
        Network.category,
        Network.founding_type,
        Network.founded_year,
        Network.end_year,
        Network.duration_kind,
    )
    rows = session.execute(select(*columns).where(networks.see.where(who)).order_by(col(Network.slug))).mappings().all()  # type: ignore[call-overload]  # nine columns
    oldest_first = sorted(rows, key=lambda row: (row["founded_year"] is None, row["founded_year"] or 0, row["slug"]))
    matrix = Counter((row["category"], row["founding_type"]) for row in rows)
    categories = Counter(row["category"] for row in rows)
    types = Counter(row["founding_type"] for row in rows)
    return Analysis(
        total=len(rows),
        explicit_smart_city=sum(categories[category] for category in EXPLICIT),
        by_category={category: categories[category] for category in Category},
        by_founding_type={founding: types[founding] for founding in FoundingType},
        matrix={category: {founding: matrix[category, founding] for founding in FoundingType} for category in Category},
        founding_years=_founding_years([(row["founded_year"], row["slug"]) for row in rows if row["founded_year"]]),
        municipalities=_municipalities(session, who),
        relations=_graph(
            session,
            who,
            {row["id"]: NetworkName(**{key: row[key] for key in ("slug", "name", "label")}) for row in rows},
            {row["id"]: row["founded_year"] for row in rows},
        ),
        not_stated=_not_stated(session, who),
        networks=[Lifeline(**row) for row in oldest_first],
    )


def _founding_years(founded: list[tuple[int, str]]) -> list[Founded]:
    years: dict[int, list[str]] = {}
    for year, slug in sorted(founded):
        years.setdefault(year, []).append(slug)
    return [Founded(year=year, count=len(slugs), networks=slugs) for year, slugs in years.items()]


def _municipalities(session: Session, who: Principal) -> list[MunicipalityCount]:
    name = func.coalesce(col(Organisation.name), col(Membership.name))
    statement = (
        select(name, col(Network.slug))
        .select_from(Membership)
        .join(Network, col(Network.id) == col(Membership.network_id))
        .outerjoin(Organisation, col(Organisation.id) == col(Membership.organisation_id))
        .where(networks.see.where(who), col(Membership.position).is_not(None))
        .where(col(Membership.country) == "DE", col(Membership.kind) == MemberKind.municipality)
        .distinct()
        .order_by(col(Network.slug))
    )
    named: dict[str, list[str]] = {}
    for municipality, slug in session.execute(statement):
        named.setdefault(municipality, []).append(slug)
    most_first = sorted(named.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [MunicipalityCount(name=municipality, count=len(slugs), networks=slugs) for municipality, slugs in most_first]


def _graph(session: Session, who: Principal, names: dict[str, NetworkName], founded: dict[str, int | None]) -> Graph:
    statement = select(col(NetworkRelation.network_id), col(NetworkRelation.target_id), col(NetworkRelation.kind)).where(
        col(NetworkRelation.target_id).is_not(None)
    )
    pairs = [(source, target, kind) for source, target, kind in session.execute(statement) if source in names and target in names]
    edges = sorted(
        (Edge(source=names[source].slug, target=names[target].slug, kind=kind) for source, target, kind in pairs),
        key=lambda edge: (edge.source, edge.target, edge.kind),
    )
    degrees = Counter(end for source, target, _ in pairs for end in (source, target))
    nodes = [Node(**names[id].model_dump(), founded_year=founded[id], degree=degree) for id, degree in degrees.items()]
    return Graph(nodes=sorted(nodes, key=lambda node: (node.founded_year or 9999, node.slug)), edges=edges)


def _not_stated(session: Session, who: Principal) -> dict[ProfileField, list[str]]:
    statement = select(col(Network.slug), col(Network.profile)).where(networks.see.where(who)).order_by(col(Network.slug))
    profiles = session.execute(statement).all()
    return {
        field: [slug for slug, profile in profiles if any(_is_open(entry, field) for entry in profile)] for field in ProfileField
    }


def _is_open(entry: dict[str, str], field: ProfileField) -> bool:
    return entry["field"] == field and entry["status"] == FieldStatus.not_stated
