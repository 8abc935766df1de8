"""What all tests share: how hard the properties are tried, and what marks mean."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("dev", max_examples=50, deadline=None, derandomize=True, database=None)
settings.register_profile("soak", max_examples=2000, deadline=None)
settings.load_profile("soak" if os.environ.get("SITEGEN_SOAK") else "dev")


def pytest_configure(config: pytest.Config) -> None:
    """Name our own marks, since unknown ones are errors."""
    config.addinivalue_line("markers", "browser: needs Chromium; see tests/browser/surroundings.py")
    config.addinivalue_line("markers", "soak: has a longer run of its own in `make soak`")
    config.addinivalue_line("markers", "slow: takes seconds; `-m 'not slow'` leaves it out while developing")


@pytest.fixture(scope="session", autouse=True)
def _a_disk_that_keeps_its_word() -> Iterator[None]:
    """Nobody waits for the disk: no test can pull the plug, and waiting takes longer than building.

    What happens when a program is killed is asked of programs of their own, which wait as ever.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", os.fstat)
        yield
