"""What all tests share: how hard the properties are tried, and what marks mean."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

BUSY = (HealthCheck.too_slow,)
"""What a machine with other work seems to suffer from: examples that take long to make up."""

_MEMORY: Final = "/dev/shm"
_ROOM: Final = 1 << 30
"""Bytes; ten times as many as ever lie there at once."""

settings.register_profile(
    "dev", max_examples=50, deadline=None, derandomize=True, database=None, suppress_health_check=BUSY
)
settings.register_profile("soak", max_examples=2000, deadline=None, suppress_health_check=BUSY)
settings.load_profile("soak" if os.environ.get("SITEGEN_SOAK") else "dev")


def pytest_configure(config: pytest.Config) -> None:
    """Name our own marks, since unknown ones are errors."""
    config.addinivalue_line("markers", "browser: needs Chromium; see tests/browser/surroundings.py")
    config.addinivalue_line("markers", "soak: has a longer run of its own in `make soak`")
    config.addinivalue_line("markers", "slow: takes seconds; `-m 'not slow'` leaves it out while developing")
    _work_in_memory()


def _work_in_memory() -> None:
    """Have the folders of tests lie in memory where there is room and programs may run: no disk has to keep up."""
    with suppress(AttributeError, OSError):  # Windows has no `statvfs`, macOS no such folder
        status = os.statvfs(_MEMORY)
        if status.f_bavail * status.f_frsize >= _ROOM and not status.f_flag & os.ST_NOEXEC:
            os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", _MEMORY)


def pytest_xdist_auto_num_workers() -> int:
    """`-n auto`: half as many again as there are processors, since browsers, servers and clocks are waited for."""
    processors = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return processors + max(1, processors // 2)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays to the end: nobody goes through it for garbage again and again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _a_disk_that_keeps_its_word() -> Iterator[None]:
    """Nobody waits for the disk: no test can pull the plug, and waiting takes longer than building.

    What happens when a program is killed is asked of programs of their own, which wait as ever.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", os.fstat)
        yield


@pytest.fixture(scope="session", autouse=True)
def _layouts_that_are_compiled_once() -> Iterator[None]:
    """Builds that nobody asked to be warm find the layouts of the builds before them, as those of `SiteCase` do."""
    from compiled_once import COMPILED  # noqa: PLC0415 - here and below: coverage has begun by now
    from sitegen.build import stages  # noqa: PLC0415
    from sitegen.build.warmth import Warmth  # noqa: PLC0415

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stages, "Warmth", partial(Warmth, compiled=COMPILED))
        yield


@pytest.fixture
def other_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on another file system than that of `tmp_path`."""
    for place in (Path(_MEMORY), Path(gettempdir())):
        if place.is_dir() and place.stat().st_dev != tmp_path.stat().st_dev:
            with TemporaryDirectory(dir=place) as folder:
                yield Path(folder)
            return
    pytest.skip("needs a second file system")  # not every system has one: macOS and Windows know no folder in memory
