"""`site.yaml`: what it may say, and every fault at once."""

from __future__ import annotations

import pytest

from made import codes_of
from sitegen.schema.nodes import Mapping
from sitegen.schema.yaml_reader import read_yaml
from sitegen.settings.business_checks import business_findings
from sitegen.settings.load import SITE_FILE, load
from sitegen.settings.settings import Settings
from sitegen.text.locales import Language
from sitegen.text.tone import Tone

ADDRESS = "url: https://www.example.org/\n"


def settings_of(text: str) -> Settings:
    loaded = load(f"{text}{ADDRESS}")
    assert loaded.settings is not None, loaded.findings
    assert not loaded.findings, loaded.findings
    return loaded.settings


def test_a_title_and_an_address_are_enough() -> None:
    found = settings_of("title: Büro Sonne\n")
    assert (found.title, found.language, found.tone, found.blog.page_size) == ("Büro Sonne", Language.DE, Tone.SIE, 10)


def test_a_business_that_says_nothing_needs_no_look() -> None:
    node = read_yaml(f"title: T\n{ADDRESS}", file=SITE_FILE).node
    assert isinstance(node, Mapping)
    assert list(business_findings(settings_of("title: T\n"), node)) == []


def test_sections_are_read() -> None:
    found = settings_of(
        "title: T\nlanguage: de-AT\ntone: du\nblog:\n  page_size: 4\nnames: {blog: Notizen}\n"
        "navigation:\n  - {title: Über mich, page: ueber-mich.md}\n"
    )
    assert (found.language, found.tone, found.blog.page_size, found.names.blog) == (Language.AT, Tone.DU, 4, "Notizen")
    assert [(link.title, link.page) for link in found.navigation] == [("Über mich", "ueber-mich.md")]


@pytest.mark.parametrize(
    "lines",
    [
        "post: /{year}/{month}/{day}/{slug}/",
        "post: /{category}/{slug}/",
        "tag: off",
        "year: /{year}/",
        "blog: /",
        "pagination: s{number}/",
    ],
)
def test_patterns_of_addresses(lines: str) -> None:
    settings_of(f"title: T\npermalinks:\n  {lines}\n")


def test_a_pattern_must_tell_pages_apart() -> None:
    loaded = load("title: T\npermalinks:\n  post: /blog/{year}/\n" + ADDRESS)
    (found,) = loaded.findings
    assert (found.code, found.span.line, found.span.column) == ("SG407", 3, 9)
    assert found.facts["suggestion"] == "/blog/{year}/{slug}/"


def test_an_unknown_placeholder_is_named_with_those_that_are_known() -> None:
    loaded = load("title: T\npermalinks:\n  service: /l/{slug}/{titel}/\n" + ADDRESS)
    (found,) = loaded.findings
    assert (found.code, found.facts["placeholder"], found.facts["known"]) == ("SG408", "titel", "{slug}")


def test_a_list_has_no_placeholders_at_all() -> None:
    (found,) = load("title: T\npermalinks: {blog: '/{slug}/'}\n" + ADDRESS).findings
    assert (found.code, found.facts["known"]) == ("SG408", "keine")


def test_several_faults_are_told_together() -> None:
    loaded = load("titel: T\nlanguage: de-XX\nblog: {page_size: 0}\n")
    assert loaded.settings is None
    assert len(loaded.findings) >= 3


@pytest.mark.parametrize("text", ["", "# Bemerkung\n", "- eins\n- zwei\n", "nur ein Satz\n"])
def test_what_is_no_settings_is_a_finding(text: str) -> None:
    loaded = load(text)
    assert loaded.settings is None
    assert codes_of(loaded.findings)
