"""Text and values as they stand in HTML. The only place that escapes; never unescapes."""

from __future__ import annotations


def escaped(text: str) -> str:
    """`text` between tags. Quotation marks stay: between tags they mean nothing."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def quoted(value: str) -> str:
    """`value` as an attribute's value, with its quotation marks."""
    return '"' + escaped(value).replace('"', "&quot;") + '"'
