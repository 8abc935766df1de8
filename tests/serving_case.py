"""A preview as its owner has it: a process of its own, a site in a folder, and questions over HTTP."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from site_case import SiteCase
from sitegen.build.pipeline import build
from sitegen.build.result import BuildOptions
from sitegen.model.visibility import Showing
from sitegen.output.place import PREVIEW_FOLDER
from sitegen.text.moments import BERLIN
from waiting import PATIENCE, until

SETTINGS: Final = (
    "title: Büro Vorschau\nurl: https://www.example.org/\nsearch: {enabled: nein}\nimages: {cards: nein}\n"
)
FILES: Final = {
    "content/index.md": "---\ntitle: Start\n---\n\nGuten Tag.\n",
    "content/kontakt.md": "---\ntitle: Kontakt\n---\n\nHier bin ich.\n",
    "content/blog/erster.md": "---\ntitle: Erster\ndate: 2026-01-05\n---\n\nEin Satz.\n",
    "content/blog/zweiter.md": "---\ntitle: Zweiter\ndate: 2026-02-05\n---\n\nSiehe [Erster](erster.md).\n",
    "content/blog/entwurf.md": "---\ntitle: Noch nicht\ndate: 2026-03-05\ndraft: ja\n---\n\nHalb fertig.\n",
    "content/blog/kommt.md": "---\ntitle: Kommt noch\ndate: 2091-12-24\n---\n\nVon morgen.\n",
    "static/datei.txt": "eins\n",
}
ADDRESS: Final = re.compile(r"http://\S+/")


class Answer(msgspec.Struct, frozen=True):
    """What came back."""

    status: int
    headers: Mapping[str, str]
    text: str


class Serving:
    """A running preview."""

    def __init__(self, case: SiteCase, process: subprocess.Popen[str]) -> None:
        self.case = case
        self.process = process
        self.said: list[str] = []
        assert process.stdout is not None
        self._listener = threading.Thread(target=self._listen, args=(process.stdout,), daemon=True)
        self._listener.start()
        self.address = until(self._find_address, "the address of the preview")
        self.port = int(self.address.rstrip("/").rpartition(":")[2])

    def _listen(self, stream: Iterator[str]) -> None:
        for line in stream:
            self.said.append(line)

    def _find_address(self) -> str:
        assert self.process.poll() is None, "".join(self.said)
        found = ADDRESS.search("".join(self.said))
        return found[0] if found else ""

    @property
    def folder(self) -> Path:
        """Where the preview is built."""
        return self.case.root / PREVIEW_FOLDER

    def get(self, path: str, *, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path, exactly as it is written."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers={name.replace("_", "-"): text for name, text in headers.items()})
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
            return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, text)
        finally:
            connection.close()

    def shows(self, path: str, text: str, *, status: int = 200) -> Answer:
        """Wait until a page holds `text`; the answer that does."""

        def looked() -> Answer | None:
            answer = self.get(path)
            return answer if text in answer.text and answer.status == status else None

        return until(looked, f"„{text}“ at {path}")

    def no_longer_shows(self, path: str, text: str) -> None:
        """Wait until a page holds `text` no more."""
        until(lambda: text not in self.get(path).text, f"{path} without „{text}“")

    def files(self) -> dict[str, bytes]:
        """Every file of the preview."""
        return files_in(self.folder)

    def comes_to(self, files: Mapping[str, bytes], what: str) -> None:
        """Wait until the preview holds these files: a page that is shown may be ahead of its file."""

        def same() -> bool:
            try:
                return self.files() == files
            except OSError:  # a file went while we looked
                return False

        until(same, what)

    def ended(self, number: int = signal.SIGINT) -> int:
        """End the preview as Ctrl-C does; its exit code."""
        self.process.send_signal(number)
        code = self.process.wait(timeout=PATIENCE)
        self._listener.join(timeout=PATIENCE)
        return code


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder that can be read now."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def clean_build(root: Path, scratch: Path) -> dict[str, bytes]:
    """What a build with the preview's options makes of a copy of the site that was never built before."""
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.copytree(root, scratch, ignore=shutil.ignore_patterns(".sitegen", "public"))
    out = scratch / PREVIEW_FOLDER
    result = build(scratch, BuildOptions(now=datetime.now(BERLIN), out=out, showing=Showing.ALL))
    assert result.written, SiteCase(scratch).report(result)
    return files_in(out)


@contextmanager
def serving(case: SiteCase, *options: str, command: str = "serve") -> Iterator[Serving]:
    """A preview of a site while the block runs."""
    call = [sys.executable, "-m", "sitegen", command, "--port", "0", *options]
    with started(case, call) as process:
        preview = Serving(case, process)
        yield preview
        if process.poll() is None:
            assert preview.ended() == 0, "".join(preview.said)


@contextmanager
def started(case: SiteCase, call: list[str]) -> Iterator[subprocess.Popen[str]]:
    """A process in the folder of a site, ended with the block whatever happens."""
    process = subprocess.Popen(
        call,
        cwd=case.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUNBUFFERED": "1", "DISPLAY": "", "WAYLAND_DISPLAY": ""},
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()
