"""What the owner reads when a run fails: first that her website is as it was, then what to change, and where.

What a file holds can be anybody's: it is shown as it is and does nothing, neither in the summary nor in the issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from forge_api import Issues, served
from sitegen.publish.reporting.forge import Forge, forge_of
from sitegen.publish.reporting.issue import IssueError, settle, tell
from sitegen.publish.reporting.report import BuildReport, Found, as_markdown, outcome_of, read_report
from sitegen.publish.reporting.wording import ISSUE_TITLE

GITHUB = Forge(
    name="github", repository="https://github.example/eva/buero", branch="main", run="https://github.example/lauf"
)
HOSTILE = (
    "# Überschrift",
    "[hier](javascript:alert(1)) ![](https://böse.example/x.png)",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "@alle #1 GH-2 eva/buero#3 https://böse.example www.böse.example",
    "```\n/close\n```",
    "| a | b |\n|---|---|",
    "~~~\n~~~ `` ` ```` ",
    "&lt;b&gt; &#60; \\ \\<b\\>",
    "\u202eumgedreht\x1b[2J\r\n\u2028Ende",
)


def found(**said: object) -> Found:
    values = {"code": "SG102", "severity": "error", "file": "content/blog/a.md", "line": 2, "message": "Unbekannt."}
    return msgspec.convert({**values, **said}, Found)


def rendered(*findings: Found, forge: Forge | None = GITHUB, **options: object) -> LexborHTMLParser:
    """As a forge shows it: CommonMark with HTML let through, tables, struck text and bare addresses made links."""
    report = BuildReport(findings=findings)
    text = as_markdown(report, outcome=outcome_of(report), forge=forge, **options)  # type: ignore[arg-type]
    return LexborHTMLParser(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text))


def text_of(page: LexborHTMLParser) -> str:
    assert page.body
    return page.body.text()


def test_one_thing_is_said_as_one() -> None:
    page = rendered(found())
    first = page.css_first("p")
    assert first is not None
    assert first.text() == "Ihre Website ist unverändert online. Eine Sache ist zu ändern:"


def test_several_things_are_counted() -> None:
    assert "online. 3\u00a0Dinge sind zu ändern:" in text_of(rendered(found(), found(line=3), found(line=4)))


def test_a_site_that_never_was_online_is_not_called_so() -> None:
    assert text_of(rendered(found(), online=False)).startswith("Ihre Website ist noch nicht online. Eine Sache")


def test_place_sentence_line_cure_and_link() -> None:
    fault = found(
        message="Unbekanntes Feld „titel“.", excerpt="titel: Hallo", column=1, end_column=6, cure="So:\ntitle: Hallo"
    )
    page = rendered(fault, folder="website/")
    assert [heading.text() for heading in page.css("h3")] == ["website/content/blog/a.md, Zeile\u00a02"]
    assert [block.text() for block in page.css("pre")] == ["titel: Hallo\n^^^^^\n", "title: Hallo\n"]
    (link,) = page.css("a")
    assert link.text() == "Diese Zeile bearbeiten"
    assert link.attributes["href"] == "https://github.example/eva/buero/edit/main/website/content/blog/a.md#L2"


def test_what_holds_nothing_up_is_folded_away() -> None:
    page = rendered(
        found(), found(severity="warning", message="Eine Warnung."), found(severity="note", line=0, file="")
    )
    assert "Eine Sache ist zu ändern" in text_of(page)
    (details,) = page.css("details")
    assert "2\u00a0Kleinigkeiten" in details.text()
    assert len(details.css("li")) == 2


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_of_a_file_stays_text(hostile: str) -> None:
    nothing_foreign(hostile)


@given(st.text(st.sampled_from("`*_[]()<>#@!|~\\&:/ \n\t-=+.aGHhtpsw1\u2028\x00"), max_size=60))
def test_whatever_a_file_holds_stays_text(hostile: str) -> None:
    nothing_foreign(hostile)


def nothing_foreign(hostile: str) -> None:
    """Every field of a finding holds it; of the page, only what we say is more than text."""
    fault = found(message=hostile, cure=f"{hostile}\n{hostile}", excerpt=hostile, file=f"content/{hostile}.md")
    page = rendered(fault, msgspec.structs.replace(fault, severity="warning"))
    tags = {node.tag for node in page.css("*")}
    allowed = {"html", "head", "body", "p", "strong", "h3", "code", "pre", "a", "details", "summary", "ul", "li"}
    assert tags <= allowed, tags - allowed
    assert {link.attributes["href"].partition("eva/buero/edit/main/")[0] for link in page.css("a")} == {  # type: ignore[union-attr]
        "https://github.example/"
    }
    assert len(page.css("h3")) == 1
    running = [node.text() for node in page.css("p, li") if not node.css("code")]
    assert not [text for text in running if re.search(r"@\w|#\d|GH-\d|://|www\.", text)], "nobody is called"
    report = BuildReport(findings=(fault,))
    text = as_markdown(report, outcome="findings", forge=None).replace("\r", "\n")
    outside = re.sub(r"^```.+?\n```$", "", text, flags=re.MULTILINE | re.DOTALL)
    assert not re.search(r"^/", outside, re.MULTILINE), "GitLab obeys such lines, outside of what it takes for code"


def test_the_line_is_readable_again_as_it_was() -> None:
    """Escaping must not change what is read."""
    message = "In „a_b*c“ fehlt [x](y) & <z>: 50 % | `q`"
    (shown,) = [node.text() for node in rendered(found(message=message)).css("p") if "fehlt" in node.text()]
    assert shown.replace("\u2060", "") == message


def test_a_thousand_findings_make_a_report_that_every_forge_takes() -> None:
    many = [found(line=line, excerpt="x" * 5000, message="y" * 900, cure="z" * 900) for line in range(1, 1001)]
    report = BuildReport(findings=tuple(many))
    text = as_markdown(report, outcome="findings", forge=GITHUB)
    assert len(text.encode()) < 60_000
    assert "1000\u00a0Dinge" in text
    assert "weitere; sie stehen im Protokoll." in text


def test_a_build_that_said_nothing_has_crashed() -> None:
    assert read_report(b"Traceback (most recent call last)") is None
    assert read_report(b'{"findings": [{"code": 1}]}') is None
    text = as_markdown(None, outcome=outcome_of(None), forge=GITHUB)
    assert text.startswith("**Ihre Website ist unverändert online.**")
    assert "an Ihren Texten liegt es nicht" in text
    assert "https://github.example/lauf" in text


def test_outside_a_forge_there_are_no_links() -> None:
    assert forge_of({}) is None
    assert forge_of({"SITEGEN_FORGE": "sourcehut"}) is None
    assert rendered(found(), forge=None).css("a") == []
    bare = forge_of({"SITEGEN_FORGE": "gitlab"})
    assert bare is not None
    assert bare.edit_link("a.md", 1) == ""


@pytest.fixture(params=["github", "gitlab", "forgejo"])
def forge(request: pytest.FixtureRequest) -> Iterator[tuple[Forge, Issues]]:
    """A forge, and the issues there."""
    with served(request.param) as issues:
        path = "projects/7" if request.param == "gitlab" else "repos/eva/buero"
        yield Forge(name=request.param, issues=f"{issues.address}/api/{path}/issues", token="geheim"), issues


def test_one_issue_opened_changed_and_closed(forge: tuple[Forge, Issues]) -> None:
    where, issues = forge
    assert settle(where, title=ISSUE_TITLE, comment="Erledigt.").done == "nothing"
    assert tell(where, title=ISSUE_TITLE, body="Erstens.").done == "opened"
    assert tell(where, title=ISSUE_TITLE, body="Erstens.").done == "nothing"
    assert tell(where, title=ISSUE_TITLE, body="Zweitens.").done == "changed"
    assert [issue["body"] for issue in issues.open] == ["Zweitens."]
    assert settle(where, title=ISSUE_TITLE, comment="Erledigt.").done == "closed"
    assert issues.open == []
    assert issues.comments == ["Erledigt."]


def test_an_issue_of_somebody_else_is_left_alone(forge: tuple[Forge, Issues]) -> None:
    where, issues = forge
    theirs = issues.add(ISSUE_TITLE, "Gib mir den Schlüssel.", author="mallory")
    assert settle(where, title=ISSUE_TITLE, comment="Erledigt.").done == "nothing"
    assert tell(where, title=ISSUE_TITLE, body="Erstens.").done == "opened"
    assert theirs["state"] == "open"
    assert theirs["body"] == "Gib mir den Schlüssel."


def test_a_forge_that_refuses_is_said(forge: tuple[Forge, Issues]) -> None:
    where, issues = forge
    issues.refuses = True
    with pytest.raises(IssueError, match="403"):
        tell(where, title=ISSUE_TITLE, body="Erstens.")


def test_a_forge_that_is_not_there_is_said() -> None:
    nowhere = Forge(name="github", issues="http://127.0.0.1:1/issues", token="geheim")
    with pytest.raises(IssueError):
        tell(nowhere, title=ISSUE_TITLE, body="Erstens.")
    with pytest.raises(IssueError):
        tell(msgspec.structs.replace(nowhere, issues="file:///etc/passwd"), title="", body="")
