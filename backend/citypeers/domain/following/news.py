"""What is new of what somebody follows and searches: projects that were published, or published anew."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.index import TextIndex
from citypeers.core.listing import Listed
from citypeers.core.lists import MOST_FOUND
from citypeers.core.rendered import Rendered, RenderedPart
from citypeers.core.text import LANGUAGES, words
from citypeers.domain.following import service
from citypeers.domain.following.models import Attention, Follow, Followed, SavedSearch
from citypeers.domain.following.schemas import NewsItem, NewsPage, Why
from citypeers.domain.projects.models import KIND, Project
from citypeers.domain.projects.queries import Facet
from citypeers.domain.projects.service import PUBLIC

OLDEST = timedelta(days=60)
"""What is older is not news any more."""
MOST_LOOKED_AT = 500
"""Projects among which is looked for what concerns somebody, the newest first."""
Found = Callable[[str], set[str]]
"""The ids of the projects that have some words."""


@dataclass(frozen=True)
class New:
    """A project that was published since, and why it concerns somebody."""

    id: str
    at: datetime
    is_new: bool
    follows: tuple[Follow, ...]
    searches: tuple[SavedSearch, ...]


def found_by(index: TextIndex) -> Found:
    """Looks words up in the text index, each only once."""
    known: dict[str, set[str]] = {}

    def found(text: str) -> set[str]:
        if text not in known:
            known[text] = set(index.ids(text, KIND, MOST_FOUND))
        return known[text]

    return found


def page(session: Session, index: TextIndex, account_id: str, limit: int) -> NewsPage:
    """What is new since somebody last looked at their desk."""
    row = session.get(Attention, account_id)
    now = clock.now()
    since = max(row.seen_at if row else now, now - OLDEST)
    news = since_then(session, found_by(index), account_id, since, now)
    return NewsPage(since=since, items=told(session, news[:limit]), is_whole=len(news) <= limit)


def since_then(session: Session, found: Found, account_id: str, since: datetime, until: datetime) -> list[New]:
    """What concerns somebody of the projects that were published after one moment and up to another, the newest first."""
    follows = session.scalars(select(Follow).where(col(Follow.account_id) == account_id)).all()
    kept = select(SavedSearch).where(col(SavedSearch.account_id) == account_id)
    searches = session.scalars(kept.order_by(col(SavedSearch.name), col(SavedSearch.id))).all()
    if not follows and not searches:
        return []
    live = (
        select(col(Project.id), col(Project.published_at), col(Project.reviewed_at))
        .where(col(Project.live_state).in_(sorted(PUBLIC)), col(Project.reviewed_at) > since, col(Project.reviewed_at) <= until)
        .order_by(col(Project.reviewed_at).desc(), col(Project.id))
    )
    rows = session.execute(live.limit(MOST_LOOKED_AT)).all()
    by_follow = _concerned(session, [row[0] for row in rows], follows)
    by_search = _searched(session, [row[0] for row in rows], searches, found)
    return [
        New(id, at, published is not None and published > since, tuple(by_follow[id]), tuple(by_search[id]))
        for id, published, at in rows
        if by_follow[id] or by_search[id]
    ]


def _concerned(session: Session, ids: Sequence[str], follows: Sequence[Follow]) -> Mapping[str, list[Follow]]:
    """Why each project concerns who follows itself, one of its organisations or networks, or a topic."""
    wanted = {(each.kind, each.subject): each for each in follows}
    concerned: dict[str, list[Follow]] = {id: [] for id in ids}
    for id in ids:
        if (Followed.project, id) in wanted:
            concerned[id].append(wanted[(Followed.project, id)])
    parts = select(col(RenderedPart.id), col(RenderedPart.part_kind), col(RenderedPart.part_id)).where(
        col(RenderedPart.kind) == KIND, col(RenderedPart.id).in_(ids)
    )
    filed = select(col(Listed.id), col(Listed.facet), col(Listed.value)).where(
        col(Listed.kind) == KIND,
        col(Listed.id).in_(ids),
        col(Listed.language) == LANGUAGES[0],
        col(Listed.facet).in_([Facet.topic, Facet.sdg, Facet.charter_point]),
    )
    met = [(id, kind, part) for id, kind, part in session.execute(parts.order_by(col(RenderedPart.part_id)))]
    met += [
        (id, Followed.topic.value, _topic(facet, value)) for id, facet, value in session.execute(filed.order_by(col(Listed.value)))
    ]
    for id, kind, subject in met:
        found = wanted.get((Followed(kind), subject)) if kind in set(Followed) else None
        if found is not None:
            concerned[id].append(found)
    return concerned


def _topic(facet: str, value: str) -> str:
    """The topic that a facet value of projects is filed under."""
    return {Facet.sdg.value: f"sdg-{value}", Facet.charter_point.value: f"charter-{value}"}.get(facet, value)


def _searched(
    session: Session, ids: Sequence[str], searches: Sequence[SavedSearch], found: Found
) -> Mapping[str, list[SavedSearch]]:
    """Which of the searches find each project."""
    values: dict[str, dict[str, set[str]]] = {id: {} for id in ids}
    if searches:
        filed = select(col(Listed.id), col(Listed.facet), col(Listed.value)).where(
            col(Listed.kind) == KIND, col(Listed.id).in_(ids), col(Listed.language) == LANGUAGES[0]
        )
        for id, facet, value in session.execute(filed):
            values[id].setdefault(facet, set()).add(value)
    finding: dict[str, list[SavedSearch]] = {id: [] for id in ids}
    for search in searches:
        query = service.filters(search.query)
        wanted = {facet.value: {str(each) for each in getattr(query, facet.value)} for facet in Facet}
        named = found(query.q) if query.q and words(query.q) else None
        for id in ids:
            fits = all(not some or some & values[id].get(facet, set()) for facet, some in wanted.items())
            if fits and (named is None or id in named):
                finding[id].append(search)
    return finding


def told(session: Session, news: Sequence[New]) -> list[NewsItem]:
    """News with the words of what they are about."""
    forms = select(col(Rendered.id), col(Rendered.item)).where(
        col(Rendered.kind) == KIND, col(Rendered.id).in_([each.id for each in news])
    )
    titles = {id: json.loads(item)["title"] for id, item in session.execute(forms)}
    known = service.called(session, {(row.kind, row.subject): row for each in news for row in each.follows}.values())
    return [
        NewsItem(
            project=each.id,
            title=titles[each.id],
            at=each.at,
            is_new=each.is_new,
            why=[
                *(Why(kind=row.kind, label=known[(row.kind, row.subject)][1], search=None) for row in each.follows),
                *(Why(kind=None, label=None, search=row.name) for row in each.searches),
            ],
        )
        for each in news
        if each.id in titles
    ]
