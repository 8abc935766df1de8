"""Faults of layouts as findings, with the layout's line and what may have been meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from plain_site import QUIET, lay_plain_layouts
from site_case import MINIMAL, SiteCase
from sitegen.diagnostics import Diagnostic

START = "{% extends 'base.html' %}\n{% block main %}\n"
END = "\n{% endblock %}\n"


def fault_of(tmp_path: Path, layout: str, *, name: str = "page.html", **files: str) -> Diagnostic:
    """The one finding of a site with this layout for its pages."""
    site = SiteCase.of(
        tmp_path,
        {
            "content/index.md": "---\ntitle: Start\n---\nText.\n",
            "content/seite.md": "---\ntitle: Seite\n---\nText.\n",
            f"layouts/{name}": layout,
            **files,
        },
        settings=MINIMAL + QUIET,
    )
    lay_plain_layouts(site.root)
    result = site.build()
    assert not result.written
    (found,) = result.findings
    return found


@pytest.mark.parametrize(
    ("expression", "name", "cure"),
    [
        ("{{ page.titel }}", "titel", "„title“"),
        ("{{ seite.title }}", "seite", "„site“"),
        ("{{ site.navigatoin(page) }}", "navigatoin", "„navigation“"),
        ("{{ body.htlm }}", "htlm", "„html“"),
        ("{{ page.entry.sumary }}", "sumary", "„summary“"),
        ("{{ page.qqqq }}", "qqqq", "title"),
    ],
)
def test_an_undefined_name(tmp_path: Path, expression: str, name: str, cure: str) -> None:
    found = fault_of(tmp_path, f"{START}{expression}{END}")
    assert (found.code, found.span.file, found.span.line, found.facts["name"]) == (
        "SG502",
        "layouts/page.html",
        3,
        name,
    )
    assert cure in str(found.facts["cure"])


def test_a_layout_that_cannot_be_read(tmp_path: Path) -> None:
    found = fault_of(tmp_path, f"{START}{{% if %}}{END}")
    assert (found.code, found.span.file, found.span.line) == ("SG501", "layouts/page.html", 3)


def test_an_unknown_filter(tmp_path: Path) -> None:
    found = fault_of(tmp_path, f"{START}{{{{ page.title|gross }}}}{END}")
    assert (found.code, found.span.line, found.facts["name"]) == ("SG506", 3, "gross")


def test_a_part_that_is_not_there(tmp_path: Path) -> None:
    found = fault_of(tmp_path, f"{START}{{% include 'parts/nichts.html' %}}{END}")
    assert (found.code, found.span.file, found.facts["layout"]) == ("SG503", "layouts/page.html", "parts/nichts.html")


def test_a_fault_in_a_part_is_placed_there(tmp_path: Path) -> None:
    found = fault_of(
        tmp_path, f"{START}{{% include 'parts/neu.html' %}}{END}", **{"layouts/parts/neu.html": "\n\n{{ seite }}\n"}
    )
    assert (found.code, found.span.file, found.span.line) == ("SG502", "layouts/parts/neu.html", 3)


def test_an_unknown_file_of_the_theme(tmp_path: Path) -> None:
    found = fault_of(tmp_path, f"{START}{{{{ site.asset('stil.css') }}}}{END}")
    assert (found.code, found.span.line, found.facts["name"]) == ("SG504", 3, "stil.css")


def test_any_other_fault_is_told_with_its_reason(tmp_path: Path) -> None:
    found = fault_of(tmp_path, f"{START}{{{{ 1 / 0 }}}}{END}")
    assert (found.code, found.span.line) == ("SG505", 3)


def test_a_value_that_is_none_has_no_fields(tmp_path: Path) -> None:
    found = fault_of(tmp_path, f"{START}{{{{ site.link.nichts.noch }}}}{END}")
    assert (found.code.startswith("SG50"), found.span.line) == (True, 3)


def test_a_stylesheet_may_be_wrong_too(tmp_path: Path) -> None:
    found = fault_of(tmp_path, "a { color: {{ site.farbe }} }\n", name="style.css")
    assert (found.code, found.span.file, found.span.line) == ("SG502", "layouts/style.css", 1)


def test_a_layout_named_in_front_matter_that_is_not_there(tmp_path: Path) -> None:
    found = fault_of(
        tmp_path,
        (Path(__file__).parents[2] / "sites/plain_layouts/page.html").read_text("utf-8"),
        **{"content/andere.md": "---\ntitle: Andere\nlayout: nichts\n---\nText.\n"},
    )
    assert (found.code, found.span.file, found.facts["layout"]) == ("SG503", "content/andere.md", "nichts.html")
