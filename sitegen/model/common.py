"""What posts, pages, services and authors have in common while they are made from front matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote, unquote

from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.addresses import device_in, fill_pattern, with_base
from sitegen.model.entries import Image
from sitegen.model.front_matter import ImageFields
from sitegen.schema.nodes import Mapping
from sitegen.sources.document import Document
from sitegen.text.locales import Language, typography_of
from sitegen.text.patterns import later
from sitegen.text.slugs import slugify
from sitegen.text.typography import typeset_text

_NO_PATH: Final = later(r"""[?#\\"<>|*\x00-\x1f\x7f]|(?:\A|/)\.{1,2}(?:/|\Z)|\A//""")
"""Characters that end an address, or that no file name holds on every system; and `..`, which leads out of the site."""


def typeset(text: str, language: Language) -> str:
    """A line of plain text with German typography."""
    return typeset_text(text, typography_of(language)) if text else text


def image_from(fields: ImageFields | str | None, language: Language) -> Image | None:
    """The picture of an entry with its texts typeset."""
    if not fields:
        return None
    if isinstance(fields, str):
        return Image(src=fields)
    return Image(
        src=fields.src,
        alt=typeset(fields.alt, language),
        credit=typeset(fields.credit, language),
        caption=typeset(fields.caption, language),
    )


def alias_paths(aliases: Iterable[str], base: str) -> tuple[str, ...]:
    """Aliases as URL paths, percent-encoded; those that are no path are left out (`alias_findings` names them)."""
    return tuple(with_base(alias_path(alias), base) for alias in aliases if is_path(alias))


def alias_path(alias: str) -> str:
    """An alias closed with a slash unless it names a file: `/alt` → `/alt/`, `/Büro.html` → `/B%C3%BCro.html`.

    It may be typed as read or as copied from a browser; both are the same address.
    """
    path = quote(unquote(alias))
    return path if "." in path.rsplit("/", 1)[-1] else fill_pattern(path)


def is_path(alias: str) -> bool:
    """Whether an alias is a path below the site that a file can answer: no host, no query, no anchor, no way out."""
    path = unquote(alias)
    return path.startswith("/") and not _NO_PATH().search(path)


def alias_findings(document: Document, aliases: Iterable[str]) -> Iterator[Diagnostic]:
    """Every alias that is no path below the site."""
    for alias in aliases:
        if not is_path(alias):
            yield Diagnostic(code="SG403", span=key_span(document, "aliases"), facts={"alias": alias})


def slug_findings(document: Document, slug: str) -> Iterator[Diagnostic]:
    """A slug that an address cannot hold as it is."""
    if slug and slugify(slug) != slug:
        yield Diagnostic(
            code="SG404", span=key_span(document, "slug"), facts={"slug": slug, "suggestion": slugify(slug) or "name"}
        )


def name_findings(document: Document, address: str) -> Iterator[Diagnostic]:
    """A file whose name leaves nothing for its address, where the address has an empty part."""
    if "" in address.split("/"):
        yield Diagnostic(code="SG412", span=Span(file=document.path))


def device_findings(document: Document, url: str) -> Iterator[Diagnostic]:
    """An address for which Windows cannot make a folder."""
    if name := device_in(url):
        yield Diagnostic(code="SG413", span=Span(file=document.path), facts={"name": name})


def key_span(document: Document, key: str) -> Span:
    """Where the value of `key` stands in the front matter; the first line when it is not there."""
    front: Mapping = document.front
    for name, value in front.items:
        if name.text == key:
            return value.span
    return Span(file=document.path, line=1)
