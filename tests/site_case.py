"""A whole site in a temporary folder: write, build, look, edit, build again. Most tests go through this front door."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from selectolax.lexbor import LexborHTMLParser, LexborNode

from compiled_once import COMPILED
from sitegen.build.pipeline import build
from sitegen.build.result import BuildOptions, BuildResult
from sitegen.build.warmth import Warmth
from sitegen.cli.site_folder import lines_in
from sitegen.diagnostics.present import LinesOf
from sitegen.diagnostics.present.terminal import Look, report, unpainted
from sitegen.legal.purpose import Purpose

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))
"""When every test site is built unless a test says otherwise."""

MINIMAL = "title: Büro Test\nurl: https://www.example.org/\n"

ASIDE = ("IMP-001", "DSE-001", "DSE-006", "PRICE-005")
"""Rules that test sites which do not speak of the law themselves are not asked for: they have no legal pages."""
STUBS = ("IMP-002", "IMP-003", "IMP-004", "IMP-005", "IMP-010", "DSE-002", "DSE-003")
"""Those that ask for the text of a legal page, where none is made from settings."""
LEGAL_PAGES = ("impressum", "datenschutz")
MADE_PAGE = b"{{ legal"

_OPEN_TO_MORE = re.compile(r"\A(?!\s*[-{])(?!.*^(?:legal|\.\.\.):?)(?=.*^[^\W_]\w*:(?: |$))", re.MULTILINE | re.DOTALL)
_OPEN_TO_PICTURES = re.compile(_OPEN_TO_MORE.pattern.replace("legal", "images"), _OPEN_TO_MORE.flags)


class SiteCase:
    """A site below `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.now = NOON

    @classmethod
    def of(cls, root: Path, files: Mapping[str, str], *, settings: str = MINIMAL) -> Self:
        """A site made of these files."""
        case = cls(root)
        case.write("site.yaml", settings)
        for path, text in files.items():
            case.write(path, text)
        return case

    @classmethod
    def copied(cls, root: Path, folder: Path) -> Self:
        """A copy of the site in `folder`."""
        shutil.copytree(folder, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected", "*.txt"))
        return cls(root)

    @property
    def out(self) -> Path:
        """The output folder."""
        return self.root / "public"

    def write(self, path: str, text: str) -> Self:
        """Write a file."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="")
        return self

    def post(self, name: str, text: str, **fields: str) -> Self:
        """Write a post `content/blog/NAME.md` with a title, a date and more front matter."""
        head = {"title": "Ein Beitrag", "date": "2026-11-01", **fields}
        lines = "".join(f"{key}: {value}\n" for key, value in head.items())
        return self.write(f"content/blog/{name}.md", f"---\n{lines}---\n\n{text}\n")

    def edit(self, path: str, old: str, new: str) -> Self:
        """Replace `old`, which must be there, in a file."""
        text = (self.root / path).read_text("utf-8")
        assert old in text, f"{old!r} is not in {path}"
        return self.write(path, text.replace(old, new))

    def remove(self, path: str) -> Self:
        """Delete a file."""
        (self.root / path).unlink()
        return self

    def build(
        self,
        *,
        strict: bool = False,
        now: datetime | None = None,
        out: Path | None = None,
        form_key: bytes = b"",
        purpose: Purpose = Purpose.WORK,
    ) -> BuildResult:
        """Build; a site that does not speak of the law or of pictures is asked for neither pages of law nor cards."""
        lay_law_aside(self.root / "site.yaml")
        lay_cards_aside(self.root / "site.yaml")
        options = BuildOptions(now=now or self.now, strict=strict, out=out, form_key=form_key, purpose=purpose)
        return build(self.root, options, warmth=Warmth(compiled=COMPILED))

    def built(self) -> Self:
        """Build, and fail with the report if anything was found."""
        result = self.build()
        assert not result.findings.items, self.report(result)
        return self

    def report(self, result: BuildResult) -> str:
        """The findings as the owner reads them, without colours."""
        return report(result.findings, self.lines_of, look=Look(width=100, paint=unpainted))

    @property
    def lines_of(self) -> LinesOf:
        """The lines of a source file, as presenters ask for them."""
        return lines_in(self.root)

    def html(self, path: str) -> str:
        """The text of a file of the output folder."""
        return (self.out / path).read_text("utf-8")

    def page(self, path: str) -> LexborHTMLParser:
        """A finished page, parsed."""
        return LexborHTMLParser(self.html(path))

    def main(self, path: str) -> LexborNode:
        """The one `<main>` of a finished page."""
        found = self.page(path).css("main")
        assert len(found) == 1, f"{path} has {len(found)} <main>"
        return found[0]

    def files(self) -> dict[str, bytes]:
        """Every file of the output folder."""
        return {
            path.relative_to(self.out).as_posix(): path.read_bytes()
            for path in sorted(self.out.rglob("*"))
            if path.is_file()
        }


def lay_law_aside(settings: Path) -> None:
    """Switch these rules off below the settings where they say nothing of rules; line numbers stay."""
    try:
        text = settings.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return
    if _OPEN_TO_MORE.search(text):
        texts = [page.read_bytes() for name in LEGAL_PAGES for page in settings.parent.glob(f"content/{name}*.md")]
        stubs = STUBS if texts and not any(MADE_PAGE in text for text in texts) else ()
        lines = "".join(f"    {rule}: Hier geht es um anderes.\n" for rule in (*ASIDE, *stubs))
        settings.write_bytes(f"{text.removesuffix(chr(10))}\nlegal:\n  off:\n{lines}".encode())


def lay_cards_aside(settings: Path) -> None:
    """Draw no cards where the settings say nothing of pictures: drawing takes longer than all the rest of a build."""
    try:
        text = settings.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return
    if _OPEN_TO_PICTURES.search(text):
        settings.write_bytes(f"{text.removesuffix(chr(10))}\nimages: {{cards: nein}}\n".encode())


def codes(result: BuildResult) -> list[str]:
    """The codes of all findings, in order."""
    return [found.code for found in result.findings]
