"""Markdown in, `Body` out: the one way from an author's text to HTML.

CommonMark with tables, footnotes, task lists, definition lists, abbreviations, attributes, figures, shortcodes and
`:::` blocks, set in German typography. Both functions are pure and safe to run in worker processes; the libraries
behind them are imported with the first text. Never reads a file and never asks the site: what depends on it becomes a
slot.
"""

from __future__ import annotations

from sitegen.model.body import Body
from sitegen.render.markdown.options import MarkdownOptions

__all__ = ["MarkdownOptions", "render_body", "render_inline"]


def render_body(text: str, options: MarkdownOptions) -> Body:
    """Render a whole Markdown text. Any text has a result; what is wrong with it stands in `Body.findings`."""
    from sitegen.render.markdown import engine

    return engine.render_body(text, options)


def render_inline(text: str, options: MarkdownOptions) -> Body:
    """Render a short text (a list entry, a caption) as one run of inline elements: no paragraph, no blocks."""
    from sitegen.render.markdown import engine

    return engine.render_inline(text, options)
