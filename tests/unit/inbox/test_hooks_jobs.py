"""Jobs for hooks: what happened is told to all who want to know, again until they have it, by the real worker."""

from __future__ import annotations

import fcntl

import pytest

from hook_scripts import ARRIVAL, write_hook
from inbox_case import OWNER, SITE
from listening import Listening, case
from sitegen.inbox import moderation
from sitegen.inbox.config import Hooks, Mail, Webhook
from sitegen.inbox.events import arrival_jobs, event_job
from sitegen.inbox.hooks.dispatch import dispatch
from sitegen.inbox.records import State
from sitegen.inbox.worker import Worker

__all__ = ["case"]

A_WEEK = 7 * 24 * 3600


def test_what_happened_is_told_to_all_who_want_to_know(case: Listening) -> None:
    for key in ("comment.approved.d/10-own", "notify.d/20-all", "comment.rejected.d/10-other"):
        case.listener(key)
    item = case.comment()
    moderation.approve(case.desk, item.id, by="link")
    case.work()
    assert [(event["type"], event["attempt"]) for event in case.heard] == [("comment.approved", 1)] * 2
    assert len({event["id"] for event in case.heard}) == 1
    assert case.hook_jobs() == ()


def test_an_event_that_is_expanded_twice_is_told_once(case: Listening) -> None:
    case.listener("notify.d/10-all")
    item = case.comment()
    job = event_job("comment.approved", item, desk=case.desk, previous=State.PENDING)
    dispatch(case.desk, (job, job))
    dispatch(case.desk, (job,))
    case.work()
    assert len(case.heard) == 1


@pytest.mark.parametrize("code", [75, 1, 10, 255])
def test_whoever_could_not_take_it_is_told_again_by_the_schedule(case: Listening, code: int) -> None:
    path = case.listener("notify.d/10-all", code=code)
    case.comment(jobs=arrival_jobs(case.comment(text="Noch einer."), desk=case.desk))
    case.work()
    (job,) = case.hook_jobs()
    assert job.error == f"exit code {code}"
    assert 4 < (job.due - case.clock()).total_seconds() < 6
    case.clock.move(6)
    case.work()
    assert 270 < (case.hook_jobs()[0].due - case.clock()).total_seconds() < 330
    path.write_text(path.read_text("utf-8").replace(f"exit {code}", "exit 0"), "utf-8")
    case.clock.move(330)
    case.work()
    assert [event["attempt"] for event in case.heard] == [1, 2, 3]
    assert len({event["id"] for event in case.heard}) == 1
    assert case.hook_jobs() == ()


def test_after_ten_attempts_over_three_days_it_is_given_up_and_the_owner_is_told(case: Listening) -> None:
    case.listener("notify.d/10-all", code=1)
    case.configure(mail=Mail(host="localhost", sender=OWNER))
    for text in ("Noch einer.", "Und noch einer."):
        case.desk.store.add_jobs(arrival_jobs(case.comment(text=text), desk=case.desk))
    started = case.clock()
    mails: list[str] = []
    while len(jobs := case.desk.store.jobs(kinds=["hook"], dead=True)) < 2:
        case.work()
        for mail in case.jobs("mail"):
            mails.append(mail.id)
            case.desk.store.finish(mail.id)
        case.clock.move(600)
        assert (case.clock() - started).total_seconds() < A_WEEK
    assert sorted(event["attempt"] for event in case.heard) == sorted([*range(1, 11)] * 2)
    assert (case.clock() - started).total_seconds() > 3 * 24 * 3600
    assert [job.error for job in jobs] == ["exit code 1"] * 2
    assert mails == [f"mail:hook.given_up:{SITE}:notify.d/10-all"]


def test_a_listener_without_settings_is_taken_out_of_service_and_the_owner_is_told(case: Listening) -> None:
    path = case.listener("notify.d/10-all", code=78)
    case.listener("notify.d/20-other")
    case.configure(mail=Mail(host="localhost", sender=OWNER))
    item = case.comment()
    moderation.approve(case.desk, item.id, by="link")
    case.work()
    assert [event["type"] for event in case.heard].count("hook.disabled") == 1
    (dead,) = case.desk.store.jobs(kinds=["hook"], dead=True)
    assert dead.error == "exit code 78"
    (mail,) = case.jobs("mail")
    assert mail.id == f"mail:hook.disabled:{SITE}:notify.d/10-all"
    moderation.reject(case.desk, item.id, by="link")
    case.work()
    assert len(case.desk.store.jobs(kinds=["hook"], dead=True)) == 1
    path.write_text(path.read_text("utf-8").replace("exit 78", "exit 0"), "utf-8")
    moderation.mark_spam(case.desk, item.id, by="link")
    case.work()
    assert [event["type"] for event in case.heard].count("comment.spam") == 2


def test_a_listener_that_is_refused_hears_of_it_once_it_is_mended(case: Listening) -> None:
    path = case.listener("notify.d/10-all")
    path.chmod(0o777)
    case.comment(jobs=arrival_jobs(case.comment(text="Noch einer."), desk=case.desk))
    case.work()
    assert case.hook_jobs()[0].error == "writable"
    path.chmod(0o755)
    case.clock.move(6)
    case.work()
    assert len(case.heard) == 1


