"""What every form has in common: it is built when it is first used, also by many at once."""

import sys
import threading
from collections.abc import Callable, Iterator
from typing import Annotated

import pytest
from pydantic import TypeAdapter
from sqlmodel import Field, SQLModel

from citypeers.core.forms import Form, Part, Source

THREADS, ROUNDS = 12, 20


class Step(Part):
    """Stands for a part of a part."""

    number: int
    sources: list[Source] = []


def fresh() -> type[Form]:
    """A form that nobody has used."""

    class Plan(Form):
        name: str
        steps: list[Step] = []
        after: "dict[str, Step] | None" = None

    return Plan


@pytest.fixture
def _hasty() -> Iterator[None]:
    """Threads that take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def at_once(act: Callable[[], object]) -> list[object]:
    """What many threads get that begin together."""
    begin, got = threading.Barrier(THREADS), []

    def one() -> None:
        begin.wait()
        try:
            got.append(act())
        except Exception as error:
            got.append(error)

    threads = [threading.Thread(target=one) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got


def test_nothing_is_built_before_it_is_used() -> None:
    plan = fresh()
    assert not plan.__pydantic_complete__
    assert plan(name="a").name == "a"
    assert plan.__pydantic_complete__


def test_a_form_with_settings_of_its_own_waits_too() -> None:
    class Closed(Part):
        name: str

    assert not Closed.__pydantic_complete__
    with pytest.raises(ValueError, match="extra_forbidden"):
        Closed.model_validate({"name": "a", "nam": "b"})


def test_a_table_waits_too() -> None:
    class Kept(SQLModel):
        id: str = Field(max_length=3)

    assert not Kept.__pydantic_complete__
    assert Kept(id="a").model_dump() == {"id": "a"}


@pytest.mark.usefixtures("_hasty")
@pytest.mark.parametrize("way", ["form", "adapter", "both"])
def test_many_threads_may_be_the_first(way: str) -> None:
    document = {"name": "a", "steps": [{"number": 1, "sources": [{"label": {"en": "b"}}]}], "after": {"c": {"number": 2}}}
    written = {
        "name": "a",
        "steps": [{"number": 1, "sources": [{"label": {"en": "b"}, "locator": None, "url": None}]}],
        "after": {"c": {"number": 2, "sources": []}},
    }
    for _ in range(ROUNDS):
        plan = fresh()
        reader: TypeAdapter[Form] = TypeAdapter(Annotated[plan, "as the framework reads bodies"])
        turn = iter(range(THREADS))

        def act(plan: type[Form] = plan, reader: TypeAdapter[Form] = reader, turn: Iterator[int] = turn) -> object:
            if way == "form" or (way == "both" and next(turn) % 2):
                return plan.model_validate(document).model_dump()
            return reader.dump_python(reader.validate_python(document))

        assert at_once(act) == [written] * THREADS


def test_nobody_adapts_a_bare_form() -> None:
    kept = [value for name, module in sys.modules.items() if name.startswith("citypeers.") for value in vars(module).values()]
    adapted = [each._type for each in kept if isinstance(each, TypeAdapter)]
    assert adapted != []
    assert [each for each in adapted if isinstance(each, type) and issubclass(each, Form)] == []
