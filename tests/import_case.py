"""A site into which exports are imported, as its owner does it: files in, files and a report out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

import msgspec
import pytest

from site_case import SiteCase
from sitegen.cli.entry import run
from sitegen.schema.nodes import Scalar
from sitegen.sources.document import read_document
from wxr import export

SETTINGS = "title: Büro Neu\nurl: https://www.buero-neu.example/\n"


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What one import has said."""

    code: int
    out: str
    err: str


class ImportCase(SiteCase):
    """A site, and what `sitegen import wordpress` says."""

    say: Callable[[], tuple[str, str]]

    @classmethod
    def at(cls, root: Path, say: Callable[[], tuple[str, str]], *, settings: str = SETTINGS) -> Self:
        """A site with settings alone; `say` gives what was printed since it was last asked."""
        case = cls.of(root, {}, settings=settings)
        case.say = say
        return case

    def take(self, *items: str | bytes, options: tuple[str, ...] = (), **more: str) -> Told:
        """Import an export of these items, or these bytes as they are."""
        raw = items[0] if items and isinstance(items[0], bytes) else export(*map(str, items), **more).encode()
        file = self.root.parent / "export.xml"
        file.write_bytes(raw)
        return self.take_files(str(file), *options)

    def take_files(self, *args: str) -> Told:
        """Import files, with options."""
        self.say()
        code = run(("import", "wordpress", *args, "--site", str(self.root), "--at", "2026-11-21 12:00"))
        out, err = self.say()
        return Told(code=code, out=out.replace("\u00a0", " "), err=err.replace("\u00a0", " "))

    def text(self, path: str) -> str:
        """A file of the site."""
        return (self.root / path).read_text("utf-8")

    def body(self, path: str) -> str:
        """What stands below the front matter."""
        document, findings = read_document(path, (self.root / path).read_bytes())
        assert document is not None, findings
        return document.body.strip()

    def value(self, path: str, key: str) -> str:
        """What the front matter says; empty where it says nothing."""
        document, findings = read_document(path, (self.root / path).read_bytes())
        assert document is not None, findings
        found = next((value for name, value in document.front.items if name.text == key), None)
        return found.text if isinstance(found, Scalar) else (found.typed or "") if found else ""

    def sums(self) -> dict[str, str]:
        """The digest of each file, but for the cache and the output."""
        return {path: hashlib.sha256((self.root / path).read_bytes()).hexdigest() for path in self._paths()}

    def paths(self, folder: str) -> list[str]:
        """The files below a folder."""
        return [path for path in self._paths() if path.startswith(f"{folder}/")]

    def errors(self) -> list[str]:
        """The errors of a build, in the owner's words."""
        result = self.build()
        return [f"{one.code} {one.span.file} {one.message}" for one in result.findings.items if one.severity == "error"]

    def _paths(self) -> Iterator[str]:
        for path in sorted(self.root.rglob("*")):
            name = path.relative_to(self.root).as_posix()
            if path.is_file() and not name.startswith(("public/", ".sitegen/cache")):
                yield name


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> ImportCase:
    """An empty site."""

    def say() -> tuple[str, str]:
        out, err = capsys.readouterr()
        return out, err

    return ImportCase.at(tmp_path / "site", say)
