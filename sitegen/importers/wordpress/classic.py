"""Text of the classic editor, in which a blank line is a paragraph, as HTML that says so (WordPress' own `wpautop`).

Follows wp-includes/formatting.php in what it does to real texts; HTML around blocks the parser mends. Pure.
"""

from __future__ import annotations

import re
from typing import Final

_BLOCKS: Final = (
    r"(?:table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote"
    r"|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption"
    r"|details|menu|summary|iframe|audio|video|script|noscript|object)"
)
_KEPT: Final = re.compile(r"<(pre|script|style|textarea|svg)\b(?:(?!<\1\b).)*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG: Final = re.compile(r"<[a-zA-Z/!][^<>]*>")
_OPEN: Final = re.compile(rf"(<{_BLOCKS}[\s/>])", re.IGNORECASE)
_CLOSE: Final = re.compile(rf"(</{_BLOCKS}>|<hr\b[^>]*>)", re.IGNORECASE)
_BREAKS: Final = re.compile(r"<br\s*/?>\s*<br\s*/?>", re.IGNORECASE)
_GAP: Final = re.compile(r"\n\s*\n")
_ONLY_BLOCK: Final = re.compile(rf"\s*</?{_BLOCKS}[^>]*>", re.IGNORECASE)
_INLINE_GAP: Final = re.compile(rf"(?<!\n)\n(?!\n)(?!\s*</?{_BLOCKS}[\s/>])", re.IGNORECASE)
_BEHIND_BLOCK: Final = re.compile(rf"(</?{_BLOCKS}[^>]*>)\s*<br />", re.IGNORECASE)
_DOUBLE: Final = re.compile(r"(<br\s*/?>)\s*<br />", re.IGNORECASE)
_MARK: Final = "\ufdd1"


def paragraphs(text: str) -> str:
    """`text` with `<p>` and `<br>` where blank lines and line ends mean them; what is HTML already stays."""
    kept: list[str] = []

    def put_aside(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\n\n<pre>{_MARK}{len(kept) - 1}{_MARK}</pre>\n\n"

    body = _KEPT.sub(put_aside, text.replace("\r\n", "\n").replace("\r", "\n"))
    body = _TAG.sub(lambda found: found[0].replace("\n", " "), body)
    body = _BREAKS.sub("\n\n", body)
    body = _OPEN.sub(r"\n\n\1", body)
    body = _CLOSE.sub(r"\1\n\n", body)
    body = "\n".join(_paragraph(part) for part in _GAP.split(body) if part.strip())
    return re.sub(rf"<pre>{_MARK}(\d+){_MARK}</pre>", lambda found: kept[int(found[1])], body)


def _paragraph(part: str) -> str:
    lines = _INLINE_GAP.sub("<br />\n", part.strip("\n"))
    lines = _DOUBLE.sub(r"\1", _BEHIND_BLOCK.sub(r"\1", lines))
    if _ONLY_BLOCK.match(lines):
        return lines
    # A block may end in the middle of a part: what stands before its end is the block's own.
    head, tail, rest = re.split(rf"(</{_BLOCKS}>|$)", lines, maxsplit=1, flags=re.IGNORECASE)[:3]
    return f"<p>{head.strip()}</p>{tail}{rest}" if head.strip() else f"{tail}{rest}"
