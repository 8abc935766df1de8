"""One contract, two stores: items, jobs, subscribers and what is remembered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from msgspec.structs import replace

from at_once import at_once
from inbox_case import SITE, InboxCase
from sitegen.inbox.opening import open_store
from sitegen.inbox.records import Item, Job, State, Subscriber


def job(case: InboxCase, job_id: str, *, kind: str = "mail", item: str = "", wait: float = 0.0) -> Job:
    due = case.clock() + timedelta(seconds=wait)
    return Job(id=job_id, kind=kind, site=SITE, item=item, due=due, payload='{"a":"ä"}')  # type: ignore[arg-type]


def ids(jobs: Sequence[Job]) -> list[str]:
    return [each.id for each in jobs]


def test_an_item_comes_back_as_it_was(case: InboxCase) -> None:
    item = case.contact(text="Grüße 🌷\n\nZweite Zeile, „Zitat“ 'und' \"so\"; -- ?")
    assert case.item(item.id) == item


def test_items_are_found_newest_first_by_every_filter(case: InboxCase) -> None:
    first = case.comment()
    case.clock.move(1)
    second = case.contact()
    case.clock.move(1)
    third = case.comment(state=State.SUSPECTED, email="ANNA@krueger.example")
    store = case.desk.store
    assert store.items() == (third, second, first)
    assert store.items(limit=1) == (third,)
    assert store.items(states=[State.PENDING], kinds=["comment"]) == (first,)
    assert store.items(email="Anna@Krueger.example") == (third, first)
    assert store.items(site="eine-andere") == ()
    assert store.count() == 3
    assert store.count(states=[State.PENDING, State.SUSPECTED], kinds=["comment"]) == 2
    assert store.item("01J00000000000000000000000") is None


def test_the_same_sent_again_is_kept_once_for_ten_minutes(case: InboxCase) -> None:
    item = case.comment()
    again = replace(item, id=case.desk.new_id())
    store = case.desk.store
    assert store.admit(item_later(again, 0), duplicate_of="same", jobs=(job(case, "a"),)) == again.id
    third = replace(item, id=case.desk.new_id())
    assert store.admit(item_later(third, 599), duplicate_of="same", jobs=(job(case, "b"),)) == again.id
    assert store.item(third.id) is None
    assert ids(store.jobs()) == ["a"]
    assert store.admit(item_later(third, 601), duplicate_of="same", jobs=()) == third.id
    store.purge_recent(before=case.clock() + timedelta(days=1))
    fourth = replace(item, id=case.desk.new_id())
    assert store.admit(item_later(fourth, 602), duplicate_of="same", jobs=()) == fourth.id


def item_later(item: Item, seconds: float) -> Item:
    return replace(item, created=item.created + timedelta(seconds=seconds))


def test_the_same_sent_eight_times_at_once_is_kept_once(case: InboxCase) -> None:
    item = case.comment()
    copies = [replace(item, id=case.desk.new_id()) for _ in range(8)]
    kept = at_once(8, lambda n: case.desk.store.admit(copies[n], duplicate_of="same", jobs=()))
    assert len(set(kept)) == 1
    assert case.desk.store.count() == 2


def test_a_change_is_made_once_with_its_jobs_and_what_comes_along(case: InboxCase) -> None:
    before = case.comment()
    after = replace(before, state=State.APPROVED, revision=2, email="")
    answer = replace(before, id=case.desk.new_id(), parent=before.id)
    store = case.desk.store
    assert store.change(before, after, jobs=(job(case, "publish", kind="publish"),), also=(answer,))
    assert not store.change(before, after, jobs=(job(case, "again"),), also=(replace(answer, id=case.desk.new_id()),))
    assert case.item(before.id) == after
    assert store.items(email=before.email) == (answer,)
    assert store.count() == 2
    assert ids(store.jobs()) == ["publish"]


def test_of_eight_changes_at_once_one_wins_each_time(case: InboxCase) -> None:
    items = [case.comment(text=f"Nummer {n}") for n in range(10)]

    def approve_all(_: int) -> list[bool]:
        return [
            case.desk.store.change(item, replace(item, state=State.APPROVED, revision=2), jobs=(job(case, item.id),))
            for item in items
        ]

    wins = at_once(8, approve_all)
    assert [sum(each) for each in zip(*wins, strict=True)] == [1] * 10
    assert len(case.desk.store.jobs()) == 10


def test_a_broken_transaction_leaves_nothing_behind(case: InboxCase) -> None:
    item = case.comment()
    fresh = replace(item, id=case.desk.new_id())
    with pytest.raises(Exception, match=r"UNIQUE|unique"):
        case.desk.store.change(item, replace(item, revision=2), jobs=(job(case, "a"),), also=(fresh, fresh))
    assert case.item(item.id) == item
    assert case.desk.store.count() == 1
    assert case.desk.store.jobs() == ()


def test_erasing_takes_jobs_and_repetitions_along(case: InboxCase) -> None:
    item = case.comment()
    store = case.desk.store
    store.add_jobs((job(case, "a", item=item.id), job(case, "b")))
    assert store.erase(item.id)
    assert not store.erase(item.id)
    assert store.item(item.id) is None
    assert ids(store.jobs()) == ["b"]


def test_a_job_is_kept_once_and_claimed_oldest_first(case: InboxCase) -> None:
    store = case.desk.store
    store.add_jobs(
        (job(case, "late", wait=60), job(case, "second"), job(case, "third"), job(case, "hook", kind="hook"))
    )
    store.add_jobs((replace(job(case, "second"), payload="other"), job(case, "first", wait=-60)))
    claimed = store.claim(["mail"], now=case.clock(), lease=30, limit=2)
    assert ids(claimed) == ["first", "second"]
    assert [each.attempt for each in claimed] == [1, 1]
    assert claimed[1].payload == '{"a":"ä"}'
    assert ids(store.claim(["mail", "hook"], now=case.clock(), lease=30, limit=9)) == ["third", "hook"]
    assert store.claim(["mail", "hook"], now=case.clock(), lease=30, limit=9) == ()
    assert store.claim([], now=case.clock(), lease=30) == ()


def test_a_job_whose_worker_died_comes_back_when_the_lease_ends(case: InboxCase) -> None:
    store = case.desk.store
    store.add_jobs((job(case, "a"),))
    store.claim(["mail"], now=case.clock(), lease=30)
    case.clock.move(29)
    assert store.claim(["mail"], now=case.clock(), lease=30) == ()
    case.clock.move(1)
    (again,) = store.claim(["mail"], now=case.clock(), lease=30)
    assert again.attempt == 2


def test_what_becomes_of_a_job(case: InboxCase) -> None:
    store = case.desk.store
    store.add_jobs((job(case, "done"), job(case, "later"), job(case, "dead")))
    store.claim(["mail"], now=case.clock(), lease=3000, limit=3)
    store.finish("done")
    store.postpone("later", due=case.clock() + timedelta(seconds=5), error="ConnectionRefusedError")
    store.bury("dead", error="550")
    assert ids(store.jobs(dead=True)) == ["dead"]
    assert ids(store.jobs(dead=False)) == ["later"]
    assert ids(store.jobs(kinds=["hook"])) == []
    case.clock.move(5)
    (later,) = store.claim(["mail"], now=case.clock(), lease=30, limit=9)
    assert (later.id, later.attempt, later.error) == ("later", 2, "ConnectionRefusedError")


def test_no_two_workers_get_the_same_job(case: InboxCase) -> None:
    store = case.desk.store
    store.add_jobs([job(case, f"job-{n:03}") for n in range(100)])

    def work(_: int) -> list[str]:
        taken: list[str] = []
        while claimed := store.claim(["mail"], now=case.clock(), lease=3000, limit=3):
            assert len(claimed) <= 3
            taken += ids(claimed)
        return taken

    taken = [each for part in at_once(6, work) for each in part]
    assert sorted(taken) == [f"job-{n:03}" for n in range(100)]


def test_fingerprints_are_remembered_by_what_they_say_and_forgotten_in_time(case: InboxCase) -> None:
    store, now = case.desk.store, case.clock()
    store.remember("spam", {"a", "b"}, now=now)
    store.remember("known", {"a"}, now=now)
    assert store.recall("spam", {"a", "b", "c"}) == {"a", "b"}
    assert store.recall("spam", ()) == frozenset()
    store.unlearn("spam", {"a"})
    store.unlearn("spam", ())
    assert store.recall("spam", {"a", "b"}) == {"b"}
    assert store.recall("known", {"a"}) == {"a"}
    store.remember("spam", {"b"}, now=now + timedelta(days=2))
    store.purge_memory(before=now + timedelta(days=1))
    assert store.recall("spam", {"b"}) == {"b"}
    assert store.recall("known", {"a"}) == frozenset()


def test_facts_are_shared(case: InboxCase) -> None:
    other = case.open()
    try:
        assert case.desk.store.noted("a") == ""
        case.desk.store.note("a", "1")
        case.desk.store.note("a", "2")
        assert other.store.noted("a") == "2"
    finally:
        other.store.close()


def subscriber(case: InboxCase, email: str = "anna@krueger.example") -> Subscriber:
    return Subscriber(id=case.desk.new_id(), site=SITE, form="newsletter", email=email, asked=case.clock())


def test_a_subscription_from_asking_to_leaving(case: InboxCase) -> None:
    store = case.desk.store
    anna = subscriber(case)
    assert store.subscribe(anna, jobs=(job(case, "ask"),)) == anna
    assert store.subscribe(subscriber(case, "Anna@Krueger.example"), jobs=(job(case, "ask again"),)) == anna
    confirmed = store.confirm(anna.id, now=case.clock(), jobs=(job(case, "welcome"),))
    assert confirmed == replace(anna, confirmed=case.clock())
    case.clock.move(60)
    assert store.confirm(anna.id, now=case.clock(), jobs=(job(case, "welcome again"),)) == confirmed
    assert store.subscriber(anna.id) == confirmed
    assert store.subscribers(email="ANNA@KRUEGER.example") == (confirmed,)
    assert store.subscribers(site="eine-andere") == ()
    assert store.unsubscribe(anna.id, jobs=(job(case, "bye"),))
    assert not store.unsubscribe(anna.id, jobs=(job(case, "bye again"),))
    assert store.confirm(anna.id, now=case.clock(), jobs=()) is None
    assert ids(store.jobs()) == ["ask", "welcome", "bye"]


def test_eight_clicks_on_the_confirmation_confirm_once(case: InboxCase) -> None:
    anna = case.desk.store.subscribe(subscriber(case), jobs=())
    moments = [case.clock() + timedelta(seconds=n) for n in range(8)]
    kept = at_once(8, lambda n: case.desk.store.confirm(anna.id, now=moments[n], jobs=(job(case, f"{n}"),)))
    assert len({each.confirmed for each in kept if each}) == 1
    assert len(case.desk.store.jobs()) == 1


def test_who_never_confirms_is_forgotten(case: InboxCase) -> None:
    store = case.desk.store
    store.subscribe(subscriber(case, "nie@example.org"), jobs=())
    kept = store.subscribe(subscriber(case, "ja@example.org"), jobs=())
    store.confirm(kept.id, now=case.clock(), jobs=())
    store.purge_subscribers(before=case.clock() + timedelta(days=1))
    assert [each.email for each in store.subscribers()] == ["ja@example.org"]


def test_items_are_purged_by_their_own_times(case: InboxCase) -> None:
    old = case.comment()
    case.clock.move(100)
    store = case.desk.store
    store.change(old, replace(old, revision=2, changed=case.clock()), jobs=())
    new = case.comment(text="Neu")
    assert store.purge_items(before=case.clock(), since="changed") == 0
    assert store.purge_items(before=case.clock(), since="created", states=[State.SPAM]) == 0
    assert store.purge_items(before=case.clock(), since="created", site="eine-andere") == 0
    assert store.purge_items(before=case.clock(), since="created", kinds=["comment"]) == 1
    assert store.items() == (new,)


def test_a_store_that_works_says_so(case: InboxCase) -> None:
    case.desk.store.check()


def test_opened_again_everything_is_there(case: InboxCase) -> None:
    item = case.comment()
    again = open_store(case.config, case.secrets)
    assert again.item(item.id) == item
    again.close()
