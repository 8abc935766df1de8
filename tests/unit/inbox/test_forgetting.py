"""Whoever wants to be forgotten leaves no trace in the database, and is told what lies elsewhere."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from inbox_case import NOON, OWNER, SITE, InboxCase
from postgres import everything_in
from sitegen.inbox import moderation
from sitegen.inbox.config import Hooks, Mail, Publish
from sitegen.inbox.events import event_job, read_happening
from sitegen.inbox.fingerprints import BLOCKED, KNOWN, SPAM, content_traits, fingerprints
from sitegen.inbox.forgetting import Forgotten, forget
from sitegen.inbox.hooks.document import document_of
from sitegen.inbox.hooks.orders import Delivery, written
from sitegen.inbox.opening import is_postgres
from sitegen.inbox.persons import person, person_json
from sitegen.inbox.records import Item, Job, State, Subscriber
from sitegen.inbox.wishes import Wish

ANNA = "anna@krueger.example"


def database_of(case: InboxCase) -> str:
    """Everything that the database holds: of a file each byte, journal included, of a server every column."""
    if is_postgres(case.config.database):
        return everything_in(case.config.database)
    files = sorted(Path(case.config.database).parent.glob("inbox.sqlite*"))
    assert files
    return b"".join(path.read_bytes() for path in files).decode("latin-1")


def traces(case: InboxCase, *values: str) -> list[str]:
    """Which of the values can be found, in either encoding."""
    held = database_of(case).casefold()
    return [
        value for value in values if value.casefold() in held or value.encode().decode("latin-1").casefold() in held
    ]


def sent_by_anna(case: InboxCase) -> tuple[Item, Item, Item]:
    """What Anna sent: a comment that is published and answered, one that was refused, a message."""
    public = case.comment(state=State.PENDING)
    moderation.approve(case.desk, public.id, by="link", reply="Gern geschehen!")
    approved = case.item(public.id)
    assert case.desk.store.change(approved, replace(approved, state=State.PUBLISHED, revision=3), jobs=())
    refused = case.comment(text="Das gehört hier wirklich nicht hin, aber ich sage es trotzdem.", email=ANNA.upper())
    moderation.mark_spam(case.desk, refused.id, by="link")
    message = case.contact(name="Anna Krüger", email=ANNA, text="Bitte rufen Sie mich zurück.")
    told = event_job("contact.submitted", message, desk=case.desk, previous=None)
    digest = Job(id="mail:digest", kind="mail", site=SITE, due=case.clock(), payload=f'{{"to":"{ANNA}"}}')
    case.desk.store.add_jobs((told, digest))
    case.desk.store.subscribe(
        Subscriber(id=case.desk.new_id(), site=SITE, form="newsletter", email=ANNA, name="Anna", asked=case.clock()),
        jobs=(),
    )
    return case.item(public.id), refused, message


def test_nothing_of_the_person_is_left(case: InboxCase) -> None:
    case.configure_site(publish=Publish(to="git", remote="git@forge.example:eva/website.git"))
    public, refused, message = sent_by_anna(case)
    other = case.contact()
    words = (ANNA, "Krüger", "krueger.example", "Anna", "sehr geholfen", "wirklich nicht hin", "rufen Sie mich")
    assert traces(case, *words) == list(words)
    for _ in range(50):  # pages that are freed again
        case.desk.store.erase(case.contact(name="Anna Krüger", email=ANNA, text="Noch etwas. " * 300).id)

    done = forget(case.desk, f" {ANNA} ")
    assert traces(case, *words) == []
    assert (done.items, done.subscriptions, done.jobs) == (3, 1, 4)
    assert done.withdrawn == (f"content/comments/{public.post}/{public.id}.md",)
    assert done.remains == ("git_history", "backups", "answers")
    assert case.desk.store.item(refused.id) is None
    assert case.desk.store.item(message.id) is None
    assert case.item(other.id) == other
    assert "Gern geschehen!" in database_of(case)


def test_what_is_on_the_site_is_withdrawn_by_the_publisher(case: InboxCase) -> None:
    public, _, _ = sent_by_anna(case)
    forget(case.desk, ANNA)
    kept = case.item(public.id)
    assert (kept.state, kept.post, kept.name, kept.text) == (State.DELETED, public.post, "", "")
    assert kept.decision is not None
    assert kept.decision.by == "forget"
    assert f"publish:{public.id}:{kept.revision}" in {job.id for job in case.jobs("publish")}
    assert {job.id for job in case.jobs("event") if job.item == public.id} == {
        f"event:comment.deleted:{public.id}:{kept.revision}"
    }


def test_a_withdrawal_that_waits_is_not_forgotten_with_the_person(case: InboxCase) -> None:
    item = case.comment(state=State.PUBLISHED)
    moderation.reject(case.desk, item.id, by="link")
    done = forget(case.desk, ANNA)
    assert done.withdrawn == (f"content/comments/{item.post}/{item.id}.md",)
    assert case.item(item.id).text == ""
    assert len(case.jobs("publish")) == 2


def test_what_was_learnt_goes_too_even_when_the_item_is_long_gone(case: InboxCase) -> None:
    item = case.comment()
    moderation.block_sender(case.desk, item.id, by="link")
    case.desk.store.erase(item.id)
    forget(case.desk, ANNA)
    prints = fingerprints(content_traits(item)[:1], site=SITE, keys=case.secrets.keys)
    for what in (SPAM, KNOWN, BLOCKED):
        assert not case.desk.store.recall(what, prints)


def test_jobs_about_others_stay(case: InboxCase) -> None:
    case.contact(email="na@krueger.example", name="e")
    payloads = ('{"to":"anna@krueger.example"}', '{"to":"na@krueger.example.org"}', '{"a":[{"b":"Eva"}],"c":1}', "e")
    kept = [
        Job(id=f"mail:{number}", kind="mail", site=SITE, due=case.clock(), payload=payload)
        for number, payload in enumerate(payloads)
    ]
    named = Job(id="mail:named", kind="mail", site=SITE, due=case.clock(), error="no <NA@krueger.example>.")
    case.desk.store.add_jobs((*kept, named))
    assert forget(case.desk, "na@krueger.example").jobs == 1
    assert case.desk.store.jobs() == tuple(kept)


def test_one_thing_is_forgotten_by_its_id(case: InboxCase) -> None:
    first, second = case.comment(), case.comment(text="Noch ein Kommentar von mir.")
    done = forget(case.desk, first.id)
    assert (done.items, done.remains) == (1, ("backups",))
    assert case.desk.store.item(first.id) is None
    assert case.item(second.id) == second


def test_what_waits_to_be_told_goes_however_it_was_changed_since(case: InboxCase) -> None:
    item = case.comment(name="Anna Krüger", text="Ich wohne in der Lindenstr. 12.", state=State.PUBLISHED)
    case.desk.store.add_jobs((event_job("comment.submitted", item, desk=case.desk, previous=None),))
    shorter = Wish(name="Anna", website="", text="Danke!")
    moderation.edit(case.desk, item.id, shorter)
    [told] = [job for job in case.jobs("event") if "submitted" in job.id]
    happening = read_happening(told)
    event = document_of(happening, desk=case.desk, personal=False)
    delivery = replace(
        told, id="webhook:1", kind="webhook", payload=written(Delivery(receiver="webhook:1", event=event))
    )
    case.desk.store.add_jobs((delivery,))
    forget(case.desk, ANNA)
    assert traces(case, "Lindenstr", "Krüger", "Danke!") == []


def test_done_twice_it_does_no_harm(case: InboxCase) -> None:
    sent_by_anna(case)
    forget(case.desk, ANNA)
    before = case.desk.store.items()
    assert forget(case.desk, ANNA) == Forgotten()
    assert case.desk.store.items() == before


@pytest.mark.parametrize("who", ["", "  ", "niemand@example.org", "01J00000000000000000000000", "Anna"])
def test_whoever_is_not_known_changes_nothing(case: InboxCase, who: str) -> None:
    item = case.comment(email="")
    case.desk.store.add_jobs((event_job("comment.submitted", item, desk=case.desk, previous=None),))
    assert forget(case.desk, who) == Forgotten()
    assert case.item(item.id) == item
    assert len(case.jobs()) == 1


def test_a_domain_with_umlauts_is_found_in_either_spelling(case: InboxCase) -> None:
    case.contact(email="post@xn--bro-hoa.example")
    case.contact(email="post@büro.example", text="Noch etwas.")
    assert len(person(case.desk, "post@büro.example").items) == 2
    assert forget(case.desk, "post@büro.example").items == 2


def test_what_remains_depends_on_who_was_told(case: InboxCase) -> None:
    case.contact()
    mail = Mail(host="localhost", sender=OWNER)
    case.configure(mail=mail, hooks=Hooks(folder=str(case.folder)))
    assert forget(case.desk, "bernd@vogel.example").remains == ("mailbox", "backups", "receivers")


def test_everything_about_a_person_can_be_handed_over(case: InboxCase) -> None:
    public, refused, message = sent_by_anna(case)
    case.contact()
    told = person(case.desk, "Anna@Krueger.example")
    assert {item.id for item in told.items} == {public.id, refused.id, message.id}
    assert [each.name for each in told.subscriptions] == ["Anna"]
    assert told.remembered == ("spam",)
    assert {job.kind for job in told.jobs} == {"event", "publish"}
    read = msgspec.json.decode(person_json(told))
    assert read["as_of"] == NOON.isoformat().replace("+00:00", "Z")
    assert message.text in {item["text"] for item in read["items"]}
    assert "bernd" not in person_json(told).decode()
