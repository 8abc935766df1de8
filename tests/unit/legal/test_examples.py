"""What `docs/recht/` tells owners to write can be written so."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from sitegen.settings.load import load

DOCS = Path(__file__).parents[3] / "docs" / "recht"
SITE = "title: Büro Test\nurl: https://www.mein-buero.example/\n"


def examples() -> list[str]:
    """Every example of settings."""
    found = [
        block
        for document in sorted(DOCS.glob("*.md"))
        for block in re.findall(r"^ *```yaml\n(.*?)^ *```", document.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    ]
    assert found
    return [dedent(block) for block in found]


@pytest.mark.parametrize("example", examples())
def test_every_example_of_settings_holds(example: str) -> None:
    loaded = load(SITE + example)
    assert loaded.settings
    assert not loaded.findings
