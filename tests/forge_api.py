"""The issues of a forge, as GitHub, Forgejo and GitLab hand them out over HTTP; enough of it to meet our requests."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

BOTS = {"github": "github-actions[bot]", "forgejo": "forgejo-actions", "gitlab": "project_7_bot"}
_ISSUE = re.compile(r"(?P<list>.*/issues)(?:/(?P<number>\d+)(?P<comments>/comments|/notes)?)?\Z")


class Issues:
    """What lies at the forge, and what was asked."""

    def __init__(self, forge: str) -> None:
        self.forge = forge
        self.issues: list[dict[str, Any]] = []
        self.comments: list[str] = []
        self.other: list[tuple[str, str, bytes, dict[str, str]]] = []
        """Requests that are none about issues: method, path, body, headers."""
        self.address = ""
        self.refuses = False

    def add(self, title: str, body: str, *, author: str = "") -> dict[str, Any]:
        """An issue, of the pipeline unless somebody else is named."""
        number = len(self.issues) + 1
        url = f"{self.address}/issues/{number}"
        issue = {"title": title, "number": number, "html_url": url, "state": "open", "iid": number, "web_url": url}
        issue |= {"body": body, "description": body, "user": {"login": author or BOTS[self.forge]}}
        self.issues.append(issue)
        return issue

    @property
    def open(self) -> list[dict[str, Any]]:
        """The open ones."""
        return [issue for issue in self.issues if issue["state"] == "open"]

    def answer(self, method: str, target: str, body: bytes, headers: dict[str, str]) -> tuple[int, object]:
        """Status and JSON."""
        parts = urlsplit(target)
        match = _ISSUE.match(parts.path)
        if match is None:
            self.other.append((method, target, body, headers))
            return 201, {"id": "1"}
        if self.refuses:
            return 403, {"message": "Resource not accessible by integration"}
        content = json.loads(body) if body else {}
        if method == "GET":
            return 200, self._listed(parse_qs(parts.query))
        if match["comments"]:
            self.comments.append(content["body"])
            return 201, {}
        text = content.get("body", content.get("description", ""))
        if method == "POST":
            return 201, self.add(content["title"], text)
        issue = self.issues[int(match["number"]) - 1]
        issue |= {"body": text or issue["body"], "description": text or issue["description"]}
        issue["state"] = "closed" if "closed" in content.values() or "close" in content.values() else issue["state"]
        return 200, issue

    def _listed(self, query: dict[str, list[str]]) -> list[dict[str, Any]]:
        mine = "scope" in query
        return [issue for issue in self.open if not mine or issue["user"]["login"] == BOTS[self.forge]]


@contextmanager
def served(forge: str) -> Iterator[Issues]:
    """A forge that listens."""
    issues = Issues(forge)

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, value = issues.answer(self.command, self.path, body, dict(self.headers.items()))
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(value).encode())

        do_GET = do_POST = do_PATCH = do_PUT = handle_any  # noqa: N815 -- the names that http.server calls

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    issues.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield issues
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
