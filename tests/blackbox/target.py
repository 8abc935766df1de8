"""What the black-box tests know of an inbox: where it answers, and what its owner and its visitors would know.

Another implementation runs the same tests by a fixture `target` of its own, with a site of the same forms and posts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import httpx
import msgspec

from waiting import PATIENCE

CONTACT: Final = {"name": "Bernd Vogel", "email": "bernd@vogel.example", "message": "Haben Sie im Mai noch Zeit?"}
COMMENT: Final = {"name": "Anna Krüger", "text": "Danke, das hat mir sehr geholfen."}


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """An inbox that is running, with an empty store. It trusts X-Forwarded-For from where the tests run."""

    base: str
    """`http://127.0.0.1:PORT`, without a slash."""
    site: str
    origin: str
    """Of the site whose forms it takes."""
    post: str
    """Id of a post that takes comments."""
    closed_post: str
    thanks: str
    """What the addresses of thank-you pages begin with; the form's name and a slash follow."""
    export_token: str
    review_link: Callable[[str], str]
    """The link that the owner gets by mail for the comment or message with this text."""
    newsletter_links: Callable[[str], tuple[str, str]]
    """The links to confirm and to end a subscription, by its e-mail address."""
    is_confirmed: Callable[[str], bool]
    wait: Callable[[float], None]
    """Let so many seconds pass."""
    host: str
    port: int
    owner: httpx.Client
    """The owner's browser, or a program that follows a link; it sends no Origin."""

    def client(self, sender: str = "192.0.2.1", **headers: str) -> httpx.Client:
        """A visitor at an address, whose browser says that the site's own form was sent."""
        own = {"X-Forwarded-For": sender, "Origin": self.origin, "Sec-Fetch-Site": "cross-site"}
        return httpx.Client(base_url=self.base, headers={**own, **headers}, timeout=PATIENCE)

    def form(self, name: str) -> str:
        """The path that a form is sent to."""
        return f"/f/{self.site}/{name}"

    def comment(self, text: str) -> dict[str, str]:
        """A comment on the post that takes some."""
        return {**COMMENT, "post": self.post, "page": "/blog/", "text": text}

    def exported(self) -> str:
        """What a pipeline fetches."""
        answer = self.owner.get(f"{self.base}/x/{self.site}", headers={"Authorization": f"Bearer {self.export_token}"})
        assert answer.status_code == 200
        return answer.text
