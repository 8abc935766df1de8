from __future__ import annotations

import pytest

from sitegen.text.hosts import is_this_machine


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "::1", "0:0:0:0:0:0:0:1"])
def test_this_machine(host: str) -> None:
    assert is_this_machine(host)


@pytest.mark.parametrize(
    "host", ["", "localhost.example", "localhost.localdomain", "127.0.0.1.example", "10.0.0.1", "0.0.0.0", "[::1]"]
)
def test_another_machine(host: str) -> None:
    assert not is_this_machine(host)
