"""A value is computed once; a cache in any state costs time at most."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from sitegen.build.crew import Crew
from sitegen.build.memory.memo import CACHE_FOLDER, Memo, key_of


class Body(msgspec.Struct, frozen=True, kw_only=True):
    html: str
    words: int


BODY = Body(html="<p>Schöne Grüße</p>", words=2)
TODAY = 20_000


def memo_in(site: Path, *, version: str = "v1", today: int = TODAY) -> Memo:
    return Memo.open(site, version=version, today=today, wait=0.05)


def file_in(site: Path, version: str = "v1") -> Path:
    return site / CACHE_FOLDER / f"memo-{version}.sqlite"


def forbidden() -> Body:
    raise AssertionError("computed although it was kept")


def giving(body: Body) -> Callable[[], Body]:
    return lambda: body


def keep(site: Path, *keys: str, version: str = "v1", today: int = TODAY) -> None:
    with memo_in(site, version=version, today=today) as memo:
        for key in keys:
            memo.remember("body", key, giving(BODY), type=Body)
        memo.save()
        memo.prune()
        assert memo.findings == ()


def kept(site: Path, *keys: str, version: str = "v1") -> set[str]:
    with memo_in(site, version=version) as memo:
        return set(memo.get_many("body", keys, type=Body))


@pytest.mark.parametrize(
    ("one", "other"),
    [(("ab", "c"), ("a", "bc")), (("a",), ("a", "")), (("a",), (b"a",)), ((), ("",)), (("1:a",), ("1", "a"))],
)
def test_other_parts_are_another_key(one: tuple[str | bytes, ...], other: tuple[str | bytes, ...]) -> None:
    assert key_of(*one) != key_of(*other)


def test_the_same_parts_are_the_same_key_for_ever() -> None:
    assert key_of("body", b"text") == "d56740f7f2abdcb6c7cda8ecbdeeaccd"


def test_a_value_is_computed_once(tmp_path: Path) -> None:
    with memo_in(tmp_path) as memo:
        assert memo.remember("body", "k", giving(BODY), type=Body) == BODY
        assert memo.remember("body", "k", forbidden, type=Body) == BODY
        memo.save()
        assert memo.remember("body", "k", forbidden, type=Body) == BODY
    with memo_in(tmp_path) as memo:
        assert memo.remember("body", "k", forbidden, type=Body) == BODY


def test_kinds_do_not_mix(tmp_path: Path) -> None:
    with memo_in(tmp_path) as memo:
        memo.put("body", "k", BODY)
        memo.put("width", "k", 7)
        assert memo.remember("width", "k", lambda: 8, type=int) == 7
        assert memo.get_many("body", ["k"], type=Body) == {"k": BODY}


def test_many_are_read_at_once_and_the_missing_are_missing(tmp_path: Path) -> None:
    keys = [key_of(str(number)) for number in range(1200)]
    keep(tmp_path, *keys[:1100])
    assert kept(tmp_path, *keys) == set(keys[:1100])


def test_what_was_not_saved_is_not_kept(tmp_path: Path) -> None:
    with memo_in(tmp_path) as memo:
        memo.put("body", "k", BODY)
    assert kept(tmp_path, "k") == set()


def test_a_new_cache_has_no_file_before_there_is_something_to_keep(tmp_path: Path) -> None:
    with memo_in(tmp_path) as memo:
        assert memo.get_many("body", ("a",), type=str) == {}
        memo.put("body", "a", "Hallo")
        assert memo.get_many("body", ("a",), type=str) == {"a": "Hallo"}
        assert not (tmp_path / CACHE_FOLDER).exists()
        memo.save()
        memo.close()
        assert memo.get_many("body", ("a",), type=str) == {"a": "Hallo"}


def test_a_large_amount_is_written_before_the_end(tmp_path: Path) -> None:
    with memo_in(tmp_path) as memo:
        memo.put("text", "groß", "x" * (16 * 2**20))
        assert memo.remember("text", "groß", str, type=str)[:1] == "x"
    with memo_in(tmp_path) as memo:
        assert memo.get_many("text", ["groß"], type=str).keys() == {"groß"}


def test_what_somebody_holds_is_found_at_once_and_written_when_all_is_saved(tmp_path: Path) -> None:
    with memo_in(tmp_path) as memo:
        memo.put_held("body", {"a": BODY, "b": BODY})
        assert memo.get_many("body", ("a", "b", "c"), type=Body) == {"a": BODY, "b": BODY}
        assert not (tmp_path / CACHE_FOLDER).exists()
        memo.save()
        assert memo.get_many("body", ("a", "b", "c"), type=Body) == {"a": BODY, "b": BODY}
    assert kept(tmp_path, "a", "b", "c") == {"a", "b"}


def test_only_a_new_cache_is_saved_ahead(tmp_path: Path) -> None:
    for key in "ab":
        with memo_in(tmp_path) as memo:
            memo.put_held("body", {key: BODY})
            memo.save_ahead()
    assert kept(tmp_path, "a", "b") == {"a"}


def test_a_build_that_finds_everything_writes_nothing(tmp_path: Path) -> None:
    keep(tmp_path, "a", "b")
    before = file_in(tmp_path).read_bytes(), file_in(tmp_path).stat()
    keep(tmp_path, "a", "b", today=TODAY + 3)
    assert (file_in(tmp_path).read_bytes(), file_in(tmp_path).stat()) == before


def test_equal_values_under_other_code_are_not_used(tmp_path: Path) -> None:
    keep(tmp_path, "k")
    assert kept(tmp_path, "k", version="v2") == set()
    assert kept(tmp_path, "k") == {"k"}


def test_a_moved_site_keeps_its_cache(tmp_path: Path) -> None:
    keep(tmp_path / "hier", "k")
    (tmp_path / "hier").rename(tmp_path / "dort")
    assert kept(tmp_path / "dort", "k") == {"k"}


def test_a_value_of_another_type_is_computed_anew(tmp_path: Path) -> None:
    with memo_in(tmp_path) as memo:
        memo.put("body", "k", "kein Text")
        assert memo.remember("body", "k", giving(BODY), type=Body) == BODY
        assert memo.remember("body", "k", forbidden, type=Body) == BODY


def test_what_builds_still_use_stays(tmp_path: Path) -> None:
    for day in range(0, 100, 8):
        keep(tmp_path, "benutzt", today=TODAY + day)
    assert kept(tmp_path, "benutzt") == {"benutzt"}


def test_what_no_build_used_for_sixty_days_goes(tmp_path: Path) -> None:
    keep(tmp_path, "alt")
    keep(tmp_path, "neu", today=TODAY + 60)
    assert kept(tmp_path, "alt", "neu") == {"alt", "neu"}
    keep(tmp_path, "neu", today=TODAY + 61)
    assert kept(tmp_path, "alt", "neu") == {"neu"}


def test_pruning_gives_the_space_back(tmp_path: Path) -> None:
    keep(tmp_path, *map(str, range(2000)))
    before = file_in(tmp_path).stat().st_size / 2
    keep(tmp_path, "neu", today=TODAY + 99)
    assert file_in(tmp_path).stat().st_size < before


def test_a_file_that_grew_too_large_keeps_what_this_build_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.build.memory.memo._LARGEST", 2**17)
    keep(tmp_path, *map(str, range(5)))
    assert len(kept(tmp_path, *map(str, range(5)))) == 5
    with memo_in(tmp_path) as memo:
        memo.get_many("body", ["1", "3"], type=Body)
        memo.put("text", "groß", "x" * 2**18)
        memo.save()
        memo.prune()
    assert kept(tmp_path, *map(str, range(5))) == {"1", "3"}


def test_of_the_files_of_other_code_only_the_newest_stays(tmp_path: Path) -> None:
    for number, version in enumerate(("v1", "v2", "v3")):
        keep(tmp_path, "k", version=version)
        os.utime(file_in(tmp_path, version), (number, number))
    keep(tmp_path, "k", version="v4")
    assert {path.name for path in file_in(tmp_path).parent.iterdir()} == {"memo-v3.sqlite", "memo-v4.sqlite"}


def codes_after(site: Path) -> list[str]:
    """The findings of a build over a cache in any state, whose values must be right all the same."""
    with memo_in(site) as memo:
        found = memo.get_many("body", ["a", "b"], type=Body)
        assert all(body == BODY for body in found.values())
        for key in ("a", "b", "c"):
            assert memo.remember("body", key, giving(BODY), type=Body) == BODY
        memo.save()
        memo.prune()
        return [finding.code for finding in memo.findings]


@pytest.mark.parametrize("damage", [b"", b"kein SQLite" * 1000, b"SQLite format 3\0" + b"\xff" * 8176])
def test_a_file_of_garbage_is_replaced(tmp_path: Path, damage: bytes) -> None:
    keep(tmp_path, "a", "b")
    file_in(tmp_path).write_bytes(damage)
    assert codes_after(tmp_path) == (["SG615"] if damage else [])
    assert kept(tmp_path, "a", "b", "c") == {"a", "b", "c"}
    assert codes_after(tmp_path) == []


@pytest.mark.parametrize("seed", range(40))
def test_no_damage_gives_a_wrong_value_or_an_exception(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    keep(tmp_path, "a", "b", *map(str, range(200)))
    content = bytearray(file_in(tmp_path).read_bytes())
    for _ in range(chance.choice([1, 20, 2000])):
        content[chance.randrange(len(content))] = chance.randrange(256)
    end = len(content) if seed % 2 else chance.randrange(len(content))
    file_in(tmp_path).write_bytes(content[:end])
    codes_after(tmp_path)
    codes_after(tmp_path)
    assert codes_after(tmp_path) == []


def test_a_changed_letter_is_noticed(tmp_path: Path) -> None:
    keep(tmp_path, "a", "b")
    content = file_in(tmp_path).read_bytes()
    file_in(tmp_path).write_bytes(content.replace("Schöne".encode(), b"Schone!"))
    assert codes_after(tmp_path) == ["SG615"]
    assert codes_after(tmp_path) == []


def test_a_large_value_is_read_whole_and_checked_too(tmp_path: Path) -> None:
    large = "".join(f"{number} " for number in range(100_000))
    with memo_in(tmp_path) as memo:
        memo.put("text", "groß", large)
        memo.save()
    with memo_in(tmp_path) as memo:
        assert memo.get_many("text", ["groß"], type=str) == {"groß": large}
    file_in(tmp_path).write_bytes(file_in(tmp_path).read_bytes().replace(b" 77777 ", b" 77778 "))
    with memo_in(tmp_path) as memo:
        assert memo.get_many("text", ["groß"], type=str) == {}
        assert [found.code for found in memo.findings] == ["SG615"]


def test_a_file_with_other_tables_is_replaced(tmp_path: Path) -> None:
    file_in(tmp_path).parent.mkdir(parents=True)
    with sqlite3.connect(file_in(tmp_path)) as connection:
        connection.execute("CREATE TABLE fremd (something TEXT)")
    connection.close()
    assert codes_after(tmp_path) == ["SG615"]
    assert codes_after(tmp_path) == []


@pytest.mark.parametrize("table", ["value", "mark"])
def test_tables_of_another_shape_are_replaced(tmp_path: Path, table: str) -> None:
    keep(tmp_path, "a", "b")
    with sqlite3.connect(file_in(tmp_path)) as connection:
        connection.execute(f"DROP TABLE {table}")
        connection.execute(f"CREATE TABLE {table} (something TEXT)")
    connection.close()
    assert codes_after(tmp_path) == ["SG615"]
    assert codes_after(tmp_path) == []


def test_a_row_of_another_shape_is_computed_anew(tmp_path: Path) -> None:
    keep(tmp_path, "a", "b")
    with sqlite3.connect(file_in(tmp_path)) as connection:
        connection.execute("UPDATE value SET value = 'Text', checksum = 'x' WHERE key = 'body/a'")
    connection.close()
    assert codes_after(tmp_path) == ["SG615"]
    assert codes_after(tmp_path) == []


def test_a_locked_cache_is_done_without_and_noted_once(tmp_path: Path) -> None:
    keep(tmp_path, "a", "b")
    other = sqlite3.connect(file_in(tmp_path), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert codes_after(tmp_path) == ["SG616"]
    other.execute("ROLLBACK")
    other.close()
    assert kept(tmp_path, "a", "b", "c") == {"a", "b"}


@pytest.mark.parametrize("blocked", [".sitegen", CACHE_FOLDER])
def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path, blocked: str) -> None:
    (tmp_path / blocked).parent.mkdir(exist_ok=True)
    (tmp_path / blocked).write_text("", encoding="utf-8")
    assert codes_after(tmp_path) == ["SG616"]


def test_a_folder_in_place_of_the_file_is_done_without(tmp_path: Path) -> None:
    file_in(tmp_path).mkdir(parents=True)
    assert codes_after(tmp_path) == ["SG616"]


def test_a_cache_that_cannot_be_written_is_still_read(tmp_path: Path) -> None:
    keep(tmp_path, "a", "b")
    with sqlite3.connect(file_in(tmp_path)) as connection:
        connection.execute("CREATE TRIGGER voll BEFORE INSERT ON value BEGIN SELECT RAISE(ABORT, 'full'); END")
    connection.close()
    with memo_in(tmp_path) as memo:
        assert memo.remember("body", "a", forbidden, type=Body) == BODY
        memo.put("body", "c", BODY)
        memo.save()
        assert [finding.code for finding in memo.findings] == ["SG616"]
    assert kept(tmp_path, "a", "c") == {"a"}


def test_two_builds_at_once_keep_what_both_found(tmp_path: Path) -> None:
    keep(tmp_path, "beide")
    with memo_in(tmp_path) as one, memo_in(tmp_path) as other:
        for memo, key in ((one, "a"), (other, "b")):
            memo.remember("body", "beide", forbidden, type=Body)
            memo.put("body", key, BODY)
        for memo in (one, other):
            memo.save()
            memo.prune()
            assert memo.findings == ()
    assert kept(tmp_path, "beide", "a", "b") == {"beide", "a", "b"}


FILL = """
import sys
from pathlib import Path
from sitegen.build.memory.memo import Memo
for turn in range(10):
    with Memo.open(Path(sys.argv[1]), version="v1", today=20_000, wait=20) as memo:
        memo.remember("number", f"{sys.argv[2]}-{turn}", lambda: turn, type=int)
        assert memo.remember("number", "gemeinsam", lambda: 7, type=int) == 7
        memo.save()
        assert memo.findings == ()
