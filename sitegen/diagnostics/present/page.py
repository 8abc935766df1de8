"""Findings as a page for the browser, shown by the preview in place of the site until they are mended.

A whole page of its own: escaped, in light and dark, with nothing loaded from anywhere. Beside it stand the few other
pages that a preview has to say something with. Pure; nothing here answers a request.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from typing import Final

from sitegen.diagnostics.diagnostic import Diagnostic, Severity
from sitegen.diagnostics.findings import Findings
from sitegen.diagnostics.present import LinesOf
from sitegen.diagnostics.present import page_wording as wording
from sitegen.diagnostics.present.excerpt import excerpt, safe
from sitegen.diagnostics.present.terminal import SEVERITY_NAMES, count_line, place

_WIDTH: Final = 96
"""Characters of a source line that are shown."""
_AROUND: Final = 1
"""Lines shown before and after the one that is meant."""

_STYLE: Final = """\
:root { color-scheme: light dark; --paper: #fbf8f3; --ink: #24201b; --muted: #625a50; --card: #fff; --line: #ddd3c4;
  --error: #a3261b; --warning: #855800; --note: #245c86; --mark: #fbe3df; }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1815; --ink: #efe8de; --muted: #b0a598; --card: #262119;
  --line: #453d33; --error: #ff9d8f; --warning: #f0bd5c; --note: #8cc4f0; --mark: #4a231d; } }
* { box-sizing: border-box; margin: 0; }
body { max-width: 58rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; font: 1.0625rem/1.6 system-ui, sans-serif;
  color: var(--ink); background: var(--paper); }
h1 { font-size: 1.75rem; line-height: 1.25; text-wrap: balance; }
h2 { margin-top: 0.35rem; font-size: 1.15rem; line-height: 1.45; }
a { color: inherit; }
.lead { margin-top: 0.75rem; color: var(--muted); }
.count { margin-top: 1.25rem; font-weight: 600; }
.finding { margin-top: 1.25rem; padding: 1.1rem 1.25rem 1.25rem; background: var(--card); border: 1px solid var(--line);
  border-inline-start: 5px solid var(--tone); border-radius: 8px; overflow-wrap: anywhere; }
.error { --tone: var(--error); } .warning { --tone: var(--warning); } .note { --tone: var(--note); }
.where { font-size: 0.95rem; color: var(--muted); }
.kind { font-weight: 700; color: var(--tone); }
code, pre { font: 0.92em/1.6 ui-monospace, Consolas, Menlo, monospace; }
pre { margin-top: 0.9rem; padding: 0.7rem 0.9rem; overflow-x: auto; background: var(--paper); border-radius: 6px; }
.number { color: var(--muted); user-select: none; }
.meant { background: var(--mark); }
.caret { font-weight: 700; color: var(--tone); }
.cure { margin-top: 0.9rem; }
.button { display: inline-block; margin-top: 1.5rem; padding: 0.5rem 1.1rem; border: 1px solid currentcolor;
  border-radius: 99px; text-decoration: none; font-weight: 600; }
"""

STYLE_DIGEST: Final = f"'sha256-{base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()}'"
"""What a Content Security Policy has to allow for these pages to have their style."""


def findings_page(findings: Findings, lines_of: LinesOf, *, last_good: str) -> str:
    """All findings, errors first; `last_good` is the address of the last good state, empty where there is none."""
    listed = "\n".join(
        _finding(finding, lines_of) for severity in Severity for finding in findings.of_severity(severity)
    )
    lead = f'<p class="lead">{escape(wording.FINDINGS_LEAD)}</p>\n<p class="count">{escape(count_line(findings))}</p>'
    return _page(wording.FINDINGS_TITLE, f"{lead}\n{_button(last_good)}\n{listed}")


def apology_page(*, last_good: str) -> str:
    """That we are to blame; `last_good` as above."""
    return _page(wording.APOLOGY_TITLE, f"{_lead(wording.APOLOGY)}\n{_button(last_good)}")


def waiting_page() -> str:
    """That the first build still goes on."""
    return _page(wording.WAITING_TITLE, _lead(wording.WAITING))


def missing_page() -> str:
    """That there is nothing at an address, for a site without a page for that."""
    return _page(wording.MISSING_TITLE, _lead(wording.MISSING))


def refusal_page() -> str:
    """That somebody asks by a name that is not ours."""
    return _page(wording.REFUSED_TITLE, _lead(wording.REFUSED))


def no_forms_page() -> str:
    """That a preview sends nothing."""
    return _page(wording.NO_FORMS_TITLE, _lead(wording.NO_FORMS))


def _page(title: str, content: str) -> str:
    return (
        '<!doctype html>\n<html lang="de" data-findings>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{escape(title)}</h1>\n{content}\n</main>\n</body>\n</html>\n"
    )


def _lead(sentence: str) -> str:
    return f'<p class="lead">{escape(sentence)}</p>'


def _button(address: str) -> str:
    return f'<p><a class="button" href="{escape(address)}">{escape(wording.LAST_GOOD)}</a></p>' if address else ""


def _finding(finding: Diagnostic, lines_of: LinesOf) -> str:
    kind = f'<span class="kind">{SEVERITY_NAMES[finding.severity]} {finding.code}</span>'
    where = safe(place(finding.span))
    parts = (
        f'<p class="where">{kind}{f" · <code>{escape(where)}</code>" if where else ""}</p>',
        f"<h2>{escape(safe(finding.message))}</h2>",
        _source(finding, lines_of),
        _cure(finding),
    )
    inside = "\n".join(part for part in parts if part)
    return f'<section class="finding {finding.severity}">\n{inside}\n</section>'


def _source(finding: Diagnostic, lines_of: LinesOf) -> str:
    """The line that is meant between its neighbours, with the place marked below it; empty where there is none."""
    span = finding.span
    lines = lines_of(span.file) if span.file and span.line else None
    if lines is None or span.line > len(lines):
        return ""
    numbers = range(max(1, span.line - _AROUND), min(len(lines), span.line + _AROUND) + 1)
    shown = "\n".join(_line(number, lines[number - 1], finding) for number in numbers)
    label = escape(wording.LINE.format(line=span.line))
    return f'<pre aria-label="{label}">{shown}</pre>'


def _line(number: int, line: str, finding: Diagnostic) -> str:
    meant = number == finding.span.line
    column = finding.span.column if meant else 0
    cut = excerpt(line, column, finding.span.end_column, width=_WIDTH)
    gutter = f'<span class="number">{number:>5} │ </span>'
    if not meant:
        return f"{gutter}{escape(cut.text)}"
    below = f'\n<span class="number">{"":>5} │ </span><span class="caret">{cut.marks}</span>' if cut.marks else ""
    return f'{gutter}<span class="meant">{escape(cut.text)}</span>{below}'


def _cure(finding: Diagnostic) -> str:
    """The cure; lines ready to paste stand below it as they are."""
    return "".join(_cure_parts(*finding.cure.split("\n")))


def _cure_parts(sentence: str, *to_paste: str) -> Iterator[str]:
    if sentence:
        yield f'<p class="cure"><strong>{escape(wording.CURE)}</strong>{escape(safe(sentence))}</p>'
    if to_paste:
        yield f"<pre>{escape(chr(10).join(safe(line) for line in to_paste))}</pre>"
