"""An inbox with its settings in a file and its keys in the environment, and `sitegen inbox` called over it."""

from __future__ import annotations

import base64
import io
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from inbox_case import OWNER, SECRETS, SITE, SITE_URL, InboxCase
from sitegen.inbox.records import Item

Call = Callable[..., Any]

KEYS = " ".join(f"{key.kid}:{base64.b64encode(key.secret).decode()}" for key in SECRETS.keys)
CONFIG = f"""
address: http://127.0.0.1:8080/
database: inbox.sqlite
sites:
  - id: {SITE}
    manifest: inbox.json
    owner: {OWNER}
    origins: {SITE_URL}
mail: {{host: 127.0.0.1, port: PORT, security: none, sender: {OWNER}}}
"""


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[InboxCase]:
    """An inbox with its settings in a file and its keys in the environment."""
    (tmp_path / "inbox.yaml").write_text(CONFIG.replace("PORT", "1"), "utf-8")
    monkeypatch.setenv("SITEGEN_INBOX_KEYS", KEYS)
    monkeypatch.setenv("SITEGEN_EXPORT_TOKEN", SECRETS.export_token)
    case = InboxCase(tmp_path)
    case.clock.now = datetime.now(UTC)
    yield case
    case.close()


@pytest.fixture
def inbox(sitegen: Call, case: InboxCase, monkeypatch: pytest.MonkeyPatch) -> Call:  # noqa: ARG001 -- it sets the stage
    """`inbox("list")`, with what is piped in."""

    def call(*args: str, piped: str = "") -> Any:  # noqa: ANN401 -- the outcome of another fixture
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped.encode()), encoding="utf-8"))
        return sitegen("inbox", *args)

    return call


def end(item: Item) -> str:
    """How an item is named in short."""
    return item.id[-6:]
