"""Blocks of the site's own layouts that no page shows, since nothing that the layout extends has a place for them.

Jinja passes over them without a word. Layouts are read by its parser, and never run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import jinja2
import msgspec
from jinja2 import nodes

from sitegen.diagnostics import Diagnostic, Span
from sitegen.diagnostics.catalogue.layouts import block_meant
from sitegen.render.layouts import LAYOUT_ENDINGS, THEME_PREFIX
from sitegen.text.suggest import closest

_ENVIRONMENT: Final = jinja2.Environment()  # noqa: S701 - nothing is rendered


class Block(msgspec.Struct):
    """A block as one layout has it."""

    name: str
    line: int
    around: str
    """The block it lies in; empty for none."""
    inner: list[str] = []
    calls_above: bool = False
    """Whether it shows what the layout that is extended has there."""


class Outline(msgspec.Struct):
    """The blocks of one layout."""

    extends: str | None = ""
    """Empty for nothing, None where only a page decides it."""
    blocks: dict[str, Block] = {}
    asked: list[str] = []
    """Blocks that are shown once more, by `self.name()`."""


def unseen_blocks(own: Path, theme: Path) -> tuple[Diagnostic, ...]:
    """A finding for each block that is never shown of a layout in `own`, the site's folder; `theme` is the theme's."""
    read = cache(_read)  # most layouts of a site extend the same one
    return tuple(
        finding
        for path in sorted(own.rglob("*"))
        if path.suffix in LAYOUT_ENDINGS and path.is_file()
        for finding in _unseen_in(path.relative_to(own).as_posix(), _line_of_descent(path, own, theme, read=read))
    )


def outline(text: str) -> Outline:
    """What a layout says of blocks. Raises jinja2.TemplateSyntaxError where it can say nothing at all."""
    tree, found = _ENVIRONMENT.parse(text), Outline()
    for extends in tree.find_all(nodes.Extends):
        found.extends = extends.template.value if isinstance(extends.template, nodes.Const) else None
    _collect(tree, Block(name="", line=0, around=""), found)
    return found


def _collect(node: nodes.Node, around: Block, found: Outline) -> None:
    """Note what stands below `node`, which lies in the block `around`."""
    for child in node.iter_child_nodes():
        within = around
        if isinstance(child, nodes.Block):
            within = Block(name=child.name, line=child.lineno, around=around.name)
            around.inner.append(child.name)
            found.blocks[child.name] = within
        elif isinstance(child, nodes.Getattr) and isinstance(child.node, nodes.Name) and child.node.name == "self":
            found.asked.append(child.attr)
        elif isinstance(child, nodes.Name) and child.name == "super":
            around.calls_above = True
        _collect(child, within, found)


def _read(path: Path) -> Outline:
    """One that Jinja cannot read says nothing here: it is told where a page is made with it."""
    try:
        return outline(path.read_text("utf-8", errors="replace"))
    except jinja2.TemplateSyntaxError:
        return Outline(extends=None)


def _line_of_descent(path: Path, own: Path, theme: Path, *, read: Callable[[Path], Outline]) -> list[Outline]:
    """The layout at `path` and all above it; nothing where those cannot be known, which is told elsewhere."""
    descent: list[Outline] = []
    seen: set[Path] = set()
    at: Path | None = path
    while at and at not in seen:
        seen.add(at)
        descent.append(read(at))
        extends = descent[-1].extends
        if extends == "":
            return descent
        at = _found(extends, own, theme) if extends else None
    return []


def _found(name: str, own: Path, theme: Path) -> Path | None:
    of_theme = name.removeprefix(f"{THEME_PREFIX}/")
    places = (*([own / name] if of_theme == name else ()), theme / of_theme)
    return next((place for place in places if place.is_file()), None)


def _unseen_in(layout: str, descent: Sequence[Outline]) -> Iterator[Diagnostic]:
    """What is never shown of the first of `descent`; what lies within such a block goes without saying."""
    if not descent[1:]:
        return
    shown, above = _shown(descent), _shown(descent[1:])
    for block in descent[0].blocks.values():
        if block.name in shown or (block.around and block.around not in shown):
            continue
        span = Span(file=f"layouts/{layout}", line=block.line)
        if block.name in above:
            outer = next(one.blocks[block.name].around for one in descent[1:] if block.name in one.blocks)
            yield Diagnostic(code="SG509", span=span, facts={"name": block.name, "outer": outer})
        else:
            cure = block_meant(closest(block.name, above), sorted(above))
            facts = {"name": block.name, "parent": descent[0].extends or "", "cure": cure}
            yield Diagnostic(code="SG508", span=span, facts=facts)


def _shown(descent: Sequence[Outline]) -> set[str]:
    """The blocks that a page of the first of these layouts shows."""
    first = [block.name for block in descent[-1].blocks.values() if not block.around]
    waiting = first + [name for layout in descent for name in layout.asked]
    shown: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in shown:
            continue
        shown.add(name)
        for block in (layout.blocks[name] for layout in descent if name in layout.blocks):
            waiting += block.inner
            if not block.calls_above:
                break
    return shown
