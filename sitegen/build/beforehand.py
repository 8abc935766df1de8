"""What a first build imports while copies of it render its texts: all that its pages and pictures will ask for.

Two processes are at work then, and one alone later. Nothing depends on it: what is not named here is imported where it
is needed, as it always is by a build that makes few pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Final

FOR_RULES: Final = ("sitegen.build.findings.lawfulness", "sitegen.build.findings.stating", "sitegen.plan.business")
FOR_PAGES: Final = (
    *FOR_RULES,
    "sitegen.build.stages",
    "sitegen.build.memory.memo_store",
    "sitegen.checks.feeds",
    "sitegen.checks.requests.in_css",
    "sitegen.render.embeds",
    "selectolax.lexbor",
)
FOR_PICTURES: Final = (
    "sitegen.output.pictures.workshop",
    "sitegen.output.pictures.measure",
    "concurrent.futures.thread",
)
FOR_DECODING: Final = ("PIL.JpegImagePlugin",)


def import_for_rules() -> None:
    """What rules ask for that compare pages: other builds do so, too, once many pages are made anew."""
    for name in FOR_RULES:
        import_module(name)


def import_for_pages() -> None:
    """The same, and what reads the stylesheets of a site, among others."""
    for name in FOR_PAGES:
        import_module(name)


def import_for_pictures(root: Path, files: Iterable[str]) -> None:
    """What makes pictures, if any is among the `files` of the site in `root` and none was ever made."""
    from sitegen.build.files.workload import STATIC, STORE_FOLDER
    from sitegen.output.pictures.plain_jpeg import plain_size
    from sitegen.output.pictures.tasks import STRIPPABLE

    pictures = [file for file in files if file.endswith(tuple(STRIPPABLE))]
    if not pictures or (root / STORE_FOLDER).exists():
        return
    for name in FOR_PICTURES:
        import_module(name)
    if not all(file.startswith(STATIC) and plain_size(root / file) for file in pictures):
        for name in FOR_DECODING:
            import_module(name)
