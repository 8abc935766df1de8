"""Whether consumers can end what they have agreed to on the site: labels, forms and texts of finished pages.

Judges only where the owner says that contracts are made on the site itself; a form for enquiries makes none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.forms.page_forms import PageForm
from sitegen.checks.legal.told import Told
from sitegen.diagnostics import Diagnostic, Span
from sitegen.settings.load import SITE_FILE
from sitegen.text.patterns import later
from sitegen.text.wording.endings import CANCEL, CANCEL_NOW, CONFIRM_WITHDRAWAL, WITHDRAW

_INSTRUCTION: Final = later(r"widerruf(?:srecht|sbelehrung)", re.IGNORECASE)
_PARTS: Final = {
    "die Frist von vierzehn Tagen": re.compile(r"(?:vierzehn|14) Tage", re.IGNORECASE),
    "an wen der Widerruf geht": re.compile(r"@|Straße|straße|Anschrift", re.IGNORECASE),
    "was nach dem Widerruf geschieht": re.compile(r"zurück(?:zu)?zahl|Folgen des Widerrufs|erstatt", re.IGNORECASE),
    "das Muster-Widerrufsformular": re.compile(r"Widerrufsformular", re.IGNORECASE),
}


class Ending(msgspec.Struct, frozen=True, kw_only=True):
    """One way of ending a contract, and what belongs to it."""

    kind: str
    label: str
    button: str
    no_link: str
    """Code where no page leads there."""
    no_form: str
    """Code where the form is missing, or lacks something."""
    asks: tuple[tuple[str, re.Pattern[str]], ...]
    """What must be asked, and as it may be called."""


_NAME: Final = ("Name", re.compile(r"\bname", re.IGNORECASE))
_CONTRACT: Final = ("Vertrag", re.compile(r"vertrag|bestell|buchung|kundennummer", re.IGNORECASE))
_WAY: Final = ("E-Mail-Adresse", re.compile(r"mail", re.IGNORECASE))
ENDINGS: Final = (
    Ending(
        kind="withdrawal",
        label=WITHDRAW,
        button=CONFIRM_WITHDRAWAL,
        no_link="SG960",
        no_form="SG961",
        asks=(_NAME, _CONTRACT, _WAY),
    ),
    Ending(
        kind="cancellation",
        label=CANCEL,
        button=CANCEL_NOW,
        no_link="SG964",
        no_form="SG965",
        asks=(
            ("Art der Kündigung", re.compile(r"art der kündigung|ordentlich", re.IGNORECASE)),
            ("Grund", re.compile(r"grund", re.IGNORECASE)),
            _NAME,
            _CONTRACT,
            ("Zeitpunkt", re.compile(r"tag|zeitpunkt|wann|datum|zum\b", re.IGNORECASE)),
            _WAY,
        ),
    ),
)


def check_consumers(site: FinishedSite, told: Told) -> Iterator[Diagnostic]:
    """All of it, for what is due on this site."""
    whole = [page for page in site.pages if page.facts.law.is_page]
    for ending in ENDINGS:
        if ending.kind in told.endings and whole:
            yield from _check_ending(ending, whole, site, told)
    if "withdrawal" in told.endings and whole:
        yield from _check_instruction(whole)


def _check_ending(ending: Ending, pages: list[FinishedPage], site: FinishedSite, told: Told) -> Iterator[Diagnostic]:
    span = told.ending_spans.get(ending.kind, Span(file=SITE_FILE))
    facts: dict[str, str | int] = {"label": ending.label, "kind": ending.kind}
    if lost := [page for page in pages if not _leads_on(page, ending)]:
        own = lost[0].layout if lost[0].layout in site.layouts and len(lost) < len(pages) else ""
        yield Diagnostic(
            code=ending.no_link, span=Span(file=own) if own else span, facts={**facts, "page": lost[0].url}
        )
    form = next((form for page in pages if (form := _form_on(page, ending))), None)
    opens_mail = form is None and ending.kind in told.facts.forms and told.facts.provider == "mailto"
    if (form and not told.confirms) or opens_mail:
        yield Diagnostic(code="SG963", span=span, facts=facts, rule=_rule(ending))
    lacks = [f"der Knopf „{ending.button}“"] if form is None else list(_lacks(form, ending))
    if lacks and not opens_mail and not told.leads_away(ending.label):
        yield Diagnostic(code=ending.no_form, span=span, facts={**facts, "lacks": ", ".join(lacks)})


def _leads_on(page: FinishedPage, ending: Ending) -> bool:
    return ending.label in page.facts.forms.buttons or _form_on(page, ending) is not None


def _rule(ending: Ending) -> str:
    return "B2C-001" if ending.kind == "withdrawal" else "B2C-002"


def _form_on(page: FinishedPage, ending: Ending) -> PageForm | None:
    """The form of the page that is sent with the words of the law."""
    return next((form for form in page.facts.forms.forms if ending.button in form.buttons), None)


def _lacks(form: PageForm, ending: Ending) -> Iterator[str]:
    asked = " ".join(f"{field.label} {field.name}" for field in form.fields)
    for what, pattern in ending.asks:
        if not pattern.search(asked):
            yield f"das Feld „{what}“"


def _check_instruction(pages: list[FinishedPage]) -> Iterator[Diagnostic]:
    """The instruction on the right to withdraw, and what it lacks."""
    found = [
        (page, legal)
        for page in pages
        if (legal := page.facts.law.legal) and any(map(_INSTRUCTION().search, legal.headings))
    ]
    if not found:
        lacks = ", ".join(_PARTS)
        yield Diagnostic(code="SG962", span=Span(file=SITE_FILE), facts={"where": "Auf der Website", "lacks": lacks})
        return
    page, legal = found[0]
    text = "\n".join(legal.lines)
    missing = [what for what, pattern in _PARTS.items() if not pattern.search(text)]
    if missing:
        facts = {"where": f"In der Widerrufsbelehrung ({page.url})", "lacks": ", ".join(missing)}
        yield Diagnostic(code="SG962", span=Span(file=page.source or page.layout), facts=facts)
