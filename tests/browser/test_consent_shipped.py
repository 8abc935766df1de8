"""Every shipped third party that needs consent: asked for after a choice, each alone, and never before one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from browser.consent_case import ORIGIN, open_settings, press, visit
from browser.surroundings import IN_A_BROWSER
from site_case import SiteCase
from sitegen.model.third_parties import SHIPPED

pytestmark = IN_A_BROWSER

ASKED: Final = {party.id: party for party in SHIPPED.values() if party.needs_consent}
HOSTS: Final = {id_: party.hosts[0].name.replace("*", "konto") for id_, party in ASKED.items()}
SETTINGS: Final = f"""\
title: Büro Einwilligung
url: {ORIGIN}/
search: {{enabled: nein}}
images: {{cards: nein}}
third_parties: [{", ".join(f"{{use: {id_}}}" for id_ in ASKED)}]
"""
EVERYBODY: Final = """\
{% extends "theme/home.html" %}
{% block main %}
{% for party in site.third_parties() %}
{% set source = "https://" ~ party.hosts[0].name|replace("*", "konto") ~ "/" ~ party.id %}
{% if party.page_wide %}
<template data-party="{{ party.id }}"><script src="{{ source }}" defer></script></template>
{% else %}
<div class="embed embed-other" data-party="{{ party.id }}">
  <p class="embed-actions" hidden><button type="button" data-embed-load>{{ party.name }} laden</button></p>
  <template><iframe src="{{ source }}" title="{{ party.name }}"></iframe></template>
</div>
{% endif %}
{% endfor %}
{% endblock %}
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {"content/index.md": "---\ntitle: Alle\n---\n\nText.\n", "layouts/home.html": EVERYBODY}
    case = SiteCase.of(tmp_path_factory.mktemp("shipped"), files, settings=SETTINGS)
    result = case.build()
    assert result.written, case.report(result)
    return case.out


def test_nobody_is_asked_before_a_choice_and_everybody_after_all_are_accepted(browser: Browser, out: Path) -> None:
    with visit(browser, out) as visitor:
        page = visitor.opened("/")
        assert visitor.asks()
        press(page, "Alle akzeptieren")
        assert visitor.asks(*HOSTS.values())
        open_settings(page)
        with page.expect_event("load"):
            press(page, "Alle ablehnen")
        assert visitor.asks()
        visitor.opened("/")
        assert visitor.asks()
        assert visitor.errors == []


def test_each_can_be_allowed_alone(browser: Browser, out: Path) -> None:
    with visit(browser, out) as visitor:
        page = visitor.opened("/")
        press(page, "Alle ablehnen")
        for id_, party in ASKED.items():
            open_settings(page)
            for box in page.get_by_role("checkbox", checked=True).all():
                box.uncheck()
            page.get_by_label(party.name, exact=True).check()
            press(page, "Auswahl speichern")
            assert visitor.asks(HOSTS[id_]), id_
