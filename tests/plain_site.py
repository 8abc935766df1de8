"""Test sites with plain layouts: little HTML, so that what is asked of a site stands out and builds are quick."""

from __future__ import annotations

import shutil
from pathlib import Path

SITES = Path(__file__).parent / "sites"
PLAIN_LAYOUTS = SITES / "plain_layouts"
QUIET = 'images: {cards: nein, default_credit: "Foto: eigenes"}\n'
"""Settings of test sites that are not about pictures: none is drawn, and none lacks its credit."""
PACKAGED_THEME = frozenset({"comments", "consent", "consumers", "forms", "services"})
"""Golden sites that show the packaged theme."""


def lay_plain_layouts(root: Path) -> None:
    """Give the site in `root` the plain layouts; its own stay where it has some."""
    for source in PLAIN_LAYOUTS.rglob("*"):
        target = root / "layouts" / source.relative_to(PLAIN_LAYOUTS)
        if source.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def golden_folders() -> list[Path]:
    """All golden sites, by name."""
    return sorted(path for path in SITES.iterdir() if (path / "site.yaml").exists())


def lay_golden_site(folder: Path, root: Path) -> None:
    """Copy the golden site in `folder` to `root`, ready to be built."""
    shutil.copytree(folder, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected", "*.golden"))
    if folder.name not in PACKAGED_THEME:
        lay_plain_layouts(root)
