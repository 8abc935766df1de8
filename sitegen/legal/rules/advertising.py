"""Rules AD, GREEN, AI: advertising, claims about nature, machines that write. Data only."""

from __future__ import annotations

from datetime import date
from typing import Final

from sitegen.legal.rules.rule import Rule, Statute
from sitegen.settings.business import Country

_DE, _AT, _CH = Country.DE, Country.AT, Country.CH

_RECOGNISABLE: Final = {
    _DE: Statute(name="§ 5a Abs. 4 UWG, § 6 Abs. 1 Nr. 1 DDG", since=date(2024, 5, 14), verified=True),
    _AT: Statute(name="§ 2 UWG, § 6 Abs. 1 Z 1 ECG, § 26 MedienG", since=date(2007, 12, 12)),
    _CH: Statute(name="Art. 2, Art. 3 Abs. 1 lit. b UWG", since=date(1988, 3, 1)),
}
_AI_ACT: Final = Statute(name="Art. 50 Abs. 4 KI-Verordnung (EU) 2024/1689", since=date(2026, 8, 2))

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="AD-001",
        title="Verweise, an denen verdient wird, sind als Anzeige zu erkennen",
        statutes=_RECOGNISABLE,
        codes=("SG932", "SG933"),
    ),
    Rule(
        id="AD-002",
        title="Ein bezahlter Beitrag trägt „Anzeige“: über seinem Text und überall, wo er aufgeführt ist",
        statutes=_RECOGNISABLE,
        codes=("SG934", "SG935"),
    ),
    Rule(
        id="GREEN-001",
        title="Allgemeine Aussagen über die Umwelt haben einen Beleg",
        statutes={
            _DE: Statute(name="§ 3 Abs. 3 UWG, Anhang Nr. 4a", since=date(2026, 9, 27)),
            _AT: Statute(name="§ 1 Abs. 3 UWG mit Richtlinie (EU) 2024/825", since=date(2026, 9, 27)),
            _CH: Statute(name="Art. 3 Abs. 1 lit. x UWG", since=date(2025, 1, 1)),
        },
        codes=("SG936",),
    ),
    Rule(
        id="AI-001",
        title="Bei Texten und Bildern, die eine KI gemacht hat, steht das dabei",
        statutes={
            _DE: _AI_ACT,
            _AT: _AI_ACT,
            _CH: Statute(name="Art. 3 Abs. 1 lit. b UWG", since=date(1988, 3, 1)),
        },
        codes=("SG937",),
    ),
)
"""Read: § 5a UWG, § 6 DDG, and of the third act to change the UWG (2026-02-19) § 2 Abs. 2, not the annex."""