def test_nobody_waits_for_a_listener_that_was_taken_away(case: Listening) -> None:
    path = case.listener("notify.d/10-all", code=1)
    case.comment(jobs=arrival_jobs(case.comment(text="Noch einer."), desk=case.desk))
    case.work()
    path.unlink()
    case.clock.move(6)
    case.work()
    assert case.hook_jobs() == ()


def test_a_hook_runs_once_at_a_time(case: Listening) -> None:
    path = case.listener("notify.d/10-all")
    case.comment(jobs=arrival_jobs(case.comment(text="Noch einer."), desk=case.desk))
    with path.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_SH)
        case.work()
        assert case.hook_jobs()[0].error == "busy"
        assert case.heard == []
    case.clock.move(6)
    case.work()
    assert len(case.heard) == 1


@pytest.mark.parametrize(("script", "error"), [("kill -9 $$", "signal"), ("cat /dev/zero", "output")])
def test_whoever_breaks_is_told_again(case: Listening, script: str, error: str) -> None:
    write_hook(case.hooks, "notify.d/10-all", script)
    case.comment(jobs=arrival_jobs(case.comment(text="Noch einer."), desk=case.desk))
    case.work()
    assert case.hook_jobs()[0].error == error


def test_what_waits_for_a_listener_ends_with_its_service(case: Listening) -> None:
    path = case.listener("notify.d/10-all", code=75)
    for text in ("Noch einer.", "Und noch einer."):
        case.desk.store.add_jobs(arrival_jobs(case.comment(text=text), desk=case.desk))
    case.work()
    path.write_text(path.read_text("utf-8").replace("exit 75", "exit 78"), "utf-8")
    case.clock.move(6)
    case.work()
    dead = case.desk.store.jobs(kinds=["hook"], dead=True)
    assert sorted(job.error for job in dead) == ["disabled", "exit code 78"]
    assert len(case.heard) == 3


def test_a_delivery_waits_for_a_folder_that_is_gone(case: Listening) -> None:
    case.listener("notify.d/10-all", code=75)
    write_hook(case.hooks, f"{ARRIVAL}/10-slow", "exit 75")
    case.arrive()
    case.work()
    case.hooks.rename(case.folder / "away")
    case.clock.move(6)
    case.work()
    assert [job.error for job in case.hook_jobs()] == ["hooks folder"] * 2


def test_a_folder_that_is_gone_is_waited_for(case: Listening) -> None:
    case.hooks.rmdir()
    case.comment(jobs=arrival_jobs(case.comment(text="Noch einer."), desk=case.desk))
    case.work()
    assert case.jobs("event")[0].error == "hooks folder"
    case.listener("notify.d/10-all")
    case.clock.move(6)
    case.work()
    assert len(case.heard) == 1


def test_an_event_waits_for_the_manifest_and_a_site_that_is_gone_has_none(case: Listening) -> None:
    case.listener("notify.d/10-all")
    kept = case.manifest_path.read_bytes()
    case.manifest_path.unlink()
    case.desk = case.open()
    case.comment(jobs=arrival_jobs(case.comment(text="Noch einer."), desk=case.desk))
    case.work()
    assert case.jobs("event")[0].error == "manifest"
    case.manifest_path.write_bytes(kept)
    case.clock.move(120)
    case.work()
    assert len(case.heard) == 1
    moderation.delete(case.desk, case.comment(text="Noch ein dritter.").id, by="link")
    case.configure(sites=())
    case.work()
    assert case.jobs("event") == ()
    assert len(case.heard) == 1


def test_each_receiver_is_told_what_its_settings_allow_and_no_more_is_kept_for_it(case: Listening) -> None:
    for name in ("10-one", "20-two"):
        case.listener(f"notify.d/{name}")
    webhooks = (
        Webhook(url="https://a.example/geheim"),
        Webhook(url="https://b.example/", personal=("email",), events=("comment.submitted",)),
        Webhook(url="https://c.example/", events=("comment.approved",)),
    )
    case.configure(hooks=Hooks(folder=str(case.hooks), personal=("20-two",), webhooks=webhooks))
    case.comment(jobs=arrival_jobs(case.comment(text="Noch einer."), desk=case.desk))
    Worker(case.desk, {"event": dispatch}).run_once()
    told = {job.id: "anna@krueger.example" in job.payload for job in case.jobs()}
    assert list(told.values()).count(True) == 2
    assert len(told) == 4
    assert "geheim" not in "".join(job.id for job in case.jobs())


def test_nobody_is_told_of_what_was_forgotten_in_the_meantime(case: Listening) -> None:
    case.listener("notify.d/10-all")
    item = case.comment()
    case.desk.store.erase(item.id)
    dispatch(case.desk, arrival_jobs(item, desk=case.desk))
    assert case.hook_jobs() == ()
