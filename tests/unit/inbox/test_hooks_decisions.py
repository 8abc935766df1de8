"""What decision hooks bring about: every exit code, every riddle, and what becomes of several sayings."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hook_scripts import ARRIVAL, write_hook
from inbox_case import SITE, InboxCase
from sitegen.inbox.config import Hooks
from sitegen.inbox.hooks.decisions import HookDecision, Patience, ask_hooks
from sitegen.inbox.hooks.running import Ran
from sitegen.inbox.hooks.verdicts import saying_of
from sitegen.inbox.records import Item, State
from waiting import PATIENCE, given_time


class HookCase(InboxCase):
    """An inbox with a folder for hooks that may approve."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.hooks = folder / "hooks"
        self.hooks.mkdir()
        self.configure(hooks=Hooks(folder=str(self.hooks), auto_approve="hooks"))

    def hook(self, name: str, script: str) -> Path:
        """A decision hook for comments."""
        return write_hook(self.hooks, f"{ARRIVAL}/{name}", script)

    def ask(self, item: Item, *, patience: Patience | None = None) -> HookDecision:
        """What the hooks say."""
        return ask_hooks(self.desk, item, patience=patience or Patience())

    def item_to_come(self, *, state: State = State.PENDING) -> Item:
        """A comment that is not kept yet."""
        now = self.clock()
        return Item(
            id=self.desk.new_id(),
            site=SITE,
            kind="comment",
            form="comment",
            state=state,
            created=now,
            changed=now,
            post="rechnungen",
            name="Anna",
            email="anna@krueger.example",
            website="https://krueger.example/",
            text="Danke.",
        )


@pytest.fixture
def case(tmp_path: Path) -> Iterator[HookCase]:
    made = HookCase(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("script", "verdict", "state"),
    [
        ("exit 0", "none", State.PENDING),
        ("exit 10", "approve", State.APPROVED),
        ("exit 20", "reject", State.REJECTED),
        ("exit 30", "spam", State.SPAM),
        ("exit 40", "hold", State.PENDING),
        ("exit 75", "hold", State.PENDING),
        ("exit 78", "hold", State.PENDING),
        ("exit 1", "hold", State.PENDING),
        ("exit 11", "hold", State.PENDING),
        ("exit 255", "hold", State.PENDING),
        ("kill -9 $$", "hold", State.PENDING),
        ("kill -TERM $$", "hold", State.PENDING),
        ("head -c 1000000 /dev/zero | tr '\\0' ' '; exit 10", "hold", State.PENDING),
        ("echo 'Alles gut!'", "hold", State.PENDING),
        ("echo 'Alles gut!'; exit 10", "hold", State.PENDING),
        ("echo '[]'", "hold", State.PENDING),
        ("echo '{'", "hold", State.PENDING),
        ("printf '\\377\\376'", "hold", State.PENDING),
        ("""echo '{"verdict":"approve"}'""", "approve", State.APPROVED),
        ("""echo '{"verdict":"reject"}'""", "reject", State.REJECTED),
        ("""echo '{"verdict":"spam"}'""", "spam", State.SPAM),
        ("""echo '{"verdict":"none"}'""", "none", State.PENDING),
        ("""echo '{"verdict":"publish"}'""", "hold", State.PENDING),
        ("""echo '{"verdict":"approve"}'; exit 10""", "approve", State.APPROVED),
        ("""echo '{"verdict":"approve"}'; exit 30""", "hold", State.PENDING),
        ("""echo '{"verdict":"approve"}'; exit 1""", "hold", State.PENDING),
        ("""echo '{"unknown":{"a":[1]},"verdict":"spam"}'""", "spam", State.SPAM),
        ("exec 0<&-; exit 10", "approve", State.APPROVED),
    ],
)
def test_what_a_hook_says_and_what_becomes_of_it(case: HookCase, script: str, verdict: str, state: State) -> None:
    case.hook("10-hook", script)
    decision = case.ask(case.item_to_come())
    assert decision.verdict == verdict
    assert decision.item.state is state
    decided = state is not State.PENDING
    assert (decision.item.decision is not None) is decided
    assert decision.by == ("" if verdict == "none" else "hook:10-hook")


def test_without_hooks_nothing_happens(case: HookCase) -> None:
    item = case.item_to_come()
    assert case.ask(item) == HookDecision(verdict="none", item=item)
    case.configure(hooks=Hooks())
    assert case.ask(item) == HookDecision(verdict="none", item=item)


