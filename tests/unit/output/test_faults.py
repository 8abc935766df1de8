"""Whatever the disk refuses becomes a German sentence with the file it is about."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from sitegen.output.faults import SourceChangedError, finding_about
from sitegen.output.place import Place, place_at


class HeldError(PermissionError):
    """What Windows raises for a file that another program has open."""

    winerror = 32


def place_in(folder: Path) -> Place:
    return place_at(folder, "public")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "SG605"),
        (errno.EACCES, "SG604"),
        (errno.EPERM, "SG604"),
        (errno.EROFS, "SG604"),
        (errno.EIO, "SG618"),
    ],
)
def test_a_refusal_has_its_own_sentence(tmp_path: Path, number: int, code: str) -> None:
    error = OSError(number, "it says", str(tmp_path / "public/index.html"))
    finding = finding_about(error, place=place_in(tmp_path))
    assert (finding.code, finding.span.file) == (code, "public/index.html")
    assert "„public/index.html“" in finding.message


def test_a_file_held_by_another_program_is_told_apart(tmp_path: Path) -> None:
    finding = finding_about(HeldError(errno.EACCES, "in use", str(tmp_path / "a")), place=place_in(tmp_path))
    assert (finding.code, finding.span.file) == ("SG610", "a")


def test_a_refusal_without_a_name_is_about_the_output_folder(tmp_path: Path) -> None:
    finding = finding_about(OSError(errno.ENOSPC, "full"), place=place_in(tmp_path))
    assert finding.span.file == "public"


def test_an_unknown_refusal_is_told_in_the_words_of_the_system(tmp_path: Path) -> None:
    assert "seltsam" in finding_about(OSError(errno.EIO, "seltsam"), place=place_in(tmp_path)).message
    assert "OSError" in finding_about(OSError(), place=place_in(tmp_path)).message


def test_a_changed_source_is_named(tmp_path: Path) -> None:
    inside = finding_about(SourceChangedError(tmp_path / "content/a.jpg"), place=place_in(tmp_path))
    outside = finding_about(SourceChangedError(Path("/anderswo/a.jpg")), place=place_in(tmp_path))
    assert (inside.code, inside.span.file) == ("SG611", "content/a.jpg")
    assert outside.span.file == "/anderswo/a.jpg"
