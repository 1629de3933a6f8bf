"""Signing in and out, in one tab and several, and what people change of their own account."""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

import pyotp
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from citypeers.core.db import Database
from citypeers.core.principal import OPERATOR, Role
from citypeers.identity import accounts
from citypeers.identity.schemas import AccountCreate
from tests.e2e.reading import LOOKS, PATIENCE_MS, faults, followed, settled, shown, walked
from tests.e2e.server import serving
from tests.identity.people import PASSWORD

NAME = "Ana Lima"
PRIVATE = ("/desk", "/account")
WRONG = "A" * 32
"""The secret of somebody else's app."""
SESSION_CODE = re.compile(r"/assets/session-[^/]*\.js$")
"""The code that signs in and hears other tabs; it comes when a page has stood for a while."""
REFUSED = "the server responded with a status of 4"
"""What Chromium writes where the server refuses; here that is part of the journey."""


@dataclass(frozen=True)
class Door:
    """A server with accounts, addressed by a name: there Chromium keeps cookies that ask for a safe connection."""

    address: str
    database: Database
    emails: Iterator[str] = field(default_factory=lambda: (f"ana{number}@example.org" for number in range(1000)))

    def account(self, role: Role = Role.member) -> str:
        """A new account; its address."""
        email = next(self.emails)
        write = AccountCreate.model_validate({"email": email, "name": NAME, "password": PASSWORD, "role": role})
        with self.database.transaction() as session:
            accounts.create(session, OPERATOR, write)
        return email


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    folder: Path = tmp_path_factory.mktemp("door")
    with serving(folder) as address:
        database = Database(f"sqlite:///{folder}/citypeers.db")
        yield Door(address.replace("127.0.0.1", "localhost"), database)
        database.close()


Profile = Callable[..., BrowserContext]


