"""The filters a layout may use: German dates and amounts in the site's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache, partial
from typing import Any

from markupsafe import Markup

from sitegen.plan.pictures import PictureView
from sitegen.render.pictures import Loading, Shown, credit_markup, picture_markup
from sitegen.text.amounts import format_amount
from sitegen.text.collation import sort_key
from sitegen.text.hyphens import soft_hyphens
from sitegen.text.locales import Language
from sitegen.text.moments import iso, long_date, rfc3339, short_date
from sitegen.text.tone import Tone


def filters_for(language: Language) -> dict[str, Callable[..., Any]]:
    """Filters by name, bound to `language`; most dates stand in several lists of the site."""
    return {
        "long_date": cache(partial(long_date, language=language)),
        "short_date": cache(short_date),
        "iso_date": cache(iso),
        "instant": cache(rfc3339),
        "amount": partial(_amount, language),
        "sort_german": sort_german,
        "soft": soft_hyphens,
        "image": image,
        "credit": partial(picture_credit, Tone.SIE),
    }


def _amount(language: Language, value: Decimal) -> str:
    return format_amount(value, language)


def sort_german(names: Iterable[str]) -> list[str]:
    """Names in German dictionary order."""
    return sorted(names, key=sort_key)


def image(
    picture: PictureView, sizes: str, *, alt: str | None = None, classes: str = "", loading: Loading = "lazy"
) -> Markup:
    """The markup of a picture: `picture|image(site.sizes("card"), classes="thumbnail")`."""
    shown = Shown(alt=picture.alt if alt is None else alt, sizes=sizes, classes=classes, loading=loading)
    return Markup(picture_markup(picture, shown))  # noqa: S704 - every value in it is escaped there


def picture_credit(tone: Tone, picture: PictureView) -> Markup:
    """Who made a picture, under which licence, and whether with AI."""
    return Markup(credit_markup(picture, tone))  # noqa: S704 - as above
