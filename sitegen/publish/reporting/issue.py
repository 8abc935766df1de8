"""The one issue that says what is to be changed: opened, kept up to date, closed after the next success.

Speaks the interfaces of GitHub, GitLab and Forgejo. Only issues that the pipeline itself has opened are ever touched:
a stranger may call hers the same. Text travels as JSON and is never part of a command.
"""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from typing import Any, Final, Literal
from urllib.parse import urlencode

import msgspec

from sitegen.publish.reporting.forge import Forge

_SECONDS: Final = 20
_LARGEST: Final = 8 * 2**20
_LOGINS: Final = {"github": "github-actions[bot]", "forgejo": "forgejo-actions"}
"""As whom the pipeline's own token writes."""


class IssueError(Exception):
    """The forge could not be asked, or refused; the text says what it answered."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the issue."""

    done: Literal["opened", "changed", "closed", "nothing"]
    url: str = ""


class _Issue(msgspec.Struct, frozen=True, kw_only=True):
    number: int
    title: str
    body: str
    url: str


def tell(forge: Forge, *, title: str, body: str) -> Told:
    """Open an issue with this title, or bring the open one up to date. Raises IssueError."""
    found = _open_issue(forge, title)
    content = {"title": title, _BODY[forge.name]: body}
    if found is None:
        return Told(done="opened", url=_issue(forge, _ask(forge, "POST", "", content)).url)
    if found.body.strip() == body.strip():
        return Told(done="nothing", url=found.url)
    _ask(forge, _CHANGE[forge.name], f"/{found.number}", content)
    return Told(done="changed", url=found.url)


def settle(forge: Forge, *, title: str, comment: str) -> Told:
    """Close the open issue with this title, saying why; nothing where there is none. Raises IssueError."""
    found = _open_issue(forge, title)
    if found is None:
        return Told(done="nothing")
    path = f"/{found.number}"
    _ask(forge, "POST", f"{path}/{_COMMENTS[forge.name]}", {"body": comment})
    closing = {"state_event": "close"} if forge.name == "gitlab" else {"state": "closed"}
    _ask(forge, _CHANGE[forge.name], path, closing)
    return Told(done="closed", url=found.url)


_BODY: Final = {"github": "body", "gitlab": "description", "forgejo": "body"}
_CHANGE: Final = {"github": "PATCH", "gitlab": "PUT", "forgejo": "PATCH"}
_COMMENTS: Final = {"github": "comments", "gitlab": "notes", "forgejo": "comments"}


def _open_issue(forge: Forge, title: str) -> _Issue | None:
    """Ours with this title, the oldest where there are several."""
    query = {
        "github": {"state": "open", "creator": _LOGINS["github"], "per_page": "100"},
        "gitlab": {"state": "opened", "scope": "created_by_me", "per_page": "100"},
        "forgejo": {"state": "open", "type": "issues", "created_by": _LOGINS["forgejo"], "limit": "50"},
    }[forge.name]
    listed = _ask(forge, "GET", f"?{urlencode(query)}", None)
    ours = [_issue(forge, one) for one in listed if _is_ours(forge, one)] if isinstance(listed, list) else []
    found = [issue for issue in ours if issue.title == title]
    return min(found, key=lambda issue: issue.number, default=None)


def _is_ours(forge: Forge, value: Any) -> bool:  # noqa: ANN401 -- JSON of a forge
    """GitLab lists only what the token's owner wrote; the others name the author."""
    return forge.name == "gitlab" or value.get("user", {}).get("login") == _LOGINS[forge.name]


def _issue(forge: Forge, value: Any) -> _Issue:  # noqa: ANN401 -- likewise
    number, url = ("iid", "web_url") if forge.name == "gitlab" else ("number", "html_url")
    try:
        return _Issue(
            number=int(value[number]),
            title=str(value["title"]),
            body=str(value.get(_BODY[forge.name]) or ""),
            url=str(value[url]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise IssueError(f"{type(error).__name__}: {error}") from error


def _ask(forge: Forge, method: str, path: str, content: dict[str, str] | None) -> Any:  # noqa: ANN401 -- likewise
    """The forge's answer as JSON."""
    scheme = forge.issues.partition(":")[0]
    if scheme not in {"http", "https"}:
        raise IssueError(forge.issues)
    request = urllib.request.Request(  # noqa: S310 -- the scheme is checked above
        f"{forge.issues}{path}",
        method=method,
        data=None if content is None else json.dumps(content).encode(),
        headers=_headers(forge),
    )
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 -- likewise
            return json.loads(answer.read(_LARGEST))
    except urllib.error.HTTPError as error:
        with error:
            raise IssueError(f"{error.code} {error.reason}") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise IssueError(str(error)) from error


def _headers(forge: Forge) -> dict[str, str]:
    signing = {"PRIVATE-TOKEN": forge.token} if forge.name == "gitlab" else {"Authorization": f"token {forge.token}"}
    return {**signing, "Content-Type": "application/json", "Accept": "application/json", "User-Agent": "sitegen"}
