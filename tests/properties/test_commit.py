"""Whatever was committed before, and wherever it was cut off: in the end there are the last files and the foreign."""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import TWICE
from sitegen.output import carrying_off
from sitegen.output.commit import commit, commit_steps
from sitegen.output.compare import Changes, plan_changes
from sitegen.output.files import OutputFile
from sitegen.output.manifest import read_manifest
from sitegen.output.place import Place, place_for
from sitegen.output.recovery import finish_interrupted

Texts = dict[str, bytes]

FOREIGN: Texts = {"fremd": b"f", "a/fremd": b"f", "b/a/fremd": b"f"}

names = st.sampled_from(["a", "b", "ä"])
paths = st.lists(names, min_size=1, max_size=3).map("/".join)
contents = st.sampled_from([b"", b"1", b"2", b"lang" * 50])
file_sets = st.dictionaries(paths, contents, max_size=6).map(
    lambda texts: {
        path: text for path, text in texts.items() if not any(other.startswith(f"{path}/") for other in texts)
    }
)
runs = st.lists(st.tuples(file_sets, st.none() | st.integers(0, 30)), min_size=1, max_size=6)


def refuse(*_: object, **__: object) -> int:
    """As a system that allows no further process."""
    raise PermissionError


def planned(texts: Texts, place: Place) -> Changes:
    files = [OutputFile.holding(path, text) for path, text in texts.items()]
    return plan_changes(files, read_manifest(place)[0], place=place)


def found_in(folder: Path) -> Texts:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def folders_of(texts: Texts) -> set[str]:
    return {parent.as_posix() for path in texts for parent in Path(path).parents if parent != Path()}


def lay(texts: Texts, folder: Path) -> None:
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text)


def is_in_the_way(foreign: Texts, texts: Texts) -> bool:
    wanted, theirs = folders_of(texts), folders_of(foreign)
    return any(path in theirs for path in texts) or any(path in wanted for path in foreign)


@pytest.fixture(params=[carrying_off._FEW, 0])
def few(request: pytest.FixtureRequest) -> Iterator[None]:
    """Up to how many files are replaced; beyond, they change places with what replaces them, to be deleted at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(carrying_off, "_FEW", request.param)
        patch.setattr(threading, "active_count", lambda: 1)
        patch.setattr(os, "posix_spawn", refuse, raising=False)
        yield


@pytest.mark.usefixtures("few")
@given(runs=runs, foreign=st.lists(st.sampled_from(sorted(FOREIGN))))
@TWICE
def test_any_sequence_of_commits_ends_in_the_last_files_and_the_foreign_ones(
    runs: list[tuple[Texts, int | None]], foreign: list[str]
) -> None:
    theirs = {path: FOREIGN[path] for path in foreign}
    with TemporaryDirectory() as folder:
        place = place_for(Path(folder), Path(folder) / "public")
        assert isinstance(place, Place)
        lay(theirs, place.out)
        stands: Texts = {}
        for texts, cut_off_after in runs:
            finish_interrupted(place.site)
            assert found_in(place.out) == stands | theirs
            changes = planned(texts, place)
            assert bool(changes.findings) == is_in_the_way(theirs, texts)
            if changes.findings:
                assert commit(changes, place=place) == changes.findings
            elif cut_off_after is None:
                assert commit(changes, place=place) == ()
                stands = texts
            else:
                done = list(islice(commit_steps(changes, place=place), cut_off_after))
                in_order = not changes.written and not changes.removed
                stands = texts if "journal stands" in done or in_order else stands
                assert_whole(found_in(place.out), [texts, *(earlier for earlier, _ in runs), theirs])
        finish_interrupted(place.site)
        assert found_in(place.out) == stands | theirs
        left = {path.relative_to(place.out).as_posix() for path in place.out.rglob("*") if path.is_dir()}
        assert left == folders_of(stands | theirs)


def assert_whole(found: Texts, versions: list[Texts]) -> None:
    for path, text in found.items():
        assert text in [version.get(path) for version in versions]


@given(texts=file_sets, seed=st.integers())
def test_the_order_of_the_files_does_not_matter(texts: Texts, seed: int) -> None:
    mixed = list(texts)
    random.Random(seed).shuffle(mixed)
    with TemporaryDirectory() as folder:
        place = place_for(Path(folder), Path(folder) / "public")
        assert isinstance(place, Place)
        assert commit(planned(texts, place), place=place) == ()
        before = place.manifest.read_bytes() if texts else b""
        assert commit(planned({path: texts[path] for path in mixed}, place), place=place) == ()
        assert (place.manifest.read_bytes() if texts else b"") == before
