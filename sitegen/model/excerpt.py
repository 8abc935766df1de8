"""What can be told about a body without rendering it: how long it takes to read, and how it begins.

Both go into lists, so they are made from the text alone and change rarely. Never produces HTML.
"""

from __future__ import annotations

import re
from typing import Final

from sitegen.text.patterns import later
from sitegen.text.reading import count_words, reading_minutes

EXCERPT_LENGTH: Final = 180
"""Characters of an excerpt at most, before the ellipsis."""

_CODE_BLOCK: Final = re.compile(r"^(```|~~~).*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_NOT_READ: Final = re.compile(
    r"""<[^>\n]+>                # tags and autolinks
      | \]\([^)\n]*\)            # targets of links and pictures
      | \{\{[^}\n]*\}\}          # shortcodes
      | \[(?<=^\[)\^?[^\]\n]+\]: # definitions of links and footnotes
      | \[\^[^\]\n]+\]           # marks of footnotes
      | \{[.#a-z][^}\n]*\}       # attributes
    """,
    re.MULTILINE | re.VERBOSE,
)
"""Each begins with a character of its own, which the engine looks for quickly."""
_TARGET: Final = re.compile(r"\]\([^)\n]*\)")
"""All of it that a text without the signs below can hold; two characters are found sooner than any of a set."""
_SIGNS: Final = ("<", "{", "^", "]:")
_MARKUP: Final = re.compile(r"!\[|[*_`\[\]~\\]|(?<=\n)>\s?")
_NO_PROSE: Final = later(r"^(?:[#>|:<!]|[-*+•]\s|\d+[.)]\s|```|~~~|\[\^|\*\[|---|===|\{)")


def minutes_to_read(body: str) -> int:
    """Whole minutes, at least 1, from the running text of a Markdown body; code and addresses do not count."""
    prose = _CODE_BLOCK.sub("", body) if "`" in body and "```" in body else body
    not_read = _NOT_READ if any(sign in prose for sign in _SIGNS) else _TARGET
    return reading_minutes(count_words(not_read.sub(" ", prose)))


def excerpt_of(body: str) -> str:
    """The beginning of the first paragraph as plain text, cut at a word; empty when there is no paragraph.

    A paragraph with a shortcode is passed over: without its answer, which only the whole site knows, it has a gap.
    """
    for block in re.split(r"\n\s*\n", body):
        paragraph = block.strip()
        if paragraph and not _NO_PROSE().match(paragraph) and "{{" not in paragraph:
            plain = _MARKUP.sub("", _NOT_READ.sub("", paragraph))
            return shortened(" ".join(plain.split()))
    return ""


def shortened(text: str) -> str:
    """`text`, cut at a word and closed with an ellipsis when it is longer than an excerpt may be."""
    if len(text) <= EXCERPT_LENGTH:
        return text
    cut = text[:EXCERPT_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    return f"{cut} …"
