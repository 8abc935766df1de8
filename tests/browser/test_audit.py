"""What tools find that nobody here wrote: axe on every kind of page, narrow and wide, and the HTML checker on all."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.served import Served
from browser.surroundings import IN_A_BROWSER, from_npm, java, node

pytestmark = IN_A_BROWSER

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = """async (tags) => {
    const result = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
    return result.violations.map(found => `${found.id}: ${found.nodes.map(node => node.target.join(" ")).join(", ")}`);
}"""

COMPRESS = """
    const {readFileSync} = require("fs"), {brotliCompressSync} = require("zlib");
    console.log(process.argv.slice(1).reduce((sum, file) => sum + brotliCompressSync(readFileSync(file)).length, 0));
"""
HEAVIEST = 14_000
"""Bytes of a post and the stylesheet: what a server sends in its first breath."""


@pytest.mark.parametrize(
    ("width", "colours"),
    [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")],
    ids=["wide", "wide-dark", "narrow", "narrow-dark"],
)
def test_axe_finds_nothing(width: int, colours: str, browser: Browser, site: Served) -> None:
    axe = from_npm("axe-core/axe.min.js").read_text("utf-8")
    context = browser.new_context(
        base_url=site.origin,
        viewport={"width": width, "height": 800},
        color_scheme="dark" if colours == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    found = {}
    for path in (*site.of_each_kind(), "/suche/?q=büro"):
        page.goto(path, wait_until="networkidle" if "?q" in path else "load")
        page.evaluate(f"{axe}; 0")
        found[path] = page.evaluate(RUN, list(TAGS))
    context.close()
    assert {path: violations for path, violations in found.items() if violations} == {}


def html_errors(folder: Path) -> set[str]:
    """What the HTML checker calls an error in the pages, stylesheets and icons of a folder."""
    jar = from_npm("vnu-jar/build/dist/vnu.jar")
    command = [
        java(),
        "-Xss4m",
        "-jar",
        str(jar),
        "--format",
        "json",
        "--stdout",
        "--errors-only",
        "--exit-zero-always",
    ]
    options = ["--also-check-css", "--also-check-svg", "--skip-non-html", str(folder)]
    checked = subprocess.run([*command, *options], capture_output=True, check=True, encoding="utf-8", timeout=300)
    return {
        f"{Path(one['url']).name}:{one.get('lastLine')}: {one['message']}"
        for one in json.loads(checked.stdout)["messages"]
    }


def test_the_html_checker_finds_no_error(site: Served) -> None:
    assert html_errors(site.out) == set()


def test_the_html_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>x</title><p><div></p>", encoding="utf-8")
    (tmp_path / "style.css").write_text("p { colour: red; }", encoding="utf-8")
    assert {error.partition(":")[0] for error in html_errors(tmp_path)} == {"index.html", "style.css"}


def test_a_post_and_the_stylesheet_fit_into_the_first_breath(site: Served) -> None:
    (stylesheet,) = site.out.glob("assets/style.*.css")
    weights = {}
    for path in site.kinds["post"]:
        page = site.out / path.strip("/") / "index.html"
        weighed = subprocess.run(
            [node(), "-e", COMPRESS, str(page), str(stylesheet)], capture_output=True, check=True, encoding="utf-8"
        )
        weights[path] = int(weighed.stdout)
    assert {path: weight for path, weight in weights.items() if weight > HEAVIEST} == {}
