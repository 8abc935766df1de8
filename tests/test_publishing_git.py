"""Publishing by git, with a real bare remote: pages in a branch of their own, or sources pushed for a pipeline."""

from __future__ import annotations

from pathlib import Path

import pytest

from git_remote import IDENTITY, Remote, git
from publish_case import BEGAN, PublishCase
from sitegen.publish.destination import Destination, Proposal
from sitegen.publish.records import MANIFEST, Version
from sitegen.publish.target import PublishError
from sitegen.publish.targets.git_branch import GitBranchDestination
from sitegen.publish.targets.git_push import GitPushDestination
from sitegen.settings.publish import GitBranchTarget, GitPushTarget

FIRST = {"index.html": b"Start", "blog/eins/index.html": b"Eins", "assets/a.css": b"p {}"}
SECOND = {"index.html": b"Start mit zwei", "blog/zwei/index.html": b"Zwei", "assets/a.css": b"p {}"}


class GitCase:
    """An owner's checkout and what publishes from it."""

    def __init__(self, folder: Path) -> None:
        self.remote = Remote(folder)
        self.root = self.remote.checkout
        (self.root / ".gitignore").write_text("/.sitegen/\n")
        self.commit()
        git("push", "--quiet", "origin", "HEAD:main", folder=self.root)

    def commit(self) -> None:
        git("add", "--all", folder=self.root)
        git(*IDENTITY, "commit", "--quiet", "--message", "Von Hand", folder=self.root)

    def version(self, files: dict[str, bytes]) -> Version:
        return PublishCase(self.root, place=None).version(files)  # type: ignore[arg-type]

    def pages(self) -> GitBranchDestination:
        return GitBranchDestination(self.root, GitBranchTarget())

    def pushed(self) -> GitPushDestination:
        return GitPushDestination(self.root, GitPushTarget())

    def files(self, branch: str) -> dict[str, bytes]:
        listing = git("ls-tree", "-r", "-z", "--name-only", branch, folder=self.remote.path).decode()
        names = [name for name in listing.split("\0") if name and name not in {MANIFEST, ".nojekyll"}]
        return {name: git("show", f"{branch}:{name}", folder=self.remote.path) for name in names}

    def state(self) -> bytes:
        """Of the owner's working tree."""
        return git("status", "--porcelain", folder=self.root) + git("rev-parse", "HEAD", folder=self.root)


def publish(destination: Destination, version: Version) -> Proposal:
    with destination:
        proposal = destination.propose(version)
        destination.publish(now=BEGAN, tell=lambda _done, _total: None)
    return proposal


def go_back(destination: Destination) -> Proposal:
    with destination:
        proposal = destination.propose_return()
        destination.go_back(now=BEGAN, tell=lambda _done, _total: None)
    return proposal


@pytest.fixture
def case(tmp_path: Path) -> GitCase:
    return GitCase(tmp_path)


def test_pages_go_into_a_branch_and_the_working_tree_stays(case: GitCase) -> None:
    (case.root / "entwurf.md").write_text("Noch nicht")
    before = case.state()
    assert publish(case.pages(), case.version(FIRST)).is_first
    assert case.files("pages") == FIRST
    proposal = publish(case.pages(), case.version(SECOND))
    assert [change.fate for change in proposal.changes] == ["new", "changed", "gone"]
    assert case.files("pages") == SECOND
    assert publish(case.pages(), case.version(FIRST)).put
    assert go_back(case.pages()).put
    assert case.files("pages") == SECOND
    go_back(case.pages())
    assert case.files("pages") == FIRST
    with pytest.raises(PublishError, match="SG661"):
        go_back(case.pages())
    assert case.state() == before


def test_what_others_have_put_into_the_branch_stays(case: GitCase) -> None:
    publish(case.pages(), case.version(FIRST))
    tree = case.remote.path.parent / "pages"
    git("clone", "--quiet", "--branch", "pages", str(case.remote.path), str(tree), folder=case.remote.path)
    (tree / "CNAME").write_text("www.example.org")
    git("add", "--all", folder=tree)
    git(*IDENTITY, "commit", "--quiet", "--message", "Domain", folder=tree)
    git("push", "--quiet", folder=tree)
    with case.pages() as destination:
        assert destination.propose(case.version({**SECOND, "CNAME": b"x"})).foreign == ("CNAME",)
    publish(case.pages(), case.version(SECOND))
    assert case.files("pages") == {**SECOND, "CNAME": b"www.example.org"}


def test_whoever_was_quicker_wins(case: GitCase, tmp_path: Path) -> None:
    publish(case.pages(), case.version(FIRST))
    other = tmp_path / "elsewhere"
    git("clone", "--quiet", str(case.remote.path), str(other), folder=tmp_path)
    with case.pages() as destination:
        destination.propose(case.version(SECOND))
        quicker = PublishCase(other, place=None).version({"index.html": b"Schneller"})  # type: ignore[arg-type]
        publish(GitBranchDestination(other, GitBranchTarget()), quicker)
        with pytest.raises(PublishError, match="SG660"):
            destination.publish(now=BEGAN, tell=lambda _done, _total: None)
    assert case.files("pages") == {"index.html": b"Schneller"}


def test_a_folder_without_git_is_told(tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    for destination in (
        GitBranchDestination(tmp_path / "bare", GitBranchTarget()),
        GitPushDestination(tmp_path / "bare", GitPushTarget()),
    ):
        with pytest.raises(PublishError, match="SG664"):
            destination.__enter__()


def test_sources_are_pushed_and_what_is_not_committed_is_named(case: GitCase) -> None:
    (case.root / "content").mkdir()
    (case.root / "content/a.md").write_text("A")
    case.commit()
    (case.root / "content/b.md").write_text("B")
    proposal = publish(case.pushed(), case.version(FIRST))
    assert [item.path for item in proposal.put] == ["content/a.md"]
    assert [(note.code, note.facts["files"]) for note in proposal.notes] == [("SG668", "content/b.md")]
    assert "content/a.md" in case.files("main")
    assert "content/b.md" not in case.files("main")
    with case.pushed() as destination:
        assert destination.propose(case.version(FIRST)).is_empty


def test_going_back_is_a_commit_of_its_own(case: GitCase) -> None:
    for text in ("eins", "zwei"):
        (case.root / "site.yaml").write_text(text)
        case.commit()
        publish(case.pushed(), case.version({"index.html": text.encode()}))
    (case.root / "site.yaml").write_text("noch nicht festgehalten")
    with pytest.raises(PublishError, match="SG664"):
        go_back(case.pushed())
    git("checkout", "--quiet", "site.yaml", folder=case.root)
    proposal = go_back(case.pushed())
    assert [change.title for change in proposal.changes] == ["index.html"]
    assert case.files("main")["site.yaml"] == b"eins"
    assert (case.root / "site.yaml").read_text() == "eins"
    assert case.remote.subjects()[:2] == ["Vorige Fassung wiederhergestellt", "Von Hand"]


def test_what_lies_ahead_is_fetched_first(case: GitCase) -> None:
    other = case.remote.path.parent / "other"
    git("clone", "--quiet", str(case.remote.path), str(other), folder=case.remote.path)
    (other / "neu.md").write_text("x")
    git("add", "--all", folder=other)
    git(*IDENTITY, "commit", "--quiet", "--message", "Woanders", folder=other)
    git("push", "--quiet", "origin", "HEAD:main", folder=other)
    with case.pushed() as destination, pytest.raises(PublishError, match="git pull"):
        destination.propose(case.version(FIRST))
