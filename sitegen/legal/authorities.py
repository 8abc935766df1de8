"""Who watches over data protection: the sixteen authorities of the German Länder, and those of Austria and Switzerland.

Which Land a German postcode lies in is said only where all postcodes beginning alike lie in one Land; elsewhere the
owner must say it. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import msgspec

from sitegen.settings.business import Country
from sitegen.settings.business_legal import State

CHECKED: Final = date(2026, 11, 22)
"""When names and addresses were last gone through."""


class Authority(msgspec.Struct, frozen=True):
    """Where visitors can complain."""

    name: str
    street: str
    city: str
    """With postcode."""
    url: str


AUSTRIAN: Final = Authority(
    "Österreichische Datenschutzbehörde", "Barichgasse 40–42", "1030 Wien", "https://www.dsb.gv.at/"
)
SWISS: Final = Authority(
    "Eidgenössischer Datenschutz- und Öffentlichkeitsbeauftragter (EDÖB)",
    "Feldeggweg 1",
    "3003 Bern",
    "https://www.edoeb.admin.ch/",
)

GERMAN: Final[Mapping[State, Authority]] = {
    State.BW: Authority(
        "Landesbeauftragter für den Datenschutz und die Informationsfreiheit Baden-Württemberg",
        "Heilbronner Straße 35",
        "70191 Stuttgart",
        "https://www.baden-wuerttemberg.datenschutz.de/",
    ),
    State.BY: Authority(
        "Bayerisches Landesamt für Datenschutzaufsicht", "Promenade 18", "91522 Ansbach", "https://www.lda.bayern.de/"
    ),
    State.BE: Authority(
        "Berliner Beauftragte für Datenschutz und Informationsfreiheit",
        "Alt-Moabit 59–61",
        "10555 Berlin",
        "https://www.datenschutz-berlin.de/",
    ),
    State.BB: Authority(
        "Landesbeauftragte für den Datenschutz und für das Recht auf Akteneinsicht Brandenburg",
        "Stahnsdorfer Damm 77",
        "14532 Kleinmachnow",
        "https://www.lda.brandenburg.de/",
    ),
    State.HB: Authority(
        "Landesbeauftragter für Datenschutz und Informationsfreiheit Bremen",
        "Arndtstraße 1",
        "27570 Bremerhaven",
        "https://www.datenschutz.bremen.de/",
    ),
    State.HH: Authority(
        "Hamburgischer Beauftragter für Datenschutz und Informationsfreiheit",
        "Ludwig-Erhard-Straße 22",
        "20459 Hamburg",
        "https://datenschutz-hamburg.de/",
    ),
    State.HE: Authority(
        "Hessischer Beauftragter für Datenschutz und Informationsfreiheit",
        "Gustav-Stresemann-Ring 1",
        "65189 Wiesbaden",
        "https://datenschutz.hessen.de/",
    ),
    State.MV: Authority(
        "Landesbeauftragter für Datenschutz und Informationsfreiheit Mecklenburg-Vorpommern",
        "Werderstraße 74a",
        "19055 Schwerin",
        "https://www.datenschutz-mv.de/",
    ),
    State.NI: Authority(
        "Landesbeauftragter für den Datenschutz Niedersachsen",
        "Prinzenstraße 5",
        "30159 Hannover",
        "https://www.lfd.niedersachsen.de/",
    ),
    State.NW: Authority(
        "Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen",
        "Kavalleriestraße 2–4",
        "40213 Düsseldorf",
        "https://www.ldi.nrw.de/",
    ),
    State.RP: Authority(
        "Landesbeauftragter für den Datenschutz und die Informationsfreiheit Rheinland-Pfalz",
        "Hintere Bleiche 34",
        "55116 Mainz",
        "https://www.datenschutz.rlp.de/",
    ),
    State.SL: Authority(
        "Unabhängiges Datenschutzzentrum Saarland",
        "Fritz-Dobisch-Straße 12",
        "66111 Saarbrücken",
        "https://www.datenschutz.saarland.de/",
    ),
    State.SN: Authority(
        "Sächsische Datenschutz- und Transparenzbeauftragte",
        "Maternistraße 17",
        "01067 Dresden",
        "https://www.datenschutz.sachsen.de/",
    ),
    State.ST: Authority(
        "Landesbeauftragte für den Datenschutz Sachsen-Anhalt",
        "Otto-von-Guericke-Straße 34a",
        "39104 Magdeburg",
        "https://datenschutz.sachsen-anhalt.de/",
    ),
    State.SH: Authority(
        "Unabhängiges Landeszentrum für Datenschutz Schleswig-Holstein",
        "Holstenstraße 98",
        "24103 Kiel",
        "https://www.datenschutzzentrum.de/",
    ),
    State.TH: Authority(
        "Thüringer Landesbeauftragter für den Datenschutz und die Informationsfreiheit",
        "Häßlerstraße 8",
        "99096 Erfurt",
        "https://www.tlfdi.de/",
    ),
}

BEGINNINGS: Final[Mapping[State, str]] = {
    State.BW: "681 682 683 691 70 71 72 73 75 761 762 77 78 79",
    State.BY: "80 81 82 83 84 85 86 87 90 91 92 93 94 95 960 961 964 970",
    State.BE: "10 13 140 141",
    State.BB: "030 144 152",
    State.HB: "281 282",
    State.HH: "20",
    State.HE: "341 351 352 353 354 355 356 360 60 61 630 631 632 633 634 642 650 651",
    State.MV: "180 190",
    State.NI: "260 261 30 31 370 381",
    State.NW: "33 40 41 42 44 45 46 47 480 481 50 510 511 513 514 520 530 531 58 590",
    State.RP: "542 551 560 671",
    State.SL: "661",
    State.SN: "010 011 012 013 041 042 043 090 091",
    State.ST: "061 391",
    State.SH: "241 245 249",
    State.TH: "077 985 990",
}
"""Beginnings of postcodes that lie in one Land as a whole."""


def state_of(postcode: str) -> State | None:
    """The Land of a German postcode; None where its beginning leaves that open."""
    for state, beginnings in BEGINNINGS.items():
        if postcode.startswith(tuple(beginnings.split())):
            return state
    return None


def authority_of(country: Country, state: State | None, postcode: str) -> Authority | None:
    """The authority for a business; None where it is German and nothing says in which Land."""
    match country:
        case Country.AT:
            return AUSTRIAN
        case Country.CH:
            return SWISS
    found = state or state_of(postcode)
    return GERMAN[found] if found else None
