"""A branch with the finished pages: one commit for each version, made from blobs and pushed.

The working tree is never touched. The branch's history is what `--undo` goes back through, from any machine.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sitegen.build.lock import SiteLock, lock_on
from sitegen.publish import wording
from sitegen.publish.destination import Proposal, proposal_for
from sitegen.publish.difference import difference
from sitegen.publish.records import MANIFEST, UnreadableError, Version, encoded, read_version
from sitegen.publish.store import Store
from sitegen.publish.target import refused
from sitegen.publish.targets.git import Git, restoring
from sitegen.publish.transfer import Plan, Remote, Tell
from sitegen.settings.publish import GitBranchTarget
from sitegen.text.locales import Language
from sitegen.text.moments import Moment, long_date

_NO_JEKYLL: Final = ".nojekyll"
"""Without it GitHub Pages leaves out files that begin with an underscore."""
_FILE: Final = "100644"
_ABSENT: Final = "0" * 40


class GitBranchDestination:
    """The branch that `said` names."""

    def __init__(self, root: Path, said: GitBranchTarget) -> None:
        self._store = Store(root, key=f"git-branch:{said.remote}:{said.branch}")
        self._root = root
        self._said = said
        self._git: Git
        self._tip = ""
        self._plan: Plan | None = None
        self._earlier = ""
        self._lock: SiteLock | None = None

    @property
    def name(self) -> str:
        """The branch and where it lies."""
        return f"{self._said.remote}/{self._said.branch}"

    def __enter__(self) -> Self:
        self._store.lock_file.parent.mkdir(parents=True, exist_ok=True)
        self._lock = lock_on(self._store.lock_file)
        if self._lock is None:
            raise refused("SG660", target=self.name)
        try:
            self._git = Git(self._repository(), remote=self._said.remote)
            self._tip = self._git.fetched(self._said.branch)
        except BaseException:
            self._lock.release()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lock is not None:
            self._lock.release()

    def propose(self, wanted: Version) -> Proposal:
        """By the manifest that lies in the branch."""
        remote = self._remote(self._tip)
        found = difference(wanted.files, remote.files)
        foreign = tuple(sorted(found.new & self._paths(self._tip)))
        self._plan = Plan(wanted=wanted, remote=remote, difference=found, foreign=foreign)
        return proposal_for(self._plan)

    def publish(self, *, now: datetime, tell: Tell) -> None:
        """One commit on top of what is there, and a push."""
        assert self._plan is not None, "nothing was proposed"
        tree = self._tree(self._plan)
        date = long_date(Moment.of(now, "day"), Language.DE)
        commit = self._git.commit(tree, parent=self._tip, message=f"{wording.COMMIT.format(date=date)}\n")
        self._git.push(commit, self._said.branch, options=("--no-verify",))
        tell(len(self._plan.difference.put), len(self._plan.difference.put))
        self._store.published(self._plan.wanted, before=None)

    def propose_return(self) -> Proposal:
        """By the history of the branch."""
        earlier = self._git.before(self._tip) if self._tip else ""
        before = self._remote(earlier).version if earlier else None
        if before is None:
            raise refused("SG661")
        self._earlier = earlier
        remote = self._remote(self._tip)
        return proposal_for(Plan(wanted=before, remote=remote, difference=difference(before.files, remote.files)))

    def go_back(self, *, now: datetime, tell: Tell) -> None:  # noqa: ARG002 -- git knows what time it is
        """A new commit with the earlier files."""
        commit = self._git.commit(f"{self._earlier}^{{tree}}", parent=self._tip, message=restoring(self._earlier))
        self._git.push(commit, self._said.branch, options=("--no-verify",))
        tell(1, 1)

    def _repository(self) -> Path:
        """The owner's own repository, for its accesses; a bare one of ours where she has none but names an address."""
        git = Git(self._root, remote=self._said.remote)
        if git.line("rev-parse", "--git-dir"):
            return self._root
        if ":" not in self._said.remote and "/" not in self._said.remote:
            raise refused("SG664", reason=wording.NO_REPOSITORY)
        bare = self._store.work / "git"
        if not (bare / "HEAD").is_file():
            bare.mkdir(parents=True, exist_ok=True)
            Git(bare, remote="").run("init", "--quiet", "--bare", "--template=")
        return bare

    def _remote(self, commit: str) -> Remote:
        finished = self._git.tried("cat-file", "blob", f"{commit}:{MANIFEST}") if commit else None
        if finished is None or finished.code != 0:
            return Remote()
        try:
            version = read_version(finished.stdout)
        except UnreadableError as error:
            raise refused("SG659", target=self.name) from error
        return Remote(version=version, files=version.files)

    def _paths(self, commit: str) -> frozenset[str]:
        listing = self._git.run("ls-tree", "-r", "-z", "--name-only", commit) if commit else b""
        return frozenset(listing.decode("utf-8", "surrogateescape").split("\0"))

    def _tree(self, plan: Plan) -> str:
        """The branch's files with the plan carried out: what is not ours stays."""
        put, found = plan.difference.put, plan.difference
        sources = "".join(f"{self._store.blob(stamp.digest)}\n" for stamp in put.values())
        blobs = (
            self._git.run("hash-object", "-w", "--no-filters", "--stdin-paths", stdin=sources.encode()).decode().split()
        )
        extra = {MANIFEST: encoded(plan.wanted), _NO_JEKYLL: b""}
        written = {path: self._blob(content) for path, content in extra.items()}
        lines = [f"0 {_ABSENT}\t{path}" for path in found.gone]
        lines += [f"{_FILE} {blob}\t{path}" for path, blob in {**dict(zip(put, blobs, strict=True)), **written}.items()]
        index = self._store.work / "index"
        index.parent.mkdir(parents=True, exist_ok=True)
        surroundings = {"GIT_INDEX_FILE": str(index.absolute())}
        try:
            self._git.run("read-tree", self._tip or "--empty", environment=surroundings)
            stdin = "".join(f"{line}\0" for line in lines).encode()
            self._git.run("update-index", "-z", "--index-info", environment=surroundings, stdin=stdin)
            return self._git.run("write-tree", environment=surroundings).decode().strip()
        finally:
            with suppress(FileNotFoundError):
                index.unlink()

    def _blob(self, content: bytes) -> str:
        return self._git.run("hash-object", "-w", "--stdin", stdin=content).decode().strip()