@pytest.fixture
def profile(browser: Browser, door: Door) -> Iterator[Profile]:
    """A fresh browser profile; afterwards nothing foreign was asked for and nothing broke."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def watch(page: Page) -> None:
        followed(page)
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.append(request.url) if _is_foreign(request.url, door) else None)
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" and REFUSED not in said.text else None)

    def opened(width: int = 1280, scheme: str = "light", language: str = "en") -> BrowserContext:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]  # a literal there
            locale=language,
            reduced_motion="reduce",
            base_url=door.address,
        )
        context.on("page", watch)
        contexts.append(context)
        return context

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def _is_foreign(url: str, door: Door) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and parts.netloc != urlsplit(door.address).netloc


def fill(page: Page, email: str, password: str = PASSWORD) -> None:
    page.locator("input[name=email]").fill(email)
    page.locator("input[name=password]").fill(password)
    page.keyboard.press("Enter")


def signs_in(context: BrowserContext, email: str, path: str = "/desk") -> Page:
    """A tab of somebody who has just signed in on the way to ``path``."""
    page = context.new_page()
    page.goto(path)
    expect(page).to_have_url(re.compile("/sign-in"))
    fill(page, email)
    expect(page).to_have_url(re.compile(f"{re.escape(path)}$"))
    return page


def signed_in(context: BrowserContext, email: str, path: str = "/desk", digits: str | None = None) -> Page:
    """A tab of somebody who has come back to this browser, at ``path``; how one signs in on screen is shown here."""
    given = {"email": email, "password": PASSWORD, "code": digits}
    answer = context.request.post("/api/v1/auth/sign-in", data={name: value for name, value in given.items() if value})
    assert answer.ok, answer.text()
    page = context.new_page()
    page.goto(f"/sign-in?next={quote(path)}")
    expect(page).to_have_url(re.compile(f"{re.escape(path)}$"))
    settled(page)
    return page


def menu(page: Page) -> None:
    page.get_by_role("button", name=re.compile(f"Signed in as {NAME}")).click()


def signed_out(page: Page) -> None:
    menu(page)
    page.get_by_role("button", name="Sign out", exact=True).click()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()


def code(secret: str, later: int = 0) -> str:
    return pyotp.TOTP(secret).at(for_time=int(time.time()), counter_offset=later)


def give(page: Page, digits: str) -> None:
    page.get_by_role("textbox", name="Code").fill(digits)
    page.keyboard.press("Enter")


def test_signing_in_leads_back_to_the_page_that_asked_for_it(profile: Profile, door: Door) -> None:
    page = signs_in(profile(), door.account(), "/account")
    expect(page.get_by_role("heading", level=1)).to_have_text("Account")
    page.go_back()
    assert "/sign-in" not in page.url


def test_without_its_code_no_form_could_send_a_password(browser: Browser, door: Door) -> None:
    context = browser.new_context(java_script_enabled=False, locale="de")
    page = context.new_page()
    page.goto(f"{door.address}/sign-in")
    expect(page.get_by_role("heading", level=1)).to_have_text("Anmelden")
    assert page.locator("form").count() == 0
    context.close()


@pytest.mark.parametrize("foreign", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"])
def test_it_never_leads_to_another_site(profile: Profile, door: Door, foreign: str) -> None:
    page = profile().new_page()
    page.goto(f"/sign-in?next={foreign}")
    fill(page, door.account())
    expect(page).to_have_url(f"{door.address}/desk")


def test_a_wrong_password_is_said_and_can_be_mended(profile: Profile, door: Door) -> None:
    email = door.account()
    page = profile().new_page()
    page.goto("/sign-in")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_text("Write the address of your account.")).to_be_visible()
    expect(page.locator("input[name=email]")).to_be_focused()
    fill(page, email, "not this one at all")
    expect(page.get_by_role("alert")).to_contain_text("That did not let you in")
    expect(page.locator("input[name=email]")).to_have_value(email)
    fill(page, email)
    expect(page).to_have_url(re.compile("/desk$"))


def test_after_many_tries_it_says_how_long_to_wait(profile: Profile, door: Door) -> None:
    email = door.account()
    page = profile().new_page()
    page.goto("/sign-in")
    for _ in range(9):
        with page.expect_response("**/auth/sign-in") as answer:
            fill(page, email, "not this one at all")
        expect(page.get_by_role("button", name="Sign in", exact=True)).to_have_attribute("aria-disabled", "false")
        if answer.value.status == 429:
            break
    expect(page.get_by_role("alert")).to_contain_text(re.compile(r"Wait \d+ seconds"))


def test_a_second_factor_is_set_up_used_and_removed(profile: Profile, door: Door) -> None:
    email = door.account(Role.secretariat)
    page = signs_in(profile(), email)
    expect(page.get_by_role("heading", level=1)).to_have_text("One thing waits for you")
    page.get_by_role("link", name="Begin set-up").click()
    page.get_by_role("button", name="Set up the second factor").click()
    expect(page.get_by_role("img", name=re.compile("QR code"))).to_be_visible()
    secret = "".join(page.locator(".enrolment-secret code").all_inner_texts())
    give(page, code(WRONG))
    expect(page.locator(".field-error")).to_be_visible()
    used = code(secret)
    give(page, used)
    expect(page.get_by_text("Your second factor is set up.")).to_be_visible()
    signed_out(page)

    page.goto("/sign-in")
    fill(page, email)
    expect(page.get_by_role("textbox", name="Code")).to_be_focused()
    give(page, used)
    expect(page.get_by_role("alert")).to_contain_text("Each code works once")
    give(page, code(secret, 1))
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing waits for you")

    page.goto("/account")
    page.get_by_role("button", name="Remove the second factor").click()
    give(page, code(WRONG))
    expect(page.locator(".field-error")).to_be_visible()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("button", name="Remove the second factor")).to_be_visible()


def test_a_reload_keeps_the_session_and_no_storage_has_the_token(profile: Profile, door: Door) -> None:
    context = profile()
    page = signs_in(context, door.account())
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing waits for you")
    page.goto("/topics")
    expect(page.get_by_role("button", name=re.compile(NAME))).to_be_visible()
    kept = page.evaluate("[{...localStorage}, {...sessionStorage}, document.cookie]")
    assert kept[1].pop("citypeers.signed-in") == "yes"
    assert {each.partition("-")[0] for each in kept[1]} <= {"tsr"}, "where one had scrolled to"
    assert (kept[0], kept[2]) == ({}, "")
    (cookie,) = context.cookies()
    assert (cookie["name"], cookie["httpOnly"], cookie["secure"]) == ("__Host-citypeers", True, True)
    later = context.new_page()
    later.goto("/sign-in")
    expect(later).to_have_url(f"{door.address}/desk")


def test_two_tabs_come_and_go_together(profile: Profile, door: Door) -> None:
    context = profile()
    other = context.new_page()
    with other.expect_response(SESSION_CODE):  # from then on it hears the others
        other.goto("/topics")
    expect(other.get_by_role("link", name="Sign in")).to_be_visible()
    settled(other)
    page = signs_in(context, door.account())
    expect(other.get_by_role("button", name=re.compile(NAME))).to_be_visible()
    third = context.new_page()
    third.goto("/topics")
    expect(third.get_by_role("button", name=re.compile(NAME))).to_be_visible()
    other.goto("/account", wait_until="commit")
    page.reload(wait_until="commit")
    expect(other.get_by_role("heading", level=1)).to_have_text("Account")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing waits for you")
    signed_out(page)
    expect(other).to_have_url(re.compile(r"/sign-in\?next=%2Faccount$"))
    expect(third.get_by_role("link", name="Sign in")).to_be_visible()
    assert context.cookies() == []


def test_another_browser_is_signed_out_from_here(profile: Profile, door: Door) -> None:
    email = door.account()
    lost, here = signs_in(profile(), email), signs_in(profile(), email, "/account")
    expect(here.locator(".sessions > li")).to_have_count(2)
    expect(here.locator(".sessions > li").filter(has_text="This browser")).to_have_count(1)
    here.get_by_role("button", name=re.compile("Sign out Chrome")).click()
    expect(here.get_by_text("That browser is signed out.")).to_be_visible()
    expect(here.locator(".sessions > li")).to_have_count(1)
    lost.goto("/account")
    expect(lost).to_have_url(re.compile("/sign-in"))


def test_name_language_and_password_are_changed(profile: Profile, door: Door) -> None:
    page = signs_in(profile(), door.account(), "/account")
    page.get_by_role("textbox", name="Name").fill("Ana de Lima")
    page.get_by_role("button", name="Save name and language").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Ana de Lima"))).to_be_visible()

    page.locator("input[name=current]").fill("not this one at all")
    page.locator("input[name=new]").fill("a lantern beside nine quiet rivers")
    page.get_by_role("button", name="Change password").click()
    expect(page.get_by_text("This is not your present password.")).to_be_visible()
    page.locator("input[name=current]").fill(PASSWORD)
    page.locator("input[name=new]").fill("short")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Choose a password of 12 to 200 characters")).to_be_visible()
    page.locator("input[name=new]").fill("a lantern beside nine quiet rivers")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your password is changed.")).to_be_visible()

    page.get_by_role("combobox", name="Language").select_option("de")
    page.get_by_role("button", name="Save name and language").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Konto")
    expect(page.locator("html")).to_have_attribute("lang", "de")


def test_everything_goes_by_keyboard(profile: Profile, door: Door) -> None:
    page = profile().new_page()
    shown(page, "/topics")
    _tab_to(page, "Sign in")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type(door.account())
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/topics$"))
    expect(page.get_by_role("button", name=re.compile(NAME))).to_be_visible()
    _tab_to(page, f"Signed in as {NAME}", "Shift+Tab")
    page.keyboard.press("Enter")
    _tab_to(page, "Sign out")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()


def _tab_to(page: Page, words: str, key: str = "Tab") -> None:
    for _ in range(40):
        page.keyboard.press(key)
        if page.evaluate("document.activeElement.textContent").startswith(words):
            return
    raise AssertionError(f"{words} is not reached by Tab")


def test_public_pages_ask_nothing_about_visitors(profile: Profile) -> None:
    page = profile().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_response(SESSION_CODE):  # the last that a page fetches
        page.goto("/networks")
    settled(page)
    assert [url for url in asked if "/auth/" in url or url.endswith("/me")] == []


@pytest.mark.parametrize("language", LOOKS)
def test_every_screen_is_readable(profile: Profile, door: Door, axe: str, language: str) -> None:
    looks = LOOKS[language]
    page = profile(*looks[0], language).new_page()
    email = door.account(Role.administrator)
    shown(page, "/sign-in")
    found = faults(page, axe, looks)
    fill(page, email, "not this one at all")
    expect(page.get_by_role("alert")).to_be_visible()
    found += faults(page, axe, looks)
    fill(page, email)
    expect(page).to_have_url(re.compile("/desk$"))
    for path in PRIVATE:
        walked(page, path)
        found += faults(page, axe, looks)
        assert page.locator("h1").count() == 1
    page.locator("#second-factor").get_by_role("button").click()
    expect(page.locator(".enrolment")).to_be_visible()
    found += faults(page, axe, looks)
    assert found == []