"""


def test_processes_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FILL, str(tmp_path)]
    processes = [subprocess.Popen([*command, str(number)]) for number in range(3)]
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    wanted = {f"{number}-{turn}": turn for number in range(3) for turn in range(10)}
    with memo_in(tmp_path) as memo:
        assert memo.get_many("number", wanted, type=int) == wanted


def test_use_after_closing_opens_the_cache_again(tmp_path: Path) -> None:
    keep(tmp_path, "a")
    memo = memo_in(tmp_path)
    memo.close()
    assert memo.remember("body", "a", forbidden, type=Body) == BODY
    memo.close()


def test_workers_look_up_what_was_kept_and_leave_the_cache_to_their_caller(tmp_path: Path) -> None:
    keep(tmp_path, *map(str, range(50)))
    with memo_in(tmp_path) as memo:
        assert memo.remember("body", "0", forbidden, type=Body) == BODY

        def words_of(number: int) -> int:
            return memo.remember("body", str(number), forbidden, type=Body).words

        assert Crew(3).map(words_of, range(50), type=int, worth=1) == [BODY.words] * 50
        memo.put("body", "new", BODY)
        memo.save()
    with memo_in(tmp_path) as memo:
        assert memo.remember("body", "new", forbidden, type=Body) == BODY
        assert memo.findings == ()
