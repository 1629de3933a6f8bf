"""Which projects are like one, each with its reasons; the same for the same records, from stated facts only.

The text index names the candidates, in a few milliseconds whatever the number of projects; their points are counted
from what is served of them, so that order and reasons never say anything else than the records.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field
from sqlalchemy import Select, bindparam, column, select, table
from sqlmodel import Session, col

from citypeers.core.caller import Instance
from citypeers.core.db import prepared
from citypeers.core.forms import Form
from citypeers.core.pages import is_one_of
from citypeers.core.problems import NotFound
from citypeers.core.rendered import utf8, with_display
from citypeers.core.text import fold, spoken, words
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.projects.models import KIND
from citypeers.domain.projects.schemas import ProjectItem
from citypeers.domain.projects.wording import LIKENESS
from citypeers.domain.topics import service as topics

CANDIDATES = 200
"""Projects whose points are counted, those with the most marks in common."""
SIMILAR = 3
"""Municipalities are of similar size when neither has more than this many times the other's inhabitants."""


class Likeness(StrEnum):
    """What two projects can have in common."""

    topics = "topics"
    charter_points = "charter_points"
    sdgs = "sdgs"
    words = "words"
    country = "country"
    maturity = "maturity"
    budget_band = "budget_band"
    size = "size"


POINTS = {
    Likeness.topics: 6,
    Likeness.charter_points: 4,
    Likeness.sdgs: 2,
    Likeness.words: 3,
    Likeness.country: 3,
    Likeness.maturity: 2,
    Likeness.budget_band: 2,
    Likeness.size: 2,
}
"""What each thing in common adds; of what there can be several of, at most ``MOST`` count."""
MOST = 3
FACETS = {
    Likeness.topics: "topic",
    Likeness.charter_points: "charter_point",
    Likeness.sdgs: "sdg",
    Likeness.country: "country",
    Likeness.maturity: "maturity",
    Likeness.budget_band: "budget_band",
}
"""The facets under which projects are filed by what they can have in common."""
CONTENT = (Likeness.topics, Likeness.charter_points, Likeness.sdgs)
"""What makes two projects alike, as a telling word of their titles does; the rest only adds to it."""


class SimilarQuery(Form):
    """How many are asked for."""

    model_config = ConfigDict(extra="forbid")

    limit: Annotated[int, Field(ge=1, le=12)] = 4


class LikenessOut(Form):
    """One thing in common: the points it adds, the values, and the sentence in the reader's language."""

    code: Likeness
    points: int
    values: list[str]
    text: str


class SimilarProject(Form):
    """A project that is like the one asked about, and why."""

    project: ProjectItem
    points: int
    reasons: list[LikenessOut]


class SimilarPage(Form):
    """The projects that are most like one, best first."""

    items: list[SimilarProject]


@prepared
def _items(language: str) -> Select[bytes, bytes]:
    display = f"display_{language}"
    row = table("rendered", *(column(name) for name in ("kind", "id", "item", display)))
    return select(utf8(row.c.item), utf8(row.c[display])).where(
        row.c.kind == bindparam("kind"), is_one_of(row.c.id, bindparam("ids"))
    )


def answer(here: Instance, id: str, query: SimilarQuery, language: str) -> str:
    """The body that tells which projects are like one; 404 if there is no such project."""
    with here.database.reading() as session:
        return similar(here, session, id, query.limit, language).model_dump_json()


