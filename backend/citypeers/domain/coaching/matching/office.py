"""When an organisation is in the office, for comparing hours."""

from citypeers.domain.coaching.matching.hours import Hours
from citypeers.domain.coaching.scheduling.hours import Office


def hours_of(office: Office) -> Hours | None:
    """The hours that an organisation states, or that are common in its country; None where its zone is not known."""
    if office.zone is None:
        return None
    days = range(1, 8)
    return Hours(office.zone, tuple(tuple((each.start, each.end) for each in office.hours if each.weekday == day) for day in days))
