"""Builds one after another, whatever goes wrong in one of them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from serving_case import FILES, SETTINGS
from site_case import NOON, SiteCase
from sitegen.build.audience import NOBODY
from sitegen.build.lock import SiteLock, take_lock
from sitegen.build.result import BuildOptions
from sitegen.serve.rebuilding import Built, Rebuilder
from waiting import PATIENCE, until


@pytest.fixture
def case(tmp_path: Path) -> SiteCase:
    return SiteCase.of(tmp_path, FILES, settings=SETTINGS)


def rebuilder(case: SiteCase, told: list[Built], options: Callable[[], BuildOptions] | None = None) -> Rebuilder:
    return Rebuilder(case.root, options or (lambda: BuildOptions(now=NOON)), audience=NOBODY, tell=told.append)


def test_each_change_is_built_and_many_at_once_but_once(case: SiteCase) -> None:
    told: list[Built] = []
    building = rebuilder(case, told)
    building.start()
    until(lambda: len(told) == 1, "the first build")
    case.edit("content/blog/erster.md", "Ein Satz.", "Zwei Sätze.")
    for _ in range(50):
        building.changed()
    until(lambda: any(built.result and built.result.changes.changed for built in told), "the change")
    building.stop()
    assert len(told) <= 4
    assert all(built.result and built.result.written for built in told)


def test_a_fault_of_ours_is_told_and_the_next_build_is_made(case: SiteCase) -> None:
    told: list[Built] = []
    clock = iter([BuildOptions(now=NOON)])

    def options() -> BuildOptions:
        if not told:
            raise RuntimeError("unser Fehler")
        return next(clock)

    building = rebuilder(case, told, options)
    building.start()
    until(lambda: len(told) == 1, "the fault")
    building.changed()
    until(lambda: len(told) == 2, "the next build")
    building.stop()
    assert str(told[0].error) == "unser Fehler"
    assert told[1].result is not None
    assert told[1].result.written


def test_another_build_is_waited_for(case: SiteCase, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long it takes: each attempt of ours bears five seconds, here none."""
    monkeypatch.setattr("sitegen.build.pipeline.take_lock", lambda root: take_lock(root, wait=0))
    other = take_lock(case.root)
    assert isinstance(other, SiteLock)
    told: list[Built] = []
    building = rebuilder(case, told)
    building.start()
    threading.Event().wait(0.3)
    assert told == []
    other.release()
    until(lambda: told, "a build when the other is done")
    building.stop()
    assert told[0].result is not None
    assert told[0].result.written


def test_the_end_comes_in_the_middle_of_a_build(case: SiteCase) -> None:
    other = take_lock(case.root)
    assert isinstance(other, SiteLock)
    told: list[Built] = []
    building = rebuilder(case, told)
    building.start()
    stopping = threading.Thread(target=building.stop)
    stopping.start()
    until(building._over.is_set, "an end that was asked for")
    other.release()
    stopping.join(timeout=PATIENCE)
    assert not stopping.is_alive()
    assert not case.out.exists()
