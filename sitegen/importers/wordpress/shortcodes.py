"""Shortcodes of WordPress in a text: found as WordPress finds them, and replaced by what a caller makes of each. Pure.

`[sic]` and `[1]` are words; a shortcode that nobody knows is one all the same if it has values, an end, or the name of
a plugin's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import msgspec

_NAME: Final = r"[A-Za-z][A-Za-z0-9_-]*"
_CODE: Final = re.compile(
    rf"(?P<before>\[?)\[(?P<end>/?)(?P<name>{_NAME})(?P<values>(?:[\s=](?:\"[^\"]*\"|'[^']*'|[^\[\]\"'])*)?)\](?P<behind>\]?)"
)
_VALUE: Final = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s'"]+))|"([^"]*)"|'([^']*)'|(\S+)""")
_LONGEST_LINE: Final = 2000
"""Characters beside a shortcode; in a longer line none is alone."""
_KEPT: Final = re.compile(r"<(pre|code|script|style|textarea)\b(?:(?!<\1\b).)*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_QUOTES: Final = str.maketrans({"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2033": '"', "\u00a0": " "})
"""The editor of WordPress makes these of the quotes of a value."""
_OF_PLUGINS: Final = frozenset(
    {"toc", "wpforms", "woocommerce_cart", "woocommerce_checkout", "products", "mc4wp_form"}
    | {
        "slideshow",
        "latexpage",
        "archives",
        "sitemap",
        "blog-posts",
        "contact-form",
        "polldaddy",
        "ninja_form",
        "gravityform",
    }
)
_PLUGIN_NAME: Final = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)+")
_MOST_ROUNDS: Final = 8
"""Shortcodes within shortcodes."""


class Code(msgspec.Struct, frozen=True, kw_only=True):
    """One shortcode."""

    name: str
    values: dict[str, str]
    """By name; without one by its place: `0`, `1`."""
    inside: str | None = None
    """What stands between it and its end; None without an end."""
    typed: str = ""
    """The tag as it stood, without what is inside."""
    alone: bool = False
    """Whether it stands on a line of its own."""


Replace = Callable[[Code], str | None]
"""What stands for a shortcode; None leaves it as it was."""


def replaced(text: str, known: frozenset[str], replace: Replace) -> str:
    """`text` with each shortcode of these names replaced, from the inside out."""
    parts = []
    at = 0
    for kept in _KEPT.finditer(text):
        parts += [_replaced(text[at : kept.start()], known, replace), kept[0]]
        at = kept.end()
    return "".join([*parts, _replaced(text[at:], known, replace)])


def foreign(text: str, known: frozenset[str]) -> frozenset[str]:
    """The names of shortcodes in `text` that are not among `known`."""
    bare = _KEPT.sub(" ", text)
    found = [code for code in _CODE.finditer(bare) if not (code["before"] and code["behind"])]
    ended = {code["name"] for code in found if code["end"]}
    return frozenset(
        code["name"]
        for code in found
        if code["name"] not in known
        and (code["name"] in ended or "=" in code["values"] or _is_of_plugin(code["name"], code["values"]))
    )


def each_tag(text: str, names: frozenset[str], replace: Callable[[str, bool], str]) -> str:
    """`text` with every tag of these names, beginnings and ends alike, replaced; told whether it stands apart.

    That is a line of its own; for what has an end somewhere (`[row]…[/row]`), too, where nothing stands before its
    beginning or behind its end. At last `[[name]]` becomes `[name]`, as WordPress shows it.
    """

    def instead(found: re.Match[str]) -> str:
        if found["before"] and found["behind"]:
            return found[0][1:-1]
        if found["name"] not in names:
            return found[0]
        start, stop = found.start() + len(found["before"]), found.end() - len(found["behind"])
        shown = found.string[start:stop]
        alone = _is_alone(found.string, start, stop)
        alone = alone or (found["name"] in ended and _is_outside(found.string, start, stop, is_end=bool(found["end"])))
        return found["before"] + replace(shown, alone) + found["behind"]

    ended = {code["name"] for code in _CODE.finditer(text) if code["end"]}
    parts = []
    at = 0
    for kept in _KEPT.finditer(text):
        parts += [_CODE.sub(instead, text[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join([*parts, _CODE.sub(instead, text[at:])])


def code_in(tag: str) -> Code | None:
    """What a single tag says, `[name a="b"]`; None for an end and for what is no tag."""
    found = _CODE.fullmatch(tag)
    return None if found is None or found["end"] else _code_of(found, None, alone=False)


def _is_of_plugin(name: str, values: str) -> bool:
    return not values.strip(" /") and (name in _OF_PLUGINS or _PLUGIN_NAME.fullmatch(name) is not None)


def _replaced(text: str, known: frozenset[str], replace: Replace) -> str:
    if "[" not in text:
        return text
    for _ in range(_MOST_ROUNDS):
        changed = _round(text, known, replace)
        if changed == text:
            break
        text = changed
    return text


def _round(text: str, known: frozenset[str], replace: Replace) -> str:
    """One pass over the innermost shortcodes, from the last to the first."""
    tags = [tag for tag in _CODE.finditer(text) if tag["name"] in known and not (tag["before"] and tag["behind"])]
    ends: dict[str, list[re.Match[str]]] = {}
    edits: list[tuple[int, int, str]] = []
    barrier = len(text)
    for tag in reversed(tags):
        if tag["end"]:
            ends.setdefault(tag["name"], []).append(tag)
            continue
        end = ends[tag["name"]].pop() if ends.get(tag["name"]) else None
        start, stop = tag.start() + len(tag["before"]), (end or tag).end() - len((end or tag)["behind"])
        if stop > barrier:
            continue
        inside = text[tag.end() - len(tag["behind"]) : end.start() + len(end["before"])] if end else None
        made = replace(_code_of(tag, inside, alone=_is_alone(text, start, stop)))
        if made is not None:
            edits.append((start, stop, made))
            barrier = start
    for start, stop, made in edits:
        text = text[:start] + made + text[stop:]
    return text


def _code_of(tag: re.Match[str], inside: str | None, *, alone: bool) -> Code:
    values: dict[str, str] = {}
    typed = tag["values"].translate(_QUOTES).rstrip("/ ").lstrip("= ")
    for place, found in enumerate(_VALUE.finditer(typed)):
        name = found[1].lower() if found[1] else str(place)
        values[name] = next((part for part in found.groups()[1:] if part is not None), "")
    shown = tag[0][len(tag["before"]) : len(tag[0]) - len(tag["behind"])]
    return Code(name=tag["name"], values=values, inside=inside, typed=shown, alone=alone)


def _is_outside(text: str, start: int, stop: int, *, is_end: bool) -> bool:
    """Whether words stand on the inner side of a tag only, as with builders that write a page on one line."""
    if is_end:
        return text[stop : stop + 1] in {"", "\n", "<", "["}
    return text[start - 1 : start] in {"", "\n", ">", "]"}


def _is_alone(text: str, start: int, stop: int) -> bool:
    first, last = max(0, start - _LONGEST_LINE), min(len(text), stop + _LONGEST_LINE)
    before = text[max(text.rfind("\n", first, start) + 1, first) : start]
    end = text.find("\n", stop, last)
    behind = text[stop : end if end >= 0 else last]
    if max(len(before), len(behind)) == _LONGEST_LINE:
        return False
    return not re.sub(r"<[^>]*>|\[[^\]]*\]", "", before + behind).strip()
