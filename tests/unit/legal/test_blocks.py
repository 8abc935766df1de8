"""`docs/recht/bausteine.md` names the statute of every block and since when it holds; it is made from the rule data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from golden import assert_golden
from sitegen.legal.authorities import CHECKED
from sitegen.legal.blocks import BLOCKS, TEXTS_OF, Statute
from sitegen.legal.document import Kind
from sitegen.settings.business import Country
from sitegen.text.locales import Language
from sitegen.text.moments import long_date, parse_moment, short_date

DOCUMENT = Path(__file__).parents[3] / "docs" / "recht" / "bausteine.md"
TITLES = {"impressum": "Impressum", "datenschutz": "Datenschutzerklärung", "barrierefreiheit": "Barrierefreiheit"}
COUNTRIES = {Country.DE: "Deutschland", Country.AT: "Österreich", Country.CH: "Schweiz"}

HEAD = """\
# Bausteine der Rechtsseiten

Jeder Abschnitt mit der Vorschrift, auf der er beruht, und dem Tag, seit dem sie gilt oder so heißt. Stand der Texte:
{texts}, der Anschriften der Aufsichtsbehörden: {authorities}.

*Rat* heißt: Die Vorschrift wurde dafür nicht im Wortlaut nachgelesen; verlassen Sie sich nicht auf die
genaue Stelle. Gesetze ändern sich, auch Anschriften. Keiner dieser Texte ist Rechtsberatung.
"""


def cell(statute: Statute | None) -> str:
    if statute is None:
        return "–"
    if statute.name == "freiwillig":
        return statute.name
    since = short_date(parse_moment(statute.since.isoformat()))
    advice = "" if statute.verified else ", *Rat*"
    return f"{statute.name} ({since}{advice})"


def rows(kind: str) -> Iterator[str]:
    for id_, block in BLOCKS.items():
        if block.kind == kind:
            statutes = " | ".join(cell(block.statutes.get(country)) for country in Country)
            yield f"| `{id_}` | {block.title} | {statutes} |\n"


def document() -> str:
    days = {"texts": TEXTS_OF, "authorities": CHECKED}
    parts = [HEAD.format_map({key: long_date(parse_moment(day.isoformat()), Language.DE) for key, day in days.items()})]
    for kind in get_args(Kind):
        head = f"| Baustein | was er sagt | {' | '.join(COUNTRIES[country] for country in Country)} |"
        parts.append(f"\n## {TITLES[kind]}\n\n{head}\n|---|---|---|---|---|\n{''.join(rows(kind))}")
    return "".join(parts)


def test_document_lists_every_block() -> None:
    assert_golden(document(), DOCUMENT)


@pytest.mark.parametrize("id_", BLOCKS)
def test_every_block_says_what_it_rests_on(id_: str) -> None:
    block = BLOCKS[id_]
    assert block.statutes
    for statute in block.statutes.values():
        assert statute.name
        assert statute.since <= TEXTS_OF
