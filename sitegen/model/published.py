"""`published-urls.txt`: every address under which the site was ever to be found, one a line, for people and programs.

    /blog/rechnungen/ post:rechnungen

The path from the root of the site as people read it (umlauts stay, blanks, `%`, `#` and `?` are percent-encoded), and
after a blank who answered there: the kind of a text and its id, or the list that the program makes (`tag:e-mail`,
`list:blog#2` for its second page). By that a renamed text is found again. A line that begins with `#` is for people.

Reader and writer are each the inverse of the other. Nothing here touches a file, or knows what is published now.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote, unquote

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.entries import Author, Entry, Page, Post, Service
from sitegen.text.patterns import later

PUBLISHED_FILE: Final = "published-urls.txt"

HEAD: Final = """\
# Unter diesen Adressen war oder ist Ihre Website zu finden. Das Programm ergänzt die Liste beim Veröffentlichen;
# der Bau liest sie nur und sorgt dafür, dass keine Adresse ins Leere führt. Bitte nicht löschen.
"""

_HEAD_LINES: Final = frozenset(HEAD.splitlines())
_KIND: Final = r"(?:post|page|service|author|category|tag|year|list)"
_LINE: Final = later(rf"(?P<path>/\S*)(?:[ \t]+(?P<owner>{_KIND}:\S.*))?")
_TO_ENCODE: Final = re.compile(r"[\s%?#\x00-\x1f\x7f]")
_WAY_OUT: Final = later(r"(?:\A|/)\.{1,2}(?:/|\Z)|//|\A/[A-Za-z]:|[\x00-\x1f\x7f\\]")
_CONFLICT: Final = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
"""What git leaves behind where two versions met."""


_KINDS: Final[dict[type[Entry], str]] = {Post: "post", Page: "page", Service: "service", Author: "author"}


class Address(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One published address."""

    path: str
    """From the root of the site, percent-decoded: `/blog/rechnungen/`."""
    owner: str = ""
    """Who answers or answered there: `post:rechnungen`, `tag:e-mail`, `list:blog#2`; empty for nobody in particular."""


class KeptAddress(Address, frozen=True, kw_only=True):
    """An address of the file."""

    line: int
    """1-based."""


class PublishedRead(msgspec.Struct, frozen=True, kw_only=True):
    """What the file holds."""

    addresses: tuple[KeptAddress, ...] = ()
    others: tuple[str, ...] = ()
    """Lines that are none of ours, as typed: notes of the owner, and what nobody understands."""
    findings: tuple[Diagnostic, ...] = ()


def read_published(text: str) -> PublishedRead:
    """The addresses in the text of the file, each path once; SG428 for a line that is none.

    Where a path stands twice, the later line counts. Marks of a merge by git are passed over: both sides are promises.
    """
    addresses: dict[str, KeptAddress] = {}
    others: list[str] = []
    findings: list[Diagnostic] = []
    for number, line in enumerate(text.split("\n"), 1):
        typed = line.strip()
        if not typed or typed in _HEAD_LINES or typed.startswith(_CONFLICT):
            continue
        match = _LINE().fullmatch(typed)
        path = unquote(match["path"]) if match else ""
        if match is not None and not _WAY_OUT().search(path):
            addresses[path] = KeptAddress(path=path, owner=match["owner"] or "", line=number)
            continue
        others.append(typed)
        if not typed.startswith("#"):
            span = Span(file=PUBLISHED_FILE, line=number, column=1, end_column=len(line) + 1)
            findings.append(Diagnostic(code="SG428", span=span))
    return PublishedRead(addresses=tuple(addresses.values()), others=tuple(others), findings=tuple(findings))


def published_text(addresses: Iterable[Address], others: Iterable[str] = ()) -> str:
    """The text of the file: what is no address as it was, then the addresses sorted by path, each path once."""
    by_path = {address.path: address for address in addresses}
    lines = (*others, *(_line(by_path[path]) for path in sorted(by_path)))
    return HEAD + "".join(f"{line}\n" for line in lines)


def _line(address: Address) -> str:
    path = _TO_ENCODE.sub(lambda match: quote(match[0]), address.path)
    return f"{path} {address.owner}" if address.owner else path


def owner_of(entry: Entry) -> str:
    """Who answers at the address of a text, in words that stay when the address changes: `post:rechnungen`."""
    return f"{_KINDS[type(entry)]}:{entry.id}"
