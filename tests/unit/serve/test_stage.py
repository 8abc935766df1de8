"""What the preview shows while a build goes on, fails and succeeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.build.result import BuildResult
from sitegen.diagnostics import Diagnostic, Findings, Span
from sitegen.plan.policy import SITE_SLOT
from sitegen.serve.rebuilding import Built
from sitegen.serve.stage import Kind, Stage

POLICY = "default-src 'none'"


def page(text: str, policy: str) -> str:
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}"><p>{text}</p>'


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    (tmp_path / "index.html").write_text(page("Alt", POLICY), "utf-8")
    return Stage(tmp_path, lambda: lambda _file: None)


def good(stage: Stage) -> Built:
    return Built(result=BuildResult(out=stage.folder, findings=Findings(), written=True))


def faulty(stage: Stage, file: str) -> Built:
    finding = Diagnostic(code="SG001", span=Span(file=file), facts={"folder": file})
    return Built(result=BuildResult(out=stage.folder, findings=Findings((finding,)), written=False))


def test_before_the_first_build_one_has_to_wait(stage: Stage) -> None:
    shown = stage.page("/", token="")
    assert (shown.kind, shown.status) == (Kind.OURS, 503)
    assert "Ihre Website wird gerade gebaut" in shown.content.decode()
    assert stage.token == ""


def test_a_page_of_a_build_that_goes_on_has_the_policy_of_the_last_one(stage: Stage) -> None:
    stage.built(good(stage))
    stage.early("index.html", page("Neu", SITE_SLOT))
    assert stage.page("/", token="").content.decode() == page("Neu", POLICY)
    stage.built(good(stage))
    assert stage.page("/", token="").content.decode() == page("Alt", POLICY)


def test_a_page_without_a_policy_needs_none(stage: Stage) -> None:
    stage.built(good(stage))
    (stage.folder / "index.html").write_text("<p>Alt</p>", "utf-8")
    stage.early("index.html", "<p>Neu</p>")
    assert stage.page("/", token="").content == b"<p>Neu</p>"


def test_without_a_last_policy_nothing_is_shown_early(stage: Stage) -> None:
    stage.built(good(stage))
    (stage.folder / "index.html").write_text("<p>Alt</p>", "utf-8")
    stage.early("index.html", page("Neu", SITE_SLOT))
    assert stage.page("/", token="").content == b"<p>Alt</p>"


def test_only_who_wished_sees_the_last_good_state_and_only_until_the_next_fault(stage: Stage) -> None:
    stage.built(good(stage))
    stage.built(faulty(stage, "eins"))
    token = stage.token
    assert stage.page("/", token="").kind is Kind.OURS
    assert stage.page("/", token=token).kind is Kind.LAST_GOOD
    stage.built(faulty(stage, "eins"))
    assert stage.page("/", token=token).kind is Kind.LAST_GOOD
    stage.built(faulty(stage, "zwei"))
    assert stage.page("/", token=token).kind is Kind.OURS


def test_a_fault_of_ours_is_an_apology_and_the_next_build_is_shown(stage: Stage) -> None:
    stage.built(good(stage))
    stage.built(Built(result=None, error=RuntimeError("unser Fehler")))
    shown = stage.page("/", token="").content.decode()
    assert "An Ihren Texten liegt es nicht." in shown
    assert "unser Fehler" not in shown
    stage.built(good(stage))
    assert stage.page("/", token="").kind is Kind.SITE


def test_pages_that_differ_by_their_stylesheet_alone_are_the_same_to_see(stage: Stage) -> None:
    stage.built(good(stage))
    digests = set()
    for name in ("style.0123456789.css", "style.abcdef0123.css", "anders.css"):
        (stage.folder / "index.html").write_text(f'<link href="/assets/{name}">', "utf-8")
        digests.add(stage.page("/", token="").digest)
    assert len(digests) == 2
