"""What is kept of a project, and what is served of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import counters, rendered
from citypeers.core.principal import Principal
from citypeers.core.rows import batched
from citypeers.domain.networks import service as networks
from citypeers.domain.networks.models import KIND as NETWORK
from citypeers.domain.organisations import service as organisations
from citypeers.domain.organisations.models import KIND as ORGANISATION
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.practices import service as practices
from citypeers.domain.practices.models import KIND as PRACTICE
from citypeers.domain.practices.models import Practice
from citypeers.domain.projects import rendering
from citypeers.domain.projects.models import KIND, Project, ProjectRevision, ProjectState
from citypeers.domain.projects.schemas import Story
from citypeers.domain.topics.models import Topic

PUBLIC = frozenset({ProjectState.published, ProjectState.needs_update})
"""States in which visitors see the live version; one that needs an update stays."""


SINCE = frozenset({"attachments", "practices"})
"""Fields of which a document speaks only where it has some, as those do from before there were such fields."""
_OWN = set(Story.model_fields)
"""Of a write, what is of the project itself."""


def story(write: Story) -> Story:
    """What of a write is the project's own words and facts."""
    return Story.model_validate(write.model_dump(include=_OWN))


def document(write: Story) -> dict[str, Any]:
    """What of a write is kept."""
    return {name: value for name, value in write.model_dump(mode="json", include=_OWN).items() if value or name not in SINCE}


def keep_revision(
    session: Session, who: Principal, project: Project, state: ProjectState, document: dict[str, Any], reason: str | None = None
) -> None:
    """Remember how the project stands at its present version."""
    session.add(
        ProjectRevision(
            project_id=project.id,
            number=project.version,
            at=project.updated_at,
            actor=who.name,
            state=state,
            reason=reason,
            document=document,
        )
    )


@dataclass(frozen=True)
class Known:
    """What there is of what projects name, by slug or id."""

    organisations: AbstractSet[str]
    networks: AbstractSet[str]
    practices: AbstractSet[str]
    topics: AbstractSet[str]

    def lacks(self, story: Story) -> list[tuple[str, str]]:
        """The fields that name what there is not, each with what is wrong."""
        named = (
            ("partners", "unknown_organisation", _partners(story), self.organisations),
            ("networks", "unknown_network", set(story.networks), self.networks),
            ("practices", "unknown_practice", set(story.practices), self.practices),
            ("topics", "unknown_topic", set(story.topics), self.topics),
        )
        return [(field, code) for field, code, asked, there in named if asked - there]


def _partners(story: Story) -> set[str]:
    return {partner.organisation for partner in story.partners if partner.organisation}


def named_by(session: Session, stories: Sequence[Story], organisations: Iterable[str] = ()) -> Known:
    """What there is of what some projects name, and of some organisations beside."""
    slugs = set(organisations).union(*(_partners(story) for story in stories))
    networks, practices, topics = (
        {each for story in stories for each in getattr(story, name)} for name in ("networks", "practices", "topics")
    )
    found = {
        slug
        for batch in batched(slugs)
        for slug in session.scalars(select(col(Organisation.slug)).where(col(Organisation.slug).in_(batch)))
    }
    return Known(
        found,
        rendering.networks_named(session, networks).keys(),
        {id for batch in batched(practices) for id in session.scalars(select(col(Practice.id)).where(col(Practice.id).in_(batch)))},
        set(session.scalars(select(col(Topic.id)).where(col(Topic.id).in_(topics)))),
    )


def render(session: Session, ids: Iterable[str]) -> None:
    """Keep the served forms of some projects as they are now."""
    session.flush()
    for batch in batched(sorted(ids)):
        found = select(Project).where(col(Project.id).in_(batch)).order_by(col(Project.id))
        projects = session.scalars(found).unique().all()
        stories = {each.id: Story.model_validate(each.live) for each in projects if each.live_state in PUBLIC}
        serve(session, [each for each in projects if each.id in stories], stories)
        hidden = [each.id for each in projects if each.id not in stories]
        if hidden:
            rendered.withdraw(session, KIND, *hidden)


def serve(session: Session, projects: Sequence[rendering.Live], stories: Mapping[str, Story]) -> None:
    """Keep the served forms of some live versions, whose stories are given by the projects' ids."""
    # Whoever publishes what a project names goes first or sees that it is named, so that none is missed.
    counters.hold(session)
    for batch in batched(projects):
        shown = rendering.Shown(session, {each.id: stories[each.id] for each in batch})
        forms = (rendering.rendering(each, stories[each.id], shown) for each in batch)
        rendered.put_made(session, KIND, [each.id for each in batch], forms)


def _follow(kind: str) -> Callable[[Session, Iterable[str]], None]:
    def follow(session: Session, ids: Iterable[str]) -> None:
        """Render anew the projects that show something of these."""
        shown = {project for id in ids for of, project in rendered.dependants(session, kind, id) if of == KIND}
        if shown:
            render(session, shown)

    return follow


organisations.WHEN_CHANGED.append(_follow(ORGANISATION))
networks.WHEN_RENAMED.append(_follow(NETWORK))
practices.WHEN_CHANGED.append(_follow(PRACTICE))
