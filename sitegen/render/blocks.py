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


class Block(msgspec.Struct, frozen=True):
    """A block as one layout has it."""

    name: str
    line: int
    around: str
    """The block it lies in; empty for none."""
    calls_above: bool
    """Whether it shows what the layout that is extended has there."""


class Outline(msgspec.Struct, frozen=True):
    """The blocks of one layout."""

    extends: str | None = ""
    """Empty for nothing, None where only a page decides it."""
    blocks: dict[str, Block] = {}
    asked: tuple[str, ...] = ()
    """Blocks that are shown once more, by `self.name()`."""

    def within(self, name: str) -> list[str]:
        """The blocks that lie right in the block `name`, or in none if that is empty."""
        return [block.name for block in self.blocks.values() if block.around == name]


def unseen_blocks(own: Path, theme: Path, *, read: Callable[[Path], Outline]) -> tuple[Diagnostic, ...]:
    """A finding for each block that is never shown of a layout in `own`, the site's folder; `theme` is the theme's.

    `read` gives the outline of a file.
    """
    known = cache(read)  # most layouts of a site extend the same one
    return tuple(
        finding
        for path in sorted(own.rglob("*"))
        if path.suffix in LAYOUT_ENDINGS and path.is_file()
        for finding in _unseen_in(path.relative_to(own).as_posix(), _line_of_descent(path, own, theme, read=known))
    )


def outline(text: bytes) -> Outline:
    """What a layout says of blocks: nothing where Jinja cannot read it, which is told where a page is made with it."""
    try:
        tree = _ENVIRONMENT.parse(text.decode("utf-8", errors="replace"))
    except jinja2.TemplateSyntaxError:
        return Outline(extends=None)
    extends = [_named(one.template) for one in tree.find_all(nodes.Extends)]
    found = list(_within(tree, ""))
    calling = {around for node, around in found if isinstance(node, nodes.Name) and node.name == "super"}
    return Outline(
        extends=extends[-1] if extends else "",
        blocks={
            node.name: Block(name=node.name, line=node.lineno, around=around, calls_above=node.name in calling)
            for node, around in found
            if isinstance(node, nodes.Block)
        },
        asked=tuple(node.attr for node, _ in found if isinstance(node, nodes.Getattr) and _is_self(node.node)),
    )


def _within(node: nodes.Node, around: str) -> Iterator[tuple[nodes.Node, str]]:
    """All that stands below `node`, each with the block it lies in; `around` is that of `node`."""
    for child in node.iter_child_nodes():
        yield child, around
        yield from _within(child, child.name if isinstance(child, nodes.Block) else around)


def _named(layout: nodes.Expr) -> str | None:
    return layout.value if isinstance(layout, nodes.Const) and isinstance(layout.value, str) else None


def _is_self(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "self"


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
    waiting = descent[-1].within("") + [name for layout in descent for name in layout.asked]
    shown: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in shown:
            continue
        shown.add(name)
        for layout in descent:
            waiting += layout.within(name)
            if name in layout.blocks and not layout.blocks[name].calls_above:
                break
    return shown
