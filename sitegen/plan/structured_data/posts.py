"""A blog post."""

from __future__ import annotations

from sitegen.model.entries import Post
from sitegen.plan.structured_data.business import publisher
from sitegen.plan.structured_data.comments import comment_properties
from sitegen.plan.structured_data.known import Known
from sitegen.plan.structured_data.people import image, person_in_short
from sitegen.plan.structured_data.things import Thing, thing
from sitegen.text.moments import rfc3339


def blog_posting(post: Post, known: Known) -> Thing:
    """A post; dates with their zone, as Google's structured data for articles asks for."""
    url = known.absolute(post.url)
    authors = (known.author(slug) for slug in post.authors)
    return thing(
        "BlogPosting",
        {
            "@id": f"{url}#post",
            "mainEntityOfPage": url,
            "url": url,
            "headline": post.title,
            "description": post.summary,
            "datePublished": rfc3339(post.date),
            "dateModified": rfc3339(post.updated or post.date),
            "author": [person_in_short(author, known) for author in authors if author],
            "publisher": publisher(known),
            "image": image(post, known),
            "inLanguage": known.site.settings.language.value,
            "articleSection": post.category,
            "keywords": list(post.tags),
            **comment_properties(post, known),
        },
    )
