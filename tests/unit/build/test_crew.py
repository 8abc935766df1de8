"""Work that is shared comes out as if one had done it all, and a worker's fault is not lost."""

from __future__ import annotations

import os
import sys
import time

import pytest

from sitegen.build.crew import Crew, processors
from waiting import PATIENCE

NUMBERS = list(range(103))
HERE = os.getpid()

needs_copies = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are copied on Linux alone")


def square(number: int) -> int:
    return number * number


@pytest.mark.parametrize("workers", [1, 2, 3, 5])
def test_any_number_of_workers_gives_the_same_in_the_same_order(workers: int) -> None:
    assert Crew(workers).map(square, NUMBERS, type=int, worth=1) == [square(number) for number in NUMBERS]


def portions(workers: int, items: int) -> list[int]:
    """How many items were done at once with each."""
    with Crew(workers).begin_together(lambda some: [len(some)] * len(some), range(items), type=int, worth=1) as job:
        return job.results()


@needs_copies
def test_portions_become_smaller_so_that_nobody_waits_long_for_the_last() -> None:
    sizes = portions(2, 1000)
    assert (sizes[0], sizes[-1]) == (16, 1)
    assert sizes == sorted(sizes, reverse=True)
    assert set(portions(2, 103)[:60]) == {6}, "each of two comes eight times"


def test_whoever_works_alone_takes_as_many_at_once_as_pay() -> None:
    assert portions(1, 20) == [16] * 16 + [4] * 4


@needs_copies
def test_the_work_is_shared() -> None:
    reading, writing = os.pipe()

    def who_waits_for_this_process(_: int) -> int:
        if os.getpid() == HERE:
            os.write(writing, bytes(len(NUMBERS)))
        else:
            os.read(reading, 1)
        return os.getpid()

    doers = Crew(2).map(who_waits_for_this_process, NUMBERS, type=int, worth=1)
    assert len(set(doers)) == 2
    assert os.getpid() in doers


@needs_copies
def test_who_comes_late_finds_all_done() -> None:
    reading, writing = os.pipe()
    with Crew(2).begin(lambda _: os.getpid(), NUMBERS, type=int, worth=1) as job:
        os.close(writing)
        assert os.read(reading, 1) == b"", "the copy, which has the pipe, too, has ended"
        assert os.getpid() not in job.results()


def test_little_work_is_done_here() -> None:
    assert set(Crew(4).map(lambda _: os.getpid(), NUMBERS, type=int, worth=60)) == {os.getpid()}


def test_no_work_is_no_trouble() -> None:
    assert Crew(4).map(square, [], type=int, worth=1) == []


def refuse(number: int) -> int:
    if number == 7:
        raise ValueError("the seventh")
    return number


@needs_copies
@pytest.mark.parametrize("first", [0, 1])
def test_what_a_worker_raises_is_raised_here(first: int) -> None:
    with pytest.raises((RuntimeError, ValueError), match="the seventh"):
        Crew(2).map(refuse, NUMBERS[first:], type=int, worth=1)


@needs_copies
def test_a_worker_that_dies_is_told_of() -> None:
    reading, writing = os.pipe()

    def die_elsewhere(_: int) -> int:
        if os.getpid() != HERE:
            os.write(writing, bytes(len(NUMBERS)))
            os._exit(1)
        return len(os.read(reading, 1))  # once the copy has begun

    with pytest.raises(RuntimeError, match="without an answer"):
        Crew(2).map(die_elsewhere, NUMBERS, type=int, worth=1)


@needs_copies
def test_one_slow_item_keeps_nobody_from_the_others() -> None:
    """The copy waits at its first item until this process has done a hundred others."""
    reading, writing = os.pipe()

    def wait_or_work(number: int) -> int:
        if os.getpid() == HERE:
            os.write(writing, b".")
        elif number == 0:
            for _ in range(90):
                os.read(reading, 1)
        return number

    assert Crew(2).map(wait_or_work, NUMBERS, type=int, worth=1) == NUMBERS


@needs_copies
def test_copies_work_while_this_process_does_something_else() -> None:
    reading, writing = os.pipe()
    with Crew(2).begin(lambda number: os.write(writing, b".") and number, NUMBERS, type=int, worth=1) as job:
        for _ in NUMBERS[:-1]:  # all but the last portion, which is kept for this process
            os.read(reading, 1)
        assert job.results() == NUMBERS


@needs_copies
def test_nobody_is_left_behind() -> None:
    reading, writing = os.pipe()
    never, _ = os.pipe()
    copies: list[int] = []

    def fail_here(_: int) -> int:
        if os.getpid() == HERE:
            copies.extend(int(os.read(reading, 20)) for _ in range(2))
            raise ValueError("here")
        os.write(writing, b"%20d" % os.getpid())
        return len(os.read(never, 1))  # for which a copy would wait for ever

    with pytest.raises(ValueError, match="here"):
        Crew(3).map(fail_here, NUMBERS, type=int, worth=1)
    assert len(set(copies)) == 2
    for copy in copies:
        with pytest.raises(ChildProcessError):
            os.waitpid(copy, os.WNOHANG)


@needs_copies
def test_a_copy_ends_with_the_process_that_it_works_for() -> None:
    """Else it would keep the lock of the site for as long as there are portions."""
    reading, writing = os.pipe()

    def work_slowly(number: int) -> int:
        time.sleep(0.01)
        return number

    employer = os.fork()
    if not employer:
        os.close(reading)
        Crew(2).begin(work_slowly, NUMBERS * 100, type=int, worth=1)  # two minutes for a copy, which has the pipe, too
        os._exit(0)
    os.close(writing)
    began = time.monotonic()
    os.waitpid(employer, 0)
    assert os.read(reading, 1) == b""
    assert time.monotonic() - began < PATIENCE


@needs_copies
def test_answers_larger_than_a_pipe_arrive() -> None:
    texts = Crew(2).map(lambda number: str(number) * 50_000, NUMBERS, type=str, worth=1)
    assert [text[:2] for text in texts[10:13]] == ["10", "11", "12"]


def test_somebody_who_watches_sees_the_end() -> None:
    seen: list[tuple[int, int]] = []
    Crew(2).map(square, NUMBERS, type=int, worth=1, watch=lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1] == (len(NUMBERS), len(NUMBERS))


def test_there_is_a_processor() -> None:
    assert processors() >= 1
