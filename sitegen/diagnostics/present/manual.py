"""What `sitegen explain` shows: one entry of the catalogue in full, or all of them with a line each.

Speaks of kinds of faults, never of a fault in a site.
"""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from sitegen.diagnostics.catalogue import Entry
from sitegen.diagnostics.present.terminal import SEVERITY_NAMES

_BLANK: Final = "…"


def in_general(sentence: str) -> str:
    """A sentence of the catalogue without the facts of a single case: `„{key}“` → `„…“`."""
    return sentence.format_map(defaultdict(lambda: _BLANK))


def explained(entry: Entry, *, width: int) -> str:
    """Everything the catalogue says of one code, wrapped at `width` columns."""
    paragraphs = [
        f"{entry.code} ({SEVERITY_NAMES[entry.severity]}): {in_general(entry.message)}",
        in_general(entry.cure),
        entry.explanation,
    ]
    return "\n\n".join(_wrapped(paragraph, width=width) for paragraph in paragraphs if paragraph.strip(f" {_BLANK}"))


def listed(entries: Iterable[Entry], *, width: int) -> str:
    """One line an entry: code, severity and sentence, shortened to `width` columns."""
    return "\n".join(
        _shortened(f"{entry.code}  {SEVERITY_NAMES[entry.severity]}: {in_general(entry.message)}", width=width)
        for entry in sorted(entries, key=lambda entry: entry.code)
    )


def _shortened(text: str, *, width: int) -> str:
    return text if len(text) <= width else text[: width - len(_BLANK)].rstrip() + _BLANK


def _wrapped(text: str, *, width: int) -> str:
    """Each line wrapped on its own, so that examples and empty lines stay as they are."""
    return "\n".join(
        textwrap.fill(line, width=width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n")
    )
