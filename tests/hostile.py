"""What somebody might type who wants a script to run in other people's browsers. Each would call `pwned()`.

Written for this program, along the ways by which its own stages could fail: Markdown and cleaning (`markup.txt`),
templates, structured data and the file itself (`escapes.txt`), links (`addresses.txt`). One to a line; `\\uXXXX` stands
for a character that no line should hold.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Final
from urllib.parse import quote

FOLDER: Final = Path(__file__).parent / "payloads"
_ESCAPED: Final = re.compile(r"\\u([0-9a-f]{4})")


def _lines(name: str) -> tuple[str, ...]:
    text = (FOLDER / name).read_text("utf-8")
    return tuple(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), line) for line in text.splitlines())


ADDRESSES: Final = _lines("addresses.txt")
PAYLOADS: Final = (*_lines("markup.txt"), *_lines("escapes.txt"), *ADDRESSES)
MUTATIONS: Final[tuple[Callable[[str], str], ...]] = (
    html.escape,
    quote,
    lambda payload: "".join(f"&#{ord(char)};" for char in payload),
    lambda payload: payload.replace("<", "<\x00").replace("javascript", "java\x00script"),
    lambda payload: f"> - **{payload}**",
    lambda payload: f"```\n{payload}\n```\n{payload}",
    lambda payload: payload.replace(" ", "/").swapcase(),
    lambda payload: f"\\{payload}",
)
LINKS: Final = (
    *("[x]({})", "[x](<{}>)", "![x]({})", "<{}>", '[x]({} "title")', "[x]({}\n)", "[x][1]\n\n[1]: {}"),
    *("[<img src=x onerror=pwned()>]({})", "`{}`", "```{}\nx\n```"),
)


def texts() -> Iterator[str]:
    """For the text of a comment: every payload, as it is, changed, and as the address of every kind of link."""
    yield from names()
    yield from (link.format(address) for link, address in product(LINKS, ADDRESSES))


def names() -> Iterator[str]:
    """For its name: every payload, as it is and changed."""
    yield from PAYLOADS
    yield from (mutation(payload) for mutation, payload in product(MUTATIONS, PAYLOADS))


def websites() -> Iterator[str]:
    """For its website."""
    yield from PAYLOADS
    yield from (f"https://x.example/{payload}" for payload in PAYLOADS)
