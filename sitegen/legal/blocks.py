"""The blocks that legal pages are made of: on which statute each rests, and from which day that holds.

Rule data: it ages, so each entry says since when it holds, and whether the source was read or is known by hearsay.
Never holds the texts (those stand in `text.wording`), and never chooses among them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import msgspec

from sitegen.legal.document import Kind
from sitegen.settings.business import Country

TEXTS_OF: Final = date(2026, 11, 22)
"""When the texts were last gone through."""

_DDG: Final = date(2024, 5, 14)
_GDPR: Final = date(2018, 5, 25)
_DSG: Final = date(2023, 9, 1)
_TDDDG: Final = date(2024, 5, 14)
_DE, _AT, _CH = Country.DE, Country.AT, Country.CH


class Statute(msgspec.Struct, frozen=True):
    """What a block rests on in one country."""

    name: str
    """„§ 5 DDG“."""
    since: date
    """From which day it holds in this wording or under this name."""
    verified: bool = False
    """Whether the statute itself was read for this; otherwise the block is advice."""


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One block."""

    kind: Kind
    title: str
    """What the table of the documentation calls it."""
    statutes: Mapping[Country, Statute]


def _gdpr(title: str, article: str, swiss: str = "Art. 19 DSG") -> Block:
    """A block of the privacy page, which Germany and Austria share."""
    union = Statute(article, _GDPR)
    return Block(kind="datenschutz", title=title, statutes={_DE: union, _AT: union, _CH: Statute(swiss, _DSG)})


_VOLUNTARY: Final[Mapping[Country, Statute]] = {
    _DE: Statute("freiwillig für Kleinstunternehmen (§ 3 Abs. 3 BFSG)", date(2025, 6, 28), verified=True),
    _AT: Statute("freiwillig", date(2025, 6, 28)),
    _CH: Statute("freiwillig", date(2025, 6, 28)),
}

