"""The answers that every variant must give, collected from ours, and their comparison."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.dataset import PAGES, Dataset
from benchmarks.servers import fetch
from benchmarks.variants import COMMON, ENDPOINTS, LIST, ONE, THREE, Variant, first_pages, searches

COMPARED = 40
"""How many answers of each endpoint are compared before it is measured."""


class Unequal(Exception):
    """A variant answers something else, so that comparing its speed would mean nothing."""


@dataclass(frozen=True)
class Expected:
    """Addresses and bodies of our answers, by endpoint and in the order in which they are asked for."""

    addresses: Mapping[str, list[str]]
    bodies: Mapping[str, bytes]
    """By address."""


def collected(dataset: Dataset) -> Expected:
    """Ask our server, which runs, for everything once."""
    pages: dict[tuple[str, str, int], str] = {}
    bodies: dict[str, bytes] = {}
    for (facet, value), first in first_pages(dataset).items():
        address = first
        for number in range(PAGES):
            pages[facet, value, number] = address
            bodies[address] = _good(address)
            address = f"{first}&cursor={json.loads(bodies[address])['next']}"
    addresses = {
        LIST: [pages[each] for each in dataset.samples.pages],
        ONE: [f"/api/v1/networks/{slug}" for slug in dataset.samples.slugs],
        **searches(dataset),
    }
    for endpoint in (ONE, THREE, COMMON):
        bodies |= {address: _good(address) for address in addresses[endpoint]}
    return Expected(addresses, bodies)


def _good(address: str) -> bytes:
    status, body = fetch(address)
    if status != 200:
        raise Unequal(f"{address}: {status} {body[:300]!r}")
    return body


def check(variant: Variant, expected: Expected) -> None:
    """Compare some answers of the variant that runs with ours."""
    for endpoint in ENDPOINTS:
        pairs = list(zip(variant.addresses.get(endpoint, ()), expected.addresses[endpoint], strict=False))
        for theirs, ours in pairs[:: max(1, len(pairs) // COMPARED)]:
            theirs_said = variant.said(endpoint, json.loads(_good(theirs)), False)
            same = theirs_said == variant.said(endpoint, json.loads(expected.bodies[ours]), True)
            if not same:
                raise Unequal(f"{variant.name}: {theirs} differs from {ours}")
