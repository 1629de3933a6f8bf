"""The dictionary of fields says what every field and every column is."""

import csv

from starlette.testclient import TestClient

from citypeers.core.text import LANGUAGES
from citypeers.domain.projects.models import Maturity
from citypeers.domain.projects.queries import COLUMNS
from citypeers.domain.projects.schemas import ProjectWhole

FIELDS = "/api/v1/projects/fields"


def test_every_field_and_every_column_has_its_meaning(client: TestClient) -> None:
    told = client.get(FIELDS).json()
    fields = {each["name"]: each for each in told["items"]}
    assert told["licence"] == "CC-BY-4.0"
    assert fields.keys() == ProjectWhole.model_fields.keys()
    assert {column for each in told["items"] for column in each["columns"]} == set(COLUMNS)
    assert all(each["meaning"].keys() == set(LANGUAGES) for each in told["items"])
    kinds = {name: (each["kind"], each["is_list"], each["required"]) for name, each in fields.items()}
    assert kinds["title"] == ("texts", False, True)
    assert kinds["start"] == ("partial_date", False, False)
    assert kinds["updated_at"] == ("instant", False, True)
    assert kinds["places"] == ("record", True, False)
    assert (kinds["sdgs"], kinds["has_lessons"]) == (("number", True, False), ("yes_or_no", False, True))
    assert fields["maturity"]["codes"] == list(Maturity)
    assert fields["budget"]["columns"] == ["budget_amount", "budget_currency", "budget_year"]


def test_the_dictionary_is_a_table_too(client: TestClient) -> None:
    answer = client.get(f"{FIELDS}?format=csv")
    rows = list(csv.DictReader(answer.text.splitlines()))
    assert (answer.headers["content-type"], len(rows)) == ("text/csv; charset=utf-8", len(ProjectWhole.model_fields))
    assert next(row for row in rows if row["name"] == "start")["meaning_de"].startswith("Wann es begann")
