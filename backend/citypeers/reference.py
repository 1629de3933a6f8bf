"""The pages behind the ``type`` of every problem: what it means and what to do, in the reader's language."""

from html import escape

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from citypeers.core.caller import Language
from citypeers.core.messages import MESSAGES
from citypeers.core.problems import NotFound

router = APIRouter(prefix="/problems", include_in_schema=False)

TITLES = {
    "en": "What a refusal means",
    "de": "Was eine Ablehnung bedeutet",
    "es": "Qué significa un rechazo",
    "pt": "O que significa uma recusa",
}


@router.get("")
def every(language: Language) -> HTMLResponse:
    """All problems, by name."""
    parts = (
        f'<h2><a href="/problems/{name}">{_title(name, language)}</a></h2>{_detail(name, language)}' for name in sorted(MESSAGES)
    )
    return _page(TITLES[language], "".join(parts), language)


@router.get("/{name}")
def one(name: str, language: Language) -> HTMLResponse:
    """One problem."""
    if name not in MESSAGES:
        raise NotFound
    return _page(_title(name, language), f'{_detail(name, language)}<p><a href="/problems">{TITLES[language]}</a></p>', language)


def _title(name: str, language: str) -> str:
    return escape(MESSAGES[name][language][0])


def _detail(name: str, language: str) -> str:
    # The numbers of a single refusal have no value here; their places show what stands there.
    detail = escape(MESSAGES[name][language][1]).replace("{", "<var>").replace("}", "</var>")
    return f"<p>{detail}</p><p><code>/problems/{name}</code></p>"


def _page(title: str, body: str, language: str) -> HTMLResponse:
    meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/plain.css">'
    headers = {"Content-Language": language, "Vary": "Accept-Language"}
    return HTMLResponse(
        f'<!doctype html><html lang="{language}">{meta}<title>{title}</title><main><h1>{title}</h1>{body}</main></html>',
        headers=headers,
    )
