"""What the site tells its inbox, as one public file: its forms, its posts, its face. Written by the build.

Everything in it stands on the site anyway. It never holds an e-mail address, a key or a clock.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

import msgspec

from sitegen.model.forms.form import FormSpec
from sitegen.text.locales import Language
from sitegen.text.tone import Tone

MANIFEST_FILE: Final = "inbox.json"
"""Below the output folder."""


class ManifestPost(msgspec.Struct, frozen=True, kw_only=True):
    """A post that can be commented on, or could."""

    id: str
    title: str
    url: str
    """Full address."""
    closed: bool = False
    open_until: datetime | None = None
    """UTC; None for no end."""


class ManifestFace(msgspec.Struct, frozen=True, kw_only=True):
    """Colours and letters, so that a page of the inbox looks like the site."""

    light: dict[str, str]
    """Token → CSS value."""
    dark: dict[str, str]


class InboxManifest(msgspec.Struct, frozen=True, kw_only=True):
    """The whole file."""

    format: int = 1
    title: str
    """Of the site."""
    url: str
    """Full address of the home page."""
    language: Language
    tone: Tone
    owner: str
    """Who answers: the owner's name, else the site's title."""
    response_time: str = ""
    contact_url: str = ""
    """Full address of a page with other ways to reach the owner; empty for none."""
    comment_depth: int = 3
    forms: tuple[FormSpec, ...] = ()
    posts: tuple[ManifestPost, ...] = ()
    newest: datetime | None = None
    """Date of the newest post: a clock that is behind it is wrong."""
    face: ManifestFace | None = None

    def form(self, name: str) -> FormSpec | None:
        """The form of that name."""
        return next((form for form in self.forms if form.name == name), None)

    def post(self, post_id: str) -> ManifestPost | None:
        """The post of that id."""
        return next((post for post in self.posts if post.id == post_id), None)
