"""Forms on finished pages: what must not be mistaken for a fault, and what is read out of markup."""

from __future__ import annotations

import pytest

from sitegen.checks.facts import facts_of
from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.forms.comments import check_comments
from sitegen.checks.forms.rules import check_forms

NOTICE = '<p><a href="/datenschutz/">Datenschutz</a></p>'
MAIL = '<label for="m">E-Mail</label><input id="m" type="email" name="email" autocomplete="email" required>'
MESSAGE = '<label for="t">Nachricht</label><textarea id="t" name="t" required></textarea>'
TO = "https://x.example.org/post"

HARMLESS = {
    "a search": '<form action="/suche/"><label for="q">Suche</label><input id="q" name="q"></form>',
    "a search without a label": '<form action="/suche/"><input type="search" name="q"></form>',
    "a notice beside the form": f'<div><form action="{TO}">{MAIL}{MESSAGE}<button>Senden</button></form>{NOTICE}</div>',
    "a label around the field": (
        f'<form action="{TO}"><label>Mail <input type="email" autocomplete="email"></label>{NOTICE}</form>'
    ),
    "a decoy": (
        f'<form action="{TO}">{MAIL}{MESSAGE}{NOTICE}'
        '<div aria-hidden="true"><input type="text" name="leer" tabindex="-1"></div></form>'
    ),
    "a hidden decoy": f'<form action="{TO}">{MAIL}{NOTICE}<input name="_gotcha" style="display:none"></form>',
    "a box that is no consent": (
        f'<form action="{TO}">{MAIL}{NOTICE}<label><input type="checkbox" checked name="c"> Kopie</label></form>'
    ),
    "a choice that must be made": (
        f'<form action="{TO}">{MAIL}{NOTICE}<label for="w">Termin</label><select id="w" required></select></form>'
    ),
    "a question that must be answered": (
        f'<form action="{TO}">{MAIL}{NOTICE}<label for="w">Kurs</label><input id="w" name="kurs" required></form>'
    ),
    "a calculator": '<form><label for="n">Stunden</label><input id="n" type="number" required></form>',
    "a form of this machine": f'<form action="http://127.0.0.1:8000/f/x/contact">{MAIL}{MESSAGE}{NOTICE}</form>',
    "a newsletter with its sentence": (
        f'<form action="{TO}">{MAIL}<p>Zuerst kommt eine E-Mail zum Bestätigen, abbestellen geht jederzeit.</p>{NOTICE}'
        "<button>Newsletter bestellen</button></form>"
    ),
    "a message about newsletters": (
        f'<form action="{TO}"><p>Auch Fragen zum Newsletter.</p>{MAIL}{MESSAGE}{NOTICE}<button>Senden</button></form>'
    ),
    "a captcha that waits": f'<template><p class="h-captcha"></p></template><form action="{TO}">{MAIL}{NOTICE}</form>',
    "a text about captchas": "<p>reCAPTCHA und hcaptcha.com laden Skripte, ein Avatar von gravatar.com ebenso.</p>",
    "a page of the site afterwards": (
        f'<form action="https://formspree.io/f/xyzabcde">{MAIL}{NOTICE}'
        '<input type="hidden" name="_next" value="https://www.example.org/danke/"></form>'
    ),
}


def site_with(html: str) -> FinishedSite:
    """A site of one page."""
    page = FinishedPage(
        url="/kontakt/", source="content/kontakt.md", layout="layouts/page.html", facts=facts_of(f"<main>{html}</main>")
    )
    texts = {"content/kontakt.md": html}
    answered = frozenset({"/kontakt/", "/danke/"})
    return FinishedSite(pages=(page,), answered=answered, base="", origin="https://www.example.org", texts=texts)


@pytest.mark.parametrize("html", HARMLESS.values(), ids=HARMLESS)
def test_what_is_right_is_left_in_peace(html: str) -> None:
    site = site_with(html)
    assert [*check_forms(site), *check_comments(site)] == []


def test_the_second_form_of_a_text_is_found_where_it_stands() -> None:
    site = site_with(
        f'<form action="/suche/"></form>\n\n<form action="http://formulare.example.org/">{MAIL}{NOTICE}</form>'
    )
    assert [(found.code, found.span.line) for found in check_forms(site)] == [("SG946", 3)]


@pytest.mark.parametrize("name", ["Vorname", "Nachname", "Name *", "Ihr Name"])
def test_names_are_to_be_filled_in_by_browsers(name: str) -> None:
    html = f'<form action="{TO}"><label for="n">{name}</label><input id="n" name="n">{NOTICE}</form>'
    assert [found.code for found in check_forms(site_with(html))] == ["SG951"]


def test_comments_are_judged_by_what_a_reader_sees() -> None:
    html = '<article class="comment"><p>Ada</p><a href="#a" aria-label="Melden: Kommentar von Ada">…</a></article>'
    assert [*check_comments(site_with(html))] == []
