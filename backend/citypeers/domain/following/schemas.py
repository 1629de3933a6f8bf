"""What is written and read of what somebody follows."""

from typing import Annotated

from pydantic import ConfigDict, Field

from citypeers.core.dates import Instant
from citypeers.core.forms import Form, Part
from citypeers.core.text import LanguageMap, Line
from citypeers.domain.following.models import Followed, Rhythm, Searched

Key = Annotated[str, Field(min_length=1, max_length=120, pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$")]
"""What a record is called in addresses: its slug, or its id."""


class SearchSave(Part):
    """A search to keep: the filters as they stand behind the ``?`` of the list's address, and a name."""

    noun: Searched
    query: Annotated[str, Field(max_length=1000)]
    name: Annotated[Line, Field(max_length=120)]


class SavedSearchOut(Part):
    """A search that is kept; ``href`` is its page."""

    id: str
    noun: Searched
    query: str
    name: str
    href: str
    saved_at: Instant


class SavedSearchPage(Form):
    """The searches that somebody keeps, by their names; always whole."""

    items: list[SavedSearchOut]
    next: str | None
    total: int


class FollowOut(Form):
    """Something that is followed; ``label`` and ``href`` are null where it is not public any more."""

    kind: Followed
    id: str
    label: LanguageMap | None
    href: str | None
    followed_at: Instant


class FollowPage(Form):
    """What somebody follows, the newest first; always whole."""

    items: list[FollowOut]
    next: str | None
    total: int


class Why(Form):
    """Why something is told: something followed, with what it is called, or a search that is kept, by its name."""

    kind: Followed | None
    label: LanguageMap | None
    search: str | None


class NewsItem(Form):
    """A project that is new, or new again, since somebody last looked."""

    project: str
    title: LanguageMap
    at: Instant
    is_new: bool
    """False where it was there before and was published anew."""
    why: list[Why]


class NewsPage(Form):
    """What is new since somebody last looked, the newest first; ``is_whole`` is false where there is more."""

    since: Instant
    items: list[NewsItem]
    is_whole: bool


class NewsQuery(Form):
    """How much is asked for."""

    model_config = ConfigDict(extra="forbid")

    limit: Annotated[int, Field(ge=1, le=100)] = 20


class NewsSeen(Part):
    """Up to when everything was seen, as ``at`` of the newest item says."""

    at: Instant


class Digest(Part):
    """How often somebody is written to at most about what is new."""

    rhythm: Rhythm
