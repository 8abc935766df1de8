"""The rules, one by one, and what they add up to."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.inbox.judging.evidence import Evidence
from sitegen.inbox.judging.origins import origin_evidence, origin_of
from sitegen.inbox.judging.rules import Reason, findings
from sitegen.inbox.judging.verdict import POINTS, judge
from sitegen.inbox.wording import REASONS

OWN = {"https://www.nachmittag.example"}

HARMLESS = (
    "Danke! Steht das auch im Formular unter https://www.elster.de?",
    "Liebe Frau Nachmittag, wir führen ein Café in Köln (seit 1998) und suchen Hilfe bei der Ablage.",
    "Грета heißt bei uns Greta. Πάντα ῥεῖ, wie man so sagt, und sonst bleibt alles auf Deutsch geschrieben.",
    "5 < 6 und [1] ist eine Fußnote; b > a.",
    "Ich schreibe aus Łódź, mein Name ist Żaneta, und ich grüße Çelik & Söhne.",
)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_people_write_is_harmless(text: str) -> None:
    assert findings(Evidence(name="Jörg Çelik", website="https://a.example", text=text)) == ()


@pytest.mark.parametrize(
    ("evidence", "reason"),
    [
        (Evidence(text="", decoy="x"), "decoy"),
        (Evidence(text="", sum="wrong"), "sum_wrong"),
        (Evidence(text="", time="fast"), "too_fast"),
        (Evidence(text="", time="stale"), "stale_form"),
        (Evidence(text="", origin="foreign"), "origin_foreign"),
        (Evidence(text="", origin="hidden"), "origin_hidden"),
        (Evidence(text="", origin="unknown"), "origin_unknown"),
        (Evidence(text="http://a http://b www.c"), "some_links"),
        (Evidence(text="http://a " * 6), "many_links"),
        (Evidence(text="[URL=https://a]x[/URL]"), "markup"),
        (Evidence(text='<a href="x">x</a>'), "markup"),
        (Evidence(text="", name="cheap-seo.com"), "link_in_name"),
        (Evidence(text="", name="https://a"), "link_in_name"),
        (Evidence(text="Gewinnen mit Раyрal"), "mixed_scripts"),
        (Evidence(text="Это совсем не по-немецки написано"), "other_script"),
        (Evidence(text="", spam_traits=1), "like_spam"),
        (Evidence(text="", is_blocked=True), "blocked"),
        (Evidence(text="", is_known=True), "known"),
        (Evidence(text="", is_repeated=True), "repeated"),
        (Evidence(text="", is_flood=True), "flood"),
    ],
)
def test_each_rule_finds_its_own(evidence: Evidence, reason: Reason) -> None:
    assert findings(evidence) == (reason,)


def test_every_reason_has_its_points_and_its_sentence() -> None:
    assert set(POINTS) == set(REASONS) == set(get_args(Reason))


def test_the_owner_can_read_what_each_reason_is_worth() -> None:
    text = (Path(__file__).parents[3] / "docs/verdacht.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z_]+)` \| ([−0-9,]+) \|", text, re.MULTILINE))
    assert rows == {name: f"{points:g}".replace(".", ",").replace("-", "−") for name, points in POINTS.items()}


def test_one_trap_is_enough_and_of_doubts_it_takes_two() -> None:
    assert judge(Evidence(text="", decoy="x")).is_suspicious
    assert not judge(Evidence(text="", origin="hidden")).is_suspicious
    assert not judge(Evidence(text="Gewinnen mit Раyрal")).is_suspicious
    assert judge(Evidence(text="Gewinnen mit Раyрal", origin="unknown")).is_suspicious


def test_who_is_known_is_doubted_less_unless_a_trap_was_sprung() -> None:
    assert judge(Evidence(text="http://a " * 6, is_known=True)).score == 0
    assert judge(Evidence(text="", is_blocked=True, is_known=True)).score == POINTS["blocked"]
    assert judge(Evidence(text="", decoy="x", is_known=True)).is_suspicious


@given(st.text(max_size=300), st.text(max_size=80))
def test_any_text_gets_a_score(text: str, name: str) -> None:
    assert judge(Evidence(text=text, name=name)).score >= 0


@pytest.mark.parametrize(
    ("origin", "fetch_site", "evidence"),
    [
        ("https://www.nachmittag.example", "cross-site", "own"),
        ("https://www.nachmittag.example", None, "own"),
        ("https://evil.example", "cross-site", "foreign"),
        ("https://www.nachmittag.example.evil.example", "cross-site", "foreign"),
        ("http://www.nachmittag.example", None, "foreign"),
        ("null", "cross-site", "hidden"),
        ("null", None, "hidden"),
        ("null", "same-site", "own"),
        (None, "same-origin", "own"),
        (None, "cross-site", "foreign"),
        (None, None, "unknown"),
        ("", "", "foreign"),
    ],
)
def test_where_a_form_came_from(origin: str | None, fetch_site: str | None, evidence: str) -> None:
    assert origin_evidence(origin, fetch_site, own=OWN) == evidence


def test_an_origin_has_no_path() -> None:
    assert origin_of("https://WWW.a.example/b/c?d") == "https://www.a.example"
    assert origin_of("http://127.0.0.1:8080/") == "http://127.0.0.1:8080"


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://Büro.example/danke/", "https://xn--bro-hoa.example"),
        ("https://łódź.example:8443/", "https://xn--d-uga0v4h.example:8443"),
        ("https://ł..ł/", "https://%c5%82..%c5%82"),
    ],
)
def test_an_origin_is_in_ascii_as_browsers_and_headers_have_it(url: str, origin: str) -> None:
    assert origin_of(url) == origin
