"""Organisations edited on screen: by those who act for them, by the secretariat, and by two at once."""

import re

import pyotp
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from citypeers.core.principal import OPERATOR, Role
from citypeers.core.settings import Settings
from citypeers.domain.organisations import service as organisations
from citypeers.domain.organisations.models import KIND
from citypeers.identity import accounts
from citypeers.identity.sealing import seal
from tests.e2e import test_door
from tests.e2e.reading import LOOKS, faults, shown, violations
from tests.e2e.test_door import Door, Profile, code, signed_in

door, profile = test_door.door, test_door.profile
MUNICH = "/organisations/muenchen"
EDIT = f"{MUNICH}/edit"


def acting_for_munich(door: Door) -> str:
    """A new account of somebody who acts for Munich; its address."""
    email = door.account()
    with door.database.transaction() as session:
        account, munich = accounts.by_email(session, email), organisations.find(session, "muenchen")
        assert account is not None
        accounts.grant(session, OPERATOR, account.id, Role.member, KIND, munich.id)
    return email


def secretariat(door: Door, context: BrowserContext, path: str) -> Page:
    """A tab of somebody of the secretariat, signed in on the way to ``path``."""
    email, secret = door.account(Role.secretariat), pyotp.random_base32()
    with door.database.transaction() as session:
        account = accounts.by_email(session, email)
        assert account is not None
        account.totp_sealed = seal(Settings().secret_key.get_secret_value(), secret)
    return signed_in(context, email, path, code(secret))


def save(page: Page) -> None:
    page.get_by_role("button", name="Save changes").click()


def test_who_acts_for_a_city_edits_it_by_keyboard_alone(profile: Profile, door: Door) -> None:
    page = signed_in(profile(), acting_for_munich(door), EDIT)
    expect(page.get_by_role("heading", level=1)).to_have_text("Edit Munich")
    field = page.get_by_role("textbox", name="Address")
    field.focus()
    expect(page.locator("input[name=population]")).to_have_count(0)
    page.keyboard.press("Control+A")
    page.keyboard.type("muenchen.de")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Write the whole address, beginning with https://.")).to_be_visible()
    expect(field).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.type("https://")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{MUNICH}$"))
    expect(page.get_by_role("link", name="muenchen.de", exact=True)).to_be_visible()
    page.get_by_role("link", name="Edit").click()
    expect(page.get_by_role("textbox", name="Address")).to_have_value("https://muenchen.de")


def test_names_have_dates_that_follow_one_another(profile: Profile, door: Door) -> None:
    page = signed_in(profile(), acting_for_munich(door), EDIT)
    page.get_by_role("button", name="Add a name").click()
    page.locator('input[name="names.1.name.0.text"]').fill("Minga")
    page.locator('input[name="names.1.valid_from"]').fill("last year")
    save(page)
    expect(page.get_by_text("Write 2019, 2019-09 or 2019-09-20.")).to_be_visible()
    page.locator('input[name="names.1.valid_from"]').fill("2001")
    save(page)
    expect(page.get_by_text("Names of one kind follow one another")).to_be_visible()
    expect(page.locator('input[name="names.1.valid_from"]')).to_be_focused()
    page.locator('input[name="names.0.valid_to"]').fill("2000")
    save(page)
    expect(page).to_have_url(re.compile(f"{MUNICH}$"))
    expect(page.locator(".name-line")).to_contain_text("Minga")


def test_what_is_not_saved_is_not_lost_by_a_wrong_step(profile: Profile, door: Door) -> None:
    page = signed_in(profile(), acting_for_munich(door), EDIT)
    page.get_by_role("link", name="Back without saving").click()
    expect(page).to_have_url(re.compile(f"{MUNICH}$"))
    page.get_by_role("link", name="Edit").click()
    page.get_by_role("textbox", name="Also called").fill("Monaco di Baviera")
    page.get_by_role("link", name="Topics").click()
    expect(page.get_by_role("dialog", name="Leave without saving?")).to_be_visible()
    page.get_by_role("button", name="Stay here").click()
    expect(page.get_by_role("textbox", name="Also called")).to_have_value("Monaco di Baviera")
    page.get_by_role("link", name="Topics").click()
    page.get_by_role("button", name="Leave without saving").click()
    expect(page).to_have_url(re.compile("/topics$"))


