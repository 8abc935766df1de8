"""Her Tuesday, from the first line to the undoing, at real places: few steps, and no English sentence on the way."""

from __future__ import annotations

import http.client
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec
import pytest
from PIL import Image

from apache import apache_over
from git_remote import git
from manual_run import Follower, steps_of
from nginx import free_port
from photos import SECRET
from sitegen.text.moments import BERLIN
from sshd import sshd_running
from waiting import PATIENCE

SITE: Final = Path(__file__).parent / "handbook"
MOST_STEPS: Final = 5
ADDRESS: Final = "https://www.buero-sonnenschein.example/"

ENGLISH: Final = re.compile(
    r"\b(?:the|and|with|you|your|not|this|that|error|warning|failed|usage|found|please|of|is|are|have|has|from|file|"
    r"files|line|unknown|missing|invalid|expected|unable|no such|denied|traceback)\b",
    re.IGNORECASE,
)
TYPED: Final = re.compile(r"„[^“]*“|^ *\d* │.*$|^ {6}\S.*$|\S*[/_.:@]\S+|\bsitegen(?: [a-z]+)+", re.MULTILINE)
"""What a report quotes: names, excerpts, lines to paste, commands."""

POST = "content/blog/2026-11-24-rechnungen.md"


class Errand(msgspec.Struct, frozen=True, kw_only=True):
    """Something she has to do, as a manual would say it, and what is true afterwards."""

    name: str
    manual: str
    proof: Callable[[Week], bool]


class Week:
    """Her site, and what her visitors see."""

    def __init__(self, follower: Follower, web: Path, remote: Path | None = None) -> None:
        """`remote` is where the pages lie that are laid out in `web` to be looked at."""
        self.follower = follower
        self.web = web
        self.before: dict[str, bytes] = {}
        self._remote = remote

    def arrives(self) -> None:
        """What is at the place now lies in `web`."""
        if self._remote and git("branch", "--list", "pages", folder=self._remote):
            shutil.rmtree(self.web)
            self.web.mkdir()
            git("--work-tree", str(self.web), "checkout", "--force", "--quiet", "pages", "--", ".", folder=self._remote)

    @property
    def said(self) -> str:
        return self.follower.said[-1]

    def page(self, path: str) -> str:
        return (self.web / path).read_text("utf-8")

    def online(self) -> dict[str, bytes]:
        """Everything at the place that belongs to the site."""
        files = (path for path in sorted(self.web.rglob("*")) if path.is_file())
        named = {path.relative_to(self.web).as_posix(): path.read_bytes() for path in files}
        return {path: content for path, content in named.items() if not path.startswith(".sitegen")}


def post_is_online(week: Week) -> bool:
    assert "Drei Handgriffe" in week.page("blog/rechnungen/index.html")
    return week.said.endswith(f"Veröffentlicht: {ADDRESS}\n")


def photo_is_shown_with_its_credit_and_no_secret(week: Week) -> bool:
    page = week.page("blog/rechnungen/index.html")
    assert "Vera Sonne" in page
    pictures = sorted((week.web / "bilder").iterdir())
    assert pictures
    assert not [path for path in pictures if SECRET in path.read_bytes()]
    with Image.open(next(path for path in pictures if path.suffix == ".jpg")) as picture:
        return not picture.getexif() and "<picture" in page


def price_is_the_new_one_everywhere(week: Week) -> bool:
    assert "45 € → 48 €" in week.said
    pages = [week.page(f"leistungen/{path}index.html").replace("\u00a0", " ") for path in ("", "buchhaltung/")]
    return all("48 €" in page and "45 €" not in page for page in pages)


def comment_stands_there_with_its_answer(week: Week) -> bool:
    page = week.page("blog/ablage/index.html")
    return "Drei Fächer!" in page and "ein viertes" in page and "anna@example.org" not in page


def mistake_has_stopped_everything(week: Week) -> bool:
    assert week.online() == week.before
    assert "SG102" in week.said
    return week.said.endswith("unverändert online.\n")


def mistake_is_mended(week: Week) -> bool:
    return "Rufen Sie an." in week.page("kontakt/index.html")


def what_was_before_is_back(week: Week) -> bool:
    assert "Rufen Sie an." not in week.page("kontakt/index.html")
    return week.online() == week.before


