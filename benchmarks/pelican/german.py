"""What the other programs have of themselves and Pelican has not: German dates, and a post's neighbours in time."""

from datetime import date
from itertools import pairwise

from pelican import signals
from pelican.generators import ArticlesGenerator

MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September"),
    *("Oktober", "November", "Dezember"),
)


def long_date(day: date) -> str:
    """`2026-11-22` → `22. November 2026`."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def introduce(generator: ArticlesGenerator) -> None:
    """Tell each article, newest first, who stands beside it."""
    for newer, older in pairwise(generator.articles):
        newer.older, older.newer = older, newer


def register() -> None:
    """Called by Pelican."""
    signals.article_generator_finalized.connect(introduce)
