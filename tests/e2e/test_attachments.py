"""Pictures and documents of a project: sent, said in words, reviewed, and seen by everybody once they are live."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.core.corpus import PDF, office, picture
from tests.e2e import test_door
from tests.e2e.reading import LOOKS, faults
from tests.e2e.test_door import Door, Profile, signed_in
from tests.e2e.test_project_editing import acting_for, begun, saved, submit, written

door, profile = test_door.door, test_door.profile
ALT = "A tram waits for a bus in the rain"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What the authors send."""
    folder = tmp_path_factory.mktemp("files")
    contents = {
        "tram.jpg": picture("JPEG", 1600, 1000),
        "contract.pdf": PDF,
        "costs.xlsx": office("xlsx", {"xl/vbaProject.bin": b"x"}),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return {name: folder / name for name in contents}


def send(page: Page, *files: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Add pictures or documents").click()
    chooser.value.set_files([str(file) for file in files])


def published(profile: Profile, door: Door, files: dict[str, Path], title: str) -> str:
    """A live project with a picture and a document; its path."""
    author = begun(profile(), acting_for(door, "muenchen"), title)
    written(author)
    send(author, files["tram.jpg"], files["contract.pdf"])
    author.get_by_role("textbox", name="What does the picture show?").fill(ALT)
    expect(author.get_by_role("textbox", name="Title")).to_have_count(3)
    submit(author)
    path = author.url.removeprefix(door.address)
    reviewer = signed_in(profile(), acting_for(door, "fortaleza"), path)
    expect(reviewer.locator(".file-line img")).to_have_count(1)
    expect(reviewer.get_by_text(ALT)).to_be_visible()
    reviewer.get_by_role("button", name="Approve").click()
    expect(reviewer.get_by_text("Approved. Its authors are told.")).to_be_visible()
    return path.removesuffix("/desk")


def test_from_the_authors_disk_to_everybody(profile: Profile, door: Door, files: dict[str, Path]) -> None:
    path = published(profile, door, files, "Trams in pictures")
    page = profile().new_page()
    page.goto(path)
    shown = page.get_by_role("img", name=ALT)
    shown.scroll_into_view_if_needed()
    expect(shown).to_have_js_property("complete", True)
    assert shown.evaluate("picture => picture.naturalWidth") > 0
    with page.expect_download() as whole:
        shown.click()
    assert whole.value.suggested_filename == "tram.jpg"
    with page.expect_download() as document:
        page.get_by_role("link", name="contract").click()
    assert document.value.suggested_filename == "contract.pdf"
    assert document.value.path().read_bytes() == PDF


def test_what_is_not_taken_says_so_and_order_and_removal_are_kept(profile: Profile, door: Door, files: dict[str, Path]) -> None:
    page = begun(profile(), acting_for(door, "muenchen"), "Trams in order")
    send(page, files["costs.xlsx"], files["tram.jpg"], files["contract.pdf"])
    expect(page.get_by_role("alert").filter(has_text="costs.xlsx was not taken")).to_contain_text("macros")
    names = page.locator("#field-attachments .file-name")
    expect(names).to_have_text(["tram.jpg", "contract.pdf"])
    missing = page.get_by_role("navigation", name="What is missing")
    missing.get_by_role("link", name=re.compile("entry 1: the picture in words")).click()
    expect(page.get_by_role("textbox", name="What does the picture show?")).to_be_focused()
    page.keyboard.type(ALT)
    expect(missing).not_to_contain_text("in words")
    page.get_by_role("button", name="Move down Attachment 1").click()
    expect(names).to_have_text(["contract.pdf", "tram.jpg"])
    with saved(page):
        page.get_by_role("button", name="Remove Attachment 1").click()
    page.reload()
    expect(names).to_have_text(["tram.jpg"])
    expect(page.locator("#field-attachments img")).to_be_visible()


def test_a_file_is_dropped(profile: Profile, door: Door) -> None:
    page = begun(profile(), acting_for(door, "muenchen"), "Trams dropped")
    data = page.evaluate_handle(
        "() => { const kept = new DataTransfer(); kept.items.add(new File(['a line'], 'notes.txt')); return kept; }"
    )
    page.dispatch_event(".file-drop", "drop", {"dataTransfer": data})
    expect(page.locator("#field-attachments .file-name")).to_have_text(["notes.txt"])


def test_files_are_readable(profile: Profile, door: Door, files: dict[str, Path], axe: str) -> None:
    path = published(profile, door, files, "Trams to be read")
    found = []
    for language, looks in LOOKS.items():
        page = signed_in(profile(*looks[0], language), acting_for(door, "muenchen"), f"{path}/desk")
        expect(page.locator("#field-attachments img")).to_be_visible()
        page.set_input_files("input[type=file]", str(files["costs.xlsx"]))
        expect(page.get_by_role("alert").filter(has_text="costs.xlsx")).to_be_visible()
        found += faults(page, axe, looks)
        page.goto(path)
        expect(page.get_by_role("img", name=ALT)).to_be_visible()
        found += faults(page, axe, looks)
    assert found == []
