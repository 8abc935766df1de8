"""`docs/recht/pruefung.md` names every rule with its statutes; it is made from the rule data, which has to be sound."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from case_files import CASES_OF_RULES, sections
from golden import assert_golden
from sitegen.diagnostics import Severity
from sitegen.diagnostics.catalogue import ENTRIES
from sitegen.legal.rules import RULES, RULES_OF
from sitegen.legal.rules.rule import Rule, Statute
from sitegen.settings.business import Country
from sitegen.text.locales import Language
from sitegen.text.moments import long_date, parse_moment, short_date

DOCUMENT = Path(__file__).parents[3] / "docs" / "recht" / "pruefung.md"
COUNTRIES = {Country.DE: "Deutschland", Country.AT: "Österreich", Country.CH: "Schweiz"}
GROUPS = {
    "Impressum": ("IMP", "ODR", "VSBG"),
    "Datenschutzerklärung": ("DSE",),
    "Was von anderen kommt": ("PRIV",),
    "Formulare, Newsletter, Kommentare": ("FORM", "NEWS", "COM"),
    "Preise und Verträge": ("PRICE", "B2C"),
    "Stimmen und Werbung": ("REV", "AD", "GREEN"),
    "Bilder und künstliche Intelligenz": ("IMG", "AI"),
    "Österreich und Schweiz": ("AT", "CH"),
    "Barrierefreiheit, Alter der Regeln": ("BFSG", "DATE"),
}

HEAD = """\
# Die Rechtsprüfung

Jeder Bau prüft die fertigen Seiten nach {count} Regeln, Stand {date}. `sitegen check` prüft so streng wie vor einer
Veröffentlichung und schreibt nichts: Was während der Arbeit nur warnt, weil Sie es noch nicht gesagt haben, ist dort
ein Fehler. Mehr zu einer Regel sagt `sitegen explain IMP-003`.

*Rat* heißt: Die Vorschrift wurde dafür nicht im Wortlaut nachgelesen; verlassen Sie sich nicht auf die genaue Stelle.
Gesetze ändern sich. Was kein Programm sieht: ob Ihre Angaben stimmen und vollständig sind, ob Verträge zur
Auftragsverarbeitung wirklich geschlossen sind, was Skripte anderer erst im Browser nachladen und was Empfänger mit
Nachrichten tun. Rechtsberatung ist die Prüfung nicht.

## Eine Regel abschalten

Passt eine Regel nicht auf Ihre Website, schalten Sie sie in `site.yaml` ab, mit einem Satz, warum:

```yaml
legal:
  off:
    IMP-010: Der Blog ist nur eine Sammlung von Rezepten.
```

Ohne Grund bleibt die Regel an. Ein einziger Satz hinter `off:` schaltet alle ab. Am Ende von `sitegen check` stehen die
abgeschalteten Regeln mit Ihren Gründen.

Was allein die Zeit mit sich bringt, ist immer nur ein Hinweis: Eine Website, die heute veröffentlicht werden kann,
kann es in zwei Jahren auch.
"""
ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
NAMES = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnung", Severity.NOTE: "Hinweis"}


def cell(statute: Statute | None) -> str:
    if statute is None:
        return "–"
    since = short_date(parse_moment(statute.since.isoformat()))
    until = f", bis {short_date(parse_moment(statute.until.isoformat()))}" if statute.until else ""
    advice = "" if statute.verified else ", *Rat*"
    return f"{statute.name} ({since}{until}{advice})"


def consequence(rule: Rule) -> str:
    if rule.by_time:
        return "Hinweis"
    if rule.asks_for_data:
        return "Warnung, vor der Veröffentlichung Fehler"
    severities = {ENTRIES[code].severity for code in (*rule.codes, *codes_in_cases(rule))}
    return NAMES[next(severity for severity in ORDER if severity in severities)]


def codes_in_cases(rule: Rule) -> Iterator[str]:
    """Codes that speak for it in its cases, also those that several rules share."""
    for case in CASES_OF_RULES:
        if case.name.startswith(f"{rule.id}.failing") or case.name.startswith(f"{rule.id}-"):
            report = sections(case).get("report", b"").decode()
            yield from (block[:5] for block in report.split("\n\n") if f"Regel {rule.id}:" in block)


def series(rule: Rule) -> str:
    return rule.id.partition("-")[0]


def rows(names: tuple[str, ...]) -> Iterator[str]:
    for rule in RULES.values():
        if series(rule) in names:
            statutes = " | ".join(cell(rule.statutes.get(country)) for country in Country)
            kept = f". {rule.kept_by}" if rule.kept_by else ""
            yield f"| `{rule.id}` | {rule.title}{kept} | {statutes} | {consequence(rule)} |\n"


def document() -> str:
    parts = [HEAD.format(count=len(RULES), date=long_date(parse_moment(RULES_OF.isoformat()), Language.DE))]
    head = f"| Regel | was geprüft wird | {' | '.join(COUNTRIES[country] for country in Country)} | Folge |"
    for title, names in GROUPS.items():
        parts.append(f"\n## {title}\n\n{head}\n|---|---|---|---|---|---|\n{''.join(rows(names))}")
    return "".join(parts)


def test_document_lists_every_rule() -> None:
    assert_golden(document(), DOCUMENT)
    assert {series(rule) for rule in RULES.values()} == {name for names in GROUPS.values() for name in names}


@pytest.mark.parametrize("id_", RULES)
def test_a_rule_says_what_it_rests_on(id_: str) -> None:
    rule = RULES[id_]
    assert rule.id == id_
    assert rule.statutes
    assert rule.title[0].isupper() or rule.title[0] == "„"
    assert not rule.title.endswith(".")
    for statute in rule.statutes.values():
        assert statute.name
        assert date(1900, 1, 1) <= statute.since
        assert statute.until is None or statute.until >= statute.since


@pytest.mark.parametrize("id_", RULES)
def test_codes_of_a_rule_are_in_the_catalogue(id_: str) -> None:
    assert set(RULES[id_].codes) <= set(ENTRIES)


@pytest.mark.parametrize("id_", [id_ for id_, rule in RULES.items() if rule.by_time])
def test_what_time_brings_can_only_be_a_note(id_: str) -> None:
    assert {ENTRIES[code].severity for code in RULES[id_].codes} == {Severity.NOTE}
