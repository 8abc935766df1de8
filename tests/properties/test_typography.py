from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from budgets import OFTEN
from sitegen.text.addresses import address_spans
from sitegen.text.locales import Language, typography_of
from sitegen.text.quotes import QUOTES, judged, simple_pairs
from sitegen.text.typography import typeset, typeset_text

PIECES = st.sampled_from(
    [
        *("\"'´`“”„‚‘’«»‹›"),
        *(
            "-",
            "--",
            "---",
            " - ",
            " -- ",
            "–",
            "...",
            "…",
            ".",
            "..",
            ",",
            ":",
            "!",
            "(",
            ")",
            "[",
            "/",
            "@",
            "\\",
            "*",
        ),
        *(" ", "\n", "\u00a0", "\u202f", "a", "B", "ß", "s", "n", "5", "9", "17", "99", "2024", "2026", "123"),
        *("Wort", "Hans", "geht", "E-Mail", "und", "z.B.", "z. B.", "i.d.R.", "u. v. a. m.", "d.", "h.", "R.", "o.Ä."),
        *(
            "Dr.",
            "Prof.",
            "§",
            "§§",
            "Abs.",
            "S.",
            "Nr.",
            "€",
            "%",
            "kg",
            "Uhr",
            "Mio.",
            "CHF",
            "März",
            "Jan.",
            "Mo",
            "Fr",
        ),
        *("www.", "beispiel.de", "https://", "x@y.de", ".pdf", "/blog/", "C:\\"),
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map("".join)
SEGMENTS = st.lists(st.one_of(TEXTS, st.none()), max_size=6)
LANGUAGES = st.sampled_from([Language.DE, Language.CH])

_SET = re.compile(r"[\"'´`“”„‚‘’«»‹›\s.…–-]")


def skeleton(text: str) -> str:
    """What typography must never touch: everything but marks, dashes, full stops and spaces."""
    return _SET.sub("", text)


def joined(segments: Sequence[str | None]) -> str:
    return "".join("\x00" if segment is None else segment for segment in segments)


@OFTEN
@given(SEGMENTS, LANGUAGES)
@example(["...z.B."], Language.DE)
@example(["S.u. v. a. m."], Language.DE)
@example(["u. v. a. m..."], Language.DE)
@example(["d.i.d.R."], Language.DE)
@example(['"--z.B.'], Language.DE)
@example(["'@'17´Abs."], Language.DE)
@example(["‚‘5 s’, a"], Language.DE)
@example(["...www.’E-Mail»"], Language.DE)
@example(['@„i.d.R.x@y.de”Prof."„'], Language.DE)
@example(["99...2024-2026"], Language.DE)
@example(["2024-2026--Wort"], Language.DE)
@example(["5 s--Wort"], Language.DE)
def test_setting_what_is_set_changes_nothing(segments: list[str | None], language: Language) -> None:
    marks = typography_of(language)
    once = typeset(segments, marks)
    assert typeset(once, marks) == once


@OFTEN
@given(SEGMENTS, LANGUAGES)
def test_no_letter_is_lost_and_no_segment_moved(segments: list[str | None], language: Language) -> None:
    done = typeset(segments, typography_of(language))
    assert [None if s is None else skeleton(s) for s in done] == [None if s is None else skeleton(s) for s in segments]


@OFTEN
@given(TEXTS, LANGUAGES)
def test_as_many_quotation_marks_come_out_as_went_in(text: str, language: Language) -> None:
    marks = re.compile(r"[\"'´`“”„‚‘’«»‹›]")
    assert len(marks.findall(typeset_text(text, typography_of(language)))) == len(marks.findall(text))


@OFTEN
@given(TEXTS, LANGUAGES)
def test_addresses_stay_as_they_are(text: str, language: Language) -> None:
    done = typeset_text(text, typography_of(language))
    for start, end in address_spans(text):
        assert text[start:end] in done


@OFTEN
@given(SEGMENTS)
def test_emphasis_makes_no_difference_to_single_characters(segments: list[str | None]) -> None:
    marks = typography_of(Language.DE)
    text = joined(segments)
    if None in segments or re.search(r"--|\.\.|[a-zA-ZÄ]\.\S", text):  # what becomes longer or shorter may not be split
        return
    assert joined(typeset(segments, marks)) == typeset_text(text, marks)


@OFTEN
@given(st.text(st.sampled_from("abcäöüßABC ,;:!?()–…\u00a0\n"), max_size=60), LANGUAGES)
def test_a_text_without_anything_to_set_is_the_same_object(text: str, language: Language) -> None:
    marks = typography_of(language)
    assert typeset_text(text, marks) is text
    assert typeset([text, None, text], marks)[2] is text


@OFTEN
@given(st.text(max_size=60), LANGUAGES)
def test_any_text_at_all_can_be_set_twice(text: str, language: Language) -> None:
    marks = typography_of(language)
    once = typeset_text(text, marks)
    assert typeset_text(once, marks) == once


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("text", ['"' * 20000, "'a" * 20000, "„" * 20000, "-" * 20000, "z.B." * 5000, "a/" * 20000])
def test_a_hostile_text_takes_no_time(text: str, language: Language) -> None:
    marks = typography_of(language)
    once = typeset_text(text, marks)
    assert typeset_text(once, marks) == once


@OFTEN
@given(
    st.lists(st.sampled_from(['"a"', "„b c“", "“5”", '"d“', "„", '"', "'", "e", " ", " ", ", ", "("]), max_size=7),
    LANGUAGES,
)
def test_simple_pairs_are_what_is_found_mark_by_mark(pieces: list[str], language: Language) -> None:
    text, marks = "".join(pieces), typography_of(language)
    positions = [at for at, sign in enumerate(text) if sign in QUOTES]
    simple = simple_pairs(text, positions, marks)
    if simple is not None:
        assert simple == judged(text, positions, marks)
