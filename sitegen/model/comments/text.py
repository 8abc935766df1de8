"""What somebody typed becomes HTML that can do no harm: a small part of Markdown, then a cleaning that trusts nobody.

Site, inbox and command line show comments through this one door. It sets no typography: a visitor's words stand as they
were typed. The text is kept raw, so a fault that is mended here heals every old comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import msgspec
from markupsafe import Markup

from sitegen.text.patterns import later

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from nh3 import Cleaner

TAGS: Final = frozenset({"p", "br", "em", "strong", "s", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a"})
SCHEMES: Final = frozenset({"http", "https", "mailto"})
LINK_REL: Final = "nofollow ugc noopener"
"""Of every link that a visitor has set: no recommendation, and said to be a visitor's."""

_RULES: Final = (
    *("backticks", "emphasis", "strikethrough", "fence", "blockquote", "list", "link", "autolink"),
    *("newline", "escape", "entity"),
)
_FULL_ADDRESS: Final = later(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)
_START: Final = later(r"[0-9]{1,9}")
_UNWANTED: Final = later(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Control characters, and those that turn the direction of what follows."""


class Rendered(msgspec.Struct, frozen=True, kw_only=True):
    """The text of one comment as it may be shown."""

    html: str = ""
    """Cleaned."""
    plain: str = ""
    """The same words without markup."""


def rendered(text: str) -> Rendered:
    """What `comment_html` and `plain_text` give, for the price of one."""
    parser, tokens = _parser(), _tokens(text)
    return Rendered(
        html=_cleaner().clean(parser.renderer.render(tokens, parser.options, {})).strip(), plain=_plain(tokens)
    )


def comment_html(text: str) -> Markup:
    """The comment `text` as HTML: tags of `TAGS` alone, links with a full address, no other attribute but `start`.

    Never raises, whatever it is given.
    """
    return Markup(rendered(text).html)  # noqa: S704 - cleaned: this is what the module is for


def plain_text(text: str) -> str:
    """The same words without markup: paragraphs parted by an empty line, for feeds, mails and structured data."""
    return _plain(_tokens(text))


def _tokens(text: str) -> list[Token]:
    return _parser().parse(_UNWANTED().sub("", text))


def _plain(tokens: Sequence[Token]) -> str:
    return "\n\n".join(filter(None, _passages(tokens)))


def _passages(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(_words(token.children or ())).strip()
        elif token.type == "fence":
            yield token.content.rstrip("\n")


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        yield "\n" if token.type in {"softbreak", "hardbreak"} else token.content


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Whoever writes a comment expects the lines they typed.
    return MarkdownIt("zero", {"html": False, "breaks": True, "typographer": False}).enable(list(_RULES))


@lru_cache(maxsize=1)
def _cleaner() -> Cleaner:
    from nh3 import Cleaner

    return Cleaner(
        tags=set(TAGS),
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        attribute_filter=_kept,
        url_schemes=set(SCHEMES),
        link_rel=LINK_REL,
    )


def _kept(_tag: str, name: str, value: str) -> str | None:
    """The value of an attribute; None for one that says what it must not: a relative address means our own site."""
    match name:
        case "href":
            return value if _FULL_ADDRESS().match(value) else None
        case "start":
            return value if _START().fullmatch(value) else None
        case "rel":
            return value  # the cleaner's own
        case _:
            return None
