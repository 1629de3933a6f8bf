"""What was different between two saved versions of a record."""

from collections.abc import Mapping
from typing import Any

from citypeers.core.forms import Form


class Change(Form):
    """One field before and after."""

    field: str
    before: Any
    after: Any


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """The fields of the later version that differ; none where there was no version before."""
    if not before:
        return []
    names = dict.fromkeys((*after, *before))
    return [
        Change(field=name, before=before.get(name), after=after.get(name)) for name in names if before.get(name) != after.get(name)
    ]
