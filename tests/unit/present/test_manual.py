"""What `sitegen explain` shows."""

from __future__ import annotations

import msgspec

from sitegen.diagnostics.catalogue import ENTRIES
from sitegen.diagnostics.present.manual import explained, in_general, listed


def test_facts_of_a_single_case_become_an_ellipsis() -> None:
    assert in_general("„{key}“ steht in {file}.") == "„…“ steht in …."


def test_an_entry_is_explained_with_code_severity_sentence_cure_and_background() -> None:
    text = explained(ENTRIES["SG004"], width=80)
    first, cure, *rest = text.split("\n\n")
    assert first == "SG004 (Fehler): Die Datei „…“ gibt es nicht."
    assert cure.startswith("Prüfen Sie den Namen")
    assert rest[-1] == "Beispiel: sitegen fix content/blog/2026-11-24-rechnungen.md"
    assert max(len(line) for line in text.split("\n")) <= 80


def test_a_cure_that_is_all_fact_is_left_out() -> None:
    entry = msgspec.structs.replace(ENTRIES["SG004"], cure="{cure}")
    assert "\n\n…\n\n" not in explained(entry, width=80)


def test_the_list_has_a_short_line_for_every_code_in_order() -> None:
    lines = listed(ENTRIES.values(), width=60).split("\n")
    assert [line[:5] for line in lines] == sorted(ENTRIES)
    assert max(len(line) for line in lines) <= 60
    assert lines[2].startswith("SG003  Fehler: Die Datei „…“ gibt es schon.")


def test_every_entry_of_the_catalogue_can_be_explained() -> None:
    for entry in ENTRIES.values():
        assert explained(entry, width=80).startswith(entry.code)
