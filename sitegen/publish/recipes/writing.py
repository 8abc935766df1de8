"""Puts the files of a pipeline where they belong, and leaves alone what the owner has changed.

The only effects of `recipes`: writes files, and asks git where the repository begins and what it is called.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

import msgspec

from sitegen.publish.recipes.recipe import RecipeFile, is_untouched
from sitegen.publish.reporting.forge import ForgeName

BESIDE: Final = ".sitegen/pipeline"
"""Where a new text lies that would have replaced the owner's, below the top of the repository."""

Fate = Literal["written", "renewed", "same", "kept"]


class Whereabouts(msgspec.Struct, frozen=True, kw_only=True):
    """The repository around a site."""

    top: Path
    """Where pipelines are looked for; the site itself where there is no repository yet."""
    folder: str = ""
    """The way from there to the site, with forward slashes."""
    branch: str = "main"
    origin: str = ""
    """The address of the forge's copy; empty for none."""

    @property
    def server(self) -> str:
        """The host of `origin`, also of `git@host:owner/name.git`."""
        if "://" in self.origin:
            return urlsplit(self.origin).hostname or ""
        return self.origin.partition(":")[0].rpartition("@")[2] if ":" in self.origin else ""


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one file."""

    path: str
    fate: Fate


def whereabouts(site: Path) -> Whereabouts:
    """Where the repository of `site` begins, its main branch and its origin; what git does not know is as usual."""
    top = _git(site, "rev-parse", "--show-toplevel")
    if not top:
        return Whereabouts(top=site)
    head = _git(site, "symbolic-ref", "--short", "refs/remotes/origin/HEAD").removeprefix("origin/")
    folder = _git(site, "rev-parse", "--show-prefix").rstrip("/")
    return Whereabouts(
        top=Path(top),
        folder=folder,
        branch=head or _git(site, "symbolic-ref", "--short", "HEAD") or "main",
        origin=_git(site, "remote", "get-url", "origin"),
    )


def forge_behind(server: str) -> ForgeName:
    """Which forge a server most likely runs; GitHub where nothing speaks for another."""
    if "gitlab" in server:
        return "gitlab"
    return "forgejo" if any(word in server for word in ("codeberg", "forgejo", "gitea")) else "github"


def place(top: Path, files: Sequence[RecipeFile], *, keep_changed: bool) -> tuple[Placed, ...]:
    """Write `files` below `top`. With `keep_changed` a file that is not as we wrote it stays, the new text lies beside.

    Raises OSError where the disk refuses.
    """
    return tuple(_place(top, file, keep_changed=keep_changed) for file in files)


def _place(top: Path, file: RecipeFile, *, keep_changed: bool) -> Placed:
    target = top / file.path
    before = target.read_bytes().decode("utf-8", "replace") if target.is_file() else None
    if before is not None and before.replace("\r\n", "\n") == file.text:
        return Placed(path=file.path, fate="same")
    if before is not None and keep_changed and not is_untouched(before):
        _write(top / beside(file.path), file.text)
        return Placed(path=file.path, fate="kept")
    _write(target, file.text)
    return Placed(path=file.path, fate="written" if before is None else "renewed")


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8", newline="\n")


def beside(path: str) -> str:
    """Where the new text of `path` lies when the owner's stays."""
    return f"{BESIDE}/{path.replace('/', '_').lstrip('.')}"


def _git(site: Path, *arguments: str) -> str:
    try:
        finished = subprocess.run(  # noqa: S603 -- our own arguments; no shell
            ["git", *arguments],  # noqa: S607 -- git is where the machine has it
            cwd=site,
            capture_output=True,
            check=False,
            timeout=30,
        )
    except OSError:
        return ""  # no git on this machine
    return finished.stdout.decode("utf-8", "replace").strip() if finished.returncode == 0 else ""
