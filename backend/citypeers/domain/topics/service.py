"""Verbs on topics."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock, rendered
from citypeers.core.index import Searchable
from citypeers.core.listing import Entry
from citypeers.core.text import LANGUAGES, fold, spoken
from citypeers.domain.topics.models import KIND, Topic, TopicScheme
from citypeers.domain.topics.schemas import (
    TopicDisplay,
    TopicItem,
    TopicSchemeOut,
    TopicSchemePage,
    TopicSchemeWrite,
    TopicWhole,
    TopicWrite,
)


def save_scheme(session: Session, position: int, scheme: TopicSchemeWrite) -> str:
    """Create or change a scheme and its topics: ``created``, ``changed`` or ``unchanged``."""
    row = session.get(TopicScheme, scheme.id)
    outcome = "unchanged" if row else "created"
    fields: dict[str, Any] = {"position": position, "title": scheme.title, "description": scheme.description, "uri": scheme.uri}
    if row is None:
        row = TopicScheme(id=scheme.id, **fields)
        session.add(row)
        session.flush()
    elif _differs(row, fields):
        row.sqlmodel_update({**fields, "version": row.version + 1, "updated_at": clock.now()})
        outcome = "changed"
    touched = [topic for place, topic in enumerate(scheme.topics) if _save(session, scheme.id, place, topic)]
    if touched or outcome != "unchanged":
        session.flush()
        render(session, scheme.id)
        outcome = "created" if outcome == "created" else "changed"
    return outcome


def _save(session: Session, scheme_id: str, position: int, topic: TopicWrite) -> bool:
    """Create or change one topic; whether anything was different."""
    fields: dict[str, Any] = {
        **topic.model_dump(exclude={"id", "broader"}),
        "scheme_id": scheme_id,
        "position": position,
        "broader_id": topic.broader,
    }
    row = session.get(Topic, topic.id)
    if row is None:
        session.add(Topic(id=topic.id, **fields))
        session.flush()
        return True
    if not _differs(row, fields):
        return False
    row.sqlmodel_update({**fields, "version": row.version + 1, "updated_at": clock.now()})
    return True


def _differs(row: TopicScheme | Topic, fields: Mapping[str, object]) -> bool:
    return any(getattr(row, name) != value for name, value in fields.items())


def of_scheme(session: Session, scheme_id: str) -> Sequence[Topic]:
    """The topics of one scheme, in order."""
    return session.scalars(select(Topic).where(col(Topic.scheme_id) == scheme_id).order_by(col(Topic.position))).all()


def render(session: Session, scheme_id: str) -> None:
    """Render every topic of a scheme anew; a scheme is small and its topics name one another."""
    scheme = session.get_one(TopicScheme, scheme_id)
    topics = of_scheme(session, scheme_id)
    rendered.put(
        session, *(_rendering(scheme, topic, [each.id for each in topics if each.broader_id == topic.id]) for topic in topics)
    )


def _rendering(scheme: TopicScheme, topic: Topic, narrower: list[str]) -> rendered.Rendering:
    item = TopicItem(
        id=topic.id, scheme=scheme.id, notation=topic.notation, label=topic.label, broader=topic.broader_id, narrower=narrower
    )
    whole = TopicWhole(
        **item.model_dump(),
        scheme_title=scheme.title,
        definition=topic.definition,
        guiding_questions=topic.guiding_questions,
        matches=topic.matches,
        uris=topic.uris,
        keywords=topic.keywords,
        version=topic.version,
    )
    # Topics keep the order of their scheme, in every language.
    place = f"{scheme.position:03d} {topic.position:03d}"
    return rendered.Rendering(
        kind=KIND,
        id=topic.id,
        slug=topic.id,
        version=topic.version,
        item=item,
        whole=whole,
        display={language: _display(topic, language) for language in LANGUAGES},
        entry=Entry(keys=dict.fromkeys(LANGUAGES, place), values=frozenset({("scheme", scheme.id)})),
    )


def _display(topic: Topic, language: str) -> TopicDisplay:
    served, label = spoken(topic.label, [language])
    definition = spoken(topic.definition, [served])[1] if topic.definition else None
    return TopicDisplay(language=served, label=label, definition=definition)


def searchable(whole: TopicWhole) -> Searchable:
    """What of a topic is searched."""
    questions = {
        language: " ".join(each[language] for each in whole.guiding_questions if language in each) for language in LANGUAGES
    }
    definition = whole.definition or {}
    return Searchable(
        kind=KIND,
        id=whole.id,
        slug=whole.id,
        href=f"/topics/{whole.id}",
        titles=whole.label,
        texts={language: f"{definition.get(language, '')} {questions[language]}".strip() for language in LANGUAGES},
        words=[word for words in whole.keywords.values() for word in words],
    )


def schemes(session: Session) -> TopicSchemePage:
    """Every scheme with its topics."""
    rows = session.scalars(select(TopicScheme).order_by(col(TopicScheme.position))).all()
    items = []
    for scheme in rows:
        topics = of_scheme(session, scheme.id)
        listed = [
            TopicItem(
                id=topic.id,
                scheme=scheme.id,
                notation=topic.notation,
                label=topic.label,
                broader=topic.broader_id,
                narrower=[each.id for each in topics if each.broader_id == topic.id],
            )
            for topic in topics
        ]
        items.append(
            TopicSchemeOut(id=scheme.id, title=scheme.title, description=scheme.description, uri=scheme.uri, topics=listed)
        )
    return TopicSchemePage(items=items, next=None, total=len(items))


def by_source_term(session: Session) -> Mapping[str, list[str]]:
    """Folded free words of sources to the topics they are filed under."""
    filed: dict[str, list[str]] = {}
    for topic in session.scalars(select(Topic).order_by(col(Topic.scheme_id), col(Topic.position))):
        for term in topic.source_terms:
            filed.setdefault(fold(term), []).append(topic.id)
    return filed


def labels(session: Session) -> Mapping[str, Mapping[str, str]]:
    """Every topic's labels by id."""
    return {topic.id: topic.label for topic in session.scalars(select(Topic))}
