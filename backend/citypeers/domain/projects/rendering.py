"""A project's live version as what is served, and what of it is searched."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core.index import Searchable
from citypeers.core.listing import Entry
from citypeers.core.lists import NOT_STATED
from citypeers.core.rendered import Rendering
from citypeers.core.rows import batched
from citypeers.core.text import LANGUAGES, sort_key, spoken
from citypeers.domain.networks.models import KIND as NETWORK
from citypeers.domain.networks.models import Network, NetworkSlug, Origin
from citypeers.domain.organisations.models import KIND as ORGANISATION
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.organisations.schemas import OrganisationLink
from citypeers.domain.practices.models import KIND as PRACTICE
from citypeers.domain.practices.models import Practice, PracticeState
from citypeers.domain.projects.attachments import queries as attachments
from citypeers.domain.projects.budget import Band, band_of
from citypeers.domain.projects.models import KIND, ProjectState, Replication
from citypeers.domain.projects.places import value_of
from citypeers.domain.projects.replications.counting import counts
from citypeers.domain.projects.schemas import (
    LICENCE,
    Budget,
    Details,
    Facts,
    NetworkLink,
    PartnerOut,
    PracticeLink,
    ProjectDisplay,
    ProjectRow,
    ProjectWhole,
    Story,
)
from citypeers.identity.models import Audience


class Live(Protocol):
    """What is known of a project that has a live version, besides its story."""

    @property
    def id(self) -> str: ...

    @property
    def version(self) -> int: ...

    @property
    def organisation(self) -> Organisation: ...

    @property
    def origin(self) -> Origin: ...

    @property
    def live_state(self) -> ProjectState | None: ...

    @property
    def updated_at(self) -> datetime: ...

    @property
    def published_at(self) -> datetime | None: ...

    @property
    def reviewed_at(self) -> datetime | None: ...


class Shown:
    """What the forms of projects show of other records, read at once for all that are rendered."""

    def __init__(self, session: Session, stories: Mapping[str, Story]) -> None:
        partners = {each.organisation for story in stories.values() for each in story.partners if each.organisation}
        named = select(Organisation).where(col(Organisation.slug).in_(partners))
        self.organisations = {row.slug: row for row in session.scalars(named)} if partners else {}
        networks = {slug for story in stories.values() for slug in story.networks}
        self.networks = networks_named(session, networks) if networks else {}
        practices = {id for story in stories.values() for id in story.practices}
        self.practices = _published(session, practices)
        self.files = attachments.known(session, {each.file for story in stories.values() for each in story.attachments})
        copied = select(col(Replication.source_id)).where(col(Replication.source_id).in_(stories.keys()), counts)
        self.replicated = set(session.scalars(copied))
        self._links: dict[str, OrganisationLink] = {}

    def link(self, organisation: Organisation) -> OrganisationLink:
        """An organisation as others name it."""
        if organisation.id not in self._links:
            self._links[organisation.id] = OrganisationLink.model_validate(organisation)
        return self._links[organisation.id]


def networks_named(session: Session, slugs: Iterable[str]) -> Mapping[str, Network]:
    """The networks that were named by these slugs, whatever they are called today."""
    now = select(col(Network.slug), Network).where(col(Network.slug).in_(slugs))
    before = select(col(NetworkSlug.slug), Network).join(Network, col(Network.id) == col(NetworkSlug.network_id))
    found = [*session.execute(before.where(col(NetworkSlug.slug).in_(slugs))).unique(), *session.execute(now).unique()]
    return {row[0]: row[1] for row in found}


def _published(session: Session, practices: Collection[str]) -> Mapping[str, PracticeLink]:
    """Those of some practices that everybody may read."""
    columns = (col(Practice.id), col(Practice.kind), col(Practice.title))
    return {
        id: PracticeLink(id=id, kind=kind, title=title)
        for batch in batched(practices)
        for id, kind, title in session.execute(
            select(*columns).where(col(Practice.id).in_(batch), col(Practice.state) == PracticeState.published)
        )
    }


def row(project: Live, story: Story, shown: Shown) -> ProjectRow:
    """The list form."""
    # Not checked again: a story is what was checked when it was written.
    return ProjectRow.model_construct(
        **{name: getattr(story, name) for name in Facts.model_fields},
        id=project.id,
        organisation=shown.link(project.organisation),
        country=story.places[0].country if story.places else project.organisation.country,
        budget_band=band(story.budget),
        languages=sorted(story.title.keys() & (story.summary or story.title).keys()),
        has_lessons=any(lesson.audience is Audience.public for lesson in story.lessons),
        replicated=project.id in shown.replicated,
        origin=project.origin,
        updated_at=project.updated_at,
    )


def band(budget: Budget | None) -> Band | None:
    """The order of magnitude of a budget."""
    if budget is None or budget.amount is None or budget.currency is None:
        return budget.band if budget else None
    return band_of(budget.amount, budget.currency)


def whole(project: Live, story: Story, shown: Shown, item: ProjectRow) -> ProjectWhole:
    """The full form, of what is for everybody."""
    story = open_to_all(story)
    return ProjectWhole.model_construct(
        **dict(item),
        **{name: getattr(story, name) for name in Details.model_fields},
        version=project.version,
        state=project.live_state or ProjectState.published,
        published_at=project.published_at,
        reviewed_at=project.reviewed_at,
        data_licence=LICENCE,
        partners=_partners(story, shown),
        networks=[_network(shown.networks[slug]) for slug in story.networks if slug in shown.networks],
        practices=[shown.practices[id] for id in story.practices if id in shown.practices],
        lessons=story.lessons,
        indicators=story.indicators,
        contacts=story.contacts,
        attachments=[attachments.attachment(each, shown.files[each.file]) for each in story.attachments],
    )


def open_to_all(story: Story) -> Story:
    """A story without what only members or the secretariat may read."""
    lessons = [lesson for lesson in story.lessons if lesson.audience is Audience.public]
    contacts = [contact for contact in story.contacts if contact.audience is Audience.public]
    if (len(lessons), len(contacts)) == (len(story.lessons), len(story.contacts)):
        return story
    return story.model_copy(update={"lessons": lessons, "contacts": contacts})


def _network(network: Network) -> NetworkLink:
    return NetworkLink(slug=network.slug, label=network.label)


def _partners(story: Story, shown: Shown) -> list[PartnerOut]:
    partners = []
    for each in story.partners:
        known = shown.organisations.get(each.organisation or "")
        name = known.label if known else each.name
        if name is not None:
            partners.append(PartnerOut(organisation=shown.link(known) if known else None, name=name, role=each.role))
    return partners


def display(story: Story, language: str) -> ProjectDisplay:
    """The project's words for readers of one language, none of them in two languages where it can be helped."""
    served, title = spoken(story.title, [language])
    return ProjectDisplay(language=served, title=title, summary=spoken(story.summary, [served])[1] if story.summary else None)


