"""A checkout in a pipeline and the repository it came from: fetch, make commits without touching files, push.

A token travels in git's environment, never in an argument, an address or a file. Commits are made of trees, so nothing
that lies in the checkout by chance gets into one. Never decides what a commit holds.
"""

from __future__ import annotations

import base64
import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit, urlunsplit

import msgspec

_TRIES: Final = 5
_IDENTITY: Final = ("sitegen", "sitegen@localhost")
"""Who signs what the pipeline commits."""
_SECONDS: Final = 300
_NOTHING: Final[Mapping[str, str]] = {}

Tree = dict[str, tuple[str, str]]
"""Path → mode and digest of the blob, as `git ls-tree -r` lists them."""


class GitError(Exception):
    """git refused; the text is what it said, without tokens."""


class Rejected(GitError):  # noqa: N818 -- git's own word for it
    """Somebody else has pushed in between."""


class Repository(msgspec.Struct, frozen=True, kw_only=True):
    """A checkout, and how to get at its origin."""

    folder: Path
    token: str = ""
    """Empty where git knows by itself how to sign in, or need not."""
    user: str = "x-access-token"
    """The name that goes with the token."""
    push_options: tuple[str, ...] = ()
    """What the forge is told about a push: GitLab's `ci.skip`, where the run goes on by itself."""

    def git(self, *arguments: str, stdin: bytes = b"", environment: Mapping[str, str] = _NOTHING) -> str:
        """What git prints. Raises GitError."""
        return self._run(arguments, stdin=stdin, environment=environment).decode("utf-8", "surrogateescape")

    def tip(self, branch: str) -> str:
        """The newest commit of `branch` at the origin; empty for none."""
        listed = self.git("ls-remote", self._origin(), f"refs/heads/{branch}")
        return listed.partition("\t")[0].strip()

    def fetch(self, commit: str, *, depth: int = 1) -> None:
        """Get `commit` and its trees, with `depth` commits of its past."""
        self.git("fetch", "--quiet", "--no-tags", f"--depth={depth}", self._origin(), commit)

    def tree(self, commit: str) -> Tree:
        """Every file of `commit`."""
        records = self.git("ls-tree", "-r", "-z", "--full-tree", commit).split("\0")
        parted = [record.partition("\t") for record in records if record]
        return {path: (head.split(" ")[0], head.split(" ")[2]) for head, _, path in parted}

    def commit(self, tree: Tree, *, parents: Sequence[str], message: str, at: datetime) -> str:
        """A commit of these files; its id. Nothing is pushed yet."""
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
            lines = "".join(f"{mode} {blob}\t{path}\0" for path, (mode, blob) in sorted(tree.items()))
            self.git(
                "update-index", "-z", "--index-info", stdin=lines.encode("utf-8", "surrogateescape"), environment=index
            )
            written = self.git("write-tree", "--missing-ok", environment=index).strip()
        return self._sealed(written, parents=parents, message=message, at=at)

    def _sealed(self, tree: str, *, parents: Sequence[str], message: str, at: datetime) -> str:
        name, mail = _IDENTITY
        stamp = f"{int(at.timestamp())} {at:%z}"
        return self.git(
            "commit-tree",
            tree,
            *(word for parent in parents for word in ("-p", parent)),
            stdin=message.encode(),
            environment={
                f"GIT_{who}_{what}": value
                for who in ("AUTHOR", "COMMITTER")
                for what, value in (("NAME", name), ("EMAIL", mail), ("DATE", stamp))
            },
        ).strip()

    def blob(self, content: bytes) -> str:
        """Keep `content` as an object of git; its digest."""
        return self.git("hash-object", "-w", "--stdin", stdin=content).strip()

    def push(self, commit: str, *, branch: str) -> None:
        """Make `commit` the newest of `branch`; Rejected is raised where it does not follow the one that is."""
        try:
            options = (f"--push-option={option}" for option in self.push_options)
            self.git("push", "--quiet", "--porcelain", *options, self._origin(), f"{commit}:refs/heads/{branch}")
        except GitError as error:
            if any(word in str(error) for word in ("[rejected]", "fetch first", "non-fast-forward", "cannot lock ref")):
                raise Rejected(str(error)) from error
            raise

    def show_folder(self, folder: Path, *, branch: str, message: str, at: datetime) -> str:
        """Make `branch` hold the files of `folder` and nothing else, after what it held before; the commit."""
        with tempfile.TemporaryDirectory() as place:
            index = {"GIT_INDEX_FILE": str(Path(place, "index"))}
            self.git("--work-tree", str(folder), "add", "--all", "--force", str(folder), environment=index)
            tree = self.git("write-tree", environment=index).strip()
        before = self.tip(branch)
        if before:
            self.fetch(before)
        commit = self._sealed(tree, parents=[before] if before else [], message=message, at=at)
        self.push(commit, branch=branch)
        return commit

    def change(self, branch: str, files: Mapping[str, bytes], *, message: str, at: datetime) -> str:
        """Commit `files` on top of whatever `branch` holds now, and push; the commit, or empty if nothing changes.

        Whoever pushes in between is not in the way: the same is done again on top of that. Raises GitError.
        """
        blobs = {path: self.blob(content) for path, content in files.items()}
        for left in reversed(range(_TRIES)):
            tip = self.tip(branch)
            self.fetch(tip)
            before = self.tree(tip)
            after = {**before, **{path: (before.get(path, ("100644", ""))[0], blob) for path, blob in blobs.items()}}
            if after == before:
                return ""
            commit = self.commit(after, parents=[tip], message=message, at=at)
            try:
                self.push(commit, branch=branch)
            except Rejected:
                if not left:
                    raise
                continue
            return commit
        raise AssertionError  # the loop returns or raises

    def _origin(self) -> str:
        """With a token of our own the address without any other; else as the checkout has it."""
        return _without_user(self._origin_url()) if self.token else "origin"

    def _origin_url(self) -> str:
        return self._run(("remote", "get-url", "origin"), signed=False).decode().strip()

    def _run(
        self,
        arguments: Sequence[str],
        *,
        stdin: bytes = b"",
        environment: Mapping[str, str] | None = None,
        signed: bool = True,
    ) -> bytes:
        signing = self._signing() if signed and self.token else {}
        finished = subprocess.run(  # noqa: S603 -- our own arguments; no shell
            ["git", *arguments],  # noqa: S607 -- git is where the machine has it
            cwd=self.folder,
            input=stdin,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            env={**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", **signing, **(environment or {})},
        )
        if finished.returncode:
            said = (finished.stderr + finished.stdout).decode("utf-8", "replace").strip()
            raise GitError(said.replace(self.token, "…") if self.token else said)
        return finished.stdout

    def _signing(self) -> dict[str, str]:
        """Git's own way to be configured by the environment, for the origin's address alone."""
        pair = base64.b64encode(f"{self.user}:{self.token}".encode()).decode()
        return {
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"http.{_without_user(self._origin_url())}.extraHeader",
            "GIT_CONFIG_VALUE_0": f"AUTHORIZATION: basic {pair}",
        }


def _without_user(url: str) -> str:
    parts = urlsplit(url)
    return (
        urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2])) if parts.scheme.startswith("http") else url
    )
