"""Tries are counted whatever else happens to the count at the same moment."""

from citypeers.core.caller import Instance
from citypeers.identity import attempts
from tests.identity.test_sessions import at_once


def test_what_is_counted_and_forgotten_at_once_is_no_error(instance: Instance) -> None:
    def act() -> bool:
        for _ in range(20):
            attempts.count(instance.database, "s", "who", free=1000)
            attempts.forget(instance.database, "s", "who")
        return True

    assert at_once(act, 4) == [True] * 4
