"""What tests read from the committed contract."""

import json
from typing import Any

from citypeers.core.contract import COMMITTED

Document = dict[str, Any]
CONTRACT: Document = json.loads(COMMITTED.read_text())
OPERATIONS: dict[str, tuple[str, str, Document]] = {
    operation["operationId"]: (method, path, operation)
    for path, methods in CONTRACT["paths"].items()
    for method, operation in methods.items()
}
"""Method, path and description of every operation, by its name."""


def resolved(schema: Document) -> Document:
    """A schema, or the one that it refers to."""
    while "$ref" in schema:
        schema = CONTRACT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return schema


def body_of(operation: str) -> Document | None:
    """The schema of what an operation takes as JSON, if it takes any."""
    content = OPERATIONS[operation][2].get("requestBody", {}).get("content", {})
    return resolved(content["application/json"]["schema"]) if "application/json" in content else None


def answer_of(operation: str) -> Document | None:
    """The schema of what an operation answers when all is well, if that is JSON."""
    for status, answer in OPERATIONS[operation][2]["responses"].items():
        schema = answer.get("content", {}).get("application/json", {}).get("schema")
        if status < "300" and schema:
            return resolved(schema)
    return None


def properties(schema: Document) -> dict[str, Document]:
    """The fields of a schema, those of every form it may take included."""
    found: dict[str, Document] = dict(schema.get("properties", {}))
    for form in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())):
        found |= properties(resolved(form))
    return found
