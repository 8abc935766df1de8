"""The sources of the site, pushed: a pipeline over there builds and publishes. Commits nothing of its own accord.

Going back is one commit with the files of the version before, on top of what is there; nothing is ever forced.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sitegen.diagnostics import Diagnostic, Span
from sitegen.publish import wording
from sitegen.publish.changes import changes_between
from sitegen.publish.destination import Item, Proposal
from sitegen.publish.records import Facts, Version
from sitegen.publish.store import Store
from sitegen.publish.target import refused
from sitegen.publish.targets.git import Git, restoring
from sitegen.publish.transfer import Tell
from sitegen.settings.publish import GitPushTarget

_NAMED: Final = 5
_EMPTY_TREE: Final = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""git's name for no files at all."""


class GitPushDestination:
    """The branch that `said` names, or the one that is checked out."""

    def __init__(self, root: Path, said: GitPushTarget) -> None:
        self._store = Store(root, key=f"git-push:{said.remote}:{said.branch}")
        self._said = said
        self._git = Git(root, remote=said.remote)
        self._branch = said.branch
        self._tip = ""
        self._head = ""
        self._facts = Facts()
        self._commit = ""
        self._earlier = ""

    @property
    def name(self) -> str:
        """The branch and where it lies."""
        return f"{self._said.remote}/{self._branch}"

    def __enter__(self) -> Self:
        if not self._git.line("rev-parse", "--git-dir"):
            raise refused("SG664", reason=wording.NO_REPOSITORY)
        self._branch = self._branch or self._git.line("symbolic-ref", "--quiet", "--short", "HEAD")
        if not self._branch:
            raise refused("SG664", reason=wording.NO_BRANCH)
        self._head = self._git.line("rev-parse", "--verify", "--quiet", "HEAD")
        if not self._head:
            raise refused("SG664", reason=wording.NOTHING_COMMITTED)
        self._tip = self._git.fetched(self._branch)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to let go of."""

    def propose(self, wanted: Version) -> Proposal:
        """Which files differ, and what of them means something, as far as this machine knows what was published."""
        if self._tip and not self._follows(self._tip, self._head):
            raise refused("SG664", reason=wording.BEHIND)
        self._facts = wanted.facts
        self._commit = self._head
        known = self._store.newest()
        return push_proposal(
            self._git,
            before=self._tip,
            after=self._head,
            changes=(known.facts, wanted.facts) if known else None,
            notes=tuple(self._uncommitted()),
        )

    def publish(self, *, now: datetime, tell: Tell) -> None:
        """Push, and remember what by."""
        self._git.push(self._commit, self._branch)
        tell(1, 1)
        version = Version(id=self._commit, at=now.isoformat(timespec="seconds"), facts=self._facts)
        self._store.published(version, before=None)

    def propose_return(self) -> Proposal:
        """The version pushed before, or the commit before."""
        if not self._tip:
            raise refused("SG661")
        if self._tip != self._head:
            is_ahead = self._follows(self._tip, self._head)
            raise refused("SG664", reason=wording.UNPUSHED if is_ahead else wording.BEHIND)
        if any(self._uncommitted()):
            raise refused("SG664", reason=wording.UNCOMMITTED)
        self._earlier = self._store.before(self._git.meant(self._tip)) or self._git.before(self._tip)
        if not self._earlier or not self._git.line("rev-parse", "--verify", "--quiet", f"{self._earlier}^{{commit}}"):
            raise refused("SG661")
        now, then = self._store.newest(), self._store.version(self._earlier)
        known = (now.facts, then.facts) if now and then else None
        self._facts = then.facts if then else Facts()
        return push_proposal(self._git, before=self._tip, after=self._earlier, changes=known, notes=())

    def go_back(self, *, now: datetime, tell: Tell) -> None:
        """Commit here what was there before, and push it."""
        commit = self._git.commit(f"{self._earlier}^{{tree}}", parent=self._tip, message=restoring(self._earlier))
        self._git.run("merge", "--quiet", "--ff-only", commit)
        self._git.push(commit, self._branch)
        tell(1, 1)
        version = Version(id=self._earlier, at=now.isoformat(timespec="seconds"), facts=self._facts)
        self._store.went_back_to(version)

    def _follows(self, earlier: str, later: str) -> bool:
        return self._git.tried("merge-base", "--is-ancestor", earlier, later).code == 0

    def _uncommitted(self) -> Iterator[Diagnostic]:
        """SG668, if the working tree holds what no commit does."""
        listing = self._git.run("status", "--porcelain", "-z", "--untracked-files=normal", "--no-renames").decode()
        files = [line[3:] for line in listing.split("\0") if line]
        if files:
            named = ", ".join(files[:_NAMED]) + (" …" if len(files) > _NAMED else "")
            yield Diagnostic(code="SG668", span=Span(file=""), facts={"files": named})


def push_proposal(
    git: Git, *, before: str, after: str, changes: tuple[Facts, Facts] | None, notes: tuple[Diagnostic, ...]
) -> Proposal:
    """What a push from `before` to `after` would bring."""
    listing = git.run("diff-tree", "-r", "-z", "--name-status", "--no-renames", before or _EMPTY_TREE, after).decode()
    words = [word for word in listing.split("\0") if word]
    files = dict(zip(words[1::2], words[::2], strict=True))
    return Proposal(
        put=tuple(Item(path=path, size=-1, is_new=fate == "A") for path, fate in files.items() if fate != "D"),
        gone=tuple(path for path, fate in files.items() if fate == "D"),
        changes=changes_between(*changes) if changes else (),
        is_first=not before,
        notes=notes,
        facts=changes[1] if changes else Facts(),
    )
