"""A line of Markdown read by a parser, and compared with what it was to say.

Asks CommonMark alone: what our dialect adds is letters to it, on both sides. Never changes a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sitegen.importers.html.tags import name_of
from sitegen.importers.html.tree import Mark, Run, Runs


class _Said(NamedTuple):
    """What a line says: letters or a thing, and the marks upon it."""

    kind: str
    text: str
    marks: tuple[str, ...]


def says(line: str, runs: Runs) -> bool:
    """Whether a parser reads from `line` what `runs` say."""
    return _joined(_read(line)) == _joined(_expected(runs))


def _joined(said: Iterator[_Said]) -> list[_Said]:
    done: list[_Said] = []
    for each in said:
        if done and done[-1].kind == each.kind == "text" and done[-1].marks == each.marks:
            done[-1] = each._replace(text=done[-1].text + each.text)
        elif each.text or each.kind != "text":
            done.append(each)
    return done


def _expected(runs: Runs) -> Iterator[_Said]:
    current: Mark | None = None
    for run in [*runs, Run("text")]:
        span = next((mark for mark in run.marks if mark.kind == "span"), None)
        if span != current:
            around = _names(run.marks[: run.marks.index(span)] if span else ())
            yield from (_Said("text", f"]{mark.data}", around) for mark in (current,) if mark)
            yield from (_Said("text", "[", around) for mark in (span,) if mark)
            current = span
        marks = _names(run.marks)
        if run.kind == "footnote":
            yield _Said("text", f"[^{run.text}]", marks)
        elif run.kind == "verbatim":
            yield from _read(run.text, marks)
        else:
            yield _Said(run.kind, run.text, marks)


def _names(marks: Sequence[Mark]) -> tuple[str, ...]:
    """As the parser calls them; spans are no marks to it."""
    return tuple(name_of(mark.data) if mark.kind == "html" else mark.kind for mark in marks if mark.kind != "span")


_OPENED: Final = {"strong_open": "strong", "em_open": "em", "s_open": "del", "link_open": "link"}


def _read(line: str, around: tuple[str, ...] = ()) -> Iterator[_Said]:
    marks = list(around)
    for token in _parser().parseInline(line)[0].children or ():
        if token.type in _OPENED:
            marks.append(_OPENED[token.type])
        elif token.nesting < 0:
            marks.pop()
        elif token.type == "html_inline":
            yield from _tag(token, marks)
        elif token.type == "image":
            words = "".join(child.content for child in token.children or ())
            yield _Said("picture", words, tuple(marks))
        elif token.type == "code_inline":
            yield _Said("code", token.content, tuple(marks))
        elif token.type == "hardbreak":
            yield _Said("break", "", tuple(marks))
        else:
            yield _Said("text", token.content, tuple(marks))


def _tag(token: Token, marks: list[str]) -> Iterator[_Said]:
    name = token.content.strip("</>").split()[0]
    if name == "br":
        yield _Said("break", "", tuple(marks))
    elif token.content.startswith("</"):
        if marks and marks[-1] == name:
            marks.pop()
    else:
        marks.append(name)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("strikethrough")
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: bool(url) or True  # type: ignore[method-assign]
    return parser
