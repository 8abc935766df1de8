from __future__ import annotations

import pytest
from babel import Locale

from sitegen.text.locales import Language, currency_of, typography_of


@pytest.mark.parametrize(
    ("language", "sentence", "currency"),
    [
        (Language.DE, "„a ‚b‘“", "EUR"),
        (Language.AT, "„a ‚b‘“", "EUR"),
        (Language.CH, "«a ‹b›»", "CHF"),
    ],
)
def test_each_country_has_its_marks_and_its_money(language: Language, sentence: str, currency: str) -> None:
    marks = typography_of(language)
    set_ = f"{marks.opening}a {marks.inner_opening}b{marks.inner_closing}{marks.closing}"
    assert (set_, currency_of(language)) == (sentence, currency)


@pytest.mark.parametrize("language", Language)
def test_babel_knows_each_language(language: Language) -> None:
    locale = Locale.parse(language.value, sep="-")
    assert f"{locale.language}-{locale.territory}" == language
