"""The head of a text in each program's own convention; the body below it is the same for all.

Values are written as JSON strings where the head is YAML, which JSON is part of.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final

from benchmarks.corpus import Post, Text


def written(text: Text, flavour: str) -> str:
    """The whole file: head in the convention `flavour`, then the body."""
    head = "\n".join(FLAVOURS[flavour](text))
    return f"---\n{head}\n---\n\n{text.body}"


def _hugo(text: Text) -> list[str]:
    lines = [
        f"title: {_quoted(text.title)}",
        f"slug: {text.slug}",
        f"description: {_quoted(text.summary)}",
        f"date: {text.date.isoformat()}",
    ]
    if isinstance(text, Post):
        lines += [
            f"author: {_quoted(text.author)}",
            f"tags: {_quoted(text.tags)}",
            f"kategorien: {_quoted([text.category])}",
        ]
    return lines


def _pelican(text: Text) -> list[str]:
    """Lines of Python-Markdown's own kind, which know no quotes."""
    lines = [
        f"title: {text.title}",
        f"slug: {text.slug}",
        f"summary: {text.summary}",
        f"date: {text.date.isoformat()}",
    ]
    if isinstance(text, Post):
        lines += [f"author: {text.author}", f"category: {text.category}", f"tags: {', '.join(text.tags)}"]
    return lines


def _sitegen(text: Text) -> list[str]:
    lines = [f"title: {_quoted(text.title)}", f"slug: {text.slug}", f"summary: {_quoted(text.summary)}"]
    if isinstance(text, Post):
        lines += [
            f"date: {text.date.isoformat()}",
            f"author: {_quoted(text.author)}",
            f"category: {_quoted(text.category)}",
            f"tags: {_quoted(text.tags)}",
        ]
    return lines


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


FLAVOURS: Final[dict[str, Callable[[Text], list[str]]]] = {"hugo": _hugo, "pelican": _pelican, "sitegen": _sitegen}
