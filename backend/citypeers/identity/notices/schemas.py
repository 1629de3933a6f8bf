"""What is written and read of notices."""

from functools import cache
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from citypeers.core.dates import Instant
from citypeers.core.forms import Form, Part
from citypeers.core.rows import Id
from citypeers.core.text import LanguageMap
from citypeers.identity.notices.models import WayTold

_zones = cache(available_timezones)


def _zone(name: str) -> str:
    if name not in _zones():
        raise PydanticCustomError("notice_zone", "a name of the IANA time zone database")
    return name


Zone = Annotated[str, Field(max_length=64, examples=["Europe/Berlin"]), AfterValidator(_zone)]
Hour = Annotated[int, Field(ge=0, le=23)]
Group = Annotated[str, Field(min_length=1, max_length=60, examples=["projects"])]


class NoticeQuery(Form):
    """Which of one's notices are asked for."""

    model_config = ConfigDict(extra="forbid")

    unread: bool = False
    """Only those that are not read yet."""
    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None


class NoticeOut(Form):
    """Something that one was told; ``link`` is the page of what it is about."""

    id: str
    letter: str
    title: LanguageMap
    text: LanguageMap
    link: str | None
    created_at: Instant
    read_at: Instant | None


class NoticePage(Form):
    """A page of one's notices, the newest first; ``unread`` counts all that are not read, on this page or not."""

    items: list[NoticeOut]
    next: str | None
    total: int
    unread: int


class NoticesRead(Part):
    """Notices that were read: some by their ids, or all up to a moment, as ``created_at`` of the newest says."""

    ids: Annotated[list[Id], Field(max_length=100)] = []
    until: Instant | None = None


class GroupWay(Part):
    """How to be told of what letters of one group tell."""

    group: Group
    way: WayTold


class GroupOut(GroupWay):
    """A group of letters, and how one is told of what they tell."""

    label: LanguageMap


class NoticeSettings(Part):
    """How to be told of each group, and at which hour the daily letter goes out."""

    hour: Hour
    zone: Zone
    groups: Annotated[list[GroupWay], Field(max_length=100)] = []


class NoticeSettingsOut(Part):
    """How one is told. Duties and what concerns the safety of one's account always come at once, and are no group."""

    hour: Hour
    zone: str
    groups: list[GroupOut]


class Unsubscribe(Part):
    """The token of the link in a letter."""

    token: Annotated[str, Field(min_length=1, max_length=300)]
