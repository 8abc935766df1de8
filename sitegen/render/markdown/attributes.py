"""Attributes that an author gives an element: `{.klasse #anker lang=en}`.

They stand behind a link, picture, code or heading, or on a line before a block. Only what can do no harm and needs no
style of its own is allowed; everything else is left out with a finding.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from sitegen.render.markdown.places import Stretch
from sitegen.render.markdown.sheet import Sheet
from sitegen.render.markdown.tokens import Token
from sitegen.text.patterns import later

ALLOWED: Final = frozenset({"class", "id", "lang", "title", "width", "height", "rel"})

_ITEM: Final = later(
    r"""\s*(?:
      \.(?P<cls>[\w-]+)
    | \#(?P<id>[\w:.-]+)
    | (?P<key>[A-Za-z][\w:-]*)(?:=(?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s"'{}=]+)))?
    )(?=[\s}])""",
    re.VERBOSE,
)
_END: Final = re.compile(r"\s*\}")


class Attribute(NamedTuple):
    """One item. A `value` of None means a bare word, as in `{ad}`. `start` and `end` count from the opening brace."""

    name: str
    value: str | None
    start: int
    end: int


class Attributes(NamedTuple):
    """The items between two braces, and how long the whole is."""

    items: tuple[Attribute, ...]
    length: int

    @property
    def are_plain(self) -> bool:
        """Whether no bare word is among them; `{Name}` in running text is no attribute."""
        return all(item.value is not None for item in self.items)

    def has_word(self, word: str) -> bool:
        """Whether the bare `word` is among them."""
        return any(item.name == word and item.value is None for item in self.items)

    def without(self, word: str) -> Attributes:
        """The others, when the bare `word` has been dealt with."""
        return self._replace(items=tuple(item for item in self.items if item.name != word or item.value is not None))


def read_attributes(text: str, at: int) -> Attributes | None:
    """The attributes whose `{` is `text[at]`, or None when what stands there is something else."""
    items: list[Attribute] = []
    position = at + 1
    while item := _ITEM().match(text, position):
        items.append(_attribute(item, at))
        position = item.end()
    end = _END.match(text, position)
    return Attributes(tuple(items), end.end() - at) if end and items else None


def _attribute(item: re.Match[str], at: int) -> Attribute:
    start, end = item.end() - len(item[0].lstrip()) - at, item.end() - at
    if item["cls"]:
        return Attribute("class", item["cls"], start, end)
    if item["id"]:
        return Attribute("id", item["id"], start, end)
    value = next((item[kind] for kind in ("double", "single", "bare") if item[kind] is not None), None)
    return Attribute(item["key"], value, start, end)


def give_attributes(token: Token, attributes: Attributes, *, at: Stretch, sheet: Sheet) -> None:
    """Add `attributes` to `token`: classes are joined, anything else replaces; what is not allowed is reported."""
    for item in attributes.items:
        span = at.span(item.start, item.end - item.start)
        if item.value is None or item.name not in ALLOWED:
            sheet.report("SG221", span, name=item.name)
        elif item.name == "class":
            token.attrJoin("class", item.value)
        elif item.name != "id" or sheet.claim_anchor(item.value, span):
            token.attrSet(item.name, sheet.typeset_text(item.value) if item.name == "title" else item.value)
