"""Sentences are found wherever they stand, and nothing is imported beyond the one that is asked for."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Final

import pytest

from sitegen.text import wording
from sitegen.text.wording import MODULES, SENTENCES, Sentences

ASKED: Final = """
import sys
from sitegen.text.wording import say
from sitegen.text.tone import Tone
assert say("menu", Tone.SIE, {}) == "Menü"
print([name for name in sys.modules if name.startswith("sitegen.text.wording.")])
"""


def test_no_module_is_forgotten() -> None:
    there = {path.stem for path in Path(str(wording.__file__)).parent.glob("*.py")}
    assert set(MODULES) == there - {"__init__", "endings", "sentence"}


def test_no_key_stands_in_two_modules() -> None:
    keys = Counter(key for name in MODULES for key in import_module(f"sitegen.text.wording.{name}").SENTENCES)
    assert keys.keys() == set(SENTENCES)
    assert set(keys.values()) == {1}


def test_the_last_module_is_found_and_what_is_nowhere_is_not() -> None:
    sentences = Sentences(MODULES)
    last = next(iter(import_module(f"sitegen.text.wording.{MODULES[-1]}").SENTENCES))
    assert sentences[last] is SENTENCES[last]
    with pytest.raises(KeyError):
        sentences["nowhere"]
    assert len(sentences) == len(SENTENCES)


def test_only_what_is_asked_for_is_imported() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, check=True, encoding="utf-8")
    assert done.stdout.strip() == "['sitegen.text.wording.sentence', 'sitegen.text.wording.theme']"
