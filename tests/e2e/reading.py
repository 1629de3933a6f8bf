"""When a page is whole, and what axe-core finds on it."""

import time
from collections.abc import Iterable, Sequence
from typing import Literal
from weakref import WeakKeyDictionary

from playwright.sync_api import Page, Request

Scheme = Literal["light", "dark"]
Look = tuple[int, Scheme]
"""The width of the window in pixels, and the colours."""
HEIGHT = 900
WIDE: list[Look] = [(1280, "light"), (1280, "dark")]
SMALL: list[Look] = [(360, "light"), (360, "dark")]
LOOKS = {"en": WIDE, "de": SMALL}
"""How pages are looked at, by the language they are opened in."""
ALL_LOOKS = [*WIDE, *SMALL]
NARROW = (320, 640)
OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PATIENCE_MS = 60_000
"""How long a journey waits for what it expects: a machine that does other things too is not a failure."""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that other colours can break."""
SAYS_IT_IS_WHOLE = """async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    await new Promise((next) => requestIdleCallback(next, { timeout: 1000 }));
  }
  const root = document.getElementById("root");
  const taken_over = !root || Object.keys(root).some((key) => key.startsWith("__reactContainer"));
  return taken_over && !document.querySelector(".skeleton, .wait, [aria-busy=true]");
}"""
"""After some turns in which the page had nothing to do: its scripts have taken it over, and nothing on it is on its way.

What is drawn asks for more after it is painted, so that one turn is not enough.
"""
_asked: WeakKeyDictionary[Page, list[Request]] = WeakKeyDictionary()
_answered: WeakKeyDictionary[Page, set[Request]] = WeakKeyDictionary()


def followed(page: Page) -> None:
    """Keep in mind what a page asks for, for ``settled``."""
    asked = _asked[page] = []
    answered = _answered[page] = set()

    def ask(request: Request) -> None:
        if request.is_navigation_request():
            asked.clear()  # what the page before had asked for comes no more
        asked.append(request)

    page.on("request", ask)
    page.on("requestfinished", lambda request: answered.add(request))
    page.on("requestfailed", lambda request: answered.add(request))


def settled(page: Page) -> None:
    """Wait until a page is whole: all it asked for is there, it says so, and it asks for nothing more.

    No span of time is involved: on a slow machine it takes as long as it takes.
    """
    end = time.monotonic() + PATIENCE_MS / 1000
    while time.monotonic() < end:
        before = len(_asked[page])
        is_whole = page.evaluate(SAYS_IT_IS_WHOLE)
        if is_whole and len(_asked[page]) == before and _answered[page].issuperset(_asked[page]):
            return
        page.wait_for_timeout(20)
    missing = [request.url for request in _asked[page] if request not in _answered[page]]
    raise AssertionError(f"{page.url} is not whole; it waits for {missing}")


def shown(page: Page, path: str) -> None:
    """Open a path and wait until the page is whole."""
    page.goto(path)
    settled(page)


def walked(page: Page, path: str) -> None:
    """Go on to a path as a link of the page leads there, without loading everything anew, and wait until it is whole."""
    page.evaluate("path => window.history.pushState({}, '', path)", path)
    settled(page)


def violations(page: Page, axe: str, rules: Sequence[str] = TAGS) -> list[object]:
    """The rules that a page breaks once it is whole, each with up to three places; ``rules`` are tags or names."""
    settled(page)
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    # Only what breaks a rule is described in full, which of what passes would take most of the time.
    found = page.evaluate("rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'] })", list(rules))
    return [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found["violations"]]


def sideways(page: Page, widths: Iterable[int]) -> list[object]:
    """The widths of the window in which a page scrolls sideways, each with its address and language; none is to be."""
    found: list[object] = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        settled(page)
        if page.evaluate(OVER) > 0:
            found.append((page.url, page.locator("html").get_attribute("lang"), width, "scrolls sideways"))
    return found


def faults(page: Page, axe: str, looks: Sequence[Look]) -> list[object]:
    """What is wrong with an open page in each look, which it follows, and where it scrolls sideways; none of it is to be.

    The page ends in the first look.
    """
    here = (page.url, page.locator("html").get_attribute("lang"))
    found: list[object] = []
    widths: set[int] = set()
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        rules = COLOURS if width in widths else TAGS
        widths.add(width)
        found += [(*here, width, scheme, rule) for rule in violations(page, axe, rules)]
    found += sideways(page, sorted({*NARROW, *widths}))
    width, scheme = looks[0]
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.emulate_media(color_scheme=scheme)
    return found
