"""A copy does things in their order and waits until they are asked for; what it dies of is told."""

from __future__ import annotations

import os
import sys
import time
from functools import partial

import pytest

from sitegen.build.errand import Errand, worth_a_copy

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are copied on Linux alone")


def fail() -> None:
    raise ValueError("on the way")


def test_somebody_else_does_one_thing_after_the_other() -> None:
    large = "ä" * 1_000_000
    errand = Errand(os.getpid, lambda: large, os.getpid)
    first, second, third = errand.answer(int), errand.answer(str), errand.answer(int)
    errand.end()
    assert first == third != os.getpid()
    assert second == large


def test_what_is_raised_on_an_errand_is_raised_here() -> None:
    errand = Errand(os.getpid, fail)
    assert errand.answer(int)
    with pytest.raises(RuntimeError, match="on the way"):
        errand.answer(int)
    errand.end()


def test_a_copy_that_dies_is_told_of() -> None:
    errand = Errand(partial(os._exit, 3))
    with pytest.raises(RuntimeError, match="without an answer"):
        errand.answer(int)
    errand.end()


@pytest.mark.parametrize("thing", [partial(time.sleep, 60), partial(bytes, 10_000_000)])
def test_nobody_stays_on_an_errand_that_has_ended(thing: partial[object]) -> None:
    errand = Errand(thing)
    process = errand._process
    assert process
    errand.end()
    errand.end()
    with pytest.raises(ValueError, match="nobody"):
        errand.answer(bytes)
    with pytest.raises(ChildProcessError):
        os.waitpid(process, os.WNOHANG)


def test_one_worker_sends_nobody() -> None:
    assert not worth_a_copy(1)
