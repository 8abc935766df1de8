"""Lists of categories, tags and authors for which Windows cannot make a folder, since it keeps their name for a device.

Of a text that is called so it is said where the text is read. Never names a list anew: its address would be another.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.addresses import device_in
from sitegen.model.entries import Post
from sitegen.model.site import Taxonomy, Term
from sitegen.plan.questions.site import SiteView
from sitegen.sources.whereabouts import Whereabouts
from sitegen.text.slugs import slugify


def device_lists(questions: SiteView, where: Whereabouts) -> Iterator[Diagnostic]:
    """One finding for each such list, at the newest post that asks for it."""
    for taxonomy in get_args(Taxonomy):
        for group in questions.terms(taxonomy):
            term = group.term
            if (name := device_in(term.url)) and not _has_file(term, questions):
                facts = {"name": name, "term": term.name}
                yield Diagnostic(code="SG414", span=_place(term, group.posts[0], where), facts=facts)


def _has_file(term: Term, questions: SiteView) -> bool:
    author = questions.author(term.slug) if term.taxonomy == "author" else None
    return bool(author and author.source)


def _place(term: Term, post: Post, where: Whereabouts) -> Span:
    if term.taxonomy == "tag":
        number = next(number for number, tag in enumerate(post.tags) if slugify(tag) == term.slug)
        return where.field(post.source, "tags", number)
    return where.field(post.source, term.taxonomy)
