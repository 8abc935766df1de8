"""What somebody who waits for a page is shown while a site is built: the page that is then written."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import pytest

from site_case import NOON
from stale_case import ANCHOR, SECOND, built, layout, warm
from warm_site import WarmSite

__all__ = ["built", "warm"]

WAITED_FOR: Final = {"blog/anker/index.html", "blog/zweiter/index.html"}

EDITS: Final = {
    "a whole text": (ANCHOR, "---\ntitle: Anker\ndate: 2026-01-02\n---\nGanz andere Wörter.\n"),
    "a title": (SECOND, "---\ntitle: Umbenannt\ndate: 2026-03-02\n---\nEin Text.\n"),
    "a reference": (SECOND, "---\ntitle: Zweiter\ndate: 2026-03-02\n---\nSiehe [Kontakt](../kontakt.md).\n"),
    "a heading": (SECOND, "---\ntitle: Zweiter\ndate: 2026-03-02\n---\n## Neu\n\nSiehe [oben](#neu).\n"),
    "a layout": ("layouts/post.html", layout("<p>anders</p>")),
    "a service": ("content/services/fest.md", "---\ntitle: Fest\nprice: 99\nunit: Stunde\n---\nText.\n"),
    "a page": ("content/kontakt.md", "---\ntitle: Anschrift\n---\n## Weg\n\nHier.\n"),
    "a new post": ("content/blog/2026-04-04-neu.md", "---\ntitle: Neu\ndate: 2026-04-04\n---\nText.\n"),
    "data": ("content/data/zahlen.yaml", "kunden: 99\n"),
}


class Waiting:
    """Waits for two pages, and keeps what it is shown."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []

    def looks_at(self, output: str) -> bool:
        return output in WAITED_FOR

    def see(self, output: str, html: str) -> None:
        self.shown.append((output, html))


def shown_of(warm: WarmSite) -> dict[str, str]:
    """What is shown of each page, once, from its body on: the policy in its head is known only in the end."""
    waiting = Waiting()
    assert warm.build_before(waiting).written
    assert sorted(output for output, _ in waiting.shown) == sorted(WAITED_FOR)
    return {output: html.partition("<body")[2] for output, html in waiting.shown}


@pytest.fixture
def served(warm: WarmSite) -> WarmSite:
    """A site of which a process has built a version, by which it knows the plan of the next."""
    warm.serve()
    warm.case.edit(ANCHOR, "title:", "summary: Kurz\ntitle:")
    shown_of(warm)
    return warm


def test_words_that_are_shown_are_written(served: WarmSite) -> None:
    test_what_is_shown_is_what_is_written((ANCHOR, f"{(served.root / ANCHOR).read_text('utf-8')}\n\nMehr.\n"), served)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_what_is_shown_is_what_is_written(edit: tuple[str, str], served: WarmSite) -> None:
    served.lay(*edit)
    shown = shown_of(served)
    assert shown == {output: served.case.html(output).partition("<body")[2] for output in WAITED_FOR}
    served.assert_warm_equals_clean()


def test_words_are_shown_before_the_site_is_planned(served: WarmSite) -> None:
    """What happens meanwhile is therefore seen by the same build."""
    served.lay(ANCHOR, f"{(served.root / ANCHOR).read_text('utf-8')}\n\nNoch ein Satz.\n")
    waiting = Waiting()
    waiting.see = lambda *_shown: served.lay(*EDITS["a layout"])  # type: ignore[method-assign] # it edits instead
    served.build_before(waiting)
    page = served.case.html("blog/anker/index.html")
    assert "Noch ein Satz." in page
    assert "<p>anders</p>" in page


def test_what_time_brings_is_shown_too(served: WarmSite) -> None:
    served.lay("content/blog/2026-12-24-bald.md", "---\ntitle: Bald\ndate: 2026-12-24\n---\nText.\n")
    assert "Bald" not in "".join(shown_of(served).values())
    served.set_clock(NOON + timedelta(days=60))
    shown = shown_of(served)
    assert shown == {output: served.case.html(output).partition("<body")[2] for output in WAITED_FOR}
