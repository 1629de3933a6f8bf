"""The words of matching: what points are given for, why somebody is left out, and what would help."""

from collections.abc import Mapping
from enum import StrEnum


class Factor(StrEnum):
    """What points are given for, in the order in which they are shown."""

    topics = "topics"
    evidence = "evidence"
    languages = "languages"
    office_hours = "office_hours"
    similar_city = "similar_city"
    free_capacity = "free_capacity"


FACTORS = tuple(Factor)
ALL_POINTS = 100
DEFAULT_WEIGHTS: Mapping[Factor, int] = {
    Factor.topics: 30,
    Factor.evidence: 25,
    Factor.languages: 15,
    Factor.office_hours: 10,
    Factor.similar_city: 10,
    Factor.free_capacity: 10,
}
"""The most that each factor gives in a network that has not set its own; a hundred altogether."""


class FactorText(StrEnum):
    """Which sentence explains the points of a factor; the screens have the words."""

    topics_covered = "topics_covered"
    topics_not_asked = "topics_not_asked"
    evidence_found = "evidence_found"
    evidence_none = "evidence_none"
    language_shared = "language_shared"
    language_by_interpreting = "language_by_interpreting"
    language_not_shared = "language_not_shared"
    language_not_asked = "language_not_asked"
    hours_shared = "hours_shared"
    hours_not_shared = "hours_not_shared"
    hours_unknown = "hours_unknown"
    city_compared = "city_compared"
    city_compared_same_country = "city_compared_same_country"
    city_unknown = "city_unknown"
    city_unknown_same_country = "city_unknown_same_country"
    capacity_all_free = "capacity_all_free"
    capacity_partly_taken = "capacity_partly_taken"
    capacity_all_taken = "capacity_all_taken"


class LeftOut(StrEnum):
    """Why an organisation is not proposed, in the order in which it is looked at: the first that holds is told."""

    own_organisation = "own_organisation"
    no_consent = "no_consent"
    """It has not agreed to be listed as a coach, or offers nothing at all."""
    no_topic = "no_topic"
    format_not_offered = "format_not_offered"
    no_capacity = "no_capacity"
    no_shared_language = "no_shared_language"
    outside_dates = "outside_dates"
    declined_before = "declined_before"
    already_invited = "already_invited"


REASONS = tuple(LeftOut)


class Remedy(StrEnum):
    """What whoever asks could do about it."""

    ask_for_interpreting = "ask_for_interpreting"
    choose_another_format = "choose_another_format"
    move_the_dates = "move_the_dates"


REMEDIES: Mapping[LeftOut, Remedy] = {
    LeftOut.no_shared_language: Remedy.ask_for_interpreting,
    LeftOut.format_not_offered: Remedy.choose_another_format,
    LeftOut.outside_dates: Remedy.move_the_dates,
}
