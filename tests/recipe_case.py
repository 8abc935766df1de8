"""An owner with a site in a repository at a forge, where pipelines run and issues are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from forge_api import Issues
from git_remote import IDENTITY, git
from site_case import MINIMAL, SiteCase, lay_law_aside
from sitegen.cli.entry import run as sitegen

HOSTILE: Final = (
    "$(touch {mark})`touch {mark}`\"; touch {mark}; ' ${{{{ github.token }}}} <script>alert(1)</script> %0A\\"
)
"""What a field may hold; `{mark}` is a file that no step may make."""


class Office:
    """The owner's machine and the forge's copy."""

    def __init__(self, folder: Path, issues: Issues, *setup: str) -> None:
        self.issues = issues
        self.mark = folder / "mark"
        self.remote = folder / "remote.git"
        git("init", "--quiet", "--bare", "--initial-branch=main", str(self.remote), folder=folder)
        git("config", "receive.advertisePushOptions", "true", folder=self.remote)
        self.site = SiteCase.of(folder / "buero", {}, settings=MINIMAL).post("eins", "Erster Satz.", id="eins")
        self.site.write("content/index.md", "---\ntitle: Start\n---\n\nHallo.\n")
        lay_law_aside(self.site.root / "site.yaml")
        git("init", "--quiet", "--initial-branch=main", folder=self.site.root)
        git("remote", "add", "origin", str(self.remote), folder=self.site.root)
        assert sitegen(["--site", str(self.site.root), "publish", "setup", *setup]) == 0

    @property
    def hostile(self) -> str:
        """Text that is no text to whoever runs it."""
        return HOSTILE.format(mark=self.mark)

    def push(self) -> None:
        """Commit everything, and push on top of whatever is there."""
        git("add", "--all", "--", ".", ":!public", ":!.sitegen", folder=self.site.root)
        git(*IDENTITY, "commit", "--quiet", "--message", "Von Hand", folder=self.site.root)
        if git("branch", "--list", "main", folder=self.remote):
            git(*IDENTITY, "pull", "--quiet", "--rebase", "origin", "main", folder=self.site.root)
        git("push", "--quiet", "origin", "HEAD:main", folder=self.site.root)

    def files(self, branch: str = "main") -> list[str]:
        """What lies in the forge's copy."""
        return git("ls-tree", "-r", "--name-only", branch, folder=self.remote).decode().split()

    def show(self, path: str, branch: str = "main") -> str:
        """A file of it."""
        return git("show", f"{branch}:{path}", folder=self.remote).decode()

    def heads(self, *branches: str) -> list[str]:
        """Their newest commits."""
        return git("rev-parse", *branches, folder=self.remote).decode().split()
