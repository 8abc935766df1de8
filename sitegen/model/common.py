"""What posts, pages, services and authors have in common while they are made from front matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.addresses import fill_pattern, with_base
from sitegen.model.entries import Image
from sitegen.model.front_matter import ImageFields
from sitegen.schema.nodes import Mapping
from sitegen.sources.document import Document
from sitegen.text.locales import Language, typography_of
from sitegen.text.slugs import slugify
from sitegen.text.typography import typeset_text


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
    """Aliases as URL paths; those that are no path are left out (`alias_findings` names them)."""
    return tuple(with_base(alias_path(alias), base) for alias in aliases if alias.startswith("/"))


def alias_path(alias: str) -> str:
    """An alias closed with a slash unless it names a file: `/alt` → `/alt/`, `/alt.html` stays."""
    return alias if "." in alias.rsplit("/", 1)[-1] else fill_pattern(alias)


def alias_findings(document: Document, aliases: Iterable[str]) -> Iterator[Diagnostic]:
    """Every alias that does not begin with a slash."""
    for alias in aliases:
        if not alias.startswith("/"):
            yield Diagnostic(code="SG403", span=key_span(document, "aliases"), facts={"alias": alias})


def slug_findings(document: Document, slug: str) -> Iterator[Diagnostic]:
    """A slug that an address cannot hold as it is."""
    if slug and slugify(slug) != slug:
        yield Diagnostic(
            code="SG404", span=key_span(document, "slug"), facts={"slug": slug, "suggestion": slugify(slug) or "name"}
        )


def key_span(document: Document, key: str) -> Span:
    """Where the value of `key` stands in the front matter; the first line when it is not there."""
    front: Mapping = document.front
    for name, value in front.items:
        if name.text == key:
            return value.span
    return Span(file=document.path, line=1)
