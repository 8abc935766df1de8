"""How layouts become Python code: as Jinja writes it, but for what every page pays for hundreds of times.

Jinja's own code hands on each piece of a page by itself, through all the layouts around it; asks the environment for
each field, and the context for each call; and makes an object of each text that it escapes. What comes out here is the
same for any layout, and so is what fails, and where.
"""

from __future__ import annotations

from collections.abc import Iterable
from keyword import iskeyword
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst


class Generator(CodeGenerator):
    """Writes the code of one layout, for an `environment.Environment`."""

    def write_commons(self) -> None:
        """What stands at the beginning of each function."""
        super().write_commons()
        self.writeline("escaped = environment.escaped; direct = environment.direct")

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """The body of a layout or of a block: a list of pieces, and in the end one text."""
        if frame.buffer is not None:
            super().blockvisit(nodes, frame)
            return
        self.buffer(frame)
        super().blockvisit(nodes, frame)
        self.writeline(f"yield concat({frame.buffer})")
        frame.buffer = None  # what follows is no part of it: the layout that this one extends

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802 - Jinja's name for it
        """An inclusion without context hands on its pieces by itself: all before it must be gone by then."""
        if not node.with_context:
            self.writeline(f"yield concat({frame.buffer})")
            self.writeline(f"{frame.buffer}.clear()")
        super().visit_Include(node, frame)

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as above
        """A field as its owner has it; what has none goes Jinja's way, to keys and faults."""
        if isinstance(node.node, nodes.Name) and not node.attr.startswith("_"):
            owner, name = frame.symbols.ref(node.node.name), node.node.name
            self.write(f"(_field if (_field := getattr({owner}, {node.attr!r}, missing)) is not missing")
            self.write(f" else environment.lacking({owner}, {node.attr!r}, {name!r}))")
            return
        self.write("(_field if (_field := getattr(_owner := ")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}, missing)) is not missing else environment.getattr(_owner, {node.attr!r}))")

    @optimizeconst
    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802, FBT001, FBT002 - as above
        """A call; only what may want the context, or is nothing to be called, goes Jinja's way."""
        if forward_caller or node.dyn_args or node.dyn_kwargs or any(iskeyword(named.key) for named in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(_called if type(_called := ")
        self.visit(node.node, frame)
        self.write(") in direct else environment.through(context, _called")
        self.write(", _loop_vars=_loop_vars" if frame.loop_frame else "")
        self.write(", _block_vars=_block_vars" if frame.block_frame else "")
        self.write("))(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's own
        if _escapes(frame):
            self.write("(escaped(_text) if (_type := type(_text := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - as above
        if _escapes(frame):
            self.write(")) is str else _text if _type is Markup else escape(_text))")
        else:
            super()._output_child_post(node, frame, finalize)


def _escapes(frame: Frame) -> bool:
    """Whether it is certain that what is printed is escaped."""
    return bool(frame.eval_ctx.autoescape) and not frame.eval_ctx.volatile
