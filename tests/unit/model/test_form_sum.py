"""The sum of a form: the same each time, right in figures and in words, and worth nothing on another page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.forms.sum import NUMERALS, sum_for, sum_is_right

KEY = b"\x01" * 32
TEXT = st.text(max_size=20)


def is_right(answer: str, check: str, *, form: str = "contact", page: str = "/kontakt/", key: bytes = KEY) -> bool:
    return sum_is_right(answer, check, form=form, page=page, site="site", key=key)


QUESTION = sum_for("contact", "/kontakt/", site="site", key=KEY)
ANSWER = QUESTION.left + QUESTION.right


@given(form=TEXT, page=TEXT, site=TEXT, key=st.binary(min_size=1, max_size=64))
def test_the_answer_is_right_and_no_other(form: str, page: str, site: str, key: bytes) -> None:
    question = sum_for(form, page, site=site, key=key)
    assert 1 <= question.left <= 9
    assert 1 <= question.right <= 9
    right = [n for n in range(20) if sum_is_right(str(n), question.check, form=form, page=page, site=site, key=key)]
    assert right == [question.left + question.right]


def test_it_stays_the_same_from_build_to_build() -> None:
    assert sum_for("contact", "/kontakt/", site="site", key=KEY) == QUESTION
    assert (QUESTION.left, QUESTION.right) == (2, 1)
    assert QUESTION.check == "Z06EVybVIkH6cZu5_r3A6OlddH-12Sz2RJLrbm1nifc"


@pytest.mark.parametrize("typed", ["{n}", " {n} ", "{n}.", "{word}", "{word} ", "{capital}", "\uff11\uff11"])
def test_how_an_answer_may_be_typed(typed: str) -> None:
    page = next(f"/{n}/" for n in range(1000) if sum_of(f"/{n}/") == 11)
    check = sum_for("contact", page, site="site", key=KEY).check
    assert is_right(typed.format(n=11, word="elf", capital="Elf"), check, page=page)


@pytest.mark.parametrize(("number", "typed"), [(5, "fuenf"), (12, "zwoelf"), (12, "ZWÖLF"), (15, "fu\u0308nfzehn")])
def test_umlauts_may_be_typed_in_any_way(number: int, typed: str) -> None:
    page = next(f"/{n}/" for n in range(1000) if sum_of(f"/{n}/") == number)
    assert is_right(typed, sum_for("contact", page, site="site", key=KEY).check, page=page)


def sum_of(page: str) -> int:
    question = sum_for("contact", page, site="site", key=KEY)
    return question.left + question.right


@pytest.mark.parametrize("typed", ["", "x", f"{ANSWER + 1}", f"-{ANSWER}", f"{ANSWER}.0", "9" * 10_000, "\ud800", "²"])
def test_anything_else_is_wrong(typed: str) -> None:
    assert not is_right(typed, QUESTION.check)


@pytest.mark.parametrize("check", ["", "x", QUESTION.check[:-1], "ä", "\ud800"])
def test_a_check_that_is_not_ours_is_wrong(check: str) -> None:
    assert not is_right(str(ANSWER), check)


def test_it_is_worth_nothing_elsewhere() -> None:
    assert is_right(str(ANSWER), QUESTION.check)
    assert not is_right(str(ANSWER), QUESTION.check, form="callback")
    assert not is_right(str(ANSWER), QUESTION.check, page="/")
    assert not is_right(str(ANSWER), QUESTION.check, key=b"\x02" * 32)


def test_every_sum_can_be_said_in_words() -> None:
    assert [NUMERALS.index(word) for word in ("eins", "neun", "achtzehn")] == [1, 9, 18]
    assert len(NUMERALS) == len(set(NUMERALS)) == 19
