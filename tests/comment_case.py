"""Sites with comments: files as their writer makes them or as strangers would, and comments as a page shows them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from selectolax.lexbor import LexborNode

from site_case import SiteCase
from sitegen.model.comments.comment import Comment
from sitegen.model.comments.file import comment_bytes

SETTINGS = (
    "title: Büro Test\nurl: https://www.example.org/\nbusiness: {owner: Vera Sonne, email: post@example.org}\n"
    "images: {cards: nein}\n"
)
INBOX = "delivery: {provider: inbox, address: https://eingang.example.org/, site: test, sum: nein}\n"
OPEN = "comments: {open: ja}\n"
PRIVACY = {"content/datenschutz.md": "---\ntitle: Datenschutz\n---\n\nText.\n"}
MORNING = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
PAGE = "blog/rechnungen/index.html"


def ulid(number: int) -> str:
    """A ULID that sorts by `number`."""
    return f"01KAGB7Q3T{number:016}"


def comment(number: int = 1, name: str = "Anna Kramer", text: str = "Danke!", **fields: Any) -> Comment:  # noqa: ANN401 - whatever fields hold
    """A comment, one hour after the one before it; `parent` is a number, too."""
    parent = fields.pop("parent", 0)
    made = Comment(
        id=ulid(number),
        post="rechnungen",
        parent=ulid(parent) if parent else "",
        name=name,
        text=text,
        date=MORNING + timedelta(hours=number),
    )
    return msgspec.structs.replace(made, **fields)


def with_comments(site: SiteCase, *comments: Comment) -> SiteCase:
    """The site with the files of these comments."""
    for one in comments:
        site.write(one.path, comment_bytes(one).decode())
    return site


def commented(
    root: Path, *comments: Comment, settings: str = OPEN + INBOX, files: Mapping[str, str] = PRIVACY
) -> SiteCase:
    """A site with one post of 1 November 2026, „Rechnungen“, and these comments below it."""
    site = SiteCase.of(root, files, settings=SETTINGS + settings)
    site.post("2026-11-01-rechnungen", "Ein Text.", title="Rechnungen")
    return with_comments(site, *comments)


def comments_of(site: SiteCase, page: str = PAGE) -> LexborNode:
    """What stands below the post of a built page."""
    found = site.main(page).css("#kommentare")
    assert len(found) == 1
    return found[0]


def element(site: SiteCase, number: int, page: str = PAGE) -> LexborNode:
    """One comment on a built page."""
    found = site.main(page).css(f"#kommentar-{ulid(number)}")
    assert len(found) == 1
    return found[0]


def heading(site: SiteCase) -> str:
    """How many there are, as the page says it."""
    return comments_of(site).css("h2")[0].text(strip=True)
