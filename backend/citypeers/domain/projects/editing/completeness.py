"""What a version lacks before others can use it: asked when it is submitted, never when it is saved."""

from collections.abc import Set

from citypeers.domain.projects.models import Maturity
from citypeers.domain.projects.schemas import Story

REQUIRED = ("summary", "places", "topics", "maturity", "lessons", "contacts")
"""Fields that what members publish has; a record from a public source may leave open what its source does not say."""


def lacks(story: Story, pictures: Set[str]) -> list[tuple[str, str]]:
    """Pairs of pointer and code: what is missing, and where; ``pictures`` are the files that are some."""
    missing = [(f"/{name}", "needed_to_publish") for name in REQUIRED if not getattr(story, name)]
    if story.maturity is Maturity.discontinued and not story.discontinued_because:
        missing.append(("/discontinued_because", "needed_to_publish"))
    for place, indicator in enumerate(story.indicators):
        if not indicator.measurements and indicator.not_measured is None:
            missing.append((f"/indicators/{place}/measurements", "measured_or_why_not"))
    for place, each in enumerate(story.attachments):
        if each.file in pictures and each.alt is None:
            missing.append((f"/attachments/{place}/alt", "picture_in_words"))
    return missing