def facets(project: ProjectWhole) -> frozenset[tuple[str, str]]:
    """The values under which a project is filtered and counted."""
    countries = {place.country for place in project.places} | ({project.country} if project.country else set())
    values: list[tuple[str, Any]] = [
        *(("country", country) for country in countries),
        ("organisation", project.organisation.slug),
        *(("topic", topic) for topic in project.topics),
        *(("sdg", goal) for goal in project.sdgs),
        *(("charter_point", point) for point in project.charter_points),
        ("maturity", project.maturity or NOT_STATED),
        ("budget_band", project.budget_band or NOT_STATED),
        *(("language", language) for language in project.languages),
        ("has_lessons", "true" if project.has_lessons else "false"),
        ("replicated", "true" if project.replicated else "false"),
        ("origin", project.origin),
        *(("practice", practice.id) for practice in project.practices),
        *(("place", place) for place in {value_of(place) for place in project.places} - {None} or {NOT_STATED}),
    ]
    return frozenset((facet, str(value)) for facet, value in values)


def rendering(project: Live, story: Story, shown: Shown) -> Rendering:
    """Everything that is kept of a live version."""
    item = row(project, story, shown)
    full = whole(project, story, shown, item)
    said = {language: spoken(story.title, [language]) for language in LANGUAGES}
    displays = {served: display(story, served) for served in dict(said.values())}
    keys = {title: sort_key(title) for title in {title for _, title in said.values()}}
    partners = (shown.organisations[each.organisation].id for each in story.partners if each.organisation in shown.organisations)
    networks = (shown.networks[slug].id for slug in story.networks if slug in shown.networks)
    return Rendering(
        kind=KIND,
        id=project.id,
        slug=project.id,
        version=project.version,
        item=item,
        whole=full,
        display={language: displays[served] for language, (served, _) in said.items()},
        entry=Entry(keys={language: keys[title] for language, (_, title) in said.items()}, values=facets(full)),
        parts=frozenset((ORGANISATION, id) for id in {project.organisation.id, *partners})
        | frozenset((NETWORK, id) for id in networks)
        # Those that are not public too: they may become so.
        | frozenset((PRACTICE, id) for id in story.practices),
    )


def searchable(project: ProjectWhole, labels: Mapping[str, Mapping[str, str]]) -> Searchable:
    """Its words and everything it is known by; ``labels`` are those of the topics, in every language."""
    filed = [*project.topics, *project.traits, *(f"sdg-{goal}" for goal in project.sdgs)]
    filed += [f"charter-{point}" for point in project.charter_points]
    return Searchable(
        kind=KIND,
        id=project.id,
        slug=project.id,
        href=f"/projects/{project.id}",
        titles=project.title,
        texts=_texts(project),
        words=[
            *project.title.values(),
            *(label for topic in filed for label in labels.get(topic, {}).values()),
            *(word for keyword in project.keywords for word in keyword.values()),
            *(place.name for place in project.places),
            *project.organisation.label.values(),
            project.organisation.name,
            *(name for partner in project.partners for name in partner.name.values()),
            *project.open_standards,
        ],
        marks=sorted(f"{facet}:{value}" for facet, value in facets(project)),
    )


def _texts(project: ProjectWhole) -> dict[str, str]:
    """What it tells, by language."""
    lessons = [text for each in project.lessons for text in (each.context, each.happened, each.cause, each.advice)]
    own = [
        project.summary,
        project.problem,
        project.solution,
        project.operator_model,
        project.technology,
        project.discontinued_because,
    ]
    indicators = [each.name for each in project.indicators]
    shown = [text for each in project.attachments for text in (each.title, each.alt)]
    told = [text for text in (*own, project.discontinued_because, *lessons, *indicators, *shown) if text]
    return {language: " ".join(text[language] for text in told if language in text) for language in LANGUAGES}
