"""Runs Pagefind over pages and keeps what it made, by the digest of the pages, until their words change.

Pagefind 1.5 numbers pages in the order in which the file system lists them, which some take from the names and some
from when each was made; so they are laid before it in one order, and the same pages give the same bytes. On another
file system these can be others that say the same. It is run as a program: its Python API takes a tenth of a second for
each page. What is kept is trusted only as long as every file has the digest it was kept with. Never writes outside the
folder it is given.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from sitegen.output.files import OutputFile, digest_of_file

__all__ = ["SearchFailedError", "find_program", "index_files"]

LIST: Final = "files.json"
"""Which files a kept index has; written last, so that a folder with it is whole."""
_NOT_ASKED_FOR: Final = ("pagefind-*-ui.*", "pagefind-ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""Pagefind's own surfaces and the engine for other languages: the search page uses none of them."""
_OPTIONS: Final = ("--silent", "--force-language", "de")
_SECONDS: Final = 120


class SearchFailedError(Exception):
    """Pagefind did not do its work; the text is what it said, in its own words."""


def find_program() -> Path | None:
    """Where Pagefind lies, or None where the extra `sitegen[search]` is not installed."""
    try:
        from pagefind_bin import get_executable
    except ImportError:
        return None
    return Path(get_executable())


def index_files(pages: Mapping[str, str], program: Path, *, cache: Path, folder: str) -> tuple[OutputFile, ...]:
    """The files of an index of `pages`, for the output folder `folder`; from `cache` if they are there.

    `pages` are as `records.indexed_page` makes them, by the file below the output folder that each was read from.
    Raises SearchFailedError when the program fails and OSError when the cache cannot be written.
    """
    kept = cache / key_of_pages(pages, program)
    found = kept_files(kept)
    if not found:
        shutil.rmtree(kept, ignore_errors=True)
        run(pages, program, into=kept)
        found = list_files(kept)
        for other in cache.iterdir():
            if other != kept:
                shutil.rmtree(other, ignore_errors=True)
    return tuple(
        OutputFile.copying(f"{folder}/{path}", kept / path, digest=digest) for path, digest in sorted(found.items())
    )


def key_of_pages(pages: Mapping[str, str], program: Path) -> str:
    """The digest of everything an index depends on."""
    digest = hashlib.blake2b(f"{version_of(program)} {_OPTIONS} {_NOT_ASKED_FOR}\n".encode(), digest_size=16)
    for path, page in sorted(pages.items()):
        content = page.encode()
        digest.update(f"{path} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def version_of(program: Path) -> str:
    """Which Pagefind this is: the name of the folder in which pip notes its version, as `pagefind_bin-1.5.2`."""
    return " ".join(sorted(folder.name for folder in program.parents[1].glob("pagefind_bin-*.dist-info")))


def kept_files(kept: Path) -> dict[str, str]:
    """Digests by path of the files of a kept index; empty if there is none or one of them is not what it was."""
    try:
        files = msgspec.json.decode((kept / LIST).read_bytes(), type=dict[str, str])
        whole = all(digest_of_file(kept / path) == digest for path, digest in files.items())
    except (OSError, msgspec.DecodeError):
        return {}
    return files if whole else {}


def run(pages: Mapping[str, str], program: Path, *, into: Path) -> None:
    """Let Pagefind make its files in the folder `into`."""
    import subprocess

    folder = into.with_name(f"{into.name}.pages")
    try:
        folder.mkdir(parents=True)
        for path, page in sorted(pages.items()):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(page, encoding="utf-8", newline="\n")
        command = [str(program), *_OPTIONS, "--site", str(folder), "--output-path", str(into)]
        done = subprocess.run(  # noqa: S603 - the program comes with a library of ours, its arguments are our own
            command, cwd=folder, capture_output=True, check=False, encoding="utf-8", errors="replace", timeout=_SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise SearchFailedError(f"timed out after {_SECONDS} seconds") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if done.returncode or not (into / "pagefind.js").is_file():
        raise SearchFailedError((done.stderr or done.stdout).strip() or f"exit code {done.returncode}")


def list_files(kept: Path) -> dict[str, str]:
    """Drop what is not asked for, list the rest in the index's own list, and answer with the list."""
    for pattern in _NOT_ASKED_FOR:
        for path in kept.glob(pattern):
            with suppress(OSError):
                path.unlink()
    files = {path.relative_to(kept).as_posix(): digest_of_file(path) for path in files_below(kept)}
    (kept / LIST).write_bytes(msgspec.json.encode(files))
    return files


def files_below(folder: Path) -> Iterator[Path]:
    """All files below a folder but the list, in one order everywhere."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != LIST)
