"""The sentences of the theme and the layouts that say them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from sitegen.text.tone import Tone
from sitegen.text.wording import SENTENCES, markdown, say, theme

ROOT = Path(__file__).parents[3]
LAYOUTS = tuple(path for path in sorted((ROOT / "layouts").rglob("*")) if path.is_file())
FAMILIES = ("ai_", "consent_kind_", "share_", "thanks_", "unit_")
"""Beginnings of keys that a layout completes with a value of an entry."""


def keys(argument: nodes.Node) -> Iterator[str]:
    """The keys that the first argument of `say` may stand for; the beginning alone where a value completes it."""
    match argument:
        case nodes.Const(value=key):
            yield str(key)
        case nodes.CondExpr(expr1=one, expr2=other):
            for choice in (one, other):
                if choice is not None:
                    yield from keys(choice)
        case nodes.Concat(nodes=[nodes.Const(value=beginning), *_]):
            yield str(beginning)
        case _:
            raise AssertionError(argument)


def said() -> set[str]:
    """The keys and beginnings of keys in all layouts."""
    trees = (jinja2.Environment(autoescape=True).parse(path.read_text(encoding="utf-8")) for path in LAYOUTS)
    calls = (call for tree in trees for call in tree.find_all(nodes.Call))
    return {
        key
        for call in calls
        if isinstance(call.node, nodes.Name) and call.node.name == "say"
        for key in keys(call.args[0])
    }


def test_every_key_in_a_layout_has_its_sentence() -> None:
    unknown = {key for key in said() if key not in SENTENCES and key not in FAMILIES}
    assert unknown == set()


def test_every_sentence_is_said_somewhere() -> None:
    program = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "sitegen").rglob("*.py") if path.parent.name != "wording"
    )
    in_layouts = said()
    silent = {
        key
        for key in theme.SENTENCES
        if key not in in_layouts and not key.startswith(FAMILIES) and f'say("{key}"' not in program
    }
    assert silent == set()


def test_no_key_stands_in_two_catalogues() -> None:
    assert theme.SENTENCES.keys() & markdown.SENTENCES.keys() == set()


@pytest.mark.parametrize("key", sorted(theme.SENTENCES))
def test_a_sentence_is_right_in_all_three_countries(key: str) -> None:
    sentence = theme.SENTENCES[key]
    assert not re.search('[ß„“”‚‘«»"]', sentence.text + sentence.du + sentence.one)


@pytest.mark.parametrize("key", sorted(theme.SENTENCES))
def test_a_sentence_addresses_the_visitor_in_both_tones_or_in_none(key: str) -> None:
    sentence = theme.SENTENCES[key]
    assert bool(re.search(r"\b(Sie|Ihnen|Ihr\w*)\b", sentence.text)) == bool(sentence.du)
    assert not re.search(r"\b(Sie|Ihnen|Ihr\w*)\b", sentence.du)


@pytest.mark.parametrize("key", [key for key in sorted(theme.SENTENCES) if "{n}" in theme.SENTENCES[key].text])
def test_a_sentence_that_counts_has_a_singular(key: str) -> None:
    assert say(key, Tone.SIE, {"n": 1}) != say(key, Tone.SIE, {"n": 2}).replace("2", "1")


def test_the_reading_time_is_singular_for_one_minute() -> None:
    assert say("reading_time", Tone.SIE, {"n": 1}) == "Lesedauer: 1\u00a0Minute"
    assert say("reading_time", Tone.DU, {"n": 3}) == "Lesedauer: 3\u00a0Minuten"


def test_the_sentences_of_the_theme_are_among_all() -> None:
    assert theme.SENTENCES.items() <= SENTENCES.items()
