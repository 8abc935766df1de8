"""git as a program: run without questions, its complaints turned into German, commits made without a working tree."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec

from sitegen.publish import wording
from sitegen.publish.target import PublishError, refused

SECONDS: Final = 600.0
"""For one command; a first push of many pictures takes its time."""
RESTORES: Final = "Sitegen-Restores: "
"""Begins the line of a commit's message that names the commit whose files it brings back."""
_IDENTITY: Final = ("sitegen", "sitegen@localhost")
_QUIET: Final = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
_REASONS: Final = (
    ("not a git repository", wording.NO_REPOSITORY),
    ("could not read Username", wording.NO_ACCESS),
    ("Authentication failed", wording.NO_ACCESS),
    ("Permission denied", wording.NO_ACCESS),
    ("[remote rejected]", wording.REFUSED),
    ("hook declined", wording.REFUSED),
)
_UNREACHABLE: Final = re.compile(
    r"Could not resolve host|Connection (?:refused|timed out|reset|closed)|unable to access|hung up|early EOF"
)
_ABSENT: Final = re.compile(r"does not appear to be a git repository|No such remote|Could not read from remote")
_OVERTAKEN: Final = re.compile(r"\[rejected\]|non-fast-forward|fetch first|stale info|lock ref")


class Finished(msgspec.Struct, frozen=True, kw_only=True):
    """What a command of git came to."""

    code: int
    stdout: bytes
    stderr: str


class Git:
    """The repository in which `folder` lies, or the bare one that it is."""

    def __init__(self, folder: Path, *, remote: str) -> None:
        """Raises PublishError (SG663) without the program."""
        program = shutil.which("git")
        if program is None:
            raise refused("SG663", program="git")
        self._program = program
        self._folder = folder
        self.remote: Final = remote

    def tried(self, *arguments: str, stdin: bytes = b"", environment: Mapping[str, str] | None = None) -> Finished:
        """Run a command, whatever comes of it."""
        surroundings = {**os.environ, **_QUIET, **(environment or {})}
        try:
            done = subprocess.run(  # noqa: S603 -- git, with arguments of ours
                [self._program, *arguments],
                cwd=self._folder,
                input=stdin,
                capture_output=True,
                check=False,
                env=surroundings,
                timeout=SECONDS,
            )
        except subprocess.TimeoutExpired as error:
            raise refused("SG656", target=self.remote) from error
        return Finished(code=done.returncode, stdout=done.stdout, stderr=done.stderr.decode("utf-8", "replace"))

    def run(self, *arguments: str, stdin: bytes = b"", environment: Mapping[str, str] | None = None) -> bytes:
        """What a command prints. Raises PublishError where it fails."""
        finished = self.tried(*arguments, stdin=stdin, environment=environment)
        if finished.code != 0:
            raise self.fault(finished)
        return finished.stdout

    def line(self, *arguments: str) -> str:
        """The one line that a command prints; empty where it fails."""
        finished = self.tried(*arguments)
        return finished.stdout.decode("utf-8", "replace").strip() if finished.code == 0 else ""

    def fetched(self, branch: str) -> str:
        """The newest commit of a branch of the remote, fetched; empty where there is no such branch yet."""
        ref = f"refs/sitegen/{branch}"
        finished = self.tried(
            "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--", self.remote, f"+refs/heads/{branch}:{ref}"
        )
        if finished.code == 0:
            return self.line("rev-parse", "--verify", f"{ref}^{{commit}}")
        if "couldn't find remote ref" in finished.stderr:
            return ""
        raise self.fault(finished)

    def commit(self, tree: str, *, parent: str, message: str) -> str:
        """A new commit of `tree`; without `parent` the first of its branch. Nothing points to it yet."""
        parents = ("-p", parent) if parent else ()
        arguments = ("commit-tree", tree, *parents, "-F", "-")
        return self.run(*arguments, stdin=message.encode(), environment=self._identity()).decode().strip()

    def push(self, commit: str, branch: str, *, options: Sequence[str] = ()) -> None:
        """Make a branch of the remote point to `commit`, which follows on what it points to now.

        Raises PublishError: SG660 where somebody was quicker.
        """
        finished = self.tried("push", "--quiet", *options, "--", self.remote, f"{commit}:refs/heads/{branch}")
        if finished.code != 0 and _OVERTAKEN.search(finished.stderr) and "[remote rejected]" not in finished.stderr:
            raise refused("SG660", target=self.remote)
        if finished.code != 0:
            raise self.fault(finished)

    def meant(self, commit: str) -> str:
        """The commit whose files `commit` has: itself, or the one that it brought back."""
        for line in self.line("log", "-1", "--format=%B", commit).splitlines():
            if line.startswith(RESTORES):
                return line.removeprefix(RESTORES).strip()
        return commit

    def before(self, commit: str) -> str:
        """The commit whose files were there before those of `commit`; empty where there is none."""
        parent = self.line("rev-parse", "--verify", "--quiet", f"{self.meant(commit)}^1")
        return self.meant(parent) if parent else ""

    def fault(self, finished: Finished) -> PublishError:
        """What git complained about, in German."""
        for said, reason in _REASONS:
            if said in finished.stderr:
                return refused("SG664", reason=reason)
        if _UNREACHABLE.search(finished.stderr):
            return refused("SG656", target=self.remote)
        if _ABSENT.search(finished.stderr):
            return refused("SG664", reason=wording.NO_REMOTE.format(remote=self.remote))
        said = next((line for line in reversed(finished.stderr.strip().splitlines()) if line.strip()), "?")
        return refused("SG664", reason=wording.OTHERWISE.format(said=said.strip()))

    def _identity(self) -> dict[str, str]:
        """Who commits, where git does not know."""
        if self.line("config", "user.email"):
            return {}
        name, email = _IDENTITY
        return {
            f"GIT_{role}_{what}": value
            for role in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", name), ("EMAIL", email))
        }


def restoring(commit: str) -> str:
    """The message of a commit that brings back the files of `commit`."""
    return f"{wording.RESTORED}\n\n{RESTORES}{commit}\n"
