"""YAML as people type it: the block structure of keys, lists and texts, every value kept character for character.

YAML's own readers cut a title at ` #`, refuse one with a colon, an `@` or a leading `*`, and turn `01067` into 567; all
of that happens before a program can see what was typed. So this module reads the lines itself (keys, indentation, items
of lists) and leaves to PyYAML what YAML alone decides: quotes, escapes and text blocks. Anchors, tags and several
documents are no part of what an author needs and are refused. Never raises for any text and never stops at the first
fault.
"""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics import Diagnostic, Span
from sitegen.schema import lines as shapes
from sitegen.schema.as_typed import ready_line, single_quoted
from sitegen.schema.flow import Place, read_flow
from sitegen.schema.lines import BLANKS, COMMENT, KEY_LIKE, Line, find_key, is_item
from sitegen.schema.nodes import Mapping, Node, Read, Scalar, Sequence
from sitegen.schema.quoted import BLOCK_HEADER, QUOTED, UNPRINTABLE, decode, decode_block

MOST_CHARACTERS: Final = 200_000
"""More is no front matter but a body that lost its `---`, or hostile."""

DEEPEST: Final = 12
"""Levels of indentation."""


def read_yaml(text: str, *, file: str, first_line: int = 1, most_characters: int = MOST_CHARACTERS) -> Read:
    """Read `text`, whose first line is line `first_line` of `file` (path relative to the site folder).

    Returns the node of the whole text (an empty mapping for an empty text) and everything wrong with it.
    """
    if len(text) > most_characters:
        facts: dict[str, str | int] = {"size": len(text), "most": most_characters}
        return Read(node=None, findings=(Diagnostic(code="SG107", span=Span(file=file, line=first_line), facts=facts),))
    reader = _Reader(text, file, first_line)
    node = reader.document()
    return Read(node=node, findings=tuple(reader.findings))


