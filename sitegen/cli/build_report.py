"""How a build ended, in German: what changed, what was held back and why, and what to open.

Pure functions over a `BuildResult`; the findings themselves are shown by `diagnostics.present`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sitegen.build.result import BuildResult, FileChanges, PriceChange
from sitegen.cli import wording
from sitegen.diagnostics import Severity
from sitegen.model.visibility import Withheld
from sitegen.text.locales import Language
from sitegen.text.moments import Moment, long_date
from sitegen.text.plurals import counted

_SHOWN: Final = 5
"""So many held back of one kind are named; a site in the making may have a hundred drafts."""
_INNER_QUOTES: Final = str.maketrans("„“", "‚‘")


def good_end(result: BuildResult, *, seconds: float, start_page: str) -> str:
    """For a build that was written; `start_page` is the path to open."""
    lines = [
        changes_line(result.changes, seconds=seconds),
        *(price_line(change) for change in result.price_changes),
        *withheld_lines(result.withheld),
    ]
    return "\n".join([*lines, wording.OPEN.format(path=start_page)])


def stopped_end(result: BuildResult, *, out: str, strict: bool, has_good_site: bool) -> str:
    """For a build that findings stopped; `out` is the output folder as it is shown."""
    errors = result.findings.of_severity(Severity.ERROR)
    lines = [wording.STRICT_STOPPED] if strict and not errors else []
    return "\n".join([*lines, wording.UNTOUCHED.format(out=out) if has_good_site else wording.NOTHING_WRITTEN])


def changes_line(changes: FileChanges, *, seconds: float) -> str:
    """`12 Dateien neu, 3 geändert, 1 entfernt, 240 unverändert – in 0,8 s.`; what did not happen is left out."""
    numbers = {
        wording.CREATED: len(changes.created),
        wording.UPDATED: len(changes.changed),
        wording.REMOVED: len(changes.removed),
        wording.UNCHANGED: changes.unchanged,
    }
    happened = [(template, number) for template, number in numbers.items() if number]
    parts = [
        template.format(count=number if index else counted(number, *wording.FILE))
        for index, (template, number) in enumerate(happened)
    ]
    return wording.CHANGED.format(
        parts=", ".join(parts) or wording.UNCHANGED.format(count=counted(0, *wording.FILE)),
        seconds=f"{seconds:.1f}".replace(".", ","),
    )


def price_line(change: PriceChange) -> str:
    """`Buchhaltung: 45 € → 48 €, geändert auf 6 Seiten`."""
    count = counted(change.pages, *wording.PAGE)
    return wording.PRICE_CHANGED.format(title=change.title, before=change.before, after=change.after, count=count)


def withheld_lines(withheld: Sequence[Withheld]) -> list[str]:
    """What is not published now, by reason; one on its line, several below it."""
    return [
        line
        for reason in wording.WITHHELD
        for line in _of_one_reason(reason, [entry for entry in withheld if entry.reason == reason])
    ]


def _of_one_reason(reason: str, entries: list[Withheld]) -> list[str]:
    one, several = wording.WITHHELD[reason]
    if not entries:
        return []
    if len(entries) == 1:
        return [f"{one.format(when=_when(entries[0]))}: {_entry(entries[0])}"]
    lines = [f"  {': '.join(part for part in (_when(entry), _entry(entry)) if part)}" for entry in entries[:_SHOWN]]
    more = len(entries) - _SHOWN
    rest = [f"  {wording.AND_MORE.format(count=more)}"] if more > 0 else []
    return [f"{several.format(count=len(entries))}:", *lines, *rest]


def _entry(entry: Withheld) -> str:
    return wording.ENTRY.format(title=entry.title.translate(_INNER_QUOTES), source=entry.source)


def _when(entry: Withheld) -> str:
    """`am 15. Dezember 2026 um 06:00 Uhr` for what comes, `seit dem 3. März 2026` for what went."""
    match entry.reason:
        case "scheduled":
            return _coming(entry.at) if entry.at else wording.LATER
        case "expired":
            return wording.SINCE.format(date=long_date(entry.at, Language.DE)) if entry.at else wording.MEANWHILE
    return ""


def _coming(at: Moment) -> str:
    return wording.ON.format(date=long_date(at, Language.DE), time=f"{at.at:%H:%M}")
