"""Rules about single pages say of a page alone what they say of it among all others: builds rely on it.

Asked of every golden site and of every case of a finding; `make test` takes some of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import unquote

import msgspec
import pytest

from case_files import CASES_OF_CODES, CASES_OF_RULES, sections
from compiled_once import COMPILED
from plain_site import golden_folders, lay_golden_site, lay_plain_layouts
from site_case import MINIMAL, NOON, SiteCase
from sitegen.build.crew import Crew
from sitegen.build.files.picturing import open_shelf
from sitegen.build.making import Last, Made, make
from sitegen.build.memory.memo import Memo
from sitegen.build.pages.hearing import Listener
from sitegen.build.pipeline import quiet
from sitegen.build.planning import plan
from sitegen.build.texts.gathering import gather
from sitegen.checks.finished import FinishedSite
from sitegen.checks.runner import PAGE_RULES, check
from sitegen.diagnostics import Diagnostic, Findings
from sitegen.legal.judging import court_of
from sitegen.legal.purpose import Purpose
from sitegen.output.staging import as_seen

SOAKING = bool(os.environ.get("SITEGEN_SOAK"))
CASES = [*CASES_OF_CODES, *CASES_OF_RULES]
TELLING = ("SG31", "SG63", "SG82", "SG83", "SG95")
"""Codes of rules about single pages."""


def some(items: list[Path], every: int) -> list[Path]:
    """All of them in the long run, else some."""
    return items if SOAKING else items[::every]


def made_in(root: Path) -> Made | None:
    """All of the site in `root`; None where it never comes to that."""
    with Memo.open(root, version="test", today=0) as memo:
        shelf = open_shelf(root, memo, day=0, progress=quiet, version="")
        gathered = gather(root, memo, crew=Crew(1), now=NOON, progress=quiet)
        if isinstance(gathered, Findings):
            return None
        planned = plan(root, gathered, shelf, theme="", compiled=COMPILED)
        court = court_of(gathered.site.settings, now=NOON, purpose=Purpose.WORK)
        given = {"memo": memo, "crew": Crew(1), "progress": quiet, "court": court, "lay": as_seen}
        made = make(root, gathered, planned, last=Last(), **given)  # type: ignore[arg-type] # each as it is
        made.whole()  # while there is a memo
        return made


def finished(root: Path) -> FinishedSite | None:
    """The site in `root` as rules see it, with all its pages; None where it never comes to that."""
    made = made_in(root)
    return made.whole() if made else None


def in_short(findings: Iterable[Diagnostic], site: FinishedSite) -> set[object]:
    """Findings as they are; of those in own layouts not which page they were seen on: they are told once."""
    return {
        (found.code, found.span) if found.span.file in site.layouts else (found.code, found.span, str(found.facts))
        for found in findings
    }


def assert_single_pages_say_the_same(root: Path) -> set[object]:
    """What they say."""
    site = finished(root)
    if site is None:
        return set()
    ids: dict[str, frozenset[str]] = {}
    for page in site.pages:
        ids[unquote(page.url)] = ids.get(unquote(page.url), frozenset()) | set(page.facts.ids)
    single = [msgspec.structs.replace(site, pages=(page,), elsewhere=ids) for page in site.pages]
    nobody = msgspec.structs.replace(site, pages=())
    together = in_short(check(site, PAGE_RULES), site)
    assert together == in_short((found for one in (*single, nobody) for found in check(one, PAGE_RULES)), site)
    backwards = msgspec.structs.replace(site, pages=tuple(reversed(site.pages)))
    assert together == in_short(check(backwards, PAGE_RULES), site)
    assert_heard_where_made(site, ids)
    return together


def assert_heard_where_made(site: FinishedSite, ids: Mapping[str, frozenset[str]]) -> None:
    """Whoever makes a page hears whether anything is to be said of it, with a few others or alone."""
    nobody = msgspec.structs.replace(site, pages=())
    listener, nothing = Listener(nobody), list(check(nobody, PAGE_RULES))
    for number in range(0, len(site.pages), 3):
        few = site.pages[number : number + 3]
        for page, heard in zip(few, listener.heard(few), strict=True):
            is_silent = heard.is_silent and all(name in ids.get(path, {name}) for path, name in heard.pointed)
            alone = msgspec.structs.replace(site, pages=(page,), elsewhere=ids)
            assert is_silent == (list(check(alone, PAGE_RULES)) == nothing), page.url


@pytest.mark.soak
@pytest.mark.parametrize("folder", some(golden_folders(), 5), ids=lambda folder: folder.name)
def test_golden_sites(folder: Path, tmp_path: Path) -> None:
    lay_golden_site(folder, tmp_path)
    assert_single_pages_say_the_same(tmp_path)


@pytest.mark.soak
def test_cases_of_findings(tmp_path: Path) -> None:
    cases = [case for case in CASES if case.name.startswith(TELLING)]
    said: set[object] = set()
    for case in some(cases, 2) if not SOAKING else CASES:
        root = tmp_path / case.parent.name / case.stem
        lay_plain_layouts(root)
        for path, content in {"site.yaml": MINIMAL.encode(), **sections(case)}.items():
            if path != "report" and not path.startswith("="):
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_bytes(content)
        said |= assert_single_pages_say_the_same(root)
    assert len(said) > 10


def test_a_finding_that_names_its_page_has_no_other_page_asked_again(tmp_path: Path) -> None:
    """Wherever its place is: in a layout, one page among thousands may be too heavy."""
    case = SiteCase.of(tmp_path, {"content/index.md": "---\ntitle: Start\n---\nHier.\n"}).post("brief", "Ein Brief.")
    lay_plain_layouts(tmp_path)
    case.write("layouts/home.html", "{% extends 'base.html' %}{% block main %}<h1>A</h1><h4>B</h4>{% endblock %}")
    made = made_in(tmp_path)
    assert made
    assert ("SG632", "layouts/home.html") in [(found.code, found.span.file) for found in made.findings]
    assert made.trace.loud == {"index.html"}


@pytest.mark.parametrize(
    "text", ['Siehe {{ post "fragen" }}.', '![Ein Haus](h.png "So wird dein Haus warm.")', "Frag, wenn du magst."]
)
def test_words_in_another_tone_are_found_wherever_they_come_from(tmp_path: Path, text: str) -> None:
    """In the text itself, in what a shortcode answers, below a picture."""
    case = SiteCase.of(tmp_path, {}).post("fragen", "Hier steht es.", title="Was, wenn du fragst?")
    case.post("text", text)
    made = made_in(tmp_path)
    assert made is not None
    assert [found.span.file for found in made.findings if found.code == "SG970"] == ["content/blog/text.md"]
