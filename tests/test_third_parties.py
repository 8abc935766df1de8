"""What owners read about third parties is true of a whole site."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from site_case import MINIMAL, SiteCase, codes

DOCUMENT: Final = (Path(__file__).parents[1] / "docs" / "dritte.md").read_text("utf-8")
DECLARED: Final = "third_parties:\n  - use: youtube\n  - use: openstreetmap\n  - use: calendly\n"


def example() -> str:
    found = re.search(r"```markdown\n(.*?)```", DOCUMENT, re.DOTALL)
    assert found is not None
    return found[1].replace("\n", "\n\n")


def site_with(tmp_path: Path, settings: str) -> SiteCase:
    page = f"---\ntitle: Start\nsummary: Worum es geht.\n---\n\n{example()}"
    return SiteCase.of(tmp_path, {"content/index.md": page}, settings=MINIMAL + settings)


def test_the_short_commands_of_the_document_become_placeholders(tmp_path: Path) -> None:
    site = site_with(tmp_path, DECLARED).built()
    waiting = [node.attributes["data-party"] for node in site.main("index.html").css("[data-party]")]
    assert waiting == ["youtube", "openstreetmap", "calendly"]


def test_without_a_declaration_each_of_them_stops_the_build(tmp_path: Path) -> None:
    site = site_with(tmp_path, "")
    result = site.build()
    assert codes(result) == ["SG810"] * 3
    assert "use: youtube" in site.report(result)
