"""What countries are called (CLDR)."""

from collections.abc import Mapping
from functools import cache

from babel import Locale


@cache
def country_names(language: str) -> Mapping[str, str]:
    """The names of countries in one language by their two letters; a language takes megabytes, and is read when it is asked for."""
    return {str(code): str(name) for code, name in Locale(language).territories.items()}