TUESDAY: Final = (
    Errand(
        name="a post is written and published",
        manual=f"""
```console
$ sitegen add post "Rechnungen"
```
```markdown {POST}
---
title: Rechnungen, die niemand vergisst
date: 2026-11-24
id: rechnungen
---

Drei Handgriffe am Freitag genügen.
```
```console
$ sitegen publish
Veröffentlichen? [j/N] j
```
""",
        proof=post_is_online,
    ),
    Errand(
        name="a photograph from the telephone joins it, with its credit",
        manual=f"""
<!-- test: foto content/pictures/IMG_2041.jpg -->
```yaml aus {POST}
id: rechnungen
```
```yaml wird {POST}
id: rechnungen
image:
  src: IMG_2041.jpg
  alt: Belege neben einer Tasse Kaffee
  credit: Vera Sonne
```
```console
$ sitegen publish
Veröffentlichen? [j/N] ja
```
""",
        proof=photo_is_shown_with_its_credit_and_no_secret,
    ),
    Errand(
        name="a price changes",
        manual="""
```yaml aus content/services/buchhaltung.md
price: 45 €
```
```yaml wird content/services/buchhaltung.md
price: 48 €
```
```console
$ sitegen publish
Veröffentlichen? [j/N] j
```
""",
        proof=price_is_the_new_one_everywhere,
    ),
    Errand(
        name="a comment is read, approved and answered",
        manual="""
<!-- test: nimm kommentar.eml ../kommentar.eml -->
```console
$ sitegen comment add ../kommentar.eml
Der Kommentar wartet: content/comments/_pending/ablage/01M86XB000Z1BFP4HTBZJ5AMDN.md
$ sitegen comment approve J5AMDN --reply "Liebe Anna, die kommen in ein viertes."
$ sitegen publish
Veröffentlichen? [j/N] j
```
""",
        proof=comment_stands_there_with_its_answer,
    ),
    Errand(
        name="a mistake keeps everything as it is",
        manual="""
<!-- test: ersetze content/kontakt.md | title: Kontakt | titel: Kontakt -->
<!-- test: ersetze content/kontakt.md | Schreiben Sie an | Rufen Sie an. Oder an -->
```console
$ sitegen publish
```
""",
        proof=mistake_has_stopped_everything,
    ),
    Errand(
        name="it is mended as the report says",
        manual="""
<!-- test: ersetze content/kontakt.md | titel: Kontakt | title: Kontakt -->
```console
$ sitegen publish
Veröffentlichen? [j/N] j
```
""",
        proof=mistake_is_mended,
    ),
    Errand(
        name="and undone",
        manual="""
```console
$ sitegen publish --undo
Wiederherstellen? [j/N] j
```
""",
        proof=what_was_before_is_back,
    ),
)


@pytest.fixture(params=["folder", "sftp", "git-branch"])
def week(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Week]:
    """Her site, to be published into a folder with compressed files beside the plain ones, by SFTP, or to a branch."""
    site, web = tmp_path / "mein-buero", tmp_path / "web"
    shutil.copytree(SITE, site)
    web.mkdir()
    settings = (site / "site.yaml").read_text("utf-8").partition("publish:")[0]
    follower = Follower(site, today=datetime.now(BERLIN).date())
    if request.param == "folder":
        place = f"to: folder\n  folder: {web}\n  precompress: yes\n"
        (site / "site.yaml").write_text(f"{settings}publish:\n  {place}", "utf-8")
        yield Week(follower, web)
        return
    if request.param == "git-branch":
        remote = tmp_path / "remote.git"
        git("init", "--quiet", "--bare", "--initial-branch=main", str(remote), folder=tmp_path)
        git("init", "--quiet", folder=site)
        git("remote", "add", "origin", str(remote), folder=site)
        (site / "site.yaml").write_text(f"{settings}publish:\n  to: git-branch\n", "utf-8")
        yield Week(follower, web, remote)
        return
    with sshd_running(tmp_path / "sshd") as server:
        place = (
            f"to: sftp\n  host: 127.0.0.1\n  port: {server.port}\n  user: {server.user}\n  folder: {web}\n"
            f"  host_key: {server.fingerprint}\n  key_file: {server.key_file}\n"
        )
        (site / "site.yaml").write_text(f"{settings}publish:\n  {place}", "utf-8")
        yield Week(follower, web)


def test_a_whole_tuesday(week: Week, tmp_path: Path) -> None:
    earlier: dict[str, bytes] = {}
    for errand in TUESDAY:
        steps = list(steps_of(errand.manual))
        assert len([step for step in steps if step.kind != "to"]) <= MOST_STEPS, errand.name
        week.before = earlier if "undo" in errand.manual else week.online()
        earlier = week.online() if "mended" in errand.name else earlier
        for step in steps:
            week.follower.follow(step)
        week.arrives()
        assert errand.proof(week), errand.name
    for said in week.follower.said:
        assert not ENGLISH.search(TYPED.sub("", said)), said
    assert "/blog/rechnungen/ post:rechnungen\n" in (week.follower.root / "published-urls.txt").read_text("utf-8")
    if any(week.web.rglob("*.br")):
        assert_served_compressed(week.web, tmp_path / "apache")


def assert_served_compressed(web: Path, state: Path) -> None:
    """What was made when it was published is what Apache sends."""
    port = free_port()
    with apache_over(web, state, port=port):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        connection.request("GET", "/blog/rechnungen/", headers={"Accept-Encoding": "gzip, br"})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
    assert (answer.status, answer.headers["Content-Encoding"]) == (200, "br")
    assert body == (web / "blog/rechnungen/index.html.br").read_bytes()


@pytest.mark.parametrize("sentence", ["Usage: sitegen", "Permission denied", "Error: no such file", "The build failed"])
def test_english_would_be_noticed(sentence: str) -> None:
    assert ENGLISH.search(TYPED.sub("", sentence))
