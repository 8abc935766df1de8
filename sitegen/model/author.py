"""From a document below `content/authors/` to an author, and authors made from a mere name in a post."""

from __future__ import annotations

from sitegen.model.addresses import fill_pattern, with_base
from sitegen.model.common import alias_findings, alias_paths, image_from, slug_findings, typeset
from sitegen.model.entries import Author
from sitegen.model.excerpt import excerpt_of
from sitegen.model.front_matter import AuthorFields
from sitegen.model.made import EntryOptions, Made
from sitegen.model.naming import bare_name
from sitegen.schema.convert import convert
from sitegen.settings.settings import OFF
from sitegen.sources.document import Document
from sitegen.text.slugs import slugify


def author_url(slug: str, options: EntryOptions) -> str:
    """The address of an author's page; empty where the site has none."""
    pattern = options.permalinks.author
    return "" if pattern == OFF else with_base(fill_pattern(pattern, slug=slug), options.base)


def author_from(document: Document, options: EntryOptions) -> Made[Author]:
    """The author of a document, or none and the errors of its front matter."""
    converted = convert(document.front, AuthorFields)
    fields = converted.value
    if fields is None:
        return Made(entry=None, findings=converted.findings)
    slug = slugify(fields.slug or bare_name(document.path)) or "autor"
    author = Author(
        id=bare_name(document.path),
        source=document.path,
        body_line=document.body_line,
        url=author_url(slug, options),
        slug=slug,
        title=typeset(fields.title, options.language),
        summary=typeset(fields.summary or excerpt_of(document.body), options.language),
        is_summarised=bool(fields.summary),
        image=image_from(fields.image, options.language),
        aliases=alias_paths(fields.aliases, options.base),
        role=typeset(fields.role, options.language),
        website=fields.website,
    )
    findings = (*alias_findings(document, fields.aliases), *slug_findings(document, fields.slug))
    return Made(entry=author, findings=(*converted.findings, *findings))


def author_from_name(name: str, options: EntryOptions) -> Author:
    """An author known only by the name that a post gives."""
    slug = slugify(name) or "autor"
    return Author(id=slug, source="", body_line=0, url=author_url(slug, options), slug=slug, title=name)
