"""The comments of a site, found in `content/comments/<post>/<ulid>.md` and brought together: what strangers have sent.

A file that is not right is a finding and no comment; every other one is shown. No link is followed. What is in a file
is the business of `comments_made`, which a site without comments does not need.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

import msgspec

from sitegen.build.memory.memo import Memo
from sitegen.build.texts.reading import is_comment
from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.comments.comment import FOLDER, LARGEST, PENDING_FOLDER, Comment
from sitegen.model.comments.text import Rendered
from sitegen.model.comments.threads import Discussion, Settled, settled
from sitegen.sources.scan import SourceFile, load

if TYPE_CHECKING:
    from sitegen.build.texts.comments_made import CommentMade

_DEPTH: Final = FOLDER.count("/") + 2
"""Slashes in the path of a comment: before its post's folder and before its own name."""
_GIT_PATIENCE: Final = 10
"""Seconds."""


class CommentsRead(msgspec.Struct, frozen=True, kw_only=True):
    """What was said about each post, and what is wrong with the files."""

    discussions: dict[str, Discussion]
    """By id of the post."""
    findings: tuple[Diagnostic, ...]


def read_comments(root: Path, files: Iterable[SourceFile], *, posts: frozenset[str], memo: Memo) -> CommentsRead:
    """Read the comments among `files` below `root`; `posts` are the ids of all posts there are."""
    mine = [file for file in files if is_comment(file.path)]
    findings = [*tracked_pending(root)]
    raws: dict[str, bytes] = {}
    links = linked(root, mine)
    findings += [Diagnostic(code="SG756", span=Span(file=path)) for path in sorted(links)]
    for file in mine:
        if links.isdisjoint(upwards(file.path)):
            raw = content_of(root, file)
            if isinstance(raw, Diagnostic):
                findings.append(raw)
            else:
                raws[file.path] = raw
    made = made_of_all(raws, memo)
    findings += [found for one in made for found in one.read.findings]
    by_post = grouped(made)
    return CommentsRead(
        discussions={
            post: Discussion(comments=group.comments, texts=texts) for post, (group, texts) in by_post.items()
        },
        findings=(*findings, *thread_findings(by_post.values()), *homeless(by_post, posts)),
    )


def linked(root: Path, files: Iterable[SourceFile]) -> frozenset[str]:
    """The paths that are symbolic links: of these files, and of the folders that hold them."""
    seen = {path for file in files for path in upwards(file.path)}
    top = str(root)
    return frozenset(path for path in seen if os.path.islink(f"{top}/{path}"))  # noqa: PTH114 - thrice as fast, and there are thousands


def upwards(path: str) -> tuple[str, ...]:
    """The path itself, the folder of its post, and the folder of all comments."""
    parts = path.split("/")
    return tuple("/".join(parts[:length]) for length in range(2, len(parts) + 1))


def content_of(root: Path, file: SourceFile) -> bytes | Diagnostic:
    """The bytes of a file, or why it is left alone."""
    if file.path.count("/") != _DEPTH or not file.path.endswith(".md"):
        return Diagnostic(code="SG757", span=Span(file=file.path))
    if file.size > LARGEST:
        facts = {"size": file.size, "most": LARGEST}
        return Diagnostic(code="SG740", span=Span(file=file.path), facts=facts)
    return load(root, file.path)


def made_of_all(raws: dict[str, bytes], memo: Memo) -> list[CommentMade]:
    """What comes of each file, in their order."""
    if not raws:
        return []
    from sitegen.build.texts.comments_made import remembered

    return remembered(raws, memo)


Group = tuple[Settled, dict[str, Rendered]]
"""The comments of one post, and their texts by ULID."""


def grouped(made: Iterable[CommentMade]) -> dict[str, Group]:
    """The comments by post, settled."""
    comments: dict[str, list[Comment]] = defaultdict(list)
    texts: dict[str, dict[str, Rendered]] = defaultdict(dict)
    for one in made:
        comment = one.read.value
        if comment is not None:
            post = normalize("NFC", comment.post)
            comments[post].append(comment)
            texts[post][comment.id] = one.text
    return {post: (settled(ones), texts[post]) for post, ones in comments.items()}


def thread_findings(groups: Iterable[Group]) -> Iterator[Diagnostic]:
    """Comments that answer nothing that is there, and those that answer one another."""
    for group, _ in groups:
        for comment in group.orphans:
            yield Diagnostic(code="SG753", span=Span(file=comment.path))
        for comment in group.circular:
            yield Diagnostic(code="SG755", span=Span(file=comment.path))


def homeless(groups: dict[str, Group], posts: frozenset[str]) -> Iterator[Diagnostic]:
    """Folders that are named like no post."""
    known = {normalize("NFC", post) for post in posts}
    for post, (group, _) in groups.items():
        if post not in known:
            facts: dict[str, str | int] = {"post": post, "count": len(group.comments)}
            yield Diagnostic(code="SG754", span=Span(file=f"{FOLDER}/{group.comments[0].post}"), facts=facts)


def tracked_pending(root: Path) -> Iterator[Diagnostic]:
    """What nobody has decided about yet and git knows all the same; nothing where there is no git."""
    if not os.path.isdir(root / PENDING_FOLDER):  # noqa: PTH112 -- never raises, unlike that of pathlib
        return
    for path in git_files(root, PENDING_FOLDER):
        yield Diagnostic(code="SG752", span=Span(file=path))


def git_files(root: Path, folder: str) -> Sequence[str]:
    """The files below `folder` that git tracks, relative to `root`."""
    import subprocess

    command = ("git", "-C", str(root), "ls-files", "-z", "--", folder)
    try:
        done = subprocess.run(command, capture_output=True, timeout=_GIT_PATIENCE, check=True)  # noqa: S603 - a fixed program
    except (OSError, subprocess.SubprocessError):
        return ()
    return [path for path in done.stdout.decode("utf-8", "replace").split("\0") if path]