def similar(here: Instance, session: Session, id: str, limit: int, language: str) -> SimilarPage:
    """The projects with the most points in common with one; those with as many by their ids."""
    found = _read(here, [id], language)
    if not found:
        raise NotFound
    own = found[0]
    title = " ".join(own.title.values())
    weighed = {code: {f"{FACETS[code]}:{value}": POINTS[code] for value in _values(own)[code]} for code in FACETS}
    needed = {mark: points for code in CONTENT for mark, points in weighed[code].items()}
    welcome = {mark: points for code in FACETS if code not in CONTENT for mark, points in weighed[code].items()}
    ids = here.index.alike(KIND, needed, welcome, title, POINTS[Likeness.words], CANDIDATES)
    others = _read(here, [each for each in ids if each != id], language)
    sizes = _sizes(session, {own.organisation.slug, *(other.organisation.slug for other in others)})
    telling = set(here.index.telling(title))
    compared = [(other, _common(own, other, telling, sizes)) for other in others]
    alike = [(other, common) for other, common in compared if any(code in (*CONTENT, Likeness.words) for code in common)]
    alike.sort(key=lambda pair: (-_points(pair[1]), pair[0].id))
    labels = {topic: spoken(label, [language])[1] for topic, label in topics.labels(session).items()}
    return SimilarPage(items=[_told(other, common, labels, language) for other, common in alike[:limit]])


def _read(here: Instance, ids: Sequence[str], language: str) -> list[ProjectItem]:
    rows = here.database.rows(_items(language), {"kind": KIND, "ids": json.dumps(list(ids))}) if ids else []
    return [ProjectItem.model_validate_json(with_display(item, display)) for item, display in rows]


def _sizes(session: Session, slugs: set[str]) -> Mapping[str, int]:
    """Inhabitants of those whose number is known."""
    rows = select(col(Organisation.slug), col(Organisation.population)).where(col(Organisation.slug).in_(slugs))
    return {row[0]: row[1] for row in session.execute(rows) if row[1]}


def _values(project: ProjectItem) -> Mapping[Likeness, list[str]]:
    """What a project is filed under."""
    return {
        Likeness.topics: list(project.topics),
        Likeness.charter_points: list(project.charter_points),
        Likeness.sdgs: [str(goal) for goal in project.sdgs],
        Likeness.country: [project.country] if project.country else [],
        Likeness.maturity: [project.maturity] if project.maturity else [],
        Likeness.budget_band: [project.budget_band] if project.budget_band else [],
    }


def _common(own: ProjectItem, other: ProjectItem, telling: set[str], sizes: Mapping[str, int]) -> dict[Likeness, list[str]]:
    """What two projects have in common."""
    mine, theirs = _values(own), _values(other)
    common = {code: [value for value in mine[code] if value in theirs[code]] for code in FACETS}
    written = [word for title in other.title.values() for word in words(title)]
    common[Likeness.words] = list({fold(word): word for word in reversed(written) if fold(word) in telling}.values())[::-1]
    mine_many, theirs_many = sizes.get(own.organisation.slug), sizes.get(other.organisation.slug)
    is_near = mine_many and theirs_many and mine_many <= SIMILAR * theirs_many and theirs_many <= SIMILAR * mine_many
    common[Likeness.size] = [str(theirs_many)] if is_near and own.organisation.slug != other.organisation.slug else []
    return {code: common[code] for code in Likeness if common[code]}


def _points(common: Mapping[Likeness, Sequence[str]]) -> int:
    return sum(_worth(code, values) for code, values in common.items())


def _worth(code: Likeness, values: Sequence[str]) -> int:
    return POINTS[code] * min(len(values), MOST)


def _told(project: ProjectItem, common: Mapping[Likeness, list[str]], labels: Mapping[str, str], language: str) -> SimilarProject:
    """A project with the sentences that say why."""
    named: Mapping[Likeness, Callable[[str], str]] = {
        Likeness.topics: lambda topic: labels.get(topic, topic),
        Likeness.charter_points: lambda point: f"{point} {labels.get(f'charter-{point}', '')}".strip(),
        Likeness.sdgs: lambda goal: f"{goal} {labels.get(f'sdg-{goal}', '')}".strip(),
    }
    reasons = []
    for code, values in common.items():
        shown = ", ".join(named[code](value) if code in named else value for value in values)
        text = LIKENESS[code.value][language].format(values=shown)
        reasons.append(LikenessOut(code=code, points=_worth(code, values), values=values, text=text))
    return SimilarProject(project=project, points=_points(common), reasons=reasons)
