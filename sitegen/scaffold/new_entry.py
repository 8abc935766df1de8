"""A new post, service or page: its file's name, its head, and a line where the text begins.

Drafts all of them, so that nothing half-written is published. Never overwrites, and never gives a second text an
address that is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Final, Literal

from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.naming import bare_name
from sitegen.scaffold.new_file import NewFile, already_there, make_files
from sitegen.schema.as_typed import ready_line
from sitegen.text.slugs import DEVICES, slugify

Kind = Literal["post", "service", "page"]

_FOLDERS: Final[dict[Kind, str]] = {"post": "content/blog", "service": "content/services", "page": "content"}

_SUMMARY: Final = "# summary: Ein bis zwei Sätze, die neugierig machen. Löschen Sie vorn das # und das Leerzeichen."
_BODY: Final = "Hier beginnt Ihr Text."
_LONGEST: Final = 100
"""Letters of a name; a disk takes 255 bytes, and an address should be read."""


def new_entry(
    kind: Kind, title: str, *, today: date, body: str = _BODY, has_files: bool = False
) -> NewFile | Diagnostic:
    """The file for a text called `title` (taken as typed); SG007 if no name can be made of it.

    A text that `has_files` beside it gets a folder of its own, in which it is `index.md`.
    """
    slug = _allowed(_shortened(slugify(title)))
    if not slug:
        return Diagnostic(code="SG007", span=Span(file=""), facts={"title": title})
    head = _HEADS[kind](" ".join(title.split()), slug, today)
    name = f"{today:%Y-%m-%d}-{slug}" if kind == "post" else slug
    text = "\n".join(["---", *head, "---", "", body.strip("\n"), ""])
    file = f"{name}/index.md" if has_files else f"{name}.md"
    return NewFile(path=f"{_FOLDERS[kind]}/{file}", content=text.encode())


def add_entry(site: Path, kind: Kind, *, file: NewFile, beside: Sequence[NewFile] = ()) -> tuple[Diagnostic, ...]:
    """Make `file` in the site, and what lies `beside` it; SG003 if a text of its kind has that name, whatever its date.

    Raises OSError where the disk refuses.
    """
    taken = _same_name(site, _FOLDERS[kind], bare_name(file.path))
    return (already_there(taken),) if taken else make_files(site, (*beside, file))


def _shortened(slug: str) -> str:
    """A name cut behind a word, where a title is a whole paragraph."""
    return slug if len(slug) <= _LONGEST else slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]


def _allowed(slug: str) -> str:
    """A name that Windows has nothing against, either."""
    return f"{slug}-1" if slug in DEVICES else slug


def _same_name(site: Path, folder: str, name: str) -> str | None:
    """The text in `folder` that goes by `name`, as a file or as a folder with an `index.md`."""
    paths = [*(site / folder).glob("*.md"), *(site / folder).glob("*/index.md")]
    relative = sorted(path.relative_to(site).as_posix() for path in paths)
    return next((path for path in relative if slugify(bare_name(path)) == name), None)


def _post(title: str, slug: str, today: date) -> list[str]:
    return [ready_line("title", title), f"date: {today.isoformat()}", f"id: {slug}", "draft: true", _SUMMARY]


def _service(title: str, slug: str, today: date) -> list[str]:  # noqa: ARG001 -- one signature for all kinds
    return [
        ready_line("title", title),
        f"id: {slug}",
        "draft: true",
        "price: on-request",
        "# Mit Preis: oben zum Beispiel 45,50 € statt on-request, darunter unit: hour, package, month oder piece.",
        "# category: Die Gruppe, unter der die Leistung steht.",
        _SUMMARY,
    ]


def _page(title: str, slug: str, today: date) -> list[str]:  # noqa: ARG001 -- one signature for all kinds
    return [ready_line("title", title), f"id: {slug}", "draft: true", _SUMMARY]


_HEADS: Final[dict[Kind, Callable[[str, str, date], list[str]]]] = {"post": _post, "service": _service, "page": _page}
