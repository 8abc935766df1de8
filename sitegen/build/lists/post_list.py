"""The posts of a site without building it: settings and heads of posts are read, nothing is rendered and written.

What is wrong with a post is for a build to say; a post that cannot be read is not among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from sitegen.build.texts.gathering import entry_options, read_settings_text
from sitegen.build.texts.reading import kind_of
from sitegen.diagnostics import Diagnostic
from sitegen.model.entries import Post
from sitegen.model.post import post_from
from sitegen.settings.load import load
from sitegen.settings.settings import Settings
from sitegen.sources.document import read_document
from sitegen.sources.scan import load as read_file
from sitegen.sources.scan import scan


class PostsRead(msgspec.Struct, frozen=True, kw_only=True):
    """Settings and posts, or what is wrong with `site.yaml`."""

    settings: Settings | None
    posts: tuple[Post, ...] = ()
    """Drafts and posts to come, too: a comment belongs to a post whether it is published or not."""
    findings: tuple[Diagnostic, ...] = ()


def read_posts(root: Path) -> PostsRead:
    """The posts of the site in `root`, in the order of their files."""
    site_file = read_settings_text(root)
    if site_file.text is None:
        return PostsRead(settings=None, findings=site_file.findings)
    loaded = load(site_file.text)
    if loaded.settings is None:
        return PostsRead(settings=None, findings=(*site_file.findings, *loaded.findings))
    return PostsRead(settings=loaded.settings, posts=tuple(_posts(root, loaded.settings)))


def _posts(root: Path, settings: Settings) -> Iterator[Post]:
    options = entry_options(settings)
    for file in scan(root, "content/blog").files:
        raw = read_file(root, file.path) if file.path.endswith(".md") and kind_of(file.path) == "post" else None
        document = read_document(file.path, raw)[0] if isinstance(raw, bytes) else None
        post = post_from(document, options).entry if document else None
        if post:
            yield post
