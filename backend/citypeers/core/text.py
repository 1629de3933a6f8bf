"""Human text: language maps, safe strings, folding for search and sorting."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import filterfalse
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

LANGUAGES = ("en", "de", "es", "pt")
"""The languages of the platform's own words; records may hold others."""

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_SURROGATES = re.compile("[\ud800-\udfff]")
_WORDS = re.compile(r"[^\W_]+")


def safe(text: str) -> str:
    """NFC, without what PostgreSQL cannot store (NUL) or UTF-8 cannot carry (lone surrogates)."""
    is_ascii = text.isascii()
    if "\x00" in text or (not is_ascii and _SURROGATES.search(text)):
        raise PydanticCustomError("text_unsafe", "NUL and lone surrogates are not text")
    return text if is_ascii else unicodedata.normalize("NFC", text)


def _language_map(texts: dict[str, str]) -> dict[str, str]:
    for tag in texts:
        if not _TAG.fullmatch(tag):
            raise PydanticCustomError("language_tag", "keys are BCP 47 language tags")
    return texts


Text = Annotated[str, Field(max_length=4000), AfterValidator(safe)]
Line = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(safe)]
LanguageMap = Annotated[dict[str, Text], Field(min_length=1), AfterValidator(_language_map)]
"""One text in the languages it exists in, keyed by BCP 47 tag, as JSON-LD language maps are."""


def spoken(texts: Mapping[str, str], wanted: Sequence[str]) -> tuple[str, str]:
    """The text in the first wanted language it has, else English, German, any: (tag, text)."""
    for tag in (*wanted, "en", "de", *texts):
        if texts.get(tag):
            return tag, texts[tag]
    raise ValueError("a language map holds at least one text")


def negotiate(accept_language: str | None) -> str:
    """The platform language that an Accept-Language header (RFC 9110, 12.5.4) asks for."""
    best, best_quality = "en", 0.0
    for part in (accept_language or "").split(",")[:20]:
        tag, _, parameter = part.strip().partition(";")
        try:
            quality = float(parameter.strip().removeprefix("q=")) if parameter else 1.0
        except ValueError:
            continue
        language = tag.strip().lower().partition("-")[0]
        if language in LANGUAGES and best_quality < quality <= 1:
            best, best_quality = language, quality
    return best


def fold(text: str) -> str:
    """Lower case without accents: "München" and a decomposed spelling both give "munchen"."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(filterfalse(unicodedata.combining, decomposed))


def fold_german(text: str) -> str:
    """As :func:`fold`, with the German transcription: "München" gives "muenchen"."""
    return fold(text if text.isascii() else unicodedata.normalize("NFC", text).lower().translate(_GERMAN))


def words(text: str) -> list[str]:
    """The words of a folded or plain text, in order."""
    return _WORDS.findall(unicodedata.normalize("NFC", text))


def sort_key(text: str) -> str:
    """A key that sorts alike on every database by plain byte order; at most 80 characters."""
    return " ".join(words(fold(text)))[:80]
