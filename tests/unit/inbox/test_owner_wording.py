"""What the owner reads is German as it is set, and nothing is missing where a name chooses a sentence."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from sitegen.inbox.judging.rules import Reason
from sitegen.inbox.records import State
from sitegen.inbox.web.review_page import Action
from sitegen.inbox.wording import MESSAGE_STATES, REASONS, SENTENCES, STATES, reason_sentence, tell

WRONG = re.compile(r'"|\.\.\.| - |\b(?:Link|Button|Server-Error|Item|User|OK)s?\b|\d (?:Tagen|Punkte|Minuten)')
ALL = (*SENTENCES.values(), *REASONS.values(), *STATES.values(), *MESSAGE_STATES.values())


def test_german_is_set_as_german_wants_it() -> None:
    assert [text for text in ALL if WRONG.search(text) or text.count("„") != text.count("“")] == []


@pytest.mark.parametrize("action", get_args(Action))
def test_every_button_has_its_words(action: str) -> None:
    assert tell("save" if action == "edit" else action)
    assert tell(f"done_{action}")


def test_every_state_and_reason_is_told() -> None:
    assert set(STATES) == set(State)
    assert set(REASONS) == set(get_args(Reason))
    assert reason_sentence("decoy") == REASONS["decoy"]
    assert reason_sentence("10-eigene: Wort") == "10-eigene: Wort"
