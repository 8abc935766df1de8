"""What is kept of the last build: numbers that stay true, frames that know their time, and caches that are damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from site_case import codes
from sitegen.build.memory.folder_digest import digest_of_folder
from sitegen.build.memory.memo_store import Store
from sitegen.build.memory.trace import NOTHING, Change, Frame, Numbers, PageTrace, Trace, digest_of_value
from sitegen.checks.requests.request import Requests
from stale_case import built, warm
from warm_site import DAMAGED, WarmSite

__all__ = ["built", "warm"]


def rows(cache: Path, kinds: str) -> list[tuple[str, bytes]]:
    """The rows of these kinds."""
    connection = sqlite3.connect(cache)
    found = connection.execute("SELECT key, value FROM value WHERE key LIKE ?", (f"{kinds}%",)).fetchall()
    connection.close()
    return found


def cache_of(warm: WarmSite) -> Path:
    (cache,) = (warm.root / ".sitegen/cache").glob("memo-*.sqlite")
    return cache


KINDS = (
    "trace/",
    "traced-pages/",
    "traced-texts/",
    "traced-questions/",
    "traced-answers/",
    "stock/",
    "since/",
    "html/",
    "bodies/",
    "facts/",
)
OTHERS: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _content: b"",
    "cut": lambda content: content[: len(content) // 2],
    "another type": lambda _content: msgspec.msgpack.encode(["x", 1]),
    "nothing": lambda _content: msgspec.msgpack.encode(None),
}


@pytest.mark.parametrize("change", OTHERS.values(), ids=OTHERS.keys())
def test_values_that_are_no_more_what_they_were(change: Callable[[bytes], bytes], warm: WarmSite) -> None:
    """Their checksum is right, as if other code had written them: they count as never kept."""
    store = Store.open(cache_of(warm), wait=1)
    changed = {key: change(value) for kind in KINDS for key, value in rows(cache_of(warm), kind)}
    assert len(changed) > 10
    store.write(changed, used=frozenset(), day=1, stale=0)
    store.close()
    warm.case.edit("content/kontakt.md", "Hier", "Dort")
    assert warm.assert_warm_equals_clean().written


@pytest.mark.parametrize("kind", ["bodies/", "facts/"])
def test_what_is_lost_is_made_again(kind: str, warm: WarmSite) -> None:
    """All of it is asked for where a layout is another."""
    connection = sqlite3.connect(cache_of(warm))
    assert connection.execute("DELETE FROM value WHERE key LIKE ?", (f"{kind}%",)).rowcount
    connection.commit()
    connection.close()
    warm.case.edit("layouts/post.html", "<", "<!-- neu --><")
    assert warm.assert_warm_equals_clean().written


def test_pages_that_look_otherwise_and_say_the_same_leave_nothing_in_the_cache(warm: WarmSite) -> None:
    known = rows(cache_of(warm), "facts/")
    warm.case.edit("layouts/post.html", "<", "<!-- neu --><")
    assert warm.assert_warm_equals_clean().written
    assert rows(cache_of(warm), "facts/") == known
    warm.case.edit("layouts/post.html", "<p>{{ beside", '<p id="neu">{{ beside')
    assert warm.assert_warm_equals_clean().written
    assert len(rows(cache_of(warm), "facts/")) > len(known)


@pytest.mark.parametrize("kind", KINDS[:2])
def test_a_damaged_row_is_told_once(kind: str, warm: WarmSite) -> None:
    connection = sqlite3.connect(cache_of(warm))
    connection.execute("UPDATE value SET value = x'00' || value WHERE key LIKE ?", (f"{kind}%",))
    connection.commit()
    connection.close()
    warm.case.edit("content/kontakt.md", "Hier", "Dort")
    assert codes(warm.build()).count(DAMAGED) == 1
    assert DAMAGED not in codes(warm.assert_warm_equals_clean())


def test_frames_know_their_time() -> None:
    last = Frame(site="a", layouts="b", since=10, until=20)
    for now, is_still in ((9, False), (10, True), (19, True), (20, False)):
        assert last.is_still(Frame(site="a", layouts="b", since=now)) is is_still
    assert not last.is_still(Frame(site="c", layouts="b", since=12))
    assert not last.is_still(Frame(site="a", layouts="c", since=12))
    assert not NOTHING.frame.is_still(NOTHING.frame)
    assert last.change(Frame(site="c", layouts="b", since=12)) is Change.WORDS
    assert last.change(Frame(site="c", shape="c", layouts="b", since=12)) is Change.ANYTHING


def test_pages_that_stand_bear_the_numbers_of_the_build_they_stand_in() -> None:
    ours, theirs = Requests(referrer="a"), Requests(referrer="b")
    before = Trace(questions=(("a",), ("b", "sx")), answers=("1", "2"), requests=(theirs, ours))
    page = PageTrace("", "", (1, 0), "", "", 0, "", "", "", 1)
    numbers = Numbers(NOTHING)
    numbers.of_question(("c",), "3")
    numbers.of_requests(theirs)
    renewed = numbers.renewed(page, before)
    questions, requests = tuple(numbers.questions), tuple(numbers.requests)
    assert [questions[number] for number in renewed.asked] == [("b", "sx"), ("a",)]
    assert [numbers.answers[number] for number in renewed.asked] == ["2", "1"]
    assert requests[renewed.requests] == ours


def test_another_answer_takes_the_place_of_the_last_one() -> None:
    numbers = Numbers(Trace(questions=(("a",), ("b",)), answers=("1", "2")))
    assert numbers.of_question(("b",), "3") == 1
    assert (numbers.questions, numbers.answers) == ((("a",), ("b",)), ("1", "3"))


def test_what_a_page_was_told() -> None:
    page = PageTrace("", "", (1, 0), "", "", 0, "", "", "", 0)
    last = Trace(questions=(("a",), ("b",)), answers=("1", "2"), pages={"a.html": page})
    assert [*last.told("a.html")] == [(("b",), "2"), (("a",), "1")]
    assert [*last.told("b.html")] == [*NOTHING.told("a.html")] == []


def test_pages_that_ask_what_they_asked_keep_their_numbers() -> None:
    page = PageTrace("", "", (1, 0), "", "", 0, "", "", "", 0)
    last = Trace(questions=(("a",), ("b",)), answers=("1", "2"))
    numbers = Numbers(last)
    assert numbers.of_page([("b",), ("a",)], ["2", "1"], before=page) is page.asked
    assert numbers.answers is last.answers
    assert numbers.of_page([("b",), ("a",)], ["3", "1"], before=page) is page.asked
    assert numbers.of_page([("b",), ("a",)], ["2", "1"], before=page) is page.asked
    assert (numbers.questions, numbers.answers) == (last.questions, ("1", "2"))
    assert numbers.of_page([("a",), ("c",)], ["1", "4"], before=page) == (0, 2)
    assert (numbers.questions, numbers.answers) == ((("a",), ("b",), ("c",)), ("1", "2", "4"))


def test_the_digest_of_a_folder(tmp_path: Path) -> None:
    """Names, bytes, and what is linked to; a circle of links ends."""
    folder, elsewhere = tmp_path / "layouts", tmp_path / "elsewhere"
    assert digest_of_folder(folder) == digest_of_folder(folder)
    seen = {digest_of_folder(folder)}
    (folder / "parts").mkdir(parents=True)
    elsewhere.mkdir()
    for act in (
        lambda: (folder / "a.html").write_text("eins"),
        lambda: (folder / "a.html").write_text("zwei"),
        lambda: (folder / "a.html").rename(folder / "b.html"),
        lambda: (folder / "b.html").rename(folder / "parts/b.html"),
        lambda: (folder / "mehr").symlink_to(elsewhere),
        lambda: (elsewhere / "c.html").write_text("drei"),
        lambda: (elsewhere / "c.html").write_text("vier"),
        lambda: (elsewhere / "kreis").symlink_to(folder),
        lambda: (folder / "parts/c.html").write_text("fünf"),
        lambda: (folder / "weg.html").symlink_to(tmp_path / "nirgends"),
    ):
        act()
        assert digest_of_folder(folder) not in seen
        seen.add(digest_of_folder(folder))


def test_the_digest_of_a_value_does_not_depend_on_chance() -> None:
    assert digest_of_value({"a": frozenset("xyz"), "b": 1}) == digest_of_value({"b": 1, "a": frozenset("zyx")})
    assert digest_of_value(1) != digest_of_value("1") != digest_of_value(True)
