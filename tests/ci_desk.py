"""A forge's copy and the checkout of a run, and `sitegen ci` called in it, in this process."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from git_remote import IDENTITY, Remote, git
from sitegen.cli.entry import run

Output = pytest.CaptureFixture[str]
Environment = pytest.MonkeyPatch

SITE = "website"
POST = "content/blog/eins.md"
FLOW = ".github/workflows/website.yml"
HEAD = "---\ntitle: Erster Beitrag\ndate: 2026-11-01\nid: eins\n---\n\n"
SERVER = "https://github.example"
FILES = {
    "LIESMICH": "Von Eva.\n",
    FLOW: "name: Website\n",
    f"{SITE}/site.yaml": "title: Büro Test\nurl: https://www.example.org/\n",
    f"{SITE}/{POST}": f"{HEAD}anfang\n",
}


class Desk(Remote):
    """A forge's copy and the checkout of a run, both copied from the module's."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "remote.git"
        self._checkout = folder / "owner"
        self.run = folder / "lauf"
        self.site = self.run / SITE
        git("remote", "set-url", "origin", str(self.path), folder=self.run)

    def renew(self) -> None:
        """What a run begins with."""
        git("fetch", "--quiet", "origin", "main", folder=self.run)
        git("reset", "--quiet", "--hard", "FETCH_HEAD", folder=self.run)

    def publish(self, text: str, at: str) -> None:
        """The owner writes, and a run puts it online."""
        self.commit(f"{SITE}/{POST}", f"{HEAD}{text}\n")
        self.renew()
        assert self.ci("remember", "--at", at) == 0

    def ci(self, *words: str) -> int:
        """The exit code of `sitegen ci …`."""
        return run(["--site", str(self.site), "ci", *words])

    def show(self, path: str, branch: str = "main") -> str:
        """A file of a branch."""
        return git("show", f"{branch}:{path}", folder=self.path).decode()

    def names(self, branch: str = "main") -> list[str]:
        """The files of a branch."""
        return git("ls-tree", "-r", "--name-only", branch, folder=self.path).decode().split()

    @property
    def text(self) -> str:
        """The post in the working branch."""
        return self.show(f"{SITE}/{POST}").removeprefix(HEAD).strip()

    @property
    def heads(self) -> str:
        """Every branch with its commit."""
        return git("for-each-ref", folder=self.path).decode()

    def comments(self) -> list[str]:
        """The files of comments on the post, sorted."""
        return sorted(self.show(path) for path in self.names() if path.startswith(f"{SITE}/content/comments/eins/"))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project at a forge, cloned by a run; each test copies it."""
    folder = tmp_path_factory.mktemp("vorlage")
    git("init", "--quiet", "--bare", "--template=", "--initial-branch=main", "remote.git", folder=folder)
    git("clone", "--quiet", "--template=", "remote.git", "lauf", folder=folder)
    for path, text in FILES.items():
        file = folder / "lauf" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    git("add", "--all", folder=folder / "lauf")
    git(*IDENTITY, "commit", "--quiet", "--message", "Anfang", folder=folder / "lauf")
    git("push", "--quiet", "origin", "HEAD:main", folder=folder / "lauf")
    return folder


@pytest.fixture
def desk(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk of its own in a run at GitHub, without a token."""
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    for name, value in {
        "SITEGEN_FORGE": "github",
        "GITHUB_SERVER_URL": SERVER,
        "GITHUB_REPOSITORY": "eva/buero",
        "GITHUB_REF_NAME": "main",
        "GITHUB_RUN_ID": "7",
    }.items():
        monkeypatch.setenv(name, value)
    for name in ("SITEGEN_TOKEN", "SITEGEN_REPORT", "GITHUB_API_URL"):
        monkeypatch.delenv(name, raising=False)
    return Desk(tmp_path)
