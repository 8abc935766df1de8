"""Bodies are filled when somebody asks; what is known of the last build is believed only for the same draft."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from compiled_once import COMPILED
from site_case import NOON, SiteCase
from sitegen.build.crew import Crew
from sitegen.build.files.picturing import open_shelf
from sitegen.build.memory.memo import Memo
from sitegen.build.memory.trace import Change, TextTrace
from sitegen.build.pipeline import quiet
from sitegen.build.planning import Planned, plan
from sitegen.build.texts.filling import Filled, FilledHtml
from sitegen.build.texts.gathering import Gathered, gather

A, B = "content/a.md", "content/b.md"
FILES = {A: "---\ntitle: A\n---\n[B](b.md)\n", B: "---\ntitle: B\n---\nText.\n"}


@pytest.fixture
def case(tmp_path: Path) -> SiteCase:
    return SiteCase.of(tmp_path, FILES)


def planned(root: Path, memo: Memo) -> tuple[Gathered, Planned]:
    gathered = gather(root, memo, crew=Crew(1), now=NOON, progress=quiet)
    assert isinstance(gathered, Gathered)
    shelf = open_shelf(root, memo, day=0, progress=quiet, version="")
    return gathered, plan(root, gathered, shelf, theme="", compiled=COMPILED)


def filled(root: Path, *, known: Mapping[str, TextTrace] | None = None, change: Change = Change.ANYTHING) -> Filled:
    """The bodies of the site in `root`, with their HTML looked up."""
    with Memo.open(root, version="test", today=0) as memo:
        gathered, made = planned(root, memo)
        found = Filled(gathered.entries, gathered.bodies, made.around, known=known, change=change)
        assert all(found[source].html for source in found)
        memo.save()
    return found


def traces(found: Filled) -> dict[str, TextTrace]:
    return {source: found.trace(source) for source in found}


def test_the_same_site_needs_no_answers(case: SiteCase) -> None:
    first = filled(case.root)
    assert set(first.examined) == {A, B}
    again = filled(case.root, known=traces(first), change=Change.NOTHING)
    assert again.examined == ()
    assert traces(again) == traces(first)


def test_what_is_expected_is_filled_as_anything_else(case: SiteCase) -> None:
    for number in range(40):
        case.write(f"content/s{number}.md", f"---\ntitle: S\n---\nText {number}.\n")
    first = filled(case.root)
    with Memo.open(case.root, version="test", today=0) as memo:
        gathered, made = planned(case.root, memo)
        again = Filled(gathered.entries, gathered.bodies, made.around, known=traces(first), change=Change.NOTHING)
        again.expect(made.routes[10:])
        assert {source: again[source].html for source in reversed(list(again))} == {
            source: first[source].html for source in first
        }


def test_other_words_of_posts_are_looked_for_where_one_is_named(case: SiteCase) -> None:
    case.write("content/blog/p.md", "---\ntitle: P\ndate: 2026-01-01\n---\nText.\n")
    case.edit(B, "Text.", '{{ post "p" }}')
    first = filled(case.root)
    case.edit("content/blog/p.md", "title: P", "title: Q")
    again = filled(case.root, known=traces(first), change=Change.WORDS)
    assert set(again.examined) == {B, "content/blog/p.md"}
    assert again.digest(B) != first.digest(B)


def test_another_site_answers_anew_and_comes_to_the_same(case: SiteCase) -> None:
    first = filled(case.root)
    again = filled(case.root, known=traces(first))
    assert set(again.examined) == {A, B}
    assert traces(again) == traces(first)


@pytest.mark.parametrize("change", Change)
def test_another_text_is_never_believed(change: Change, case: SiteCase) -> None:
    first = filled(case.root)
    case.edit(B, "Text.", "Anderer Text.")
    again = filled(case.root, known=traces(first), change=change)
    assert B in again.examined
    assert again.digest(B) != first.digest(B)
    assert again.digest(A) == first.digest(A)


def test_another_text_that_comes_to_the_same_is_the_same_body(case: SiteCase) -> None:
    """However far below its slots stand, and whether it was rendered now or long ago."""
    first = filled(case.root)
    for source in (A, B):
        case.edit(source, "---\ntitle", "---\n# Nur für uns.\ntitle")
    case.edit(A, "[B]", "\n[B]")
    again = filled(case.root, known=traces(first))
    assert again.trace(A).draft != first.trace(A).draft
    assert [again.digest(source) for source in (A, B)] == [first.digest(source) for source in (A, B)]


def test_another_address_is_another_body(case: SiteCase) -> None:
    """Of a text that is the same to the byte."""
    first = filled(case.root)
    case.edit(B, "title: B", "title: B\nslug: anders")
    again = filled(case.root, known=traces(first))
    assert again.trace(A).draft == first.trace(A).draft
    assert again.digest(A) != first.digest(A)


def test_what_was_read_is_noted(case: SiteCase) -> None:
    bodies = filled(case.root)
    html = FilledHtml(bodies, (A,))
    assert html.read == {}
    assert "/b/" in html[A]
    assert html.read == {A: bodies.digest(A)}
    with pytest.raises(KeyError):
        html[B]
    assert (list(html), len(html)) == ([A], 1)
