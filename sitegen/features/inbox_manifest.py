"""`inbox.json`: what the owner's inbox has to know of the site, its forms, posts and colours. Nothing in it is secret.

Only where forms go to an inbox. It holds days and no moment of a build, so it changes when the site does.
"""

from __future__ import annotations

from typing import Final

import msgspec

from sitegen.features.feature import Contribution, Feature, Finished
from sitegen.model.addresses import absolute_url
from sitegen.model.comments.closing import closes_at
from sitegen.model.entries import Post
from sitegen.model.inbox_manifest import MANIFEST_FILE, InboxManifest, ManifestFace, ManifestPost
from sitegen.model.site import Site
from sitegen.plan.forms import OWN_INBOX
from sitegen.settings.settings import Settings

CONTACT_PAGE: Final = "kontakt.md"


def contributions(site: Site) -> tuple[Contribution, ...]:
    """The file, where there is an inbox to read it."""
    wanted = site.settings.delivery.provider == OWN_INBOX
    return (Contribution(output=MANIFEST_FILE, make=inbox_file),) if wanted else ()


FEATURE: Final = Feature(name="Eingang", contributions=contributions)


def inbox_file(finished: Finished) -> bytes:
    """The file's bytes: JSON to be read by people, too."""
    return msgspec.json.format(msgspec.json.encode(manifest_of(finished)), indent=1) + b"\n"


def manifest_of(finished: Finished) -> InboxManifest:
    """All that the inbox is told."""
    settings, ask, posts = finished.settings, finished.questions, finished.site.posts
    business, look = ask.business(), ask.theme
    return InboxManifest(
        title=settings.title,
        url=ask.absolute(ask.home),
        language=settings.language,
        tone=settings.tone,
        owner=business.owner or settings.title,
        response_time=business.response_time,
        contact_url=ask.forms.page_url(CONTACT_PAGE),
        comment_depth=settings.comments.depth,
        forms=(*ask.forms.specs, *ask.forms.of_comments),
        posts=tuple(_post(post, settings) for post in posts),
        newest=posts[0].date.instant if posts else None,
        face=ManifestFace(light=look.light, dark=look.dark),
    )


def _post(post: Post, settings: Settings) -> ManifestPost:
    return ManifestPost(
        id=post.id,
        title=post.title,
        url=absolute_url(post.url, settings.url),
        closed=not (settings.comments.open and post.comments),
        open_until=closes_at(post, settings.comments),
    )
