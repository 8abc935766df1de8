"""Lay the sites: for each program its own, with the same texts in its own convention.

Everything happens below one folder for a size; what was there before is replaced.
"""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from benchmarks import corpus
from benchmarks.corpus import Post
from benchmarks.front_matter import written
from benchmarks.peers import FOLDER, OURS, Peer

_PICTURES: Final = FOLDER / OURS / "static" / "bilder"
"""One small picture, which half of the posts show; all programs pass it on as it is."""


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """What must come out, whichever program builds."""

    posts: int
    html: int
    """How many HTML files there are."""
    edited: Post
    """The post that is edited: as good as in the middle of time, so that it has neighbours on both sides."""
    places: int
    """How many pages show its title: its own, its neighbours', one of the home pages, archive, category, tags."""


class Laid(msgspec.Struct, frozen=True, kw_only=True):
    """The site of one program, ready to be built."""

    peer: Peer
    root: Path

    @property
    def output(self) -> Path:
        """Where its finished pages come."""
        return self.root / self.peer.output

    @property
    def layout(self) -> Path:
        """The frame of its pages."""
        return self.root / self.peer.layout

    def file_of(self, post: Post) -> Path:
        """The source of a post."""
        return self.root / self.peer.posts / f"{post.slug}.md"


def expected(posts: int) -> Expected:
    """What follows from the texts alone. There must be three posts at least."""
    moments: list[tuple[datetime, int]] = []
    terms: set[tuple[str, str]] = set()
    for number, post in enumerate(corpus.all_posts(posts)):
        moments.append((post.date, number))
        terms |= {("tag", tag) for tag in post.tags} | {("category", post.category)}
    edited = corpus.post(sorted(moments)[posts // 2][1], posts=posts)
    home_pages = -(-posts // 10)
    alone = 4  # the archive, the two overviews of terms, and the page for addresses that are not there
    return Expected(
        posts=posts,
        html=posts + len(corpus.all_pages(1)) + home_pages + len(terms) + alone,
        edited=edited,
        places=1 + 2 + 1 + 1 + 1 + len(edited.tags),
    )


def lay(peer: Peer, folder: Path, *, posts: int) -> Laid:
    """Put the site of `peer` with all texts into a folder of its own in `folder`."""
    laid = Laid(peer=peer, root=folder / peer.name)
    shutil.rmtree(laid.root, ignore_errors=True)
    shutil.copytree(peer.folder, laid.root, ignore=shutil.ignore_patterns("peer.toml", "__pycache__"))
    shutil.copytree(_PICTURES, laid.root / peer.pictures, dirs_exist_ok=True)
    for place, texts in ((peer.posts, corpus.all_posts(posts)), (peer.pages, corpus.all_pages(posts))):
        target = laid.root / place
        target.mkdir(parents=True, exist_ok=True)
        for text in texts:
            (target / f"{text.slug}.md").write_text(written(text, peer.flavour), "utf-8")
    return laid