def test_two_at_once_see_what_the_other_changed_and_keep_what_they_typed(profile: Profile, door: Door) -> None:
    first = signed_in(profile(), acting_for_munich(door), EDIT)
    second = secretariat(door, profile(), EDIT)
    second.get_by_role("textbox", name="Also called").fill("Monaco")
    second.locator("input[name=population]").fill("7")
    save(second)
    expect(second).to_have_url(re.compile(f"{MUNICH}$"))
    first.get_by_role("textbox", name="Also called").fill("Minga")
    first.get_by_role("textbox", name="Address").fill("https://mine.example")
    save(first)
    said = first.get_by_role("status").filter(has_text="Somebody else changed this organisation meanwhile")
    expect(said).to_be_visible()
    expect(said).to_be_focused()
    expect(said).to_contain_text("Monaco")
    expect(said).to_contain_text("You changed this too")
    expect(said).to_contain_text("7")
    expect(first.get_by_role("textbox", name="Also called")).to_have_value("Minga")
    save(first)
    expect(first).to_have_url(re.compile(f"{MUNICH}$"))
    expect(first.get_by_text("Minga", exact=True)).to_be_visible()
    expect(first.get_by_role("link", name="mine.example")).to_be_visible()
    expect(first.locator(".fact-bar")).to_contain_text("7")


def test_the_secretariat_adds_one_and_no_circle_comes_about(profile: Profile, door: Door) -> None:
    page = secretariat(door, profile(), "/organisations")
    page.get_by_role("link", name="New organisation").click()
    page.get_by_role("button", name="Add organisation").click()
    expect(page.get_by_text("Write its name.")).to_be_visible()
    page.get_by_role("textbox", name="Name in lists").fill("Ñew Town")
    page.get_by_role("textbox", name="Name (English)").fill("New Town")
    choose(page, "Country", "Brazil")
    choose(page, "Part of", "Fortaleza")
    page.get_by_role("button", name="Add organisation").click()
    expect(page).to_have_url(re.compile("/organisations/new-town$"))
    expect(page.locator(".fact-bar")).to_contain_text("Fortaleza")
    page.goto("/organisations/fortaleza/edit")
    choose(page, "Part of", "New Town")
    save(page)
    expect(page.get_by_text("This leads back to the organisation itself.")).to_be_visible()
    expect(page.get_by_role("combobox", name="Part of")).to_be_focused()


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).press_sequentially(option)
    page.get_by_role("option", name=option, exact=True).click()


def test_nobody_else_is_let_or_asked_about(profile: Profile, door: Door) -> None:
    visitor = profile().new_page()
    asked: list[str] = []
    visitor.on("request", lambda request: asked.append(request.url))
    shown(visitor, MUNICH)
    assert visitor.get_by_role("link", name="Edit").count() == 0
    assert [url for url in asked if url.endswith("/may")] == []
    page = signed_in(profile(), acting_for_munich(door), "/organisations/fortaleza/edit")
    expect(page.get_by_text("You may not change this organisation.")).to_be_visible()
    page.goto("/organisations/new")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not open to you")
    expect(page.locator("form")).to_have_count(0)


@pytest.mark.parametrize("language", LOOKS)
def test_the_editor_is_readable(profile: Profile, door: Door, axe: str, language: str) -> None:
    page = signed_in(profile(*LOOKS[language][0], language), acting_for_munich(door), EDIT)
    assert faults(page, axe, LOOKS[language]) == []


def test_the_editor_of_the_secretariat_is_readable(profile: Profile, door: Door, axe: str) -> None:
    page = secretariat(door, profile(), "/organisations/bmi/edit")
    expect(page.get_by_role("combobox", name="Part of")).to_be_visible()
    found = faults(page, axe, LOOKS["en"])
    page.goto("/organisations/new")
    expect(page.get_by_role("combobox", name="Part of")).to_be_visible()
    found += faults(page, axe, LOOKS["en"])
    assert found == []


def check(page: Page, axe: str) -> None:
    assert violations(page, axe) == []
