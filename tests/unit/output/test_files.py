"""A file of the output folder is a value that cannot point outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.output.files import OutputFile, digest_of, digest_of_file, is_clean_path


@pytest.mark.parametrize("path", ["index.html", "blog/a/index.html", ".htaccess", "...", "a..b/c.", "ä ö/ß.html"])
def test_a_path_of_real_names_is_clean(path: str) -> None:
    assert is_clean_path(path)


@pytest.mark.parametrize(
    "path", ["", ".", "..", "/etc/passwd", "a/../b", "../b", "a/..", "a//b", "a/", "a/./b", "a\\b", "C:/x", "a\0"]
)
def test_a_path_that_could_leave_the_folder_is_not(path: str) -> None:
    assert not is_clean_path(path)
    with pytest.raises(ValueError, match="not a path inside"):
        OutputFile.holding(path, b"")


def test_a_file_has_bytes_or_a_source_and_never_both(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="content and source"):
        OutputFile(path="a", digest="", content=b"", source=str(tmp_path))


def test_the_digest_is_the_same_for_bytes_and_for_a_file(tmp_path: Path) -> None:
    content = b"Inhalt" * 100_000
    (tmp_path / "datei").write_bytes(content)
    assert digest_of_file(tmp_path / "datei") == digest_of(content) == OutputFile.holding("a", content).digest
    assert len(digest_of(b"")) == 32
    assert digest_of(b"a") != digest_of(b"b")
