"""Orders of magnitude of budgets, so that projects of several currencies can be found side by side."""

from collections.abc import Mapping
from enum import StrEnum


class Band(StrEnum):
    """An order of magnitude, in euro."""

    under_100k = "under_100k"
    from_100k = "from_100k"
    from_1m = "from_1m"
    from_10m = "from_10m"
    from_100m = "from_100m"


BOUNDS: Mapping[Band, float] = {Band.from_100m: 1e8, Band.from_10m: 1e7, Band.from_1m: 1e6, Band.from_100k: 1e5}
"""From how many euro on a band is that of an amount, the largest first."""
UNITS_PER_EURO: Mapping[str, float] = {
    "EUR": 1,
    "BRL": 5.5,
    "CAD": 1.5,
    "CLP": 950,
    "GBP": 0.86,
    "INR": 90,
    "MXN": 20,
    "PEN": 4.1,
    "SEK": 11.3,
    "USD": 1.1,
}
"""Rough rates of about 2024: enough to tell millions from tens of millions, and for nothing else."""


def band_of(amount: float, currency: str) -> Band | None:
    """The order of magnitude of an amount; None for a currency without a rate."""
    rate = UNITS_PER_EURO.get(currency)
    if rate is None:
        return None
    return next((band for band, bound in BOUNDS.items() if amount / rate >= bound), Band.under_100k)
