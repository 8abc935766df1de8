"""From a document to a page by its path.

`content/blog/index.md` and `content/services/index.md` are the texts above the generated lists and get their addresses.
"""

from __future__ import annotations

from sitegen.model.addresses import fill_pattern, with_base
from sitegen.model.common import alias_findings, alias_paths, image_from, name_findings, slug_findings, typeset
from sitegen.model.entries import Page
from sitegen.model.excerpt import excerpt_of
from sitegen.model.front_matter import PageFields
from sitegen.model.made import EntryOptions, Made
from sitegen.model.naming import page_path
from sitegen.model.sections import typeset_sections
from sitegen.schema.convert import convert
from sitegen.settings.settings import OFF, Permalinks
from sitegen.sources.document import Document

BLOG_INTRODUCTION = "content/blog/index.md"
SERVICES_INTRODUCTION = "content/services/index.md"
HOME = "content/index.md"
NOT_FOUND = "content/404.md"


def page_from(document: Document, options: EntryOptions) -> Made[Page]:
    """The page of a document, or none and the errors of its front matter."""
    converted = convert(document.front, PageFields)
    fields = converted.value
    if fields is None:
        return Made(entry=None, findings=converted.findings)
    path = page_path(document.path)
    if fields.slug:
        path = "/".join((*path.split("/")[:-1], fields.slug))
    nameless = tuple(name_findings(document, path)) if document.path != HOME else ()
    if nameless:
        return Made(entry=None, findings=(*converted.findings, *nameless))
    page = Page(
        id=fields.id or path or "start",
        source=document.path,
        body_line=document.body_line,
        url=with_base(page_url(document.path, path, options.permalinks), options.base),
        slug=path.rsplit("/", 1)[-1],
        title=typeset(fields.title, options.language),
        summary=typeset(fields.summary or excerpt_of(document.body), options.language),
        search_title=typeset(fields.search_title, options.language),
        is_summarised=bool(fields.summary),
        image=image_from(fields.image, options.language),
        aliases=alias_paths(fields.aliases, options.base),
        tone=fields.tone,
        form=fields.form,
        layout=fields.layout,
        draft=fields.draft,
        noindex=fields.noindex,
        sections=typeset_sections(fields.sections, options.language),
        data=fields.data,
    )
    findings = (*alias_findings(document, fields.aliases), *slug_findings(document, fields.slug))
    return Made(entry=page, findings=(*converted.findings, *findings))


def page_url(source: str, path: str, permalinks: Permalinks) -> str:
    """The page's path from the root of the site."""
    listing = {BLOG_INTRODUCTION: permalinks.blog, SERVICES_INTRODUCTION: permalinks.services}.get(source, OFF)
    if listing != OFF:
        return fill_pattern(listing)
    if source == NOT_FOUND:
        return "/404.html"
    return fill_pattern(permalinks.page, path=path) if path else "/"
