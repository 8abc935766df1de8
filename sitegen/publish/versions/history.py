"""Which versions of the site were online, and how to bring one of them back.

Each publication is a commit on a branch of its own (`veroeffentlicht`): the files it was built of, and as its date the
instant it was built for. So when the site was last published is known without a file, a cache or an account, and an
owner can look at her versions in the forge. Bringing one back is a new commit on the working branch; nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

import msgspec

from sitegen.publish.versions.repository import Rejected, Repository, Tree
from sitegen.text.locales import Language
from sitegen.text.moments import BERLIN, Moment, long_date

BRANCH: Final = "veroeffentlicht"
MESSAGE: Final = "Veröffentlicht am {when}"
RESTORED: Final = "Fassung vom {when} wiederhergestellt"

PIPELINE: Final = (".github/", ".forgejo/", ".gitea/", ".gitlab-ci.yml")
"""What stays as it is when an older version comes back: how the site is published, which tokens may not change."""
BOOKKEEPING: Final = ("published-urls.txt",)
"""Written by each publication; two versions that differ in nothing else are the same to the owner."""

_REMEMBERED: Final = 50
"""So many versions one can go back."""
_TRIES: Final = 5


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """One publication."""

    commit: str
    at: datetime
    """For which instant the site was built; aware."""


class Restored(msgspec.Struct, frozen=True, kw_only=True):
    """A version that has been brought back."""

    version: Version
    commit: str
    """On the working branch."""


def last_published(repository: Repository) -> Version | None:
    """The newest publication; None before the first. Raises GitError."""
    tip = repository.tip(BRANCH)
    if not tip:
        return None
    repository.fetch(tip)
    return _versions(repository, tip, limit=1)[0]


def remember(repository: Repository, *, source: str, at: datetime) -> Version:
    """Note that the site was published from the commit `source`, built for the instant `at`. Raises GitError."""
    message = f"{MESSAGE.format(when=spoken(at))}\n\n{source}\n"
    for left in reversed(range(_TRIES)):
        tip = repository.tip(BRANCH)
        if tip:
            repository.fetch(tip)
        commit = repository.commit(
            repository.tree(source), parents=[tip] if tip else [], message=message, at=at.astimezone(BERLIN)
        )
        try:
            repository.push(commit, branch=BRANCH)
        except Rejected:
            if not left:
                raise
            continue
        return Version(commit=commit, at=at)
    raise AssertionError  # the loop returns or raises


def restore(repository: Repository, *, branch: str, back: int, now: datetime, folder: str = "") -> Restored | None:
    """Bring back the `back`-th newest version that is not what `branch` holds now; None if there is none.

    The first is what was online before, or what still is, when changes since then were never published. `folder` is the
    way to the site (`website/`); what lies outside stays, and so does the pipeline. Raises GitError, and Rejected where
    somebody pushes meanwhile: what she has just written must not vanish.
    """
    published = repository.tip(BRANCH)
    tip = repository.tip(branch)
    if not published or not tip:
        return None
    repository.fetch(published, depth=_REMEMBERED)
    repository.fetch(tip)
    here = repository.tree(tip)
    others = _different(repository, _versions(repository, published, limit=_REMEMBERED), here, folder=folder)
    version = next((found for number, found in enumerate(others, 1) if number == back), None)
    if version is None:
        return None
    commit = repository.commit(
        merged(repository.tree(version.commit), here, folder=folder),
        parents=[tip],
        message=f"{RESTORED.format(when=spoken(version.at))}\n",
        at=now,
    )
    repository.push(commit, branch=branch)
    return Restored(version=version, commit=commit)


def merged(old: Tree, here: Tree, *, folder: str) -> Tree:
    """The site of `old` in the repository `here`."""
    kept = {path: blob for path, blob in here.items() if not _is_site(path, folder)}
    return {**kept, **{path: blob for path, blob in old.items() if _is_site(path, folder)}}


def content_of(tree: Tree, *, folder: str) -> Tree:
    """What of `tree` the owner would call her site."""
    notes = {f"{folder}{name}" for name in BOOKKEEPING}
    return {path: blob for path, blob in tree.items() if _is_site(path, folder) and path not in notes}


def spoken(at: datetime) -> str:
    """`24. Dezember 2026 um 08:00 Uhr`, in Berlin."""
    local = at.astimezone(BERLIN)
    return f"{long_date(Moment.of(local, 'minute'), Language.DE)} um {local:%H:%M} Uhr"


def _different(repository: Repository, versions: Sequence[Version], here: Tree, *, folder: str) -> Iterator[Version]:
    """The versions unlike `here`, the newest first, each once."""
    seen = [content_of(here, folder=folder)]
    for version in versions:
        content = content_of(repository.tree(version.commit), folder=folder)
        if content not in seen:
            seen.append(content)
            yield version


def _is_site(path: str, folder: str) -> bool:
    return path.startswith(folder) and not path.startswith(PIPELINE)


def _versions(repository: Repository, tip: str, *, limit: int) -> list[Version]:
    listed = repository.git("log", "--first-parent", f"--max-count={limit}", "--format=%H %cI", tip)
    parted = [line.split(" ") for line in listed.splitlines()]
    return [Version(commit=commit, at=datetime.fromisoformat(at)) for commit, at in parted]
