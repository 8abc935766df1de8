"""A website and its inbox as they stand in real life: nginx, the inbox's own process, a mail server, a git forge.

Everything is started by its own program and talks over the network of this machine; nothing of ours is called from
within the test but the build, which is what a pipeline does.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import msgspec

from mail_server import MailServer, Received
from nginx import free_port, nginx_over, wait_for
from site_case import SiteCase, lay_cards_aside, lay_law_aside
from waiting import output_of, until

SITE: Final = "nachmittag"
KEYS: Final = "k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
FORM_KEY: Final = "form key of the walk, which the build and the inbox share"
_REVIEW: Final = re.compile(r"http://127\.0\.0\.1:\d+/m/\S+")

SETTINGS: Final = """\
title: Büro Nachmittag
url: {origin}/
tone: sie
search: {{enabled: nein}}
images: {{cards: nein}}
business:
  owner: Eva Nachmittag
  email: eva@nachmittag.example
  response_time: einen Werktag
delivery:
  provider: inbox
  address: {inbox}/
  site: {site}
forms:
  - kind: contact
comments:
  open: ja
  close_after: 0
"""
INBOX: Final = """\
address: {inbox}/
sites:
  - id: {site}
    manifest: {manifest}
    owner: eva@nachmittag.example
    publish:
      to: git
      remote: {remote}
mail:
  host: 127.0.0.1
  port: {mail}
  security: none
  sender: eingang@nachmittag.example
"""


class Walk(msgspec.Struct, frozen=True, kw_only=True):
    """Where everything is."""

    site: SiteCase
    origin: str
    """Of the website, without a slash."""
    inbox: str
    """Of the inbox, without a slash."""
    mail: MailServer
    remote: Path
    """The bare repository, which is the forge."""
    environment: dict[str, str]
    config: Path

    def build(self) -> None:
        """What the pipeline does: the newest state of the forge, built into the folder that nginx serves."""
        git(self.site.root, "pull", "--quiet", "--rebase", "origin", "main")
        build_site(self.site)

    def mail_about(self, subject: str) -> Received:
        """The mail whose subject holds these words, once it has come."""
        return until(
            lambda: next((mail for mail in self.mail.received if subject in mail.subject), None),
            f"a mail about {subject}",
        )

    @staticmethod
    def review_link(mail: Received) -> str:
        """The link to the review page in a mail."""
        found = _REVIEW.search(mail.body)
        assert found, mail.body
        return found[0]

    def listed(self, *arguments: str) -> list[dict[str, Any]]:
        """What `sitegen inbox list --format json` says."""
        done = self.command("list", "--format", "json", *arguments)
        found: list[dict[str, Any]] = json.loads(done)
        return found

    def command(self, *arguments: str) -> str:
        """The standard output of `sitegen inbox …`."""
        done = subprocess.run(
            [sys.executable, "-m", "sitegen", "inbox", *arguments, "--config", str(self.config)],
            check=True,
            capture_output=True,
            text=True,
            env=self.environment,
            timeout=60,
        )
        return done.stdout

    def pushed(self) -> list[str]:
        """Files below `content/comments/` in the forge."""
        names = git(self.remote, "ls-tree", "-r", "--name-only", "main", "content/comments")
        return [name for name in names.splitlines() if name.endswith(".md")]


def git(folder: Path, *arguments: str) -> str:
    """The output of git in `folder`, with settings of nobody but this test."""
    identity = {"GIT_AUTHOR_NAME": "Eva", "GIT_AUTHOR_EMAIL": "eva@nachmittag.example"}
    identity |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in identity.items()}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "HOME": str(folder)}
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        env={"PATH": os.environ["PATH"], **identity, **alone},
    )
    return done.stdout


def build_site(site: SiteCase) -> None:
    """Build with the key that the inbox has, as of now."""
    site.now = datetime.now(UTC)
    result = site.build(form_key=FORM_KEY.encode())
    assert result.written, site.report(result)


@contextmanager
def walk(folder: Path) -> Iterator[Walk]:
    """The whole of it, below `folder`."""
    web_port, inbox_port = free_port(), free_port()
    origin, inbox = f"http://127.0.0.1:{web_port}", f"http://127.0.0.1:{inbox_port}"
    remote = folder / "forge.git"
    remote.mkdir()
    git(remote, "init", "--quiet", "--bare")
    root = folder / "website"
    site = SiteCase.of(root, {}, settings=SETTINGS.format(origin=origin, inbox=inbox, site=SITE))
    fill(site)
    lay_law_aside(root / "site.yaml")
    lay_cards_aside(root / "site.yaml")
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Die Website")
    git(root, "remote", "add", "origin", str(remote))
    git(root, "push", "--quiet", "origin", "main")
    build_site(site)
    with ExitStack() as running:
        mail = running.enter_context(MailServer())
        running.enter_context(nginx_over(site.out, folder / "nginx", port=web_port))
        config = folder / "inbox" / "inbox.yaml"
        config.parent.mkdir()
        text = INBOX.format(inbox=inbox, site=SITE, manifest=site.out / "inbox.json", remote=remote, mail=mail.port)
        config.write_text(text, "utf-8")
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "SITEGEN_INBOX_KEYS": KEYS,
            "SITEGEN_FORM_KEY": FORM_KEY,
        }
        running.enter_context(inbox_at(inbox_port, config, environment))
        yield Walk(
            site=site,
            origin=origin,
            inbox=inbox,
            mail=mail,
            remote=remote,
            environment=environment,
            config=config,
        )


def fill(site: SiteCase) -> None:
    """What the owner wrote."""
    site.post("rechnungen", "Rechnungen schreibt man gleich.", title="Rechnungen, die bezahlt werden")
    site.write("content/kontakt.md", "---\ntitle: Kontakt\nform: contact\n---\n\nSchreiben Sie mir.\n")
    site.write("content/datenschutz.md", "---\ntitle: Datenschutz\n---\n\nWas hier geschieht.\n")
    site.write(".gitignore", "/.sitegen/\n/public/\n/content/comments/_pending/\n")


@contextmanager
def inbox_at(port: int, config: Path, environment: dict[str, str]) -> Iterator[None]:
    """`sitegen inbox serve` as a process of its own, ended as systemd ends it."""
    command = [sys.executable, "-m", "sitegen", "inbox", "serve", "--config", str(config), "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            wait_for(port, process)
            yield
        finally:
            process.send_signal(signal.SIGTERM)
            out, err = output_of(process)
    assert process.returncode == 0, (out, err)
