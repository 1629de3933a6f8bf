"""Seats and rules, applications, memberships, accounts, clients, the record and letters: those who run the network."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import BrowserContext, Page, expect
from sqlmodel import Session, col, select

from citypeers.core.db import Database
from citypeers.core.mail import Mail
from citypeers.core.principal import Role
from citypeers.identity.models import Account
from citypeers.identity.sealing import seal
from tests.e2e.reading import LOOKS, faults, settled, shown, walked
from tests.e2e.server import serving
from tests.e2e.test_door import Door, Profile, profile, signed_in

__all__ = ["profile"]

ROOMS = ("/desk", "/applications", "/accounts", "/clients", "/audit", "/mails")
OPEN = ("/networks/iscn/seats", "/networks/iscn/apply", "/application")
SECRET = pyotp.random_base32()


@dataclass(frozen=True)
class Steering(Door):
    """A server with accounts whose second factor is set up."""

    key: str = ""

    def staff(self, context: BrowserContext, role: Role = Role.secretariat, path: str = "/desk") -> Page:
        """A tab of somebody who runs the network."""
        email = self.account(role)
        with self.database.transaction() as session:
            account = session.scalars(select(Account).where(col(Account.email) == email)).one()
            account.totp_sealed = seal(self.key, SECRET)
        return signed_in(context, email, path, pyotp.TOTP(SECRET).now())


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Steering]:
    folder: Path = tmp_path_factory.mktemp("steering")
    with pytest.MonkeyPatch.context() as patch:
        key = "the key of these journeys, long enough for it"
        patch.setenv("CITYPEERS_SECRET_KEY", key)
        with serving(folder) as address:
            database = Database(f"sqlite:///{folder}/citypeers.db")
            yield Steering(address.replace("127.0.0.1", "localhost"), database, key=key)
            database.close()


def _letter(session: Session, to: str) -> str:
    """Where the link of the last letter to somebody leads."""
    mail = session.scalars(select(Mail).where(col(Mail.to_address) == to).order_by(col(Mail.created_at).desc())).first()
    assert mail is not None
    return str(mail.values["link"])


def test_visitors_read_board_rules_and_dry_run(profile: Profile, door: Steering) -> None:
    page = profile().new_page()
    shown(page, "/networks/iscn/seats")
    expect(page.get_by_text("4 of at most 15 partner countries.")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Fortaleza"))).to_be_visible()
    expect(page.get_by_role("button", name="Open a seat")).to_have_count(0)
    run = page.locator(".dry-run")
    run.get_by_label("What might happen").select_option("open_seat")
    run.get_by_label("Country").select_option("PE")
    run.get_by_role("button", name="Add this change").click()
    run.get_by_role("button", name="Run").click()
    expect(run.get_by_text("Peru cannot have 4 municipal seats")).to_be_visible()
    expect(run.get_by_role("cell", name=re.compile("4 open"))).to_be_visible()
    page.reload()  # the address holds what was asked
    settled(page)
    expect(run.get_by_text("Peru cannot have 4 municipal seats")).to_be_visible()


def test_one_nominates_and_another_confirms_by_keyboard(profile: Profile, door: Steering) -> None:
    page = door.staff(profile(), path="/networks/iscn/seats")
    page.get_by_role("link", name=re.compile("Fortaleza")).focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Nominate somebody").press("Enter")
    dialog.get_by_label("Name", exact=True).focus()
    page.keyboard.type("Bia Costa")
    page.keyboard.press("Tab")
    page.keyboard.type("bia@example.org")
    page.keyboard.press("Enter")
    expect(dialog.get_by_text("Done. It is recorded.")).to_be_visible()
    for _ in range(2):
        dialog.get_by_role("button", name="Confirm the nomination").press("Enter")
    expect(dialog.get_by_role("alert")).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()

    other = door.staff(profile(), Role.administrator)
    expect(other.get_by_role("heading", name=re.compile("Decide on 1 nomination"))).to_be_visible()
    other.get_by_role("link", name="See seats").click()
    other.get_by_role("link", name=re.compile("Fortaleza")).click()
    for _ in range(2):
        other.get_by_role("dialog").get_by_role("button", name="Confirm the nomination").click()
    expect(other.get_by_role("dialog").get_by_text("Done. It is recorded.")).to_be_visible()
    other.keyboard.press("Escape")
    expect(other.get_by_role("link", name=re.compile("Fortaleza"))).to_contain_text("Confirmed")


def test_a_refusal_shows_its_numbers(profile: Profile, door: Steering) -> None:
    page = door.staff(profile(), path="/networks/iscn/seats")
    page.get_by_role("button", name="Open a seat").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Country").select_option("IN")
    dialog.get_by_role("button", name="Open this seat").click()
    expect(dialog.get_by_role("alert")).to_contain_text(re.compile("Bound\\s*3"))


def test_an_application_from_the_form_to_the_decision(profile: Profile, door: Steering) -> None:
    page = profile().new_page()
    shown(page, "/networks/iscn/apply")
    page.get_by_label("Search the directory by name").fill("hamburg")
    page.get_by_role("radio", name="Hamburg, Germany", exact=True).check()
    page.get_by_label("Why do you want to join?").fill("We plan streets for everybody and want to learn.")
    page.get_by_label("Your name").fill("Jo Hansen")
    page.get_by_label("E-mail address").fill("jo@example.org")
    page.get_by_role("button", name="Send the application").click()
    expect(page.get_by_text("Look into your mailbox.")).to_be_visible()
    with door.database.transaction() as session:
        link = _letter(session, "jo@example.org")
    page.goto(link)
    page.get_by_role("button", name="Confirm the application").click()
    expect(page.get_by_text("Your application is sent.")).to_be_visible()

    desk = door.staff(profile())
    desk.get_by_role("link", name="See applications").click()
    desk.get_by_role("link", name="Hamburg").click()
    expect(desk.get_by_text("We plan streets for everybody")).to_be_visible()
    desk.get_by_role("button", name="Refuse Hamburg").click()
    dialog = desk.get_by_role("dialog")
    dialog.get_by_role("button", name="Refuse", exact=True).click()
    expect(dialog.get_by_text("Give the reason.")).to_be_visible()
    dialog.get_by_label("Reason").fill("Partner cities come with their country.")
    dialog.get_by_role("button", name="Refuse", exact=True).click()
    expect(desk.get_by_text("Partner cities come with their country.")).to_be_visible()


def test_inviting_a_country_and_taking_it_back(profile: Profile, door: Steering) -> None:
    page = door.staff(profile(), path="/networks/iscn/members")
    page.get_by_role("button", name="Invite a country or an organisation").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Country", exact=True).select_option("UY")
    dialog.get_by_label("Name of the person").fill("Eva Soto")
    dialog.get_by_label("E-mail address").fill("eva@example.org")
    dialog.get_by_role("button", name="Send the invitation").click()
    dialog.get_by_role("link", name="See where it stands").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Uruguay")
    page.get_by_role("button", name="Withdraw").click()
    dialog.get_by_label("Reason").fill("Asked by mistake.")
    dialog.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_text("Refused", exact=True)).to_be_visible()


def test_roles_begin_and_end_and_are_on_record(profile: Profile, door: Steering) -> None:
    email = door.account()
    page = door.staff(profile(), path="/accounts")
    page.get_by_label("Part of a name or an address").fill(email)
    expect(page.get_by_text("1 account", exact=True)).to_be_visible()
    page.locator(".table").get_by_role("link").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Give a role").click()
    dialog.get_by_label("Role").select_option("steward")
    dialog.get_by_label("Network").select_option(index=1)
    dialog.get_by_role("button", name="Give this role").click()
    dialog.get_by_role("button", name="End Keeper of a profile").click()
    expect(dialog.get_by_text("Keeper of a profile")).to_have_count(0)
    dialog.get_by_role("button", name="Disable the account").click()
    dialog.get_by_label("Reason").fill("Has left the city.")
    dialog.get_by_role("button", name="Disable the account").click()
    expect(dialog.get_by_text("This account is disabled")).to_be_visible()
    shown(page, "/audit?kind=account")
    expect(page.get_by_role("link", name="Role ended").first).to_be_visible()


def test_a_secret_is_shown_once_and_the_client_is_changed(profile: Profile, door: Steering) -> None:
    page = door.staff(profile(), path="/clients")
    page.get_by_role("button", name="Make a client").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill("Charter mirror")
    dialog.get_by_role("button", name="Make this client").click()
    expect(dialog.get_by_text("This secret is shown this once.")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Charter mirror").click()
    expect(dialog.get_by_text("Never used.")).to_be_visible()
    expect(dialog.get_by_text("This secret is shown this once.")).to_have_count(0)
    dialog.get_by_role("button", name="End this secret").click()
    expect(dialog.get_by_text("Never used.")).to_have_count(0)
    dialog.get_by_role("button", name="Change the client").click()
    dialog.get_by_label("Name").fill("Charter copy")
    dialog.get_by_label("a country").check()
    dialog.get_by_label("Country", exact=True).select_option("PE")
    dialog.get_by_role("button", name="Save changes").click()
    expect(dialog.get_by_text("It speaks for Peru and may:")).to_be_visible()
    expect(dialog.get_by_role("heading", name="Charter copy")).to_be_visible()


def test_rooms_of_the_secretariat_are_closed_to_others(profile: Profile, door: Steering) -> None:
    page = signed_in(profile(), door.account(), "/accounts")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not open to you")
    expect(page.get_by_label("Part of a name or an address")).to_have_count(0)


@pytest.mark.parametrize("language", LOOKS)
def test_every_screen_is_readable(profile: Profile, door: Steering, axe: str, language: str) -> None:
    looks, found = LOOKS[language], []
    page = door.staff(profile(*looks[0], language))
    for path in (*ROOMS, *OPEN, "/applications?state=refused", "/mails?state=waiting"):
        walked(page, path)
        found += faults(page, axe, looks)
        assert page.locator("h1").count() == 1, path
    shown(page, "/networks/iscn/seats")
    page.get_by_role("link", name=re.compile("Fortaleza")).click()
    expect(page.get_by_role("dialog").get_by_role("button").nth(1)).to_be_visible()
    found += faults(page, axe, looks)
    assert found == []
