"""Values put into the text of `site.yaml`, in the smallest edit of lines: all else that stands there stays as it is.

Places come from `schema`; the text that comes out is read again, and where it does not say what it should, is none.
Never knows which values are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Table
from typing import Final

import msgspec

from sitegen.schema.as_typed import as_typed, single_quoted
from sitegen.schema.fields import Field, Record, Text, fields_of
from sitegen.schema.lines import BLANKS
from sitegen.schema.nodes import Data, Mapping, Node, Scalar, plain_data
from sitegen.schema.yaml_reader import read_yaml
from sitegen.settings.load import SITE_FILE
from sitegen.settings.settings import Settings

Path = tuple[str, ...]
"""Keys from the outermost: `("business", "address", "city")`."""

_LINE: Final = re.compile(r"(.*?)(\r\n|\r|\n|\Z)", re.DOTALL)
_COMMENT_BEHIND: Final = re.compile(r"\s+#(?:\s.*)?$|^#(?:\s.*)?$")
_INDENT: Final = 2
_NEEDS_QUOTES_IN_BRACKETS: Final = re.compile(r"[,\[\]{}:#\"']")


class _Line(msgspec.Struct):
    """A line and what ends it; the one value here that is edited in place."""

    text: str
    end: str


def value_at(text: str, path: Path) -> str:
    """What `text` says at `path`, as typed and without a comment; empty where it says nothing, or a list or group."""
    node: Node | None = read_yaml(text, file=SITE_FILE).node
    for step in path:
        found = _entry(node, step) if isinstance(node, Mapping) else None
        node = found[1] if found else None
    if not isinstance(node, Scalar):
        return ""
    return (_COMMENT_BEHIND.sub("", node.text) if node.plain else node.text).strip()


def with_values(text: str, values: Table[Path, str]) -> str | None:
    """`text` saying `values`, an empty one for a key that says nothing any more; None where that cannot be done surely.

    What is typed otherwise than in keys, groups and lists is such a case.
    """
    for path, value in values.items():
        edited = _with_value(text, path, value)
        if edited is None or not _says(edited, path, value, instead_of=text):
            return None
        text = edited
    return text


def _with_value(text: str, path: Path, value: str) -> str | None:
    mapping: Node | None = read_yaml(text, file=SITE_FILE).node
    lines = _lines_of(text)
    above: Scalar | None = None
    for depth, step in enumerate(path):
        if not isinstance(mapping, Mapping):
            return None
        found = _entry(mapping, step)
        if found is None:
            return _added(lines, mapping, above, path=path, depth=depth, value=value)
        key, child = found
        if depth == len(path) - 1:
            return _replaced(lines, key, child, path=path, value=value)
        if isinstance(child, Scalar) and not child.text:
            return _nested(lines, at=key.span.line, indent=_indent(key) + _INDENT, path=path[depth + 1 :], value=value)
        above, mapping = key, child
    return None


def _says(edited: str, path: Path, value: str, *, instead_of: str) -> bool:
    """Whether `edited` says `value` at `path` and otherwise what the text said before."""
    before, after = read_yaml(instead_of, file=SITE_FILE), read_yaml(edited, file=SITE_FILE)
    if not isinstance(before.node, Mapping) or after.node is None or len(after.findings) > len(before.findings):
        return False
    if value_at(edited, path) != value:
        return False
    return _without(plain_data(before.node), path) == _without(plain_data(after.node), path)


def _without(data: Data, path: Path) -> Data:
    """`data` without the value at `path`, and without groups that then hold nothing."""
    if not isinstance(data, dict):
        return data
    rest = {key: value for key, value in data.items() if key != path[0]}
    below = data.get(path[0])
    if len(path) > 1 and isinstance(below, dict) and (left := _without(below, path[1:])):
        rest[path[0]] = left
    return rest


def _replaced(lines: list[_Line], key: Scalar, child: Node, *, path: Path, value: str) -> str | None:
    """The value behind `key` exchanged; where it went on below, those lines go with it."""
    line = lines[key.span.line - 1]
    if child.span.line != key.span.line or child.typed is None:
        return None
    is_plain = isinstance(child, Scalar) and child.plain
    start = child.span.column - 1
    is_bracket = _stands_in_brackets(line.text, key)
    old = line.text[start : child.span.end_column - 1] if child.typed or not is_plain else ""
    tail = line.text[start + len(old) :]
    if not is_bracket and not old:
        tail = line.text[start:]
        start = len(line.text[:start].rstrip(BLANKS))
    if is_plain and not is_bracket and (comment := _COMMENT_BEHIND.search(old)):
        old, tail = old[: comment.start()], old[comment.start() :] + tail
    typed = _typed(value, path=path, in_brackets=is_bracket, before_comment="#" in tail)
    gap = " " if typed and line.text[:start].rstrip(BLANKS).endswith(":") and line.text[start - 1] == ":" else ""
    if tail.strip(BLANKS).startswith("#"):
        tail = " " * max(2, len(old) + len(tail) - len(tail.lstrip(BLANKS)) - len(gap + typed)) + tail.lstrip(BLANKS)
    line.text = f"{line.text[:start]}{gap}{typed}{tail}"
    if isinstance(child, Scalar) and not is_bracket:
        _drop_continuation(lines, key, child)
    return _joined(lines)


def _drop_continuation(lines: list[_Line], key: Scalar, child: Scalar) -> None:
    """The lines below `key` on which its value went on."""
    parts = child.text.split()
    end = key.span.line
    while end < len(lines):
        raw = lines[end].text
        content = raw.strip(BLANKS)
        is_deeper = bool(content) and len(raw) - len(raw.lstrip(BLANKS)) > _indent(key)
        if not is_deeper or content.startswith("#") or not set(content.strip("\"'").split()) <= set(parts):
            break
        end += 1
    del lines[key.span.line : end]


def _added(
    lines: list[_Line], mapping: Mapping, above: Scalar | None, *, path: Path, depth: int, value: str
) -> str | None:
    """A key that was not there: behind the key that comes before it in the documentation, else first of its group."""
    if not mapping.items:
        return _appended(lines, path=path, value=value) if depth == 0 else None
    first = mapping.items[0][0]
    if above is not None and _stands_in_brackets(lines[first.span.line - 1].text, first):
        return _added_in_brackets(lines, first, path=path[depth:], value=value)
    if depth == 0 and len(path) > 1:
        return _appended(lines, path=path, value=value)
    order = [field.key for field in _fields(path[:depth]).values()]
    before = [key for key, _ in mapping.items if key.text in order[: order.index(path[depth])]]
    at = _last_line(lines, before[-1]) if before else first.span.line - 1
    return _nested(lines, at=at, indent=_indent(first), path=path[depth:], value=value)


def _added_in_brackets(lines: list[_Line], first: Scalar, *, path: Path, value: str) -> str:
    """Before the first key within the brackets."""
    line, at = lines[first.span.line - 1], first.span.column - 1
    opening = "".join(f"{step}: {{" for step in path[:-1])
    typed = f"{opening}{path[-1]}: {_typed(value, path=path, in_brackets=True)}{'}' * (len(path) - 1)}"
    line.text = f"{line.text[:at]}{typed}, {line.text[at:]}"
    return _joined(lines)


def _appended(lines: list[_Line], *, path: Path, value: str) -> str:
    """At the end of the file, set off by an empty line."""
    end = next((line.end for line in lines if line.end), "\n")
    if lines and lines[-1].text and not lines[-1].end:
        lines[-1].end = end
    if lines and lines[-1].text.strip(BLANKS):
        lines.append(_Line("", end))
    return _nested(lines, at=len(lines), indent=0, path=path, value=value)


def _nested(lines: list[_Line], *, at: int, indent: int, path: Path, value: str) -> str:
    """New lines behind the first `at`: a key for each step of `path`, the value behind the last."""
    end = next((line.end for line in lines if line.end), "\n")
    if 0 < at <= len(lines) and not lines[at - 1].end:
        lines[at - 1].end = end
    fresh = [_Line(f"{' ' * (indent + _INDENT * number)}{key}:", end) for number, key in enumerate(path)]
    typed = _typed(value, path=path)
    fresh[-1].text += f" {typed}" if typed else ""
    lines[at:at] = fresh
    return _joined(lines)


def _last_line(lines: list[_Line], key: Scalar) -> int:
    """Number of the last line that belongs to `key`: deeper lines and items, up to the next key of its group."""
    last = key.span.line
    for number in range(key.span.line, len(lines)):
        raw = lines[number].text
        content = raw.strip(BLANKS)
        if not content:
            continue
        indent = len(raw) - len(raw.lstrip(BLANKS))
        if indent > _indent(key) or (indent == _indent(key) and content.startswith("-")):
            last = number + 1
        elif not content.startswith("#"):
            break
    return last


def _typed(value: str, *, path: Path, in_brackets: bool = False, before_comment: bool = False) -> str:
    """`value` so that it is read as it is in this place."""
    if not value:
        return ""
    is_risky = "#" in value or (before_comment and not _takes_comments(path))
    if in_brackets:
        is_risky = bool(_NEEDS_QUOTES_IN_BRACKETS.search(value))
    return single_quoted(value) if is_risky else as_typed(value)


def _takes_comments(path: Path) -> bool:
    """Whether ` # …` behind a value at `path` is a comment; a plain text keeps every character."""
    field = _fields(path[:-1]).get(path[-1])
    return not (field and isinstance(field.shape, Text) and field.shape.pattern is None)


def _fields(path: Path) -> Table[str, Field]:
    """The fields of the group at `path`."""
    fields = fields_of(Settings)
    for step in path:
        shape = fields[step].shape
        assert isinstance(shape, Record)
        fields = fields_of(shape.of)
    return fields


def _stands_in_brackets(line: str, key: Scalar) -> bool:
    """Whether a bracket opens on the line before the key."""
    return "{" in line[: key.span.column - 1]


def _entry(mapping: Mapping, key: str) -> tuple[Scalar, Node] | None:
    return next(((name, value) for name, value in mapping.items if name.text == key), None)


def _indent(key: Scalar) -> int:
    return key.span.column - 1


def _lines_of(text: str) -> list[_Line]:
    lines = [_Line(found[1], found[2]) for found in _LINE.finditer(text)]
    return lines[:-1] if lines and not (lines[-1].text or lines[-1].end) else lines


def _joined(lines: list[_Line]) -> str:
    return "".join(f"{line.text}{line.end}" for line in lines)
