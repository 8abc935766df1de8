"""What converting one value may come to instead of the value: findings, handed up and put together.

No exception takes this way, because all faults of a file are wanted, not the first one.
"""

from __future__ import annotations

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.schema.nodes import Node
from sitegen.schema.words import span_of_word


class Refused(msgspec.Struct, frozen=True):
    """A value that could not be taken, and why."""

    findings: tuple[Diagnostic, ...]
    """None where the reader of the file has said it already."""


def refuse(code: str, node: Node, **facts: str | int) -> Refused:
    """One finding at a node's place; where `value` is the word in it, at the place of that word."""
    value = facts.get("value")
    span = span_of_word(node, value) if isinstance(value, str) else node.span
    return Refused((Diagnostic(code=code, span=span, facts=facts),))
