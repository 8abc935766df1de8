"""Comments without a server, the whole way: a mail is read, decided upon, and stands on the page after the build."""

from __future__ import annotations

import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from selectolax.lexbor import LexborNode

from site_case import SiteCase
from sitegen.cli.entry import run

KEYS = {"web3forms": "12345678-1234-1234-1234-123456789abc"}
"""Where a key has a form of its own."""
SETTINGS = "title: Büro Test\nurl: https://www.example.org/\nbusiness: {owner: Eva Müller}\n"
MAIL = b"""Message-ID: <1@forms.example>
Date: Fri, 20 Nov 2026 08:00:00 +0100
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Neuer Kommentar auf https://www.example.org/blog/ablage/

Name: J=C3=BCrgen <script>alert(1)</script>
E-Mail: juergen@post.example
Website: https://juergen.example
Kommentar: Sehr **gut**! <img src=3Dx onerror=3Dalert(1)> juergen@post.example
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteCase:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mail.eml").write_bytes(MAIL)
    return SiteCase.of(tmp_path, {}, settings=SETTINGS).post(
        "2026-11-01-ablage", "Der Text.", title="Ablage", id="ablage"
    )


def sitegen(*args: str) -> None:
    assert run(["comment", *args]) == 0


def git(*args: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *args], capture_output=True, check=True
    )
    return done.stdout.decode()


def test_from_the_mail_to_the_page(site: SiteCase) -> None:
    sitegen("add", "mail.eml")
    site.built()
    assert "Jürgen" not in site.html("blog/ablage/index.html")
    (waiting,) = (site.root / "content/comments/_pending").rglob("*.md")
    sitegen("approve", waiting.stem, "--reply", "Danke, Jürgen!")
    site.built()
    page = site.page("blog/ablage/index.html")
    (comments,) = page.css("#kommentare")
    text = comments.text()
    assert "Jürgen <script>alert(1)</script>" in text
    assert "Eva Müller" in text
    assert "Danke, Jürgen!" in text
    assert "gut" in [strong.text() for strong in comments.css("strong")]
    assert not comments.css("script, img, iframe")
    assert "juergen@post.example" not in site.html("blog/ablage/index.html")
    sitegen("delete", waiting.stem)
    site.built()
    text = site.main("blog/ablage/index.html").text()
    assert "Jürgen <script>" not in text
    assert "Kommentar gelöscht" in text
    assert "Danke, Jürgen!" in text


@pytest.mark.parametrize("provider", ["mailto", "formspree", "web3forms"])
def test_the_mail_that_the_form_below_a_post_leads_to_is_understood(
    site: SiteCase, provider: str, capsys: pytest.CaptureFixture[str]
) -> None:
    delivery = f"delivery: {{provider: {provider}, key: {KEYS.get(provider, 'xyzabcde')}}}\n"
    owner = "business: {owner: Eva Müller, email: eva@example.org}\n"
    site.write("site.yaml", f"{SETTINGS.partition('business')[0]}{owner}comments: {{open: yes}}\n{delivery}")
    site.write("content/datenschutz.md", "---\ntitle: Datenschutz\n---\n\nText.\n")
    result = site.build()
    assert result.written, site.report(result)
    form = site.main("blog/ablage/index.html").css_first(".comment-form")
    assert form is not None
    (site.root / "mail.txt").write_text(filled_in(form), "utf-8")
    sitegen("add", "mail.txt")
    said = capsys.readouterr().out
    assert "  Beitrag  „Ablage“\n  Name     Anna K.\n" in said
    assert "\n\n    Eins\n\n    zwei\n\n" in said
    assert "anna@post.example" not in said


def filled_in(form: LexborNode) -> str:
    """The mail as the visitor's program, or the service, sends it: every field of the form with its name."""
    link = form.css_first("a.button")
    if link is not None:
        body = parse_qs(urlsplit(link.attributes["href"] or "").query)["body"][0]
        typed = {"Name": "Anna K.", "Kommentar": "Eins\r\n\r\nzwei"}
        return "".join(
            f"{line} {typed.get(line.strip(' :'), '')}\r\n" if line.strip(" :") in typed else f"{line}\r\n"
            for line in body.split("\r\n")
        )
    typed = {"name": "Anna K.", "email": "anna@post.example", "text": "Eins\n\nzwei"}
    fields = {
        field.attributes["name"]: field.attributes.get("value") or ""
        for field in form.css("input[name], textarea[name]")
    }
    return "".join(f"{name}: {typed.get(str(name), value)}\n\n" for name, value in fields.items())


def test_what_waits_never_comes_into_git(site: SiteCase) -> None:
    git("init", "--quiet")
    sitegen("add", "mail.eml")
    git("add", "--all")
    assert "_pending" not in git("ls-files")
    assert "juergen@post.example" not in "".join(
        path.read_text("utf-8") for path in (site.root / "content").rglob("*.md")
    )
    site.built()
    git("add", "--force", "content/comments/_pending")
    assert site.build().findings.stops(strict=False)
