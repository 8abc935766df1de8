"""`sitegen serve` as its owner has it: what she saves is what is served, whatever she saves and however."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from comment_case import comment
from serving_case import FILES, SETTINGS, Serving, clean_build, serving, started
from site_case import SiteCase
from sitegen.cli.entry import run
from sitegen.model.comments.file import comment_bytes
from waiting import PATIENCE, until

pytestmark = pytest.mark.xdist_group("serving")  # one server for all

POST: Final = "content/blog/erster.md"
PAGE: Final = "/blog/erster/"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    case = SiteCase.of(tmp_path_factory.mktemp("vorschau"), FILES, settings=SETTINGS)
    with serving(case, "--no-open") as preview:
        preview.shows("/", "Guten Tag")
        yield preview


@pytest.fixture
def site(preview: Serving) -> Iterator[SiteCase]:
    """The site, put back to what it was after each test."""
    yield preview.case
    for folder in ("content", "layouts", "static"):
        for file in (preview.case.root / folder).rglob("*"):
            if file.is_file() and file.relative_to(preview.case.root).as_posix() not in FILES:
                file.unlink()
    for path, text in {**FILES, "site.yaml": SETTINGS}.items():
        preview.case.write(path, text)
    until(lambda: is_whole(preview), "the first state of the site, in its place")
    preview.shows(PAGE, "Ein Satz.")


def is_whole(preview: Serving) -> bool:
    """Whether the files of the preview are those of the first state; a page is shown before all others are written."""
    words = {
        "index.html": "Büro Vorschau",
        "blog/erster/index.html": "Ein Satz.",
        "blog/kommt/index.html": "Von morgen.",
    }
    pages = ((preview.folder / path, text) for path, text in words.items())
    others = not (preview.folder / "blog/neu").exists() and not (preview.folder / "blog/anders").exists()
    return others and all(path.is_file() and text in path.read_text("utf-8") for path, text in pages)


def test_what_is_saved_is_served(preview: Serving, site: SiteCase) -> None:
    site.edit(POST, "Ein Satz.", "Ein anderer Satz.")
    preview.shows(PAGE, "Ein anderer Satz.")


EDITS: Final = {
    "post": ("content/blog/neu.md", "---\ntitle: Neu\ndate: 2026-04-01\n---\n\nFrisch.\n", "/blog/neu/", "Frisch."),
    "page": ("content/kontakt.md", "---\ntitle: Kontakt\n---\n\nUmgezogen.\n", "/kontakt/", "Umgezogen."),
    "layout": ("layouts/post.html", "<main>{{ body.html }} eigene Vorlage</main>\n", PAGE, "eigene Vorlage"),
    "part": ("layouts/parts/title.html", "Anderer Titel\n", PAGE, "Anderer Titel"),
    "static": ("static/tief/neu.txt", "zwei\n", "/tief/neu.txt", "zwei"),
    "settings": ("site.yaml", SETTINGS.replace("Büro Vorschau", "Büro Umbenannt"), "/", "Büro Umbenannt"),
    "data": ("content/data/zahlen.yaml", "eins: [\n", PAGE, "content/data/zahlen.yaml"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_every_kind_of_source_is_watched(edit: tuple[str, str, str, str], preview: Serving, site: SiteCase) -> None:
    path, text, page, shown = edit
    site.write(path, text)
    preview.shows(page, shown, status=503 if path.startswith("content/data/") else 200)


def test_a_comment_is_shown(preview: Serving, site: SiteCase) -> None:
    said = comment(text="Das hilft mir.", post="erster")
    site.write(f"content/comments/erster/{said.id}.md", comment_bytes(said).decode())
    preview.shows(PAGE, "Das hilft mir.")


def test_a_file_is_renamed_and_deleted(preview: Serving, site: SiteCase) -> None:
    (site.root / "content/blog/kommt.md").rename(site.root / "content/blog/anders.md")
    preview.shows("/blog/anders/", "Von morgen.")
    until(lambda: preview.get("/blog/kommt/").status == 404, "no page under the old name")
    site.remove("content/blog/anders.md")
    until(lambda: preview.get("/blog/anders/").status == 404, "no page of a deleted post")


def test_a_folder_of_sources_comes_and_goes(preview: Serving, site: SiteCase) -> None:
    site.write("layouts/parts/title.html", "Oben\n")
    preview.shows(PAGE, "<title>Oben")
    site.edit("layouts/parts/title.html", "Oben", "Unten")
    preview.shows(PAGE, "<title>Unten")
    shutil.rmtree(site.root / "layouts")
    preview.shows(PAGE, "<title>Erster")
    site.write("layouts/parts/title.html", "Wieder\n")
    preview.shows(PAGE, "<title>Wieder")


def test_editors_that_write_by_rename_and_in_bursts(preview: Serving, site: SiteCase) -> None:
    """As vim and many others save: a new file beside the old one takes its place, and scratch files come and go."""
    path = site.root / POST
    for number in range(30):
        (path.parent / "4913").write_text("")
        (path.parent / "4913").unlink()
        path.rename(path.with_name("erster.md~"))
        (path.parent / ".erster.md.swp").write_text("x")
        fresh = path.with_name("erster.md.tmp")
        fresh.write_text(FILES[POST].replace("Ein Satz.", f"Satz {number}."), "utf-8")
        fresh.replace(path)
        path.with_name("erster.md~").unlink()
        (path.parent / ".erster.md.swp").unlink()
    assert "Satz 29." in preview.shows(PAGE, "Satz 29.").text
    assert [name for name in preview.files() if "4913" in name or "swp" in name] == []


def test_a_burst_of_many_files_is_few_builds(preview: Serving, site: SiteCase) -> None:
    before = len(preview.said)
    for number in range(200):
        site.write(f"static/viele/{number}.txt", f"{number}\n")
    preview.shows("/viele/199.txt", "199")
    assert len(preview.said) - before < 100


def test_drafts_and_posts_of_the_future_are_shown_and_marked(preview: Serving) -> None:
    assert '<span class="unpublished">Entwurf</span>' in preview.get("/blog/entwurf/").text
    future = preview.get("/blog/kommt/").text.replace("\u00a0", " ")
    assert '<span class="unpublished">Erscheint am 24. Dezember 2091</span>' in future
    listed = preview.get("/blog/").text
    assert listed.count('class="unpublished"') == 2
    assert 'class="unpublished' not in preview.get(PAGE).text


def test_the_public_site_knows_nothing_of_all_that(preview: Serving, site: SiteCase) -> None:
    """It is built beside the running preview, and holds neither drafts nor marks nor scripts."""
    assert run(["build", "--site", str(site.root)]) == 0
    everything = "".join(path.read_text("utf-8") for path in site.out.rglob("*.*") if path.suffix in {".html", ".css"})
    assert "unpublished" not in everything
    assert "livereload" not in everything
    assert not (site.out / "blog/entwurf").exists()
    assert preview.get("/blog/entwurf/").status == 200
    shutil.rmtree(site.out)
    site.edit(POST, "Ein Satz.", "Danach.")
    preview.shows(PAGE, "Danach.")
    assert not site.out.exists()


def test_a_fault_is_a_page_and_vanishes_when_mended(preview: Serving, site: SiteCase) -> None:
    site.write(POST, FILES[POST].replace("Ein Satz.", "Siehe [dort](nirgends.md) & <b>."))
    page = preview.shows(PAGE, "SG301", status=503)  # before it, a file that is half written may be what is told
    assert "Hier ist etwas zu ändern" in page.text
    assert "content/blog/erster.md:6:" in page.text
    assert "[dort](nirgends.md) &amp; &lt;b&gt;" in page.text
    assert '<span class="caret">' in page.text
    assert "Abhilfe: " in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert 'src="http' not in page.text
    assert preview.get("/kontakt/").status == 503
    site.write(POST, FILES[POST].replace("Ein Satz.", "Geheilt."))
    preview.shows(PAGE, "Geheilt.")


def test_the_last_good_state_stays_reachable_until_something_else_is_the_matter(
    preview: Serving, site: SiteCase
) -> None:
    site.write(POST, FILES[POST].replace("Ein Satz.", "[dort](nirgends.md)"))
    page = preview.shows(PAGE, "[dort](nirgends.md)", status=503)
    assert "Letzten guten Stand ansehen" in page.text
    assert 'href="?letzter-guter-stand"' in page.text
    led = preview.get(f"{PAGE}?letzter-guter-stand")
    assert (led.status, led.headers["location"]) == (302, PAGE)
    cookie = led.headers["set-cookie"].partition(";")[0]
    good = preview.get(PAGE, Cookie=cookie)
    assert (good.status, "Ein Satz." in good.text) == (200, True)
    assert "Sie sehen den letzten guten Stand." in good.text
    assert preview.get("/kontakt/", Cookie=cookie).status == 200
    site.write(POST, FILES[POST].replace("Ein Satz.", "[dort](woanders.md)"))
    until(lambda: preview.get(PAGE, Cookie=cookie).status == 503, "the findings of another fault")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("site.yaml", None),
        ("site.yaml", "title: [\n"),
        ("site.yaml", ""),
        ("site.yaml", "\0\xff"),
        (POST, '---\ntitle: "offen\n---\n\nText.\n'),
        ("layouts/post.html", "{% if %}\n"),
        ("layouts/style.css", "{{ nichts.da }}\n"),
        ("content/data/zahlen.yaml", "eins: [\n"),
    ],
)
def test_no_fault_ends_the_preview(path: str, text: str | None, preview: Serving, site: SiteCase) -> None:
    if text is None:
        site.remove(path)
    else:
        site.write(path, text)
    preview.shows(PAGE, "SG", status=503)
    assert preview.process.poll() is None


def test_a_folder_of_sources_that_vanishes_ends_nothing(preview: Serving, site: SiteCase) -> None:
    (site.root / "content").rename(site.root / "weg")
    until(lambda: "Ein Satz." not in preview.get(PAGE).text, "a site without texts")
    (site.root / "weg").rename(site.root / "content")
    preview.shows(PAGE, "Ein Satz.")


@pytest.mark.soak
def test_files_equal_a_clean_build_after_any_edits(preview: Serving, site: SiteCase, tmp_path: Path) -> None:
    edits(preview, site, tmp_path, chance=random.Random(7), steps=400 if os.environ.get("SITEGEN_SOAK") else 6)


WORDS: Final = ("Morgen", "Liste", "Ordner", "Übergabe", "„Zitat“", "5 €", "z. B. so")
LAYOUTS: Final = ("{% extends 'theme/post.html' %}\n", "<main>{{ body.html }}</main>\n", "{% extends 'page.html' %}\n")


def edits(preview: Serving, site: SiteCase, scratch: Path, *, chance: random.Random, steps: int) -> None:
    """Edit at random, a few files at a time, and hold the preview against a clean build."""
    for step in range(steps):
        for _ in range(chance.randint(1, 4)):
            edit(site, chance, step)
        clean = clean_build(site.root, scratch / "rein")
        preview.comes_to(clean, f"the clean build of step {step}")
        page = next(name for name in sorted(clean) if name.startswith("blog/") and name.endswith("index.html"))
        body = clean[page].decode().partition("<body")[2]
        assert body in preview.get(f"/{page.removesuffix('index.html')}").text


def edit(site: SiteCase, chance: random.Random, step: int) -> None:
    """One edit after which the site is still right."""
    name = f"content/blog/{chance.choice(('eins', 'zwei', 'drei', 'vier'))}.md"
    text = f"{chance.choice(WORDS)} {step} und {chance.choice(WORDS)}."
    match chance.randrange(6):
        case 0:
            (site.root / name).unlink(missing_ok=True)
        case 1:
            site.write("layouts/post.html", chance.choice(LAYOUTS))
        case 2:
            site.write("site.yaml", SETTINGS.replace("Vorschau", chance.choice(WORDS[:4])))
        case 3:
            site.write(f"static/datei-{chance.randrange(3)}.txt", text)
        case 4 if (site.root / name).exists():
            (site.root / name).rename(site.root / "content/blog/umbenannt.md")
        case _:
            draft = "draft: ja\n" if chance.random() < 0.3 else ""
            year = chance.choice(("2025", "2026", "2091"))
            site.write(name, f"---\ntitle: {chance.choice(WORDS[:4])}\ndate: {year}-03-04\n{draft}---\n\n{text}\n")


def test_ctrl_c_ends_it_in_german_and_well(tmp_path: Path) -> None:
    with serving(SiteCase.of(tmp_path, FILES, settings=SETTINGS), "--no-open") as preview:
        preview.shows("/", "Guten Tag")
        assert preview.ended() == 0
        said = "".join(preview.said)
    assert said.startswith("Ihre Website zur Ansicht: http://127.0.0.1:")
    assert said.endswith("\nDie Vorschau ist beendet.\n")
    assert "Traceback" not in said


def test_ctrl_c_in_the_first_build_ends_it_too(tmp_path: Path) -> None:
    with serving(SiteCase.of(tmp_path, FILES, settings=SETTINGS), "--no-open") as preview:
        assert preview.ended(signal.SIGTERM) == 0
        assert "Traceback" not in "".join(preview.said)


def test_there_is_one_preview_of_a_site(preview: Serving) -> None:
    with started(preview.case, [sys.executable, "-m", "sitegen", "serve", "--port", "0", "--no-open"]) as second:
        said, _ = second.communicate(timeout=PATIENCE)
        assert second.returncode == 1
    assert said.startswith("SG640 ")
    assert preview.address in said


def test_a_second_wish_to_see_it_is_led_to_the_first(preview: Serving) -> None:
    """Whoever double-clicks twice is no fool. There is no screen here, so no browser is opened either."""
    with started(preview.case, [sys.executable, "-m", "sitegen", "serve"]) as second:
        said, _ = second.communicate(timeout=PATIENCE)
        assert second.returncode == 0
    assert said == f"Die Vorschau dieser Website läuft schon: {preview.address}\n"


def test_a_preview_of_an_instant_shows_what_is_public_then(tmp_path: Path) -> None:
    files = {**FILES, "content/blog/kommt.md": "---\ntitle: Kommt\ndate: 2026-12-24T08:00\n---\n\nDa.\n"}
    case = SiteCase.of(tmp_path, files, settings=SETTINGS)
    with serving(case, "--at", "2026-12-24T08:00", command="preview") as preview:
        preview.shows("/blog/kommt/", "Da.")
        assert preview.get("/blog/entwurf/").status == 404
        assert "unpublished" not in preview.get("/blog/").text
        case.edit("content/blog/kommt.md", "08:00", "08:01")
        until(lambda: preview.get("/blog/kommt/").status == 404, "a post that is not public yet")
        assert run(["preview", "--site", str(tmp_path), "--no-open"]) == 1
    said = "".join(preview.said).replace("\u00a0", " ")
    assert "So ist sie am 24. Dezember 2026 um 08:00 Uhr öffentlich zu sehen." in said


def test_a_port_that_is_taken_is_refused_in_german(preview: Serving, tmp_path: Path) -> None:
    case = SiteCase.of(tmp_path, FILES, settings=SETTINGS)
    call = [sys.executable, "-m", "sitegen", "serve", "--no-open", "--port", str(preview.port)]
    with started(case, call) as second:
        said, _ = second.communicate(timeout=PATIENCE)
        assert second.returncode == 1
    assert f"SG641  Port {preview.port} ist belegt" in said


@pytest.mark.parametrize("port", ["achtzig", "-1", "65536", "8000.5", "٣"])
def test_what_is_no_port_is_misuse(port: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    SiteCase.of(tmp_path, FILES, settings=SETTINGS)
    assert run(["serve", "--site", str(tmp_path), f"--port={port}"]) == 2
    assert f"„{port}“ ist kein Port." in capsys.readouterr().err
