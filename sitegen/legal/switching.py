"""What is wrong with `legal: off:`: rules that do not exist, reasons that say nothing. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.legal.rules import RULES
from sitegen.settings.legal import Legal, is_reason
from sitegen.settings.load import SITE_FILE
from sitegen.sources.whereabouts import Whereabouts
from sitegen.text.suggest import closest


def switching_findings(legal: Legal, where: Whereabouts) -> Iterator[Diagnostic]:
    """All of it. Without a proper reason a rule stays on."""
    if isinstance(legal.off, str):
        if not is_reason(legal.off):
            span = where.field(SITE_FILE, "legal", "off")
            yield Diagnostic(code="SG901", span=span, facts={"rule": "alle Regeln", "reason": legal.off})
        return
    for id_, reason in legal.off.items():
        span = where.field(SITE_FILE, "legal", "off", id_)
        rule = RULES.get(id_)
        if rule is None:
            near = closest(id_, RULES)
            cure = f"Meinten Sie {near}: {RULES[near].title}?" if near else "Alle Regeln zeigt: sitegen check --rules"
            yield Diagnostic(code="SG900", span=span, facts={"rule": id_, "cure": cure})
        elif not is_reason(reason):
            yield Diagnostic(code="SG901", span=span, facts={"rule": id_, "reason": reason})
        elif rule.by_time:
            yield Diagnostic(code="SG902", span=span, facts={"rule": id_})
