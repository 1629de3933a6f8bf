"""JSON Merge Patch (RFC 7396), and what a document is once it is patched."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from citypeers.core.problems import Invalid, pointer

Model = TypeVar("Model", bound=BaseModel)


def merged(target: Any, patch: Any) -> Any:
    """``target`` with a patch applied: what it leaves out stays, null takes away, lists are replaced whole."""
    if not isinstance(patch, dict):
        return patch
    kept = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            kept.pop(name, None)
        else:
            kept[name] = merged(kept.get(name), value)
    return kept


def validated(form: type[Model], document: Any) -> Model:
    """A document as a form has it; refused with the place of every value that does not fit."""
    try:
        return form.model_validate(document)
    except ValidationError as error:
        raise Invalid([(pointer(("body", *each["loc"])), each["type"]) for each in error.errors()]) from None