def test_a_folder_that_is_gone_holds(case: HookCase) -> None:
    case.hooks.rmdir()
    decision = case.ask(case.item_to_come())
    assert (decision.verdict, decision.reasons) == ("hold", ("hook-folder",))


@pytest.mark.parametrize(
    ("codes", "verdict", "asked"),
    [
        ((0, 10, 0), "approve", 3),
        ((10, 40, 10), "hold", 3),
        ((10, 1, 10), "hold", 3),
        ((40, 30, 20), "spam", 2),
        ((10, 20, 30), "reject", 2),
        ((30, 20, 10), "spam", 1),
    ],
)
def test_the_strongest_word_counts_and_a_refusal_ends_the_chain(
    case: HookCase, codes: tuple[int, ...], verdict: str, asked: int
) -> None:
    note = case.folder / "asked"
    for number, code in enumerate(codes):
        case.hook(f"{number}0-hook", f"echo {number} >> {note}; exit {code}")
    decision = case.ask(case.item_to_come())
    assert decision.verdict == verdict
    assert len(note.read_text("utf-8").split()) == asked
    assert (
        decision.by == f"hook:{codes.index({'approve': 10, 'hold': codes[1], 'spam': 30, 'reject': 20}[verdict])}0-hook"
    )


def test_hooks_approve_only_where_the_owner_allows_it(case: HookCase) -> None:
    case.hook("10-hook", "exit 10")
    case.configure(hooks=Hooks(folder=str(case.hooks)))
    decision = case.ask(case.item_to_come())
    assert (decision.verdict, decision.item.state) == ("hold", State.PENDING)


def test_hooks_never_approve_what_is_suspected(case: HookCase) -> None:
    case.hook("10-hook", "exit 10")
    decision = case.ask(case.item_to_come(state=State.SUSPECTED))
    assert (decision.verdict, decision.item.state) == ("hold", State.SUSPECTED)


@pytest.mark.parametrize(("code", "state"), [(0, State.PENDING), (10, State.PENDING), (20, State.SUSPECTED)])
def test_a_message_is_never_lost(case: HookCase, code: int, state: State) -> None:
    write_hook(case.hooks, "contact.submitted.d/10-hook", f"exit {code}")
    item = replace(case.item_to_come(), kind="contact", form="contact", post="")
    assert case.ask(item).item.state is state


def test_what_a_hook_adds_and_changes_is_kept(case: HookCase) -> None:
    answer = {
        "score": 2.5,
        "reasons": ["link-in-name"],
        "set": {"text": "  Danke!\r\n", "name": "Anna K.", "website": None, "labels": ["lob"]},
    }
    case.hook("10-hook", f"cat <<'E'\n{json.dumps(answer)}\nE")
    decision = case.ask(replace(case.item_to_come(), score=1.0, reasons=("links",), labels=("neu",)))
    item = decision.item
    assert (item.text, item.name, item.website) == ("Danke!", "Anna K.", "")
    assert (item.score, item.labels) == (3.5, ("neu", "lob"))
    assert item.reasons == ("links", "hook:10-hook:link-in-name")
    assert decision.reasons == ("hook:10-hook:link-in-name",)


def test_the_next_hook_sees_what_the_one_before_has_changed(case: HookCase) -> None:
    case.hook("10-rewrite", """echo '{"set":{"text":"Neu"}}'""")
    case.hook("20-look", 'grep -q \'"text":"Neu"\' && exit 10; exit 20')
    assert case.ask(case.item_to_come()).verdict == "approve"


@pytest.mark.parametrize(
    "changes",
    [
        {"text": ""},
        {"text": "x" * 8_001},
        {"name": "x" * 81},
        {"name": "Anna\u202e"},
        {"name": None},
        {"website": "javascript:alert(1)"},
        {"website": 4},
        {"labels": ["a\nb"]},
        {"labels": ["x" * 101]},
        {"labels": ["x"] * 21},
        {"labels": "lob"},
    ],
)
def test_changes_are_checked_like_what_visitors_type(case: HookCase, changes: dict[str, object]) -> None:
    case.hook("10-hook", f"cat <<'E'\n{json.dumps({'set': changes})}\nE\nexit 10")
    item = case.item_to_come()
    decision = case.ask(item)
    assert decision.verdict == "hold"
    assert decision.item == replace(item, reasons=("hook-failed:10-hook",))


