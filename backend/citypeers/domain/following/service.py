"""Following records, keeping searches, and saying how often to be written to."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from urllib.parse import parse_qsl, urlencode

from pydantic import ValidationError
from sqlalchemy import delete, func, or_, select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.problems import Conflict, Invalid, NotFound
from citypeers.core.rendered import Rendered
from citypeers.core.text import LanguageMap
from citypeers.domain.following.models import Attention, Follow, Followed, Rhythm, SavedSearch
from citypeers.domain.following.schemas import Digest, FollowOut, FollowPage, SavedSearchOut, SavedSearchPage, SearchSave
from citypeers.domain.projects.queries import Facet, ProjectQuery
from citypeers.identity.models import Account
from citypeers.identity.notices import unsubscribing

MOST_SEARCHES = 50
MOST_FOLLOWS = 500
PAGES = {
    Followed.project: "/projects",
    Followed.organisation: "/organisations",
    Followed.network: "/networks",
    Followed.topic: "/topics",
}


class SearchesFull(Conflict):
    name = "searches-full"


class FollowsFull(Conflict):
    name = "follows-full"


def attention(session: Session, account_id: str) -> Attention:
    """Until when somebody knows what is new; who begins to follow now has missed nothing."""
    row = session.get(Attention, account_id)
    if row is None:
        row = Attention(account_id=account_id)
        session.add(row)
        session.flush()
    return row


def filters(query: str) -> ProjectQuery:
    """The filters of a list of projects as an address has them."""
    given: dict[str, list[str] | str] = {}
    names = {facet.value for facet in Facet}
    for name, value in parse_qsl(query, keep_blank_values=True, max_num_fields=300):
        if name in names:
            found = given.setdefault(name, [])
            if isinstance(found, list) and value not in found:
                found.append(value)
        elif name == "q" and "q" not in given:
            given["q"] = value
        else:
            raise Invalid([("/query", "not_a_search")])
    try:
        return ProjectQuery.model_validate(given)
    except ValidationError:
        raise Invalid([("/query", "not_a_search")]) from None


def written(query: ProjectQuery) -> str:
    """The same filters always in the same letters."""
    pairs = [(facet.value, str(value)) for facet in Facet for value in sorted(map(str, getattr(query, facet.value)))]
    return urlencode([*([("q", query.q)] if query.q else []), *pairs])


def save(session: Session, account_id: str, given: SearchSave) -> SavedSearchOut:
    """Keep a search; one that is kept already gets the new name."""
    query = written(filters(given.query))
    session.get_one(Account, account_id, with_for_update=True)  # of those who save at once one comes first
    mine = select(SavedSearch).where(col(SavedSearch.account_id) == account_id)
    row = session.scalars(mine.where(col(SavedSearch.noun) == given.noun, col(SavedSearch.query) == query)).one_or_none()
    if row is None:
        if session.scalar(select(func.count()).select_from(mine.subquery())) == MOST_SEARCHES:
            raise SearchesFull
        row = SavedSearch(account_id=account_id, noun=given.noun, query=query, name=given.name)
        session.add(row)
        attention(session, account_id)
    row.name = given.name
    session.flush()
    return _search(row)


def _search(row: SavedSearch) -> SavedSearchOut:
    href = f"/{row.noun.value}" + (f"?{row.query}" if row.query else "")
    return SavedSearchOut(**row.model_dump(exclude={"account_id"}), href=href)


def searches(session: Session, account_id: str) -> SavedSearchPage:
    """The searches that somebody keeps."""
    mine = select(SavedSearch).where(col(SavedSearch.account_id) == account_id)
    rows = session.scalars(mine.order_by(col(SavedSearch.name), col(SavedSearch.id))).all()
    return SavedSearchPage(items=[_search(row) for row in rows], next=None, total=len(rows))


def forget(session: Session, account_id: str, id: str) -> None:
    """Keep a search no longer."""
    mine = delete(SavedSearch).where(col(SavedSearch.account_id) == account_id, col(SavedSearch.id) == id)
    if session.execute(mine).rowcount != 1:  # type: ignore[attr-defined]  # of a cursor's result
        raise NotFound


def follow(session: Session, account_id: str, kind: Followed, key: str) -> None:
    """Follow a public record; following it twice is following it."""
    subject = _subject(session, kind, key)
    session.get_one(Account, account_id, with_for_update=True)
    if session.get(Follow, (account_id, kind, subject)) is not None:
        return
    mine = select(func.count()).select_from(Follow).where(col(Follow.account_id) == account_id)
    if session.scalar(mine) == MOST_FOLLOWS:
        raise FollowsFull
    session.add(Follow(account_id=account_id, kind=kind, subject=subject))
    attention(session, account_id)


def leave(session: Session, account_id: str, kind: Followed, key: str) -> None:
    """Follow something no longer, by its address or, where it is not public any more, by its id."""
    named = select(col(Rendered.id)).where(col(Rendered.kind) == kind.value, col(Rendered.slug) == key)
    mine = (col(Follow.account_id) == account_id, col(Follow.kind) == kind)
    session.execute(delete(Follow).where(*mine, or_(col(Follow.subject) == key, col(Follow.subject).in_(named))))


def _subject(session: Session, kind: Followed, key: str) -> str:
    named = or_(col(Rendered.slug) == key, col(Rendered.id) == key)
    found = session.scalar(select(col(Rendered.id)).where(col(Rendered.kind) == kind.value, named))
    if found is None:
        raise NotFound
    return found


def follows(session: Session, account_id: str) -> FollowPage:
    """What somebody follows."""
    mine = select(Follow).where(col(Follow.account_id) == account_id)
    rows = session.scalars(mine.order_by(col(Follow.followed_at).desc(), col(Follow.kind), col(Follow.subject))).all()
    known = called(session, rows)
    items = []
    for row in rows:
        slug, label = known.get((row.kind, row.subject), (None, None))
        href = f"{PAGES[row.kind]}/{slug}" if slug else None
        items.append(FollowOut(kind=row.kind, id=slug or row.subject, label=label, href=href, followed_at=row.followed_at))
    return FollowPage(items=items, next=None, total=len(items))


def called(session: Session, rows: Iterable[Follow]) -> Mapping[tuple[Followed, str], tuple[str, LanguageMap]]:
    """The slug and the name of what is followed, where it is public."""
    ids: dict[Followed, list[str]] = {}
    for row in rows:
        ids.setdefault(row.kind, []).append(row.subject)
    found = {}
    for kind, some in ids.items():
        forms = select(col(Rendered.id), col(Rendered.slug), col(Rendered.item))
        for id, slug, item in session.execute(forms.where(col(Rendered.kind) == kind.value, col(Rendered.id).in_(some))):
            told = json.loads(item)
            found[(kind, id)] = (slug, told.get("title") or told["label"])
    return found


def seen(session: Session, account_id: str, at: datetime) -> None:
    """Somebody has seen what was new up to a moment; it never goes back, nor ahead of the clock."""
    row = attention(session, account_id)
    # Instants are told in whole seconds: what was seen of one is what came before its end.
    row.seen_at = max(row.seen_at, min(at + timedelta(seconds=1), clock.now()))


def digest(session: Session, account_id: str) -> Digest:
    """How often somebody is written to at most."""
    row = session.get(Attention, account_id)
    return Digest(rhythm=row.rhythm if row else Rhythm.weekly)


def write_to(session: Session, account_id: str, rhythm: Rhythm) -> None:
    """Say how often to be written to; what was new while letters were off is not told later."""
    row = attention(session, account_id)
    if row.rhythm is Rhythm.off and rhythm is not Rhythm.off:
        row.told_at = clock.now()
    row.rhythm = rhythm


def _end(session: Session, account_id: str) -> None:
    row = session.get(Attention, account_id)
    if row is not None:
        row.rhythm = Rhythm.off


NEWS = unsubscribing.ends("news", _end)
"""The letters about what is new."""
