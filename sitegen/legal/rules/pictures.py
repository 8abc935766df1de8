"""Rules IMG: pictures and who made them. Data only."""

from __future__ import annotations

from datetime import date
from typing import Final

from sitegen.legal.rules.rule import Rule, Statute
from sitegen.settings.business import Country

_DE, _AT, _CH = Country.DE, Country.AT, Country.CH

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="IMG-001",
        title="Jedes Bild sagt denen, die es nicht sehen, was es zeigt",
        statutes={
            country: Statute(name="WCAG 2.2, Erfolgskriterium 1.1.1", since=date(2023, 10, 5)) for country in Country
        },
        codes=("SG241", "SG313", "SG314"),
    ),
    Rule(
        id="IMG-002",
        title="Zu jedem Bild steht, wer es gemacht hat, und bei freien Lizenzen auch, welche",
        statutes={
            _DE: Statute(name="§ 13 UrhG", since=date(1966, 1, 1), verified=True),
            _AT: Statute(name="§ 20 UrhG", since=date(1936, 7, 1)),
            _CH: Statute(name="Art. 9 URG", since=date(1993, 7, 1)),
        },
        codes=("SG337", "SG338"),
    ),
    Rule(
        id="IMG-003",
        title="Bilder verraten nicht, wann und wo sie aufgenommen sind",
        statutes={
            _DE: Statute(name="Art. 25 DSGVO", since=date(2018, 5, 25)),
            _AT: Statute(name="Art. 25 DSGVO", since=date(2018, 5, 25)),
            _CH: Statute(name="Art. 7 DSG", since=date(2023, 9, 1)),
        },
        codes=("SG335",),
        kept_by="Aus JPEG, PNG, WebP und GIF nimmt der Bau die Aufnahmedaten heraus, auch unter static/.",
    ),
)
"""Read: § 13 UrhG. Whom WCAG binds by law is another question; the site keeps it anyway."""
