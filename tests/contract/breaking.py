"""What in a later contract would break those who use an earlier one."""

from typing import Any

Document = dict[str, Any]


def breaks(earlier: Document, later: Document) -> list[str]:
    """The breaking differences, in words; empty where the later contract only extends."""
    found: list[str] = []
    for path, methods in earlier["paths"].items():
        for method, operation in methods.items():
            here = f"{method.upper()} {path}"
            now = later["paths"].get(path, {}).get(method)
            if now is None:
                found.append(f"{here}: removed")
            else:
                found += _operation(here, operation, now)
    now_schemas = later["components"]["schemas"]
    for name, schema in earlier["components"]["schemas"].items():
        if name not in now_schemas:
            found.append(f"{name}: removed")
        else:
            found += _schema(name, schema, now_schemas[name])
    return found


def _operation(here: str, earlier: Document, later: Document) -> list[str]:
    found = []
    before = {(each["in"], each["name"]): each for each in earlier.get("parameters", [])}
    now = {(each["in"], each["name"]): each for each in later.get("parameters", [])}
    for key, parameter in before.items():
        if key not in now:
            found.append(f"{here}: parameter {key[1]} removed")
        else:
            found += _schema(f"{here} {key[1]}", parameter["schema"], now[key]["schema"])
    for key, parameter in now.items():
        if parameter.get("required") and not before.get(key, {}).get("required"):
            found.append(f"{here}: parameter {key[1]} newly required")
    for status, answer in earlier["responses"].items():
        if status < "400" and status not in later["responses"]:
            found.append(f"{here}: {status} removed")
        elif status < "400":
            gone = set(answer.get("content", {})) - set(later["responses"][status].get("content", {}))
            found += [f"{here}: {media} removed" for media in gone]
    return found


def _schema(here: str, earlier: Document, later: Document) -> list[str]:
    found = []
    for keyword in ("type", "$ref", "format", "const"):
        if earlier.get(keyword) != later.get(keyword):
            found.append(f"{here}: {keyword} changed")
    found += [f"{here}: value {value} removed" for value in earlier.get("enum", []) if value not in later.get("enum", [])]
    for name, schema in earlier.get("properties", {}).items():
        if name not in later.get("properties", {}):
            found.append(f"{here}.{name}: removed")
        else:
            found += _schema(f"{here}.{name}", schema, later["properties"][name])
    gone = set(earlier.get("required", [])) - set(later.get("required", []))
    found += [f"{here}.{name}: no longer always there" for name in gone if name in later.get("properties", {})]
    for keyword in ("items", "additionalProperties"):
        if isinstance(earlier.get(keyword), dict):
            found += _schema(f"{here}[]", earlier[keyword], later.get(keyword) if isinstance(later.get(keyword), dict) else {})
    for place, variant in enumerate(earlier.get("anyOf", [])):
        if variant not in later.get("anyOf", []):
            found.append(f"{here}: variant {place} removed")
    return found