class _Reader:
    """A cursor over the lines of one text. Columns are 0-based offsets here and become 1-based in spans."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.lines = shapes.split_lines(text)
        self.file = file
        self.first_line = first_line
        self.at = 0
        self.last = 0
        self.findings: list[Diagnostic] = []
        if UNPRINTABLE.search(text):
            self.replace_unprintable()
        self.is_mixed = False
        if "\t" in text and (mixed := shapes.mixed_indentation(self.lines)) is not None:
            self.is_mixed = True
            self.report("SG113", mixed, 0, 0)

    # -- places and findings

    def span(self, index: int, column: int, length: int) -> Span:
        start = column + 1
        return Span(file=self.file, line=self.first_line + index, column=start, end_column=start + length)

    def report(self, code: str, index: int, column: int, length: int, **facts: str | int) -> None:
        self.findings.append(Diagnostic(code=code, span=self.span(index, column, length), facts=facts))

    def replace_unprintable(self) -> None:
        for index, line in enumerate(self.lines):
            if (match := UNPRINTABLE.search(line)) is not None:
                self.report("SG104", index, match.start(), 1, character=f"U+{ord(match[0]):04X}")
                self.lines[index] = UNPRINTABLE.sub(" ", line)

    def peek(self) -> Line | None:
        """The next line that says something; the cursor then stands on it."""
        while self.at < len(self.lines):
            line = shapes.line_at(self.lines, self.at)
            if line is not None:
                return line
            self.at += 1
        return None

    # -- structure

    def document(self) -> Mapping | Sequence:
        if (line := self.peek()) is not None and line.indent == 0 and line.content == "---":
            self.at += 1
        first = self.peek()
        if first is None:
            return Mapping(span=self.span(0, 0, 0))
        if is_item(first.content):
            node: Mapping | Sequence = self.sequence(first.indent, 1)
            while (rest := self.peek()) is not None:
                self.stray(rest)
            return node
        items: dict[str, tuple[Scalar, Node]] = {}
        misread = set[str]()
        indent = first.indent
        while (line := self.peek()) is not None:
            if line.indent < indent:
                self.report("SG112", line.index, line.indent, len(line.content), line=line.content)
            misread |= self.mapping(min(indent, line.indent), 1, items)
        span = self.span(first.index, first.indent, len(first.content))
        return Mapping(items=tuple(items.values()), span=span, misread=frozenset(misread))

    def mapping(self, indent: int, depth: int, items: dict[str, tuple[Scalar, Node]]) -> set[str]:
        """Add the keys at `indent` to `items`, up to a line further left; gives those that could not be taken."""
        misread = set[str]()
        while (line := self.peek()) is not None and line.indent >= indent:
            key = find_key(line.content)
            if key is None or line.indent > indent or is_item(line.content) or line.content in {"---", "..."}:
                misread.add(self.stray(line))
            else:
                self.entry(line, key, depth, items)
        return misread

    def entry(self, line: Line, key: shapes.Key, depth: int, items: dict[str, tuple[Scalar, Node]]) -> None:
        rest = line.content[key.value_at :]
        quoted = key.text[0] in "\"'"
        name = (decode(key.text) or key.text) if quoted else key.text
        span = self.span(line.index, line.indent, len(key.text))
        if key.blank_missing:
            self.report("SG111", line.index, line.indent, len(line.content), line=f"{name}: {rest}")
        value = self.value(rest, line, line.indent + key.value_at, depth)
        if name in items:
            self.findings.append(
                Diagnostic(code="SG114", span=span, facts={"key": name, "first": items[name][0].span.line})
            )
            return
        items[name] = (Scalar(text=name, plain=not quoted, span=span), value)

    def stray(self, line: Line) -> str:
        """Report a line that fits nowhere, step over it, and give the key it probably holds."""
        self.at = self.last = line.index + 1
        content, code, ready = line.content, "SG110", ""
        misread = content.split()[0]
        if content in {"---", "..."} and line.indent == 0:
            code = "SG116"
            if self.peek() is None:
                return ""  # an end mark behind which nothing comes
            self.at = len(self.lines)
        elif line.indent and ((key := find_key(content)) is not None or is_item(content)):
            code, misread = "SG112", key.text if key else ""
            if self.is_mixed:
                return misread  # that tabs and blanks are mixed has been said, and is why
        elif is_item(content):
            code = "SG115"
            self.skip_items(line.indent)
        elif (equals := content.find("=")) > 0 and content[:equals].strip().isidentifier():
            code, ready = "SG118", ready_line(misread, content[equals + 1 :].strip().strip("\"'"))
        self.report(code, line.index, line.indent, len(content), line=ready or content)
        return misread

    def skip_items(self, indent: int) -> None:
        """Step over the rest of a list that has no name; its first item has been reported."""
        while (line := self.peek()) is not None and line.indent >= indent and is_item(line.content):
            self.at = line.index + 1

    def sequence(self, indent: int, depth: int) -> Sequence:
        """The items at `indent`, up to another kind of line there or one further left."""
        first = self.at
        items: list[Node] = []
        while (line := self.peek()) is not None and line.indent >= indent:
            if line.indent > indent:
                self.stray(line)
                continue
            if not is_item(line.content):
                break
            items.append(self.item(line, depth))
        return Sequence(items=tuple(items), span=self.span(first, indent, 1))

    def item(self, line: Line, depth: int) -> Node:
        match = shapes.ITEM.match(line.content) or shapes.LOOSE_ITEM().match(line.content)
        assert match is not None
        rest, column = line.content[match.end() :], line.indent + match.end()
        if match.re is shapes.LOOSE_ITEM():
            self.report("SG117", line.index, line.indent, len(line.content), line=f"- {rest}")
        if rest and rest[0] not in "#[{|>" and (key := find_key(rest)) is not None and not key.blank_missing:
            self.lines[line.index] = " " * column + rest
            return self.nested_mapping(column, depth + 1, line.index)
        return self.value(rest, line, column, depth)

    def nested_mapping(self, indent: int, depth: int, index: int) -> Mapping:
        items: dict[str, tuple[Scalar, Node]] = {}
        content = self.lines[index].strip(BLANKS)
        span = self.span(index, indent, len(content))
        misread = self.mapping(indent, depth, items)
        typed = content if self.last == index + 1 else None
        return Mapping(items=tuple(items.values()), span=span, typed=typed, misread=frozenset(misread))

    # -- values

    def value(self, rest: str, line: Line, column: int, depth: int) -> Node:
        """What stands behind a colon or hyphen at `column`, and on deeper lines below."""
        self.at = self.last = line.index + 1
        first = rest[:1]
        if first in {'"', "'"}:
            return self.quoted(rest, line, column)
        if first in {"[", "{"}:
            return self.flow(rest, line, column)
        if first in {"|", ">"} and BLOCK_HEADER.match(rest):
            return self.block_text(rest, line, column)
        if not first or (first == "#" and (not rest[1:2].strip() or self.below(line) is not None)):
            return self.nested(line, column, depth)
        if first in {"&", "!"} and " " not in rest and self.below(line) is not None:
            self.report("SG119", line.index, column, len(rest), what=rest)
            return self.nested(line, column, depth)
        return self.plain(rest, line, column)

    def below(self, line: Line) -> Line | None:
        """The next line if it is a key or an item deeper than `line`."""
        below = self.peek()
        if below is not None and below.indent > line.indent and (find_key(below.content) or is_item(below.content)):
            return below
        return None

    def nested(self, line: Line, column: int, depth: int) -> Node:
        """The value of an empty rest of a line: a list, a group or a text on the lines below, or nothing."""
        empty = Scalar(text="", span=self.span(line.index, column, 0))
        below = self.peek()
        if below is None or below.indent < line.indent:
            return empty
        if below.indent == line.indent:
            own = is_item(below.content) and not is_item(line.content)
            return self.sequence(below.indent, depth + 1) if own else empty
        if depth >= DEEPEST:
            self.report("SG108", below.index, below.indent, len(below.content), most=DEEPEST)
            self.at = len(self.lines)
            return empty
        if is_item(below.content):
            return self.sequence(below.indent, depth + 1)
        if find_key(below.content) is None:
            return self.value(below.content, Line(below.index, line.indent, below.content), below.indent, depth)
        return self.nested_mapping(below.indent, depth + 1, below.index)

    def plain(self, rest: str, line: Line, column: int) -> Scalar:
        """Text as typed, with deeper lines below that are neither keys nor items nor comments."""
        span = self.span(line.index, column, len(rest))
        text, blank_lines = rest, 0
        for index in range(self.at, len(self.lines)):
            raw = self.lines[index]
            if raw and raw[0] not in BLANKS:
                break
            content = raw.strip(BLANKS)
            if not content:
                blank_lines += 1
                continue
            indent = len(raw) - len(raw.lstrip(BLANKS))
            if indent <= line.indent or content[0] == "#" or KEY_LIKE().match(content) or is_item(content):
                break
            text += ("\n" * blank_lines or " ") + content
            blank_lines = 0
            self.at = self.last = index + 1
        return Scalar(text=text, span=span)

    def deeper(self, line: Line) -> list[str]:
        """The lines from the cursor on that are blank or deeper than `line`, as typed."""
        end = self.at
        while end < len(self.lines):
            raw = self.lines[end]
            if raw.strip(BLANKS) and len(raw) - len(raw.lstrip(BLANKS)) <= line.indent:
                break
            end += 1
        return self.lines[self.at : end]

    def quoted(self, rest: str, line: Line, column: int) -> Scalar:
        match = QUOTED.match(rest)
        whole = rest
        if match is None:
            whole = "\n".join([rest, *self.deeper(line)])
            match = QUOTED.match(whole)
        if match is None or (match.end() > len(rest) and _says_more(whole, match.end())):
            return self.unclosed_quote(rest, line, column)
        if _says_more(whole, match.end()):
            return self.plain(rest, line, column)
        self.at = self.last = line.index + 1 + match[0].count("\n")
        length = min(match.end(), len(rest))
        value = decode(match[0])
        if value is None:
            ready = f"{_label(line, rest, column)}{single_quoted(match[0][1:-1])}"
            self.report("SG120", line.index, column, length, line=ready)
            value = match[0][1:-1]
        return Scalar(text=value, plain=False, span=self.span(line.index, column, length))

    def unclosed_quote(self, rest: str, line: Line, column: int) -> Scalar:
        ready = f"{_label(line, rest, column)}{rest.rstrip('“”„')}{rest[0]}"
        self.report("SG105", line.index, column, len(rest), quote=rest[0], line=ready)
        return self.plain(rest, line, column)

    def flow(self, rest: str, line: Line, column: int) -> Node:
        place = Place(file=self.file, line=self.first_line + line.index, column=column + 1)
        found = read_flow(rest, place)
        whole = rest
        if found.end < 0:
            below = self.deeper(line)
            after = self.lines[self.at + len(below) :][:1]
            whole = "\n".join([rest, *below, *(raw for raw in after if raw.strip(BLANKS)[:1] in {"]", "}"})])
            found = read_flow(whole, place)
            if found.node is None or _says_more(whole, found.end):
                return self.unclosed_bracket(rest, line, place)
        if found.node is None or _says_more(whole, found.end):
            return self.plain(rest, line, column)
        self.at = self.last = line.index + 1 + whole.count("\n", 0, found.end)
        return found.node

    def unclosed_bracket(self, rest: str, line: Line, place: Place) -> Node:
        """Read as if the bracket were closed where the line ends."""
        column, end = place.column - 1, "]" if rest[0] == "[" else "}"
        ready = line.content.rstrip(", ") + end
        self.report("SG106", line.index, column, len(rest), bracket=rest[0], line=ready)
        found = read_flow(rest.rstrip(", ") + end, place)
        return found.node or self.plain(rest.lstrip("[{") or end, line, column)

    def block_text(self, header: str, line: Line, column: int) -> Scalar:
        span = self.span(line.index, column, len(header))
        below = self.deeper(line)
        self.at = self.last = line.index + 1 + len(below)
        value = decode_block(header, (_dedented(raw, line.indent) for raw in below))
        if value is None:
            first = next((raw for raw in below if raw.strip(BLANKS)), header)
            self.report("SG112", line.index + 1, 0, 0, line=first.strip(BLANKS))
            value = "\n".join(below)
        return Scalar(text=value, plain=False, span=span)


def _label(line: Line, rest: str, column: int) -> str:
    """What stands on the line before its value: the key with its colon, or the hyphen of an item."""
    return line.content[: column - line.indent] if line.content.endswith(rest) else ""


def _dedented(raw: str, indent: int) -> str:
    """A line of a text block without the indentation of its key; tabs before the text become blanks, as YAML wants."""
    text = raw.lstrip(" \t")
    return (" " * (len(raw) - len(text)) + text)[indent:]


def _says_more(text: str, end: int) -> bool:
    """Whether more than blanks or a comment follows on the line where a quote or bracket closes at `end`."""
    rest = text[end:].partition("\n")[0]
    return bool(rest.strip(BLANKS)) and COMMENT().match(rest) is None
