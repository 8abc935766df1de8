"""Which programs are found, in which order, and which of them are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from hook_scripts import ARRIVAL, write_hook
from sitegen.inbox.hooks.programs import all_programs, deciders, listeners, program_by_key


def names(folder: Path) -> list[str]:
    return [program.name for program in deciders(str(folder), "comment.submitted")]


def refusal(folder: Path) -> str | None:
    (program,) = deciders(str(folder), "comment.submitted")
    return program.refused


def test_programs_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("20-b", "100-c", "10-a.py", "5-d"):
        write_hook(tmp_path, f"{ARRIVAL}/{name}", "exit 0")
    assert names(tmp_path) == ["10-a.py", "100-c", "20-b", "5-d"]


@pytest.mark.parametrize("name", [".hidden", "10-a~", "10-a.bak", "#10-a#", "10-a.swp", "10 a", "10-a.dpkg-old", "-rf"])
def test_what_editors_leave_behind_is_no_hook(tmp_path: Path, name: str) -> None:
    write_hook(tmp_path, f"{ARRIVAL}/{name}", "exit 0")
    assert names(tmp_path) == []


def test_no_folder_no_hooks(tmp_path: Path) -> None:
    assert deciders("", "comment.submitted") == ()
    assert listeners("", "comment.approved") == ()
    assert all_programs("") == ()
    assert names(tmp_path) == []
    with pytest.raises(OSError, match="gone"):
        names(tmp_path / "gone")


def test_whoever_decides_about_an_arrival_is_not_told_of_it_again(tmp_path: Path) -> None:
    for key in (f"{ARRIVAL}/10-a", "comment.approved.d/30-b", "notify.d/20-c"):
        write_hook(tmp_path, key, "exit 0")
    assert [program.key for program in listeners(str(tmp_path), "comment.submitted")] == ["notify.d/20-c"]
    heard = [program.key for program in listeners(str(tmp_path), "comment.approved")]
    assert heard == ["notify.d/20-c", "comment.approved.d/30-b"]
    assert [program.key for program in all_programs(str(tmp_path))] == [
        "comment.approved.d/30-b",
        f"{ARRIVAL}/10-a",
        "notify.d/20-c",
    ]


def test_a_program_is_found_by_its_key(tmp_path: Path) -> None:
    write_hook(tmp_path, f"{ARRIVAL}/10-a", "exit 0")
    found = program_by_key(str(tmp_path), f"{ARRIVAL}/10-a")
    assert found
    assert found.name == "10-a"
    assert program_by_key(str(tmp_path), f"{ARRIVAL}/../10-a") is None


def test_a_program_of_the_owner_alone_is_run(tmp_path: Path) -> None:
    write_hook(tmp_path, f"{ARRIVAL}/10-a", "exit 0")
    assert refusal(tmp_path) is None


def test_a_program_that_is_not_executable_is_refused(tmp_path: Path) -> None:
    write_hook(tmp_path, f"{ARRIVAL}/10-a", "exit 0").chmod(0o644)
    assert refusal(tmp_path) == "not_executable"


@pytest.mark.parametrize("loose", [f"{ARRIVAL}/10-a", ARRIVAL, "."])
def test_what_anybody_can_change_is_refused(tmp_path: Path, loose: str) -> None:
    write_hook(tmp_path, f"{ARRIVAL}/10-a", "exit 0")
    (tmp_path / loose).chmod(0o777)
    assert refusal(tmp_path) == "writable"


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "hooks"
    (folder / ARRIVAL).mkdir(parents=True)
    (folder / ARRIVAL / "10-a").symlink_to(write_hook(tmp_path, "elsewhere", "exit 0"))
    assert refusal(folder) == "outside"


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    write_hook(tmp_path, "shared/words", "exit 0")
    (tmp_path / ARRIVAL).mkdir()
    (tmp_path / ARRIVAL / "10-a").symlink_to("../shared/words")
    assert refusal(tmp_path) is None
    (tmp_path / "shared").chmod(0o777)
    assert refusal(tmp_path) == "writable"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / ARRIVAL / "10-a").mkdir(parents=True)
    assert refusal(tmp_path) == "no_file"
    (tmp_path / ARRIVAL / "10-a").rmdir()
    (tmp_path / ARRIVAL / "10-a").symlink_to("nowhere")
    assert refusal(tmp_path) == "no_file"
