"""A git repository as a forge keeps it, with a site in it and an owner who pushes, too."""

from __future__ import annotations

import subprocess
from pathlib import Path

IDENTITY = ("-c", "user.name=Eva", "-c", "user.email=eva@nachmittag.example")
_SETTINGS = b"title: Nachmittag\n"
_FIRST = (
    b"commit refs/heads/main\ncommitter Eva <eva@nachmittag.example> 1763722800 +0100\ndata 8\nVon Hand\n"
    b"M 100644 inline site.yaml\ndata %d\n%b\n" % (len(_SETTINGS), _SETTINGS)
)
"""What `git fast-import` takes: one commit with one file."""


class Remote:
    """A bare repository as a forge keeps it, with a site in it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "remote.git"
        self._checkout = folder / "owner"
        git("init", "--quiet", "--bare", "--template=", "--initial-branch=main", str(self.path), folder=folder)
        git("fast-import", "--quiet", folder=self.path, stdin=_FIRST)

    def commit(self, path: str, text: str) -> None:
        """The owner changes a file and pushes, on top of whatever is there."""
        self.checkout.joinpath(path).parent.mkdir(parents=True, exist_ok=True)
        self.checkout.joinpath(path).write_text(text, "utf-8")
        git("add", "--all", folder=self.checkout)
        git(*IDENTITY, "commit", "--quiet", "--message", "Von Hand", folder=self.checkout)
        while True:
            succeeds(*IDENTITY, "pull", "--quiet", "--rebase", "origin", "main", folder=self.checkout)
            if succeeds("push", "--quiet", "origin", "HEAD:main", folder=self.checkout):
                return

    @property
    def checkout(self) -> Path:
        """The owner's working copy, made when it is first asked for."""
        if not self._checkout.exists():
            git("clone", "--quiet", str(self.path), str(self._checkout), folder=self.path)
        return self._checkout

    def files(self) -> dict[str, bytes]:
        """Every file of the branch below `content/comments`."""
        listing = git("ls-tree", "-r", "-z", "--name-only", "main", "--", "content/comments", folder=self.path)
        names = [name for name in listing.decode().split("\0") if name]
        return {name: git("show", f"main:{name}", folder=self.path) for name in names}

    def subjects(self) -> list[str]:
        """Of all commits, the newest first."""
        return git("log", "--format=%s", "main", folder=self.path).decode().splitlines()

    def hook(self, text: str) -> None:
        """What the remote runs before it takes a push."""
        hook = self.path / "hooks" / "pre-receive"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\n{text}\n")
        hook.chmod(0o755)


def git(*arguments: str, folder: Path, stdin: bytes = b"") -> bytes:
    """What git prints."""
    finished = subprocess.run(["git", *arguments], cwd=folder, input=stdin, capture_output=True, check=False)
    assert finished.returncode == 0, finished.stderr.decode()
    return finished.stdout


def succeeds(*arguments: str, folder: Path) -> bool:
    """Whether git does."""
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False).returncode == 0
