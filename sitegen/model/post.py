"""From a document below `content/blog/` to a post. Whether it is published now is decided in `assemble`."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.model.addresses import fill_pattern, with_base
from sitegen.model.common import (
    alias_findings,
    alias_paths,
    image_from,
    key_span,
    name_findings,
    slug_findings,
    typeset,
)
from sitegen.model.entries import Post
from sitegen.model.excerpt import excerpt_of, minutes_to_read
from sitegen.model.front_matter import PostFields
from sitegen.model.made import EntryOptions, Made
from sitegen.model.naming import bare_name
from sitegen.schema.convert import convert
from sitegen.sources.document import Document
from sitegen.text.slugs import slugify

DEFAULT_AD = "Anzeige"
"""What an advertising post is marked with when the front matter only says that it is one."""


def post_from(document: Document, options: EntryOptions) -> Made[Post]:
    """The post of a document, or none and the errors of its front matter."""
    converted = convert(document.front, PostFields)
    fields = converted.value
    if fields is None:
        return Made(entry=None, findings=converted.findings)
    name = bare_name(document.path)
    slug = slugify(fields.slug or name)
    nameless = tuple(name_findings(document, slug))
    if nameless:
        return Made(entry=None, findings=(*converted.findings, *nameless))
    language = options.language
    lead = typeset(fields.summary, language)
    post = Post(
        id=fields.id or name,
        source=document.path,
        body_line=document.body_line,
        url=with_base(post_path(fields, slug, options), options.base),
        slug=slug,
        title=typeset(fields.title, language),
        summary=lead or typeset(excerpt_of(document.body), language),
        search_title=typeset(fields.search_title, language),
        is_summarised=bool(lead),
        image=image_from(fields.image, language),
        aliases=alias_paths(fields.aliases, options.base),
        tone=fields.tone,
        form=fields.form,
        date=fields.date,
        updated=fields.updated,
        expires=fields.expires,
        draft=fields.draft,
        authors=author_names(fields, options.author),
        category=typeset(fields.category, language),
        tags=tuple(typeset(tag, language) for tag in fields.tags),
        series=typeset(fields.series, language),
        ad=advertised(fields.ad, options),
        ai=fields.ai,
        comments=fields.comments,
        minutes=minutes_to_read(document.body),
    )
    return Made(entry=post, findings=(*converted.findings, *post_findings(document, fields)))


def post_path(fields: PostFields, slug: str, options: EntryOptions) -> str:
    """The post's path from the root of the site."""
    day = fields.date.at
    return fill_pattern(
        options.permalinks.post,
        slug=slug,
        year=f"{day.year}",  # four digits, see `moments`
        month=f"{day.month:02}",
        day=f"{day.day:02}",
        category=slugify(fields.category),
    )


def author_names(fields: PostFields, default: str) -> tuple[str, ...]:
    """Names or file names of the authors, as typed; `assemble` makes slugs of them."""
    names = (*((fields.author,) if fields.author else ()), *fields.authors)
    return tuple(dict.fromkeys(names)) or ((default,) if default else ())


def advertised(ad: bool | str, options: EntryOptions) -> str:  # noqa: FBT001 - the front matter key holds either
    """What the mark of an advertising post says; empty for an ordinary one."""
    if isinstance(ad, str):
        return typeset(ad, options.language)
    return DEFAULT_AD if ad else ""


def post_findings(document: Document, fields: PostFields) -> Iterator[Diagnostic]:
    """What is wrong with fields that are each right by themselves."""
    yield from alias_findings(document, fields.aliases)
    yield from slug_findings(document, fields.slug)
    if fields.updated and fields.updated.instant < fields.date.instant:
        yield Diagnostic(code="SG180", span=key_span(document, "updated"))
    if fields.expires and fields.expires.instant <= fields.date.instant:
        yield Diagnostic(code="SG181", span=key_span(document, "expires"))
