"""Telephone numbers: read as typed, shown after DIN 5008, dialled internationally."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import OFTEN
from sitegen.text.phones import CALLING_CODES, PhoneError, PhoneProblem, parse_phone

READ = {
    ("030 1234567", "de"): ("030 1234567", "+49301234567"),
    ("030/123 45 67", "de"): ("030 1234567", "+49301234567"),
    ("(0351) 12 34 56", "de"): ("0351 123456", "+49351123456"),
    ("0351 123456-0", "de"): ("0351 123456-0", "+493511234560"),
    ("0351 / 1234 – 56", "de"): ("0351 1234-56", "+49351123456"),
    ("06990009417", "de"): ("069 90009417", "+496990009417"),
    ("0170-1234567", "de"): ("0170 1234567", "+491701234567"),
    ("01701234567", "de"): ("0170 1234567", "+491701234567"),
    ("03511234567", "de"): ("03511234567", "+493511234567"),
    ("+49 (0)30 1234567", "de"): ("+49 30 1234567", "+49301234567"),
    ("+49 030 1234567", "de"): ("+49 30 1234567", "+49301234567"),
    ("0049 30 1234567", "de"): ("+49 30 1234567", "+49301234567"),
    ("+49\u00a069\u00a090009417", "de"): ("+49 69 90009417", "+496990009417"),
    ("01 2345678", "at"): ("01 2345678", "+4312345678"),
    ("+43 (0) 1 / 234 56 78", "de"): ("+43 1 2345678", "+4312345678"),
    ("0441234567", "ch"): ("044 123 45 67", "+41441234567"),
    ("+41 44 1234567", "de"): ("+41 44 123 45 67", "+41441234567"),
    ("+33 1 23 45 67 89", "de"): ("+33 1 23456789", "+33123456789"),
    ("+33123456789", "de"): ("+33123456789", "+33123456789"),
    ("+39 06 1234567", "de"): ("+39 06 1234567", "+39061234567"),
}

REFUSED = {
    "1234567": PhoneProblem.NO_AREA_CODE,
    "49 30 1234567": PhoneProblem.NO_AREA_CODE,
    "Tel. 030 1234567": PhoneProblem.UNREADABLE,
    "030 1234567 (Büro)": PhoneProblem.UNREADABLE,
    "030 12": PhoneProblem.LENGTH,
    "030 12345678901234": PhoneProblem.LENGTH,
    "+": PhoneProblem.UNREADABLE,
    "+41 44 123 45": PhoneProblem.LENGTH,
}


@pytest.mark.parametrize(("typed", "expected"), READ.items(), ids=lambda value: str(value[0]))
def test_a_number_is_shown_and_dialled(typed: tuple[str, str], expected: tuple[str, str]) -> None:
    phone = parse_phone(*typed)
    assert (phone.display.replace("\u00a0", " "), phone.number) == expected
    assert phone.href == f"tel:{expected[1]}"


def test_a_shown_number_never_breaks() -> None:
    assert " " not in parse_phone("+49 69 90009417", "de").display


@pytest.mark.parametrize(("typed", "reason"), REFUSED.items())
def test_a_doubtful_number_is_refused(typed: str, reason: PhoneProblem) -> None:
    with pytest.raises(PhoneError) as refused:
        parse_phone(typed, "de")
    assert refused.value.reason is reason


@given(st.text(alphabet="0123456789+()/ -–.", max_size=24), st.sampled_from(sorted(CALLING_CODES)))
@OFTEN
def test_what_is_shown_is_dialled_the_same_when_typed_again(typed: str, country: str) -> None:
    try:
        phone = parse_phone(typed, country)
    except PhoneError:
        return
    assert parse_phone(phone.display, country).number == phone.number
