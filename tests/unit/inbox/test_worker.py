"""The worker: nothing lost, nothing said about people, stopped within a second."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from inbox_case import SITE, InboxCase
from sitegen.inbox.desk import Dead, Desk, Done, Handler, JobResult, Later
from sitegen.inbox.records import Job, JobKind
from sitegen.inbox.store.contract import StoreUnavailableError
from sitegen.inbox.worker import PACES, Worker
from waiting import PATIENCE, until


@pytest.fixture
def case(tmp_path: Path) -> Iterator[InboxCase]:
    made = InboxCase(tmp_path)
    yield made
    made.close()


def add(case: InboxCase, *names: str, kind: JobKind = "event") -> None:
    case.desk.store.add_jobs([Job(id=name, kind=kind, site=SITE, due=case.clock()) for name in names])


def always(result: JobResult) -> Handler:
    return lambda _, jobs: (result,) * len(jobs)


def test_each_result_is_recorded(case: InboxCase) -> None:
    add(case, "done", "later", "dead")
    due = datetime(2026, 12, 1, tzinfo=UTC)
    results: dict[str, JobResult] = {
        "done": Done(),
        "later": Later(due=due, error="Geduld"),
        "dead": Dead(error="Schluss"),
    }
    worker = Worker(case.desk, {"event": lambda _, jobs: tuple(results[job.id] for job in jobs)})

    assert worker.run_once() == 3

    kept = {job.id: job for job in case.jobs()}
    assert set(kept) == {"later", "dead"}
    assert (kept["later"].due, kept["later"].error, kept["later"].dead) == (due, "Geduld", False)
    assert (kept["dead"].error, kept["dead"].dead) == ("Schluss", True)
    assert worker.run_once() == 0


def test_a_handler_that_breaks_keeps_its_jobs_and_tells_nothing(
    case: InboxCase, caplog: pytest.LogCaptureFixture
) -> None:
    add(case, "a", "b")

    def breaks(_desk: Desk, _jobs: tuple[Job, ...]) -> tuple[JobResult, ...]:
        raise ValueError("anna@krueger.example")

    with caplog.at_level(logging.DEBUG):
        Worker(case.desk, {"event": breaks}).run_once()

    assert [(job.error, job.attempt, job.dead) for job in case.jobs()] == [("ValueError", 1, False)] * 2
    assert "ValueError" in caplog.text
    assert "anna" not in caplog.text


def test_what_always_breaks_is_given_up_in_the_end(case: InboxCase) -> None:
    add(case, "a")

    def breaks(_desk: Desk, _jobs: tuple[Job, ...]) -> tuple[JobResult, ...]:
        raise OSError

    worker = Worker(case.desk, {"event": breaks})
    attempts = 0
    while not case.jobs()[0].dead:
        case.clock.now = case.jobs()[0].due
        attempts += worker.run_once()

    assert attempts == 10


def test_a_job_of_a_worker_that_died_comes_back(case: InboxCase) -> None:
    add(case, "a")
    kinds: tuple[JobKind, ...] = ("event",)
    assert case.desk.store.claim(kinds, now=case.clock(), lease=PACES["event"].lease)
    worker = Worker(case.desk, {"event": always(Done())})

    assert worker.run_once() == 0
    case.clock.move(PACES["event"].lease + 1)
    assert worker.run_once() == 1


def test_several_workers_never_do_the_same_job(case: InboxCase) -> None:
    add(case, *(f"job{number}" for number in range(60)), kind="hook")
    done: list[str] = []

    def handle(_desk: Desk, jobs: tuple[Job, ...]) -> tuple[JobResult, ...]:
        done.extend(job.id for job in jobs)
        return (Done(),) * len(jobs)

    desks = [case.open() for _ in range(4)]
    stop = threading.Event()
    threads = [
        threading.Thread(target=Worker(replace(desk, clock=case.clock), {"hook": handle}).run, args=(stop,))
        for desk in desks
    ]
    for thread in threads:
        thread.start()
    until(lambda: not case.jobs(), "the jobs to be done")
    stop.set()
    for thread in threads:
        thread.join()
    for desk in desks:
        desk.store.close()

    assert sorted(done) == sorted(f"job{number}" for number in range(60))


def test_a_store_that_cannot_be_asked_costs_no_job(case: InboxCase) -> None:
    add(case, "a")

    def finds_it_gone(_desk: Desk, _jobs: tuple[Job, ...]) -> tuple[JobResult, ...]:
        raise StoreUnavailableError

    with pytest.raises(StoreUnavailableError):
        Worker(case.desk, {"event": finds_it_gone}).run_once()

    case.clock.move(PACES["event"].lease + 1)
    assert Worker(case.desk, {"event": always(Done())}).run_once() == 1


@pytest.mark.parametrize("trouble", [StoreUnavailableError(), None], ids=["store gone", "handler wrong"])
def test_a_lane_goes_on_after_trouble(
    case: InboxCase, monkeypatch: pytest.MonkeyPatch, trouble: Exception | None
) -> None:
    monkeypatch.setattr("sitegen.inbox.worker._LONG_PAUSE", 0.02)
    add(case, "a")
    calls: list[int] = []

    def recovers(_desk: Desk, jobs: tuple[Job, ...]) -> tuple[JobResult, ...]:
        calls.append(len(jobs))
        if len(calls) > 1:
            return (Done(),) * len(jobs)
        case.clock.move(PACES["event"].lease + 1)
        if trouble:
            raise trouble
        return ()  # one result for each job is what it owes

    stop = threading.Event()
    thread = threading.Thread(target=Worker(case.desk, {"event": recovers}).run, args=(stop,))
    thread.start()
    until(lambda: not case.jobs(), "the jobs to be done")
    stop.set()
    thread.join()

    assert calls == [1, 1]


def test_what_is_past_its_time_goes_once_a_day(case: InboxCase) -> None:
    old = case.contact()
    case.clock.move(181 * 86_400)
    stop = threading.Event()
    thread = threading.Thread(target=Worker(case.desk, {}).run, args=(stop,))

    thread.start()
    until(lambda: case.desk.store.item(old.id) is None, "the old item to go")
    stop.set()
    thread.join()


def test_a_slow_kind_holds_up_no_other_and_stopping_takes_a_second(case: InboxCase) -> None:
    release = threading.Event()

    def hangs(_desk: Desk, jobs: tuple[Job, ...]) -> tuple[JobResult, ...]:
        release.wait(2 * PATIENCE)
        return (Done(),) * len(jobs)

    add(case, "slow", kind="mail")
    stop = threading.Event()
    thread = threading.Thread(target=Worker(case.desk, {"mail": hangs, "publish": always(Done())}).run, args=(stop,))
    thread.start()
    add(case, "quick", kind="publish")
    until(lambda: [job.id for job in case.jobs()] == ["slow"], "the quick jobs to be done")

    began = time.monotonic()
    stop.set()
    thread.join(PATIENCE)
    took = time.monotonic() - began
    release.set()
    until(lambda: not case.jobs(), "the jobs to be done")

    assert took < PATIENCE
