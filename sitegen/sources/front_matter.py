"""Where the head of a file begins and ends, and what its keys say, whichever tool the file was written for.

Three forms are known: YAML between `---`, TOML between `+++`, and the header lines of Pelican. All end in the same
nodes. Never decides which keys are good.
"""

from __future__ import annotations

import itertools
import re
from typing import Final, Literal

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.schema.lines import BLANKS, find_key, is_item
from sitegen.schema.nodes import Mapping, Read, Sequence
from sitegen.schema.yaml_reader import read_yaml
from sitegen.sources.header_lines import read_header_lines
from sitegen.text.patterns import later

_OPENING: Final = re.compile(r"\s*^(-{3,}|\+{3})[ \t\u00a0]*(?:\n|\Z)", re.MULTILINE)
_CLOSING: Final = {
    "-": re.compile(r"\n(?:-{3,}|\.{3})[ \t\u00a0]*(?:\n|\Z)"),
    "+": re.compile(r"\n\+{3}[ \t\u00a0]*(?:\n|\Z)"),
}
_DASHES: Final = later(r"\s*^(?P<fence>[-–—―]{1,3})[ \t\u00a0]*(?:\n|\Z)", re.MULTILINE)
"""What word processors make of the three hyphens above a head."""
_LONG_FOR_A_LINE_OF_A_HEAD: Final = 40


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """A head and what follows it."""

    front: Mapping | None
    """None when nothing in it could be read; then the findings say why."""
    body: str
    body_line: int
    """1-based line on which the body begins."""
    findings: tuple[Diagnostic, ...] = ()


class _Block(msgspec.Struct, frozen=True, kw_only=True):
    """The text between two fences."""

    form: Literal["-", "+"]
    text: str
    first_line: int
    body: str
    body_line: int
    findings: tuple[Diagnostic, ...] = ()


def read_head(text: str, *, file: str) -> Head | None:
    """Split `text` (LF line ends) and read its head; None if it has none."""
    block = _fenced(text, file)
    if block is None:
        return _header_lines(text, file)
    read = _read(block, file)
    front = read.node if isinstance(read.node, Mapping) else None
    findings = (*block.findings, *read.findings)
    if isinstance(read.node, Sequence):
        findings += (Diagnostic(code="SG115", span=read.node.span, facts={"line": block.text.strip().split("\n")[0]}),)
    return Head(front=front, body=block.body, body_line=block.body_line, findings=findings)


def dashes_above(text: str, *, file: str) -> Span | None:
    """Where a text without a head begins with dashes, which are no fence."""
    found = _DASHES().match(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start("fence")) + 1
    return Span(file=file, line=line, column=1, end_column=len(found["fence"]) + 1)


def body_below(text: str, *, file: str) -> str | None:
    """What stands below the head of `text` (LF line ends), without reading the head; None if it has none."""
    block = _fenced(text, file)
    if block is not None:
        return block.body
    header = read_header_lines(text, file=file)
    return header.body if header else None


def _read(block: _Block, file: str) -> Read:
    if block.form == "+":
        from sitegen.sources.toml_head import read_toml

        return read_toml(block.text, file=file, first_line=block.first_line)
    return read_yaml(block.text, file=file, first_line=block.first_line)


def _header_lines(text: str, file: str) -> Head | None:
    header = read_header_lines(text, file=file)
    if header is None:
        return None
    return Head(front=header.front, body=header.body, body_line=header.body_line, findings=header.findings)


def _fenced(text: str, file: str) -> _Block | None:
    opening = _OPENING.match(text)
    if opening is None:
        return None
    form: Literal["-", "+"] = "-" if opening[1][0] == "-" else "+"
    first_line = text.count("\n", 0, opening.start(1)) + 2
    closing = _CLOSING[form].search(text, opening.end() - 1)
    inside = text[opening.end() : closing.start() + 1 if closing else len(text)]
    if closing is None or (form == "-" and _has_prose(inside)):
        return _unclosed(text[opening.end() :], file, first_line=first_line, fence=opening[1])
    body_line = first_line + text.count("\n", opening.end(), closing.end())
    return _Block(
        form=form,
        text=inside.removesuffix("\n"),
        first_line=first_line,
        body=text[closing.end() :],
        body_line=body_line,
    )


def _unclosed(rest: str, file: str, *, first_line: int, fence: str) -> _Block:
    """Without a closing fence the head is taken to end before the first line that cannot belong to it."""
    lines = rest.split("\n")
    end = next((index for index, _ in enumerate(lines) if _ends_head(lines, index)), len(lines))
    while end and not lines[end - 1].strip(BLANKS):
        end -= 1
    span = Span(file=file, line=first_line - 1, column=1, end_column=len(fence) + 1)
    facts: dict[str, str | int] = {"after": first_line + max(end - 1, 0), "fence": fence[:3]}
    return _Block(
        form="-" if fence[0] == "-" else "+",
        text="\n".join(lines[:end]),
        first_line=first_line,
        body="\n".join(lines[end:]),
        body_line=first_line + end,
        findings=(Diagnostic(code="SG122", span=span, facts=facts),),
    )


def _ends_head(lines: list[str], index: int) -> bool:
    """Behind a blank line: whatever is no key; elsewhere: a long line that is no key."""
    line = lines[index]
    behind_blank = index == 0 or not lines[index - 1].strip(BLANKS)
    if not line.strip(BLANKS) or line[0] in BLANKS:
        return False
    if line[0] == "#":
        return behind_blank and index > 0
    return _is_prose(line) and (behind_blank or len(line) > _LONG_FOR_A_LINE_OF_A_HEAD)


def _has_prose(inside: str) -> bool:
    """Whether a head holds a paragraph: then its closing fence is missing, and a rule further down was found."""
    if "\n\n" not in inside:
        return False
    lines = inside.split("\n")
    return any(
        not before.strip(BLANKS) and len(line) > _LONG_FOR_A_LINE_OF_A_HEAD and _is_prose(line)
        for before, line in itertools.pairwise(lines)
    )


def _is_prose(line: str) -> bool:
    return (
        line[:1] not in {*BLANKS, "#", "]", "}", ""}
        and find_key(line) is None
        and not is_item(line)
        and "=" not in line
    )
