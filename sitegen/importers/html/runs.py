"""Runs put in order: white space as HTML shows it, marks that begin and end at letters, paragraphs at double breaks.

Word and WordPress leave `<b>foo </b>bar`, `<b>fo</b><b>o</b>` and `<p>&nbsp;</p>`; Markdown can say none of them. Never
changes a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sitegen.importers.html.tree import Mark, Run, Runs

_SPACES: Final = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\u200b\ufffc]")
"""Control characters and marks of programs that show nothing."""
_HARD: Final = "\u00a0"
_LETTERS: Final = frozenset({"text", "code"})
_ANY_SPACE: Final = " \u00a0"
_HARD_SPACES: Final = re.compile(r"[ \u00a0]*\u00a0[ \u00a0]*")
_WITH_FIGURES: Final = re.compile(r"(?<=[\d§.–&])\u00a0|\u00a0(?=[%€$–°])")
_MANY: Final = 4
"""From so many hard spaces on, and if most spaces are such, a program has put them there and nobody meant them."""


def tidied(runs: Iterable[Run]) -> list[Runs]:
    """The paragraphs that `runs` come to; none if they show nothing."""
    joined = _joined(_without_foreign_spaces(list(runs)))
    return [paragraph for part in _split(joined) if (paragraph := tuple(_marked_at_letters(_collapsed(part))))]


def on_one_line(runs: Runs) -> Runs:
    """`runs` with a space for every line break."""
    return tuple(_collapsed([Run("text", " ", run.marks) if run.kind == "break" else run for run in runs]))


def plain(runs: Iterable[Run]) -> str:
    """The words of `runs`, without marks."""
    return " ".join("".join(run.text if run.kind != "break" else " " for run in runs).split())


def _without_foreign_spaces(runs: list[Run]) -> list[Run]:
    """No-break spaces where they mean something; a space for those a program has put everywhere."""
    text = "".join(run.text for run in runs if run.kind == "text")
    hard = text.count(_HARD)
    if not hard:
        return runs
    is_foreign = hard >= _MANY and hard * 2 > sum(text.count(space) for space in (" ", "\n", _HARD))
    return [run._replace(text=_hard_spaces(run.text, is_foreign)) if run.kind == "text" else run for run in runs]


def _hard_spaces(text: str, is_foreign: bool) -> str:  # noqa: FBT001 -- clear where it is called
    kept = _HARD_SPACES.sub(lambda found: _HARD if found[0] == _HARD else " ", text)
    if not is_foreign:
        return kept
    meant = {found.start() for found in _WITH_FIGURES.finditer(kept)}
    return "".join(" " if sign == _HARD and index not in meant else sign for index, sign in enumerate(kept))


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Emphasis that ends where the same begins is one, as it is shown."""
    same: dict[int, int] = {}
    done: list[Run] = []
    for run in runs:
        if run.kind == "text" and not run.text:
            continue
        marks = tuple(mark._replace(number=same.get(mark.number, mark.number)) for mark in run.marks)
        if done:
            for before, mark in zip(done[-1].marks, marks, strict=False):
                if before.number != mark.number:
                    if mark.kind != "link" and before._replace(number=mark.number) == mark:
                        same[mark.number] = before.number
                    else:
                        break
            marks = tuple(mark._replace(number=same.get(mark.number, mark.number)) for mark in marks)
        done.append(run._replace(marks=marks))
    return done


def _split(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """At two breaks and more, whatever white space is between them."""
    part: list[Run] = []
    breaks = 0
    for run in runs:
        if run.kind == "break":
            breaks += 1
        elif run.kind != "text" or _SPACES.sub("", run.text).strip(_HARD):
            if breaks > 1:
                yield part
                part = []
            breaks = 0
        part.append(run)
    yield part


def _collapsed(runs: Sequence[Run]) -> Iterator[Run]:
    """White space as a browser shows it: one space between letters, none at the ends of lines."""
    last: Run | None = None
    breaks: list[Run] = []
    gap = ""
    for run in runs:
        if run.kind == "break":
            breaks += [run] if last else []
            continue
        text = _SPACES.sub(" ", _UNSEEN.sub("", run.text)) if run.kind == "text" else run.text
        bare = text.strip(_ANY_SPACE) if run.kind == "text" else text
        if run.kind == "text" and not bare:
            gap += text
            continue
        gap += text[: len(text) - len(text.lstrip(_ANY_SPACE))] if run.kind == "text" else ""
        if breaks:
            yield from breaks
        elif last and gap:
            yield Run("text", _HARD if gap == _HARD else " ", _common(last.marks, run.marks))
        last = run._replace(text=bare)
        yield last
        breaks, gap = [], text[len(text.rstrip(_ANY_SPACE)) :] if run.kind == "text" else ""


def _marked_at_letters(runs: Iterable[Run]) -> Iterator[Run]:
    """Breaks carry only what goes on behind them; neighbours alike become one."""
    ordered = list(runs)
    last: Run | None = None
    for index, run in enumerate(ordered):
        current = run
        if run.kind == "break" and index:
            behind = next((each for each in ordered[index:] if each.kind != "break"), run)
            before = next((each for each in reversed(ordered[:index]) if each.kind != "break"), run)
            current = run._replace(marks=_common(before.marks, behind.marks))
        if last and last.kind == current.kind and last.kind in _LETTERS and last.marks == current.marks:
            last = last._replace(text=last.text + current.text)
            continue
        if last:
            yield last
        last = current
    if last:
        yield last


def _common(before: tuple[Mark, ...], behind: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks that go on from one run to the next."""
    count = 0
    for one, other in zip(before, behind, strict=False):
        if one != other:
            break
        count += 1
    return before[:count]
