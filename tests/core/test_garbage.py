"""The collector stands still only as long as it is told to."""

import gc

import pytest

from citypeers.core.garbage import uncollected


class Refused(Exception):
    """Ends a part before its end."""


@uncollected()
def refused() -> None:
    assert not gc.isenabled()
    raise Refused


def test_the_collector_goes_on_however_the_part_ends() -> None:
    with pytest.raises(Refused):
        refused()
    assert gc.isenabled()


def test_a_part_within_another_does_not_set_it_going() -> None:
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