def test_a_message_is_never_rewritten(case: HookCase) -> None:
    write_hook(case.hooks, "contact.submitted.d/10-hook", """echo '{"set":{"text":"Neu"}}'""")
    item = replace(case.item_to_come(), kind="contact", form="contact", post="")
    assert case.ask(item).item.text == item.text


@pytest.mark.parametrize("score", ["1e999", '"3"', "null", "100000"])
def test_a_score_is_a_number_of_decent_size(case: HookCase, score: str) -> None:
    case.hook("10-hook", f"""echo '{{"score":{score}}}'""")
    assert case.ask(case.item_to_come()).reasons == ("hook-failed:10-hook",)


@pytest.mark.parametrize("depths", [b"[" * 60_000, b'{"a":' + b"[" * 60_000, b'{"a":' * 10_000])
def test_an_answer_of_dizzying_depth_holds(case: HookCase, depths: bytes) -> None:
    assert saying_of(Ran(code=10, output=depths), case.item_to_come(), name="10-hook").verdict == "hold"


def test_a_hook_that_hangs_holds(case: HookCase) -> None:
    case.hook("10-slow", "sleep 100")
    case.hook("20-quick", "exit 10")
    decision = given_time(
        lambda seconds: case.ask(case.item_to_come(), patience=Patience(hook=seconds)),
        lambda made: "hook:20-quick" in made.reasons,
    )
    assert (decision.verdict, decision.by) == ("hold", "hook:10-slow")
    assert decision.reasons == ("hook-failed:10-slow", "hook:20-quick")


def test_whoever_is_not_reached_in_time_holds(case: HookCase) -> None:
    note = case.folder / "asked"
    case.hook("10-slow", "sleep 100; exit 10")
    case.hook("20-late", f"touch {note}; exit 10")
    started = time.monotonic()
    decision = case.ask(case.item_to_come(), patience=Patience(chain=0.1))
    assert time.monotonic() - started < PATIENCE
    assert decision.reasons == ("hook-failed:10-slow", "hook-failed:20-late")
    assert not note.exists()


def test_without_a_manifest_nobody_can_be_asked(case: HookCase) -> None:
    case.hook("10-hook", "exit 10")
    case.manifest_path.unlink()
    case.desk = case.open()
    assert case.ask(case.item_to_come()).reasons == ("hook-failed:10-hook",)


def test_a_hook_that_is_refused_holds(case: HookCase) -> None:
    note = case.folder / "asked"
    case.hook("10-hook", f"touch {note}; exit 10").chmod(0o777)
    decision = case.ask(case.item_to_come())
    assert (decision.verdict, decision.reasons) == ("hold", ("hook-failed:10-hook",))
    assert not note.exists()


def test_a_hook_without_settings_is_taken_out_of_service_until_it_is_mended(case: HookCase) -> None:
    note = case.folder / "asked"
    path = case.hook("10-hook", f"echo x >> {note}; exit 78")
    assert case.ask(case.item_to_come()).verdict == "hold"
    second = case.ask(case.item_to_come())
    assert (second.verdict, second.reasons) == ("hold", ("hook-disabled:10-hook",))
    assert len(note.read_text("utf-8").split()) == 1
    (told,) = case.jobs("event")
    assert told.id == f"event:hook.disabled:{SITE}:{ARRIVAL}/10-hook"
    path.write_text("#!/bin/sh\nexit 10\n", "utf-8")
    assert case.ask(case.item_to_come()).verdict == "approve"


def test_the_address_goes_only_to_hooks_that_the_owner_names(case: HookCase) -> None:
    for name in ("10-one", "20-two"):
        case.hook(name, f"cat > {case.folder}/{name}")
    case.configure(hooks=Hooks(folder=str(case.hooks), personal=("20-two",)))
    case.ask(case.item_to_come())
    one, two = (json.loads((case.folder / name).read_text("utf-8")) for name in ("10-one", "20-two"))
    assert "email" not in one["data"]["author"]
    assert two["data"]["author"]["email"] == "anna@krueger.example"
    assert one["id"] == two["id"] == f"evt_{one['data']['id']}"


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(output=st.binary(max_size=200), code=st.integers(min_value=0, max_value=255))
def test_whatever_a_hook_answers_it_is_heard_without_a_fault(case: HookCase, output: bytes, code: int) -> None:
    saying = saying_of(Ran(code=code, output=output), case.item_to_come(), name="10-hook")
    if saying.verdict == "approve":
        assert code == 10 or b"approve" in output
    if output.strip() and saying.verdict != "hold":
        assert isinstance(json.loads(output), dict)
