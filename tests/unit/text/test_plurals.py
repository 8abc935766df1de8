from __future__ import annotations

import pytest

from sitegen.text.plurals import counted


@pytest.mark.parametrize(
    ("n", "text"), [(0, "0\u00a0Minuten"), (1, "1\u00a0Minute"), (2, "2\u00a0Minuten"), (21, "21\u00a0Minuten")]
)
def test_only_one_is_singular(n: int, text: str) -> None:
    assert counted(n, "Minute", "Minuten") == text