BLOCKS: Final[Mapping[str, Block]] = {
    "anbieter": Block(
        kind="impressum",
        title="Name und Anschrift",
        statutes={
            _DE: Statute("§ 5 Abs. 1 Nr. 1 DDG, § 2 Abs. 1 Nr. 1 und 2 DL-InfoV", _DDG, verified=True),
            _AT: Statute("§ 5 Abs. 1 Z 1 und 2 ECG, § 25 MedienG", date(2002, 1, 1)),
            _CH: Statute("Art. 3 Abs. 1 Bst. s UWG", date(2012, 4, 1)),
        },
    ),
    "kontakt": Block(
        kind="impressum",
        title="E-Mail und Telefon",
        statutes={
            _DE: Statute("§ 5 Abs. 1 Nr. 2 DDG, § 2 Abs. 1 Nr. 2 DL-InfoV", _DDG, verified=True),
            _AT: Statute("§ 5 Abs. 1 Z 3 ECG", date(2002, 1, 1)),
            _CH: Statute("Art. 3 Abs. 1 Bst. s UWG", date(2012, 4, 1)),
        },
    ),
    "register": Block(
        kind="impressum",
        title="Register",
        statutes={
            _DE: Statute("§ 5 Abs. 1 Nr. 4 DDG", _DDG, verified=True),
            _AT: Statute("§ 5 Abs. 1 Z 4 ECG, § 14 UGB", date(2007, 1, 1)),
            _CH: Statute("freiwillig", date(2012, 4, 1)),
        },
    ),
    "umsatzsteuer": Block(
        kind="impressum",
        title="Umsatzsteuer- und Wirtschafts-Identifikationsnummer",
        statutes={
            _DE: Statute("§ 5 Abs. 1 Nr. 6 DDG", _DDG, verified=True),
            _AT: Statute("§ 5 Abs. 1 Z 7 ECG", date(2002, 1, 1)),
            _CH: Statute("freiwillig", date(2012, 4, 1)),
        },
    ),
    "beruf": Block(
        kind="impressum",
        title="Geregelter Beruf",
        statutes={
            _DE: Statute("§ 5 Abs. 1 Nr. 5 DDG", _DDG, verified=True),
            _AT: Statute("§ 5 Abs. 1 Z 6 ECG", date(2002, 1, 1)),
            _CH: Statute("freiwillig", date(2012, 4, 1)),
        },
    ),
    "aufsicht": Block(
        kind="impressum",
        title="Aufsichtsbehörde",
        statutes={
            _DE: Statute("§ 5 Abs. 1 Nr. 3 DDG", _DDG, verified=True),
            _AT: Statute("§ 5 Abs. 1 Z 5 ECG", date(2002, 1, 1)),
            _CH: Statute("freiwillig", date(2012, 4, 1)),
        },
    ),
    "versicherung": Block(
        kind="impressum",
        title="Berufshaftpflichtversicherung",
        statutes={
            _DE: Statute("§ 2 Abs. 1 Nr. 11 DL-InfoV", date(2010, 5, 17), verified=True),
            _AT: Statute("§ 22 DLG", date(2011, 11, 22)),
            _CH: Statute("freiwillig", date(2012, 4, 1)),
        },
    ),
    "gegenstand": Block(
        kind="impressum",
        title="Unternehmensgegenstand",
        statutes={_AT: Statute("§ 25 Abs. 5 MedienG", date(2005, 7, 1))},
    ),
    "verantwortlich": Block(
        kind="impressum",
        title="Verantwortlich für Beiträge (nur mit Blog)",
        statutes={_DE: Statute("§ 18 Abs. 2 MStV", date(2020, 11, 7))},
    ),
    "kontaktstelle": Block(
        kind="impressum",
        title="Kontaktstelle (nur mit Kommentaren)",
        statutes={
            country: Statute("Art. 11 und 12 Verordnung (EU) 2022/2065", date(2024, 2, 17)) for country in (_DE, _AT)
        },
    ),
    "stelle": _gdpr("Verantwortlich", "Art. 13 Abs. 1 Buchst. a DSGVO"),
    "kurz": Block(
        kind="datenschutz",
        title="Kurz gesagt",
        statutes={
            _DE: Statute("§ 25 TDDDG", _TDDDG, verified=True),
            _AT: Statute("§ 165 Abs. 3 TKG 2021", date(2021, 11, 1)),
            _CH: Statute("Art. 45c FMG", date(2007, 4, 1)),
        },
    ),
    "aufruf": _gdpr("Aufruf der Website", "Art. 13, Art. 6 Abs. 1 Buchst. f DSGVO"),
    "nachrichten": _gdpr("E-Mail, Telefon und Post", "Art. 13, Art. 6 Abs. 1 Buchst. b und f DSGVO"),
    "formulare": _gdpr("Formulare", "Art. 13, Art. 6 Abs. 1 Buchst. b und f DSGVO"),
    "kommentare": _gdpr("Kommentare", "Art. 13, Art. 6 Abs. 1 Buchst. f DSGVO"),
    "newsletter": _gdpr("Newsletter", "Art. 13, Art. 6 Abs. 1 Buchst. a DSGVO"),
    "anbieter-inhalte": _gdpr("Inhalte anderer Anbieter", "Art. 13 Abs. 1 Buchst. e und f DSGVO"),
    "zaehlung": _gdpr("Was mit jeder Seite lädt", "Art. 13 Abs. 1 Buchst. e und f DSGVO"),
    "einwilligung": _gdpr("Einwilligung", "Art. 7 DSGVO", "Art. 6 Abs. 6 DSG"),
    "auftraege": _gdpr("Aufträge", "Art. 6 Abs. 1 Buchst. b und c DSGVO"),
    "empfaenger": _gdpr("Empfänger", "Art. 13 Abs. 1 Buchst. e und f DSGVO"),
    "dauer": _gdpr("Speicherdauer", "Art. 13 Abs. 2 Buchst. a DSGVO", "Art. 6 Abs. 4 DSG"),
    "rechte": _gdpr("Rechte", "Art. 15 bis 20 DSGVO", "Art. 25, 28, 30 und 32 DSG"),
    "widerspruch": _gdpr("Widerspruch", "Art. 21 Abs. 4 DSGVO", "Art. 30 Abs. 2 Bst. b DSG"),
    "beschwerde": _gdpr("Beschwerde", "Art. 13 Abs. 2 Buchst. d, Art. 77 DSGVO", "Art. 49 DSG"),
    "entscheidungen": _gdpr("Keine automatisierten Entscheidungen", "Art. 22 DSGVO", "Art. 21 DSG"),
    "barrieren": Block(kind="barrierefreiheit", title="Ziel und Stand", statutes=_VOLUNTARY),
    "barrieren-melden": Block(kind="barrierefreiheit", title="Hürden melden", statutes=_VOLUNTARY),
}
"""By id, in the order of the pages."""
