"""What a layout asks is written down so that it can be asked again, and what cannot is asked always."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from inspect import isfunction

import msgspec
import pytest
from markupsafe import Markup

from sitegen.model.entries import Page
from sitegen.model.site import Site
from sitegen.plan.questions.answers import Digests, Question
from sitegen.plan.questions.asked import PLAIN, UNREPEATABLE, Again, AskedSite, in_words, questions_of
from sitegen.plan.questions.site import Files, SiteView
from sitegen.plan.views import PageView
from sitegen.settings.settings import Settings
from sitegen.text.moments import BERLIN, Moment
from sitegen.text.tone import Tone

NOW = Moment.of(datetime(2026, 11, 21, 12, tzinfo=BERLIN), "minute")
PAGE = PageView(kind="page", url="/a/", title="A", description="", tone=Tone.SIE)
PAGES = {PAGE.url: PAGE}
ENTRY = Page(source="content/a.md", id="a", slug="a", url="/a/", title="A", body_line=3)


def view(**fields: object) -> SiteView:
    settings = Settings(title="Büro", url="https://www.example.org/")
    return SiteView(msgspec.structs.replace(Site(settings=settings, now=NOW, pages=(ENTRY,)), **fields), Files())


def asked_of(site: SiteView, digests: Digests | None = None) -> AskedSite:
    return AskedSite(site, PAGE, Digests() if digests is None else digests)


def test_questions_are_named_by_what_they_are_about() -> None:
    site = asked_of(view())
    site.pages()
    site.data("zahlen")
    site.latest(3)
    site.navigation(PAGE)
    site.discussion(ENTRY)
    site.pages()
    assert questions_of(site) == (
        ("pages",),
        ("data", "szahlen"),
        ("latest", "i3"),
        ("navigation", "p/a/"),
        ("discussion", "econtent/a.md"),
    )
    assert [in_words(question) for question in questions_of(site)][1:3] == ["data(zahlen)", "latest(3)"]


def test_what_has_no_name_cannot_be_asked_again() -> None:
    digests = Digests()
    for about, named in (((), {"count": 3}), ((Markup("3"),), {}), ((True,), {})):
        site = asked_of(view(data={}), digests)
        ask = site.data if about == (Markup("3"),) else site.latest
        ask(*about, **named)
        assert questions_of(site) == (UNREPEATABLE,)
    assert digests == {UNREPEATABLE: ""}
    assert Again(view(), (), Digests()).digest(UNREPEATABLE, PAGES) == ""


def test_what_follows_from_settings_is_not_written_down() -> None:
    site = asked_of(view())
    assert site.title == "Büro"
    assert questions_of(site) == ()
    with pytest.raises(AttributeError):
        _ = site._site
    assert all(hasattr(SiteView, name) for name in PLAIN)


def test_everything_else_is_written_down() -> None:
    for name in sorted(set(dir(SiteView)) - PLAIN):
        if name.startswith("_"):
            continue
        site = asked_of(view())
        value = getattr(site, name)
        if isfunction(getattr(SiteView, name)):
            assert value.__func__ is not getattr(SiteView, name)
        else:
            assert questions_of(site) == ((name,),)


def test_each_question_is_answered_again_as_before() -> None:
    digests = Digests()
    site = asked_of(view(data={"zahlen": {"b": 1, "a": 2}}), digests)
    for answer in (site.pages(), site.data("zahlen"), site.latest(3), site.navigation(PAGE), site.discussion(ENTRY)):
        assert answer is not site
    same, other = view(data={"zahlen": {"b": 1, "a": 2}}), view(data={"zahlen": {"a": 2, "b": 1}}, pages=())
    again = [Again(same, (ENTRY,), Digests()).digest(question, PAGES) for question in questions_of(site)]
    assert again == [digests[question] for question in questions_of(site)]
    assert "" not in again
    changed = [Again(other, (), Digests()).digest(question, PAGES) for question in questions_of(site)]
    assert [old == new for old, new in zip(again, changed, strict=True)] == [False, False, True, True, False]


@pytest.mark.parametrize(
    "question",
    [
        ("term_index", "sx"),
        ("latest",),
        ("latest", "i1", "i2"),
        ("navigation", "p/b/"),
        ("discussion", "econtent/weg.md"),
        ("category", "ttag/weg"),
        ("author", "aniemand"),
    ],
)
def test_what_is_not_what_it_was_has_no_answer(question: Question) -> None:
    assert Again(view(), (ENTRY,), Digests()).digest(question, PAGES) == ""


def different() -> Iterator[object]:
    """Answers that a layout can tell apart."""
    yield from (None, "", "1", 1, True, 1.5, [], {}, [1, 2], [2, 1], [[1], 2], {"a": 1, "b": 2}, {"b": 2, "a": 1})
    yield from ({"a": {"x": 1, "y": 2}}, {"a": {"y": 2, "x": 1}}, ENTRY, msgspec.structs.replace(ENTRY, title="B"))
    yield from ((ENTRY,), (ENTRY, ENTRY), Decimal("1.50"), NOW)


def test_digests_tell_answers_apart() -> None:
    digests = [Digests().of(answer) for answer in different()]
    assert "" not in digests
    assert len(set(digests)) == len(digests)
    assert Digests().of(Markup("a")) == Digests().of("a")
    assert Digests().of(frozenset("xyz")) == Digests().of(frozenset("zyx"))


@pytest.mark.parametrize("answer", [10**30, "\ud800", object(), [object()], {"a": 10**30}, lambda: 1])
def test_what_cannot_be_digested_is_always_another(answer: object) -> None:
    assert Digests().of(answer) == ""
