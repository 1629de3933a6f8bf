"""What axe-core finds on a page."""

import json

from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = f"axe.run(document, {json.dumps({'runOnly': TAGS, 'resultTypes': ['violations']})})"
"""All rules; only what breaks one is described in full, which of what passes would take most of the time."""


def violations(page: Page, axe: str) -> list[object]:
    """The rules that a page breaks, each with up to three places."""
    page.evaluate(axe)
    found = page.evaluate(RUN)
    return [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found["violations"]]
