"""Which pages stand: the first reason against it counts, and without one a page is left alone."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import msgspec
import pytest

from sitegen.build.memory.standing import Statuses
from sitegen.build.memory.trace import Frame, PageTrace, Trace
from sitegen.build.pages.sorting import Sorter, standing_files, subject_of
from sitegen.build.result import Reason
from sitegen.build.texts.filling import Filled
from sitegen.output.files import digest_of
from sitegen.output.manifest import Entry, Manifest
from sitegen.output.place import Place
from sitegen.plan.questions.answers import Question
from sitegen.plan.questions.asked import Again
from sitegen.plan.routes import Route
from sitegen.plan.views import PageView
from sitegen.text.tone import Tone

ROUTE = Route(
    output="a/index.html",
    layout="page.html",
    source="content/a.md",
    has_body=True,
    view=PageView(kind="page", url="/a/", title="A", description="", tone=Tone.SIE),
)
LAST = Frame(site="s", layouts="l", since=10, until=20)
STILL = Frame(site="s", layouts="l", since=12)
MOVED = Frame(site="t", shape="t", layouts="l", since=12)
REWORDED = Frame(site="t", layouts="l", since=12)
PAGE = PageTrace(subject_of(ROUTE), "body", (0,), "", "", 0, "digest", "", "", 0)
QUESTION: Question = ("pages",)


class Bodies:
    """What a sorter asks of bodies."""

    def __init__(self, digest: str) -> None:
        self.digest = digest

    def digest_for(self, _route: Route) -> str:
        return self.digest


class Answers:
    """What a sorter asks of questions."""

    def __init__(self, answer: str | None) -> None:
        self.answer = answer

    def digest(self, _question: Question, _pages: Mapping[str, PageView]) -> str:
        assert self.answer is not None, "asked although the site is the same"
        return self.answer

    def beside(self, _post: str) -> tuple[str, ...]:
        return ()


def reason(
    frame: Frame,
    *,
    route: Route = ROUTE,
    page: PageTrace | None = PAGE,
    body: str = "body",
    answer: str | None = "yes",
    file: str = "digest",
    known: str = "yes",
    question: Question = QUESTION,
    words: str = "",
) -> Reason | None:
    """Why `route` is made anew; `words` is the digest of its text, where that is another than it was."""
    trace = Trace(
        frame=LAST, questions=(question,), answers=(known,), pages={} if page is None else {ROUTE.output: page}
    )
    sorter = Sorter(
        trace,
        frame,
        filled=cast("Filled", Bodies(body)),
        again=cast("Again", Answers(answer)),
        words={ROUTE.source: words} if words else {},
    )
    found = sorter.sort((route,), {ROUTE.output: file} if file else {})
    assert len(found.stale) + len(found.current) == 1
    return found.stale[0].reason if found.stale else None


@pytest.mark.parametrize("frame", [STILL, MOVED], ids=["still", "moved"])
def test_every_reason(frame: Frame) -> None:
    answer = None if frame is STILL else "yes"
    assert reason(frame, answer=answer) is None
    assert reason(frame, page=None) is Reason.NEW
    assert reason(frame, body="other", answer=answer) is Reason.BODY
    assert reason(frame, file="", answer=answer) is Reason.FILE
    assert reason(frame, file="other", answer=answer) is Reason.FILE
    assert reason(msgspec.structs.replace(frame, layouts="m")) is Reason.LAYOUTS


def test_reasons_that_another_site_brings() -> None:
    titled = msgspec.structs.replace(ROUTE, view=msgspec.structs.replace(ROUTE.view, title="B"))
    assert reason(MOVED, route=titled) is Reason.SUBJECT
    assert reason(MOVED, answer="no") is Reason.ANSWER
    assert reason(MOVED, answer="", known="") is Reason.ANSWER
    assert reason(msgspec.structs.replace(STILL, since=20), answer="no") is Reason.ANSWER


def test_other_words_alone() -> None:
    """A page stands that is about none of them, and an answer in which none of them can stand is not asked for."""
    titled = msgspec.structs.replace(ROUTE, view=msgspec.structs.replace(ROUTE.view, title="B"))
    assert reason(REWORDED) is None
    assert reason(REWORDED, answer="no") is Reason.ANSWER
    assert reason(REWORDED, answer=None, question=("navigation", "p/a/")) is None
    assert reason(REWORDED, route=titled) is None
    assert reason(REWORDED, route=titled, words="other") is Reason.SUBJECT
    assert reason(REWORDED, answer="no", question=("category", "econtent/a.md"), words="other") is Reason.ANSWER


def test_redirects_are_compared_always() -> None:
    """Where they lead follows from more than the site."""
    view = msgspec.structs.replace(ROUTE.view, kind="redirect", target="/b/")
    assert reason(STILL, route=msgspec.structs.replace(ROUTE, view=view), answer=None) is Reason.SUBJECT


def test_files_that_stand(tmp_path: Path) -> None:
    """Those of which the manifest says what they are; no folder, no link, nothing that was touched."""
    place = Place(site=tmp_path, out=tmp_path, key="public")
    files = {}
    for name in ("gleich", "anders", "berührt", "weg", "link"):
        path = tmp_path / name
        path.write_bytes(b"x")
        files[name] = Entry(digest=digest_of(b"x"), size=1, mtime_ns=path.stat().st_mtime_ns)
    (tmp_path / "anders").write_bytes(b"xy")
    os.utime(tmp_path / "berührt", ns=(0, 0))
    (tmp_path / "weg").unlink()
    (tmp_path / "link").rename(tmp_path / "ziel")
    (tmp_path / "link").symlink_to(tmp_path / "ziel")
    (tmp_path / "fremd").write_bytes(b"x")
    found = standing_files(Manifest(files=files), Statuses(place.out))
    assert found == {"gleich": digest_of(b"x")}
