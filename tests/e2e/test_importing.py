"""A file of projects is brought on screen: uploaded, mapped, tried out, written in part, found, undone."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import test_door
from tests.e2e.reading import LOOKS, faults
from tests.e2e.test_door import Door, Profile, signed_in
from tests.e2e.test_editing import secretariat
from tests.e2e.test_project_editing import acting_for
from tests.exchange.test_workbooks import workbook

door, profile = test_door.door, test_door.profile
IMPORTS = "/me/imports"
FOREIGN = """Kennung;Titel;Land;Stadt;Träger;Breite;Länge;Beginn;Stand;Notiz
P1;Regenwasser für Alleen {run};Deutschland;Hamburg;hamburg;53,55;9,99;31.12.2020;läuft;x
P2;Lampen nach Bedarf {run};DEU;München;muenchen;48,14;11,58;2021;k. A.;
P3;Wasser messen {run};Brésil;Fortaleza;fortaleza;;;2019;läuft;
P4;Niemandes Projekt {run};Deutschland;Hamburg;niemand;;;2019;läuft;
"""


def uploaded(page: Page, folder: Path, run: str = "eins", content: str = FOREIGN, encoding: str = "utf-8") -> None:
    """Uploads a file from the list of imports; the page of the import is there."""
    file = folder / f"stadt-{run}.csv"
    file.write_text(content.format(run=run), encoding=encoding)
    page.locator("main button.kern-btn--primary").first.click()
    page.set_input_files("input[type=file]", str(file))
    page.locator("dialog button[type=submit]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(file.name)


def read(page: Page) -> None:
    page.get_by_role("button", name="Read it this way").click()


def mapped(page: Page) -> None:
    """Takes the suggestions, and answers what they bring up."""
    expect(page.get_by_role("combobox", name="Träger")).to_have_value("organisation")
    read(page)
    expect(page.get_by_role("status").filter(has_text="Something is still not certain")).to_be_focused()
    page.get_by_role("radio", name="a comma").check()
    page.get_by_role("checkbox", name="k. A.").check()
    page.get_by_role("combobox", name="Brésil").select_option("BR")
    page.get_by_role("combobox", name="läuft").select_option("running")
    page.get_by_role("combobox", name=re.compile("Language of texts")).select_option("de")
    read(page)
    expect(page.get_by_role("heading", name="Trial")).to_be_focused()


def tried(page: Page) -> None:
    page.get_by_role("button", name="Try it out").click()
    expect(page.get_by_text("State: Tried out")).to_be_visible()


def test_a_foreign_file_from_upload_to_undo(profile: Profile, door: Door, tmp_path: Path) -> None:
    page = secretariat(door, profile(), "/desk")
    page.get_by_role("link", name="Imports").click()
    uploaded(page, tmp_path)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.get_by_role("region", name="First rows")).to_contain_text("Regenwasser für Alleen eins")
    mapped(page)
    page.get_by_text("Keep this for files to come").click()
    page.get_by_role("textbox", name="Name of the mapping").fill("stadt")
    page.get_by_role("button", name="Keep the mapping").click()
    expect(page.get_by_text("Kept as stadt")).to_be_visible()
    tried(page)
    refused = page.get_by_role("table", name="Rows to look at").get_by_role("row")
    expect(refused).to_have_count(2)
    expect(refused.last).to_contain_text("Lead organisation")
    with page.expect_download() as table:
        page.get_by_role("button", name="CSV", exact=True).click()
    with table.value.path().open(encoding="utf-8", newline="") as lines:
        assert [row["key"] for row in csv.DictReader(lines)] == ["P4"]
    expect(page.get_by_text("1 refused row will not be written")).to_be_visible()
    page.get_by_role("button", name="Write 3 projects without the refused rows").click()
    expect(page.get_by_text("State: Written")).to_be_visible()

    visitor = profile().new_page()
    visitor.goto("/projects?q=Regenwasser+Alleen+eins")
    expect(visitor.get_by_role("link", name="Regenwasser für Alleen eins")).to_be_visible()
    page.get_by_role("button", name="Undo this import").click()
    page.get_by_role("dialog").get_by_role("button", name="Undo this import").click()
    expect(page.get_by_text("3 projects are again what they were.")).to_be_visible()
    expect(page.get_by_role("heading", name="Undo")).to_be_focused()
    visitor.reload()
    expect(visitor.get_by_text("No project has all of this at once.")).to_be_visible()

    page.goto(IMPORTS)
    expect(page.get_by_role("row", name=re.compile("stadt-eins.csv"))).to_contain_text("Undone")
    page.get_by_role("button", name="Import a file").click()
    expect(page.get_by_role("dialog").get_by_role("combobox", name="Read it as")).to_contain_text("stadt")


def test_what_resembles_a_project_here_is_answered(profile: Profile, door: Door, tmp_path: Path) -> None:
    page = signed_in(profile(), acting_for(door, "guadalajara"), IMPORTS)
    known = page.request.get(f"{door.address}/api/v1/projects?q=visor+urbano").json()["items"][0]
    title = next(iter(known["title"].values()))
    uploaded(page, tmp_path, "alike", f"key;title_en;organisation\nV1;{title}!;guadalajara\n")
    tried(page)
    expect(page.get_by_role("radio", name=re.compile("It is this one"))).to_be_visible()
    page.get_by_role("radio", name="Leave it out").check()
    page.get_by_role("button", name="Save these answers and try again").click()
    expect(page.get_by_role("term").filter(has_text="Left out")).to_be_visible()  # nothing was to be written before either
    expect(page.get_by_text("There is nothing to write")).to_be_visible()
    page.get_by_role("button", name="Discard this import").click()
    page.get_by_role("dialog").get_by_role("button", name="Discard this import").click()
    expect(page.get_by_text("State: Discarded")).to_be_visible()


def test_a_western_file_is_asked_about(profile: Profile, door: Door, tmp_path: Path) -> None:
    page = signed_in(profile(), acting_for(door, "hamburg"), IMPORTS)
    uploaded(page, tmp_path, "west", encoding="cp1252")
    expect(page.get_by_role("radio", name=re.compile("windows-1252"))).to_be_checked()
    read(page)
    expect(page.get_by_role("combobox", name="Träger")).to_have_value("organisation")


def test_a_sheet_of_a_workbook_is_chosen(profile: Profile, door: Door, tmp_path: Path) -> None:
    rows = [("key", "title_en", "organisation", "topics"), ("S1", "Sheets of a book", "guadalajara", "mobility|energy")]
    book = workbook(tmp_path / "book.xlsx", ("Notes", [("Written by", "On"), ("Ana", "Monday")]), ("Projects", rows))
    page = signed_in(profile(), acting_for(door, "guadalajara"), IMPORTS)
    page.get_by_role("button", name="Import a file").click()
    page.set_input_files("input[type=file]", str(book))
    page.get_by_role("button", name="Upload", exact=True).click()
    page.get_by_role("combobox", name="Sheet of the workbook").select_option("Projects")
    page.get_by_role("button", name="Read this sheet").click()
    expect(page.get_by_role("region", name="First rows")).to_contain_text("Sheets of a book")
    page.get_by_text("Columns, fixed values and words").click()
    page.get_by_role("textbox", name="Sign between several values").fill("|")
    read(page)
    expect(page.get_by_role("heading", name="Trial")).to_be_focused()
    tried(page)
    expect(page.get_by_role("button", name="Write 1 project", exact=True)).to_be_visible()


@pytest.mark.parametrize("language", LOOKS)
def test_every_step_is_readable(profile: Profile, door: Door, axe: str, tmp_path: Path, language: str) -> None:
    looks = LOOKS[language]
    page = signed_in(profile(*looks[0], language), acting_for(door, "hamburg"), IMPORTS)
    found = faults(page, axe, looks)
    uploaded(page, tmp_path, language)
    save = page.locator(".import-form button[type=submit]")
    save.click()
    expect(page.locator(".import-doubt").first).to_be_visible()
    found += faults(page, axe, looks)
    page.locator(".import-step").nth(2).locator("button").first.click()
    expect(page.get_by_role("table").nth(1)).to_be_visible()
    found += faults(page, axe, looks)
    page.goto(IMPORTS)
    expect(page.get_by_role("table")).to_be_visible()
    found += faults(page, axe, looks)
    assert found == []
