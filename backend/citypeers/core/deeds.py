"""What the record of who did what may speak of: each room says its own, the contract publishes all, the screens have words."""

DEEDS: set[str] = set()
"""What was done; the steps of a machine bear the names of their verbs."""
THINGS: set[str] = set()
"""To what it was done."""


def recorded(thing: str, *deeds: str) -> None:
    """Add what a room records of one kind of thing."""
    twice = DEEDS & set(deeds)
    if twice:
        raise ValueError(f"recorded twice: {', '.join(sorted(twice))}")
    THINGS.add(thing)
    DEEDS.update(deeds)
