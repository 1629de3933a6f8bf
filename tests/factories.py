"""Random but valid networks, for properties that hold for all of them."""

from hypothesis import strategies as st

from citypeers.domain.networks.models import (
    Category,
    DurationKind,
    FieldStatus,
    FoundingType,
    MemberKind,
    ProfileField,
    Qualifier,
    RelationKind,
    Scope,
    Typology,
)
from citypeers.domain.networks.schemas import NetworkWrite

LETTERS = st.characters(exclude_categories=("Cs", "Cc"))
LINES = st.text(LETTERS, min_size=1, max_size=30)
MAPS = st.dictionaries(st.sampled_from(["en", "de", "es", "pt", "fr", "pt-BR"]), LINES, min_size=1, max_size=4)
CODES = st.lists(st.sampled_from(["webinars", "workshops", "conferences"]), unique=True, max_size=3)
TOPICS = st.lists(st.sampled_from(["mobility", "energy", "health", "sdg-11", "charter-1.1"]), unique=True, max_size=3)
CITIES = st.sampled_from(
    [("München", "DE"), ("Freiburg", "DE"), ("Köln", "DE"), ("Fortaleza", "BR"), ("Nowhere", "DE"), ("Ulm", None)]
)


@st.composite
def profile_entries(draw: st.DrawFn, field: ProfileField) -> dict[str, object]:
    return {
        "field": field,
        "status": draw(st.sampled_from(FieldStatus)),
        "text": draw(st.none() | MAPS),
        "note": draw(st.none() | MAPS),
        "as_of": draw(st.sampled_from([None, "2023", "2023-05", "2021-09-30"])),
    }


@st.composite
def networks(draw: st.DrawFn, slug: str, others: tuple[str, ...] = ()) -> NetworkWrite:
    """A network of one slug, which may name the networks of other slugs."""
    count = draw(st.none() | st.integers(0, 10_000))
    founded = draw(st.sampled_from([None, "1951", "1999-07", "2019-09-20"]))
    relations = [
        {"kind": draw(st.sampled_from(RelationKind)), "network": other, "note": draw(st.none() | MAPS)}
        for other in draw(st.lists(st.sampled_from(others), unique=True, max_size=2) if others else st.just([]))
    ]
    relations += [{"kind": RelationKind.supported_by, "organisation": draw(MAPS)} for _ in range(draw(st.integers(0, 1)))]
    return NetworkWrite.model_validate(
        {
            "slug": slug,
            "name": draw(MAPS),
            "long_name": draw(st.none() | MAPS),
            "label": draw(MAPS),
            "summary": draw(MAPS),
            "category": draw(st.sampled_from(Category)),
            "founding_type": draw(st.sampled_from(FoundingType)),
            "typology": draw(st.none() | st.sampled_from(Typology)),
            "founded": founded,
            "end_year": draw(st.sampled_from([None, 2019, 2030])),
            "duration_kind": draw(st.none() | st.sampled_from(DurationKind)),
            "geographic_scope": draw(st.sampled_from(Scope)),
            "member_count": count,
            "member_count_qualifier": None if count is None else draw(st.sampled_from(Qualifier)),
            "topics": draw(TOPICS),
            "keywords": draw(st.lists(MAPS, max_size=2)),
            "work_formats": draw(CODES),
            "funding": draw(CODES),
            "profile": [draw(profile_entries(field)) for field in ProfileField],
            "members": [
                {"name": name, "country": country, "kind": draw(st.sampled_from(MemberKind))}
                for name, country in draw(st.lists(CITIES, unique=True, max_size=3))
            ],
            "relations": relations,
        }
    )
