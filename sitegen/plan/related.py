"""Which posts belong together: shared series, tags and category weigh, nearness in time decides between equals.

Pure and deterministic; nothing is measured from bodies, so an edited body leaves the answer alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sitegen.model.entries import Post
from sitegen.plan.terms import TermIndex
from sitegen.text.slugs import slugify

TAG_WEIGHT = 3
SERIES_WEIGHT = 4
CATEGORY_WEIGHT = 1
CANDIDATES = 60
"""How many of a term's posts are looked at, so that a large blog costs no more a post than a small one."""


def related_posts(
    post: Post, count: int, *, tags: TermIndex, categories: TermIndex, series: Sequence[Post]
) -> tuple[Post, ...]:
    """The `count` posts nearest to `post`, best first; posts that share nothing are never among them."""
    weights: defaultdict[str, int] = defaultdict(int)
    found: dict[str, Post] = {}
    groups: list[tuple[Sequence[Post], int]] = [
        (tags[slug].posts, TAG_WEIGHT) for slug in dict.fromkeys(map(slugify, post.tags))
    ]
    if post.category:
        groups.append((categories[slugify(post.category)].posts, CATEGORY_WEIGHT))
    groups.append((series, SERIES_WEIGHT))
    for posts, weight in groups:
        for other in posts[:CANDIDATES]:
            if other.id != post.id:
                weights[other.id] += weight
                found[other.id] = other
    ranked: list[Post] = []
    for weight in sorted(set(weights.values()), reverse=True):
        if len(ranked) >= count:
            break
        equals = [other for name, other in found.items() if weights[name] == weight]
        ranked += sorted(equals, key=lambda other: (abs(other.date.instant - post.date.instant), other.id))
    return tuple(ranked[:count])
