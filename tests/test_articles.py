"""Real articles about delegation, as people paste them: each becomes a post and is set as German wants it.

The texts belong to others and are not part of the project. They are looked for beside the checkout, or in the folder
that `SITEGEN_ARTICLES` names, and the tests are skipped where they are missing.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from site_case import SiteCase, codes
from sitegen.scaffold.mend import mend_file

FOLDER = Path(os.environ.get("SITEGEN_ARTICLES", Path(__file__).parents[2] / "shared" / "articles"))
NUMBERS = range(1, 6)

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the articles are not here; SITEGEN_ARTICLES names them")

FRONT_MATTER = {
    1: "title: Gespräche über Delegieren\ndate: 5.3.2026\nauthor: Petra Beispiel\n",
    2: 'title: Assistenz: "Geschäftsmodell" mit Zukunft\ndate: 2026-03-05\nauthor: Heimarbeit-Team\n',
    3: "title: Nicht alles allein\ndate: 2026-03-05 14:30\nauthor: Coach\ntone: du\n",
    4: "title: Technik & Projekte\ndate: 2018-01\nauthor: admin\n",
    5: "title: Outsourcing\ndate: 2013-05-06\nauthor: Dr. Beispiel\nad: ja\n",
}
FIFTH = "content/blog/2026-03-05-artikel-5.md"
BYLINES = {1: "5. März 2026", 2: "5. März 2026", 3: "5. März 2026", 4: "Januar 2018", 5: "6. Mai 2013"}


def text_of(number: int) -> str:
    return (FOLDER / f"article-{number}.txt").read_text("utf-8")


def site_with(tmp_path: Path, number: int, body: str | None = None) -> SiteCase:
    text = text_of(number) if body is None else body
    return SiteCase.of(
        tmp_path, {f"content/blog/2026-03-05-artikel-{number}.md": f"---\n{FRONT_MATTER[number]}---\n\n{text}\n"}
    )


def prose(site: SiteCase, number: int) -> str:
    found = site.page(f"blog/artikel-{number}/index.html").css_first(".prose")
    assert found is not None
    return found.text()


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_article_builds_without_a_finding(number: int, tmp_path: Path) -> None:
    result = (site := site_with(tmp_path, number)).build(strict=True)
    assert result.written, site.report(result)
    assert codes(result) == []


def test_article_without_blank_lines_gets_one_warning_and_none_after_fix(tmp_path: Path) -> None:
    site = site_with(tmp_path, 5)
    assert codes(site.build()) == ["SG190"]
    mend_file(site.root / FIFTH, file=FIFTH)
    assert codes(site.build(strict=True)) == []
    lines = [line for line in text_of(5).splitlines() if line.strip()]
    items = [line for line in lines if line.startswith("- ")]
    page = site.page("blog/artikel-5/index.html")
    assert len(page.css(".prose > p")) == len(lines) - len(items)
    assert len(page.css(".prose > ul > li")) == len(items)


@pytest.mark.parametrize("number", NUMBERS)
def test_byline_date_and_reading_time(number: int, tmp_path: Path) -> None:
    site = site_with(tmp_path, number)
    site.build()
    meta = [" ".join(item.text().split()) for item in site.page(f"blog/artikel-{number}/index.html").css(".meta li")]
    assert meta[0].startswith("Von ")
    assert meta[1] == BYLINES[number]
    minutes = len(text_of(number).split()) / 220
    assert re.fullmatch(r"Lesedauer: \d Minuten", meta[2])
    assert abs(int(meta[2].split()[1]) - minutes) < 1


@pytest.mark.parametrize("number", NUMBERS)
def test_every_quotation_is_german(number: int, tmp_path: Path) -> None:
    site = site_with(tmp_path, number)
    site.build()
    text = prose(site, number)
    assert "”" not in text
    assert '"' not in text
    assert text.count("„") == text.count("“")
    assert not re.search(r"“\w", text)


@pytest.mark.parametrize("number", NUMBERS)
def test_no_dash_or_abbreviation_is_left_as_typed(number: int, tmp_path: Path) -> None:
    site = site_with(tmp_path, number)
    site.build()
    text = prose(site, number)
    assert " - " not in text
    assert "z. B." not in text
    assert not re.search(r"\d €", text)
    assert "Dr. Karg" not in text


def test_nothing_but_typography_is_changed(tmp_path: Path) -> None:
    letters = re.compile(r"[^\W_]+")
    for number in (1, 2, 4):
        site = site_with(tmp_path / str(number), number)
        site.build()
        assert letters.findall(prose(site, number)) == letters.findall(text_of(number))


def test_bullets_of_a_word_processor_are_a_list(tmp_path: Path) -> None:
    site = site_with(tmp_path, 3)
    site.build()
    assert "•" in text_of(3)
    assert "•" not in prose(site, 3)
    assert len(site.page("blog/artikel-3/index.html").css(".prose ul > li")) == text_of(3).count("•")


def test_headings_affiliate_star_and_update_note_can_be_said(tmp_path: Path) -> None:
    body = text_of(5)
    body = re.sub(r"^(Was bedeutet eigentlich .*\?)$", r"## \1", body, count=1, flags=re.MULTILINE)
    body = body.replace("Link*", "[Link](https://partner.example/paket){ad}", 1)
    body = re.sub(r"^Update: (.*)$", r"::: update 20.5.2013\n\1\n:::", body, count=1, flags=re.MULTILINE)
    site = site_with(tmp_path, 5, body)
    mend_file(site.root / FIFTH, file=FIFTH)
    result = site.build(strict=True)
    assert result.written, site.report(result)
    page = site.page("blog/artikel-5/index.html")
    assert len(page.css(".prose h2[id]")) == 1
    assert [link.attributes["rel"] for link in page.css('.prose a[href^="https://partner"]')] == ["sponsored noopener"]
    assert "20.\N{NO-BREAK SPACE}Mai 2013" in prose(site, 5)
    assert "Anzeige" in site.main("blog/artikel-5/index.html").text()
