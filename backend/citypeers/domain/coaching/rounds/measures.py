"""How evenly something is divided."""

from collections.abc import Sequence


def gini(values: Sequence[int]) -> float:
    """The Gini coefficient of some numbers: 0 where all are alike, towards 1 the more one has it all."""
    ordered, whole = sorted(values), sum(values)
    if not whole:
        return 0.0
    ranked = sum(place * value for place, value in enumerate(ordered, 1))
    return (2 * ranked) / (len(ordered) * whole) - (len(ordered) + 1) / len(ordered)
