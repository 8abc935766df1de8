"""Sources that change while a build is under way: what it wrote may be old, but the next build sees the change.

The edit comes when the first page is shown to whoever waits for it, before all others are rendered.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from comment_case import comment
from sitegen.model.comments.file import comment_bytes
from stale_case import SECOND, built, layout, warm
from warm_site import WarmSite

__all__ = ["built", "warm"]

SHOWN: Final = "blog/anker/index.html"
SAID: Final = comment(text="Das hilft mir.", post="anker")

EDITS: Final[dict[str, tuple[str, str | bytes]]] = {
    "a text": (SECOND, "---\ntitle: Anders\ndate: 2026-03-02\n---\nEin anderer Text.\n"),
    "a layout": ("layouts/post.html", layout("<p>anders</p>")),
    "a part of all pages": ("layouts/parts/title.html", "anders"),
    "a stylesheet": ("layouts/style.css", "body{color:#123456}\n"),
    "a file": ("static/datei.txt", "anders\n"),
    "data": ("content/data/zahlen.yaml", "kunden: 99\n"),
    "a comment": (f"content/comments/anker/{SAID.id}.md", comment_bytes(SAID)),
    "a published address": ("published-urls.txt", "/gibt/es/nicht/\n"),
}


class Editor:
    """Waits for one page, and edits once it is shown."""

    def __init__(self, edit: Callable[[], None]) -> None:
        self._edit = edit
        self.shown: list[str] = []

    def looks_at(self, output: str) -> bool:
        return output == SHOWN

    def see(self, output: str, html: str) -> None:  # noqa: ARG002 -- what is shown does not matter here
        self.shown.append(output)
        self._edit()


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_the_next_build_sees_it(edit: tuple[str, str | bytes], warm: WarmSite) -> None:
    warm.case.edit("site.yaml", "title:", "tagline: Mit Ruhe\ntitle:")
    editor = Editor(lambda: warm.lay(*edit))
    warm.build_before(editor)
    assert editor.shown == [SHOWN]
    warm.assert_warm_equals_clean()


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_the_next_build_of_the_same_process_sees_it(edit: tuple[str, str | bytes], warm: WarmSite) -> None:
    warm.serve()
    warm.build()
    test_the_next_build_sees_it(edit, warm)
