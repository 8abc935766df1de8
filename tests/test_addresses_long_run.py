"""Somebody does anything to a site, time and again: whatever was published once answers, leads on, or is gone."""

from __future__ import annotations

import os
import random
import re
from pathlib import Path

import pytest

from addresses_case import kept, published, site
from site_case import SiteCase
from sitegen.diagnostics import Diagnostic
from sitegen.diagnostics.diagnostic import Severity
from sitegen.publish.addresses import record

__all__ = ["site"]

PATTERNS = ("/blog/{slug}/", "/notizen/{slug}/", "/{year}/{slug}/")


def with_line(text: Path, line: str) -> None:
    """Put a line into the head of a text, in the place of another with its key."""
    key = line.partition(":")[0]
    lines = [kept for kept in text.read_text("utf-8").splitlines() if not kept.startswith(f"{key}:")]
    text.write_text("\n".join(["---", line, *lines[1:], ""]), "utf-8")


class Owner:
    """Somebody who does anything to a site; `seed` decides what. She heeds the line of each finding that stops her."""

    def __init__(self, site: SiteCase, seed: int) -> None:
        self._site = site
        self._chance = random.Random(seed)
        self._names = iter(
            f"{word}-{seed}" for word in ("post", "belege", "ordnung", "urlaub", "reisen", "telefon") * 3
        )

    def does_something(self) -> None:
        posts = sorted((self._site.root / "content/blog").glob("*.md"))
        post = self._chance.choice(posts)
        pattern = self._chance.choice(PATTERNS)
        settings = (self._site.root / "site.yaml").read_text("utf-8").partition("permalinks:")[0]
        match self._chance.randrange(6):
            case 0:
                self._site.post(next(self._names), "Text.", tags=self._chance.choice(["Büro", "Reise", "Neu"]))
            case 1:
                post.rename(post.with_stem(next(self._names)))
            case 2 if len(posts) > 1:
                post.unlink()
            case 3:
                self._site.write("site.yaml", f"{settings}permalinks: {{post: '{pattern}'}}\n")
            case 4:
                with_line(post, "expires: 2026-11-02")
            case _:
                with_line(post, "draft: ja")

    def heeds(self, found: Diagnostic) -> None:
        """Does what the finding says: by the line for the text where there is one, else by the one for site.yaml."""
        path = str(found.facts["path"])
        if found.code == "SG421" and self._chance.random() < 0.5:
            with_line(self._site.root / found.span.file, found.cure.splitlines()[1])
            return
        file = self._site.root / "site.yaml"
        head, gone, rest = file.read_text("utf-8").partition("gone:\n")
        file.write_text(f"{head}gone:\n  - {path}\n{rest}" if gone else f"gone:\n  - {path}\n{head}", "utf-8")


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(150 if os.environ.get("SITEGEN_SOAK") else 3))
def test_whatever_she_does_every_address_answers_leads_on_or_is_gone(site: SiteCase, seed: int) -> None:
    owner = Owner(published(site), seed)
    for _ in range(6):
        owner.does_something()
        while stopping := [found for found in site.build().findings if found.severity is Severity.ERROR]:
            owner.heeds(stopping[0])
        record(site.root)
        rules = site.html("_redirects") + site.html(".htaccess")
        for path in kept(site):
            file = site.out / (f"{path.strip('/')}/index.html" if path.endswith("/") else path.strip("/"))
            assert file.is_file() or f"{path} " in rules or f'"^{re.escape(path.rstrip("/"))}/?$"' in rules, path
