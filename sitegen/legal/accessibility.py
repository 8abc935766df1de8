"""The statement on accessibility: voluntary, and careful to promise nothing. Pure."""

from __future__ import annotations

from sitegen.legal.document import Document
from sitegen.legal.facts import LegalFacts
from sitegen.legal.imprint import reach_lines
from sitegen.legal.voice import Voice


def accessibility(facts: LegalFacts, voice: Voice) -> Document:
    """The whole statement."""
    aim = voice.section("barrieren", "access_aim", voice.paragraph("access_aim_text"))
    report = voice.section(
        "barrieren-melden", "access_report", voice.paragraph("access_report_text"), *reach_lines(facts, voice)
    )
    return Document(kind="barrierefreiheit", sections=(aim, report))
