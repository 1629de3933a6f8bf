"""The import format of networks: a record of the inventory as it was read, with our texts beside it.

The facts keep the names that the reading of the inventory gave them, so that a new reading can be compared line
by line; ``texts`` holds what the platform shows, in its own words.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Literal, LiteralString

from pydantic import ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from citypeers.core.countries import country_names
from citypeers.core.dates import PartialDate, Year
from citypeers.core.forms import Code, Count, Country, Form, Slug, Source
from citypeers.core.text import LanguageMap, Line, Text, fold
from citypeers.domain.networks.models import (
    Category,
    DurationKind,
    FieldStatus,
    FoundingType,
    Life,
    MemberKind,
    Origin,
    ProfileField,
    Qualifier,
    RelationKind,
    Scope,
    Typology,
)
from citypeers.domain.networks.schemas import FoundingPlace, MemberWrite, NetworkWrite, ProfileEntry, Reading, RelationWrite

SURVEY_YEAR = "2023"
INVENTORY: LanguageMap = {"en": "BBSR-Online-Publikation 36/2023", "de": "BBSR-Online-Publikation 36/2023"}
KEINE_ANGABEN: LanguageMap = {"en": "The source says “keine Angaben”.", "de": "In der Quelle steht „keine Angaben“."}
FIELD_OF: Mapping[str, ProfileField] = {
    "funding_kind": ProfileField.funding,
    "member_count": ProfileField.members,
    "outputs": ProfileField.outputs,
    "email": ProfileField.contact,
    "duration_kind": ProfileField.duration,
    "initiators": ProfileField.initiators,
    "german_municipalities": ProfileField.german_municipalities,
}
"""Names in ``no_data_fields`` to the profile field whose line says "keine Angaben"."""

_LINES = re.compile(r"^\S+:\d+-\d+ \((?P<place>.+)\)$")
_CITED = re.compile(r"^report cites: (?P<title>.+?)(?: \((?P<kind>[^()]+)\))?$")
_PLACES_DE = {"profile": "Profil", "Table 1": "Tabelle 1"}
_KINDS = {
    "county": MemberKind.county,
    "association": MemberKind.association,
    "research institute": MemberKind.research,
    "land ministry": MemberKind.ministry,
    "federal ministry": MemberKind.ministry,
    "municipal utility": MemberKind.company,
    "business development agency": MemberKind.company,
}
"""Kinds of German members that are not municipalities; the others are regions and their offices."""


class _Row(Form):
    model_config = ConfigDict(extra="forbid")


class NamedMember(_Row):
    """A member as the source names it."""

    name: Line
    country: Line | None = None
    role: Line | None = None


class NamedRelation(_Row):
    """A relation as the source states it; the target is a slug or a name."""

    target: Line
    kind: RelationKind
    note: Text | None = None


class FieldText(_Row):
    """Our words for one field of the profile."""

    status: FieldStatus
    text: LanguageMap | None = None
    note: LanguageMap | None = None
    as_of: PartialDate = SURVEY_YEAR
    readings: list[Reading] = []


class Texts(_Row):
    """What the platform says of the network, in its own words."""

    name: LanguageMap
    long_name: LanguageMap | None = None
    label: LanguageMap
    summary: LanguageMap
    profile: dict[ProfileField, FieldText]
    keywords: list[LanguageMap] = []
    outputs: list[LanguageMap] = []
    relation_targets: dict[str, LanguageMap] = {}
    relation_notes: dict[str, LanguageMap] = {}
    member_countries: dict[str, Country | None] = {}
    member_kinds: dict[str, MemberKind] = {}


class InventoryRow(_Row):
    """One network of the inventory."""

    slug: Slug
    name: Line
    abbreviation: Line | None = None
    name_variants: list[Line] = []
    category: Category
    founding_type: FoundingType
    typology: Typology | None = None
    typology_note: Text | None = None
    founded: PartialDate | None = None
    founded_year: Year | None = None
    founded_note: Text | None = None
    founding_place: FoundingPlace | None = None
    end_year: Year | None = None
    duration_kind: Literal["limited", "unlimited", "unknown"] = "unknown"
    duration_note: Text | None = None
    life: Life = Life.active
    initiators: list[Line] | None = None
    operators: list[Line] = []
    operators_note: Text | None = None
    member_count: Count | None = None
    member_count_qualifier: Qualifier | None = None
    member_count_note: Text | None = None
    member_count_computed: bool = False
    members_named: list[NamedMember] = []
    german_municipalities: list[Line] | None = None
    german_other: list[Line] = []
    german_other_kinds: dict[str, str] = {}
    german_count_stated: Count | None = None
    german_note: Text | None = None
    geographic_scope: Scope
    scope_note: Text | None = None
    countries_reached: Count | None = None
    countries_note: Text | None = None
    funding_kind: list[Code] = []
    funding_note: Text | None = None
    topics: list[Line] = []
    formats: list[Code] = []
    formats_note: Text | None = None
    outputs: list[Text] | None = None
    email: Line | None = None
    websites: list[Line] = []
    result_links: list[Line] = []
    relations: list[NamedRelation] = []
    sources: list[Line] = []
    no_data_fields: list[Annotated[str, Field(max_length=40)]] = []
    texts: Texts | None = None

    @model_validator(mode="after")
    def _is_a_network(self) -> "InventoryRow":
        if any(name not in FIELD_OF for name in self.no_data_fields):
            raise PydanticCustomError("no_data_fields", "no_data_fields names a field that is not one of the profile's")
        try:
            network_of(self, slugs=set(), filed={})
        except ValidationError as error:
            code: LiteralString = error.errors()[0]["type"]
            raise PydanticCustomError(code, "the row does not make a network") from None
        return self


def network_of(row: InventoryRow, slugs: set[str], filed: Mapping[str, list[str]]) -> NetworkWrite:
    """The network that a row describes.

    ``slugs`` are those a relation may lead to; ``filed`` maps folded free topic words to topic ids.
    """
    texts = row.texts
    qualifier = row.member_count_qualifier or (Qualifier.counted if row.member_count_computed else Qualifier.exact)
    sources = [_source(line) for line in row.sources]
    return NetworkWrite(
        slug=row.slug,
        name=texts.name if texts else {"en": row.name},
        long_name=texts.long_name if texts else None,
        label=texts.label if texts else {"en": row.abbreviation or row.name},
        summary=texts.summary if texts else {"en": row.founded_note or row.name},
        abbreviation=row.abbreviation,
        name_variants=row.name_variants,
        category=row.category,
        founding_type=row.founding_type,
        typology=row.typology,
        founded=row.founded or (str(row.founded_year) if row.founded_year else None),
        end_year=row.end_year,
        duration_kind=None if row.duration_kind == "unknown" else DurationKind(row.duration_kind),
        geographic_scope=row.geographic_scope,
        member_count=row.member_count,
        member_count_qualifier=qualifier if row.member_count is not None else None,
        countries_reached=row.countries_reached,
        topics=list(dict.fromkeys(topic for word in row.topics for topic in filed.get(fold(word), []))),
        keywords=texts.keywords if texts else [{"en": word} for word in row.topics],
        work_formats=row.formats,
        funding=[code for code in row.funding_kind if code != "unknown"],
        life=row.life,
        origin=Origin.public_source,
        outputs=texts.outputs if texts else [{"en": each} for each in row.outputs or []],
        emails=[row.email] if row.email else [],
        websites=row.websites,
        result_links=row.result_links,
        founding_place=row.founding_place,
        profile=_profile(row, sources),
        sources=sources,
        members=_members(row),
        relations=[_relation(row, each, slugs) for each in row.relations],
    )


def _profile(row: InventoryRow, sources: list[Source]) -> list[ProfileEntry]:
    read = [source for source in sources if source.locator == {"en": "profile", "de": "Profil"}][:1] or sources[:1]
    gaps = {FIELD_OF[name] for name in row.no_data_fields}
    if row.texts:
        words = row.texts.profile
        return [
            ProfileEntry(field=field, sources=read, **words[field].model_dump())
            if field in words
            else _bare(field, None, gaps, read)
            for field in ProfileField
        ]
    notes: Mapping[ProfileField, str | None] = {
        ProfileField.founding: row.founded_note,
        ProfileField.operators: row.operators_note,
        ProfileField.duration: row.duration_note,
        ProfileField.members: row.member_count_note,
        ProfileField.german_municipalities: row.german_note,
        ProfileField.reach: row.scope_note,
        ProfileField.funding: row.funding_note,
        ProfileField.formats: row.formats_note,
    }
    return [_bare(field, notes.get(field), gaps, read) for field in ProfileField]


def _bare(field: ProfileField, note: str | None, gaps: set[ProfileField], sources: list[Source]) -> ProfileEntry:
    """A field for which the row brings no text of ours."""
    if field in gaps:
        return ProfileEntry(field=field, status=FieldStatus.not_stated, note=KEINE_ANGABEN, as_of=SURVEY_YEAR, sources=sources)
    text = {"en": note} if note else None
    return ProfileEntry(field=field, status=FieldStatus.stated, text=text, as_of=SURVEY_YEAR, sources=sources)


def _members(row: InventoryRow) -> list[MemberWrite]:
    countries = row.texts.member_countries if row.texts else {}
    kinds = row.texts.member_kinds if row.texts else {}
    named = [
        MemberWrite(
            name=each.name,
            country=countries.get(each.name) or _country(each.country),
            kind=kinds.get(each.name, MemberKind.municipality),
            role=each.role,
        )
        for each in row.members_named
    ]
    german: list[dict[str, Any]] = [
        {"name": name, "country": "DE", "kind": MemberKind.municipality} for name in row.german_municipalities or []
    ]
    german += [
        {"name": name, "country": "DE", "kind": _KINDS.get(row.german_other_kinds.get(name, ""), MemberKind.region)}
        for name in row.german_other
    ]
    already = {(each.name, each.country) for each in named}
    return named + [MemberWrite(**each) for each in german if (each["name"], "DE") not in already]


@cache
def _countries() -> Mapping[str, str]:
    """Codes of countries by their English names, and by names that sources still give them."""
    named = {name: code for code, name in country_names("en").items() if len(code) == 2 and code.isalpha()}
    return named | {"Turkey": "TR", "Macedonia": "MK"}


def _country(name: str | None) -> str | None:
    """The code of a country that the reading names in English."""
    return _countries().get(name) if name else None


def _relation(row: InventoryRow, relation: NamedRelation, slugs: set[str]) -> RelationWrite:
    notes = row.texts.relation_notes if row.texts else {}
    note = notes.get(relation.note, {"en": relation.note}) if relation.note else None
    if relation.target in slugs:
        return RelationWrite(kind=relation.kind, network=relation.target, note=note)
    names = row.texts.relation_targets if row.texts else {}
    return RelationWrite(kind=relation.kind, organisation=names.get(relation.target, {"en": relation.target}), note=note)


def _source(line: str) -> Source:
    """A source line of the inventory's reading, as a citation."""
    place = _LINES.match(line)
    if place:
        where = place["place"]
        return Source(label=INVENTORY, locator={"en": where, "de": _PLACES_DE.get(where, where.replace("section", "Abschnitt"))})
    cited = _CITED.match(line)
    if cited:
        return Source(
            label={"en": cited["title"], "de": cited["title"]},
            locator={"en": "cited by the inventory", "de": "von der Bestandsaufnahme zitiert"},
        )
    return Source(label={"en": line})
