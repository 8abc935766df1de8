"""Pictures through the front door: what goes out, what pages say, what a second build does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, features
from selectolax.lexbor import LexborHTMLParser, LexborNode

from photos import SECRET, photograph, save, with_secrets
from site_case import SiteCase, codes, lay_law_aside
from sitegen.output.pictures import workshop
from sitegen.output.pictures.store import Kept, Store
from sitegen.output.pictures.tasks import Task

SETTINGS = """\
title: Büro Test
url: https://www.example.org/
images:
  widths: [100, 200, 400]
  default_credit: "Foto: Vera Sonne"
"""


@pytest.fixture
def site(tmp_path: Path) -> SiteCase:
    case = SiteCase.of(tmp_path, {}, settings=SETTINGS)
    save(tmp_path / "content/blog/foto.jpg", photograph(400, 240), exif=with_secrets(6), quality=90)
    case.post("a", '![Ein Foto](foto.jpg "Unterschrift")')
    return case


def one(tree: LexborNode | LexborHTMLParser, selector: str) -> LexborNode:
    """The first element that `selector` finds, which must be there."""
    found = tree.css_first(selector)
    assert found is not None, selector
    return found


def shown(site: SiteCase, name: str) -> LexborNode:
    """The first picture of a post."""
    return one(site.main(f"blog/{name}/index.html"), "figure img")


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the pictures that are worked on from now on."""
    worked: list[str] = []
    work = workshop.make_one

    def counting(task: Task, store: Store) -> Kept:
        worked.append(task.path.name)
        return work(task, store)

    monkeypatch.setattr(workshop, "make_one", counting)
    return worked


def test_a_picture_of_a_text_has_sources_size_tint_and_credit(site: SiteCase) -> None:
    site.built()
    image = shown(site, "a")
    assert (image.attributes["width"], image.attributes["height"]) == ("240", "400")
    assert (image.attributes["class"] or "").startswith("tint-")
    assert image.attributes["src"] in {f"/{path}" for path in site.files()}
    figure = one(site.main("blog/a/index.html"), "figure")
    types = [source.attributes["type"] for source in figure.css("source")]
    assert types[-1] == "image/webp"
    assert one(figure, "figcaption").text() == "Unterschrift Foto: Vera Sonne"
    for source in figure.css("source"):
        for candidate in (source.attributes["srcset"] or "").split(", "):
            assert candidate.split()[0].removeprefix("/") in site.files()


def test_every_tint_that_a_page_uses_is_in_the_one_stylesheet(site: SiteCase) -> None:
    site.built()
    image = shown(site, "a")
    sheet = next(content for path, content in site.files().items() if path.endswith(".css"))
    assert f".{image.attributes['class']}" in sheet.decode()


def test_nothing_secret_goes_out_and_nothing_of_the_owner_changes(site: SiteCase) -> None:
    for name in ("a.jpg", "b.png", "c.webp"):
        save(site.root / "static" / name, photograph(160, 80), exif=with_secrets())
    site.post("b", "[Groß](foto.jpg)")
    lay_law_aside(site.root / "site.yaml")
    before = {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()}
    site.built()
    assert {"a.jpg", "b.png", "c.webp", "blog/foto.jpg"} <= set(site.files())
    assert [path for path, content in site.files().items() if SECRET in content] == []
    with Image.open(site.out / "blog/foto.jpg") as linked:
        assert linked.getexif()[0x0112] == 6
    assert all(path.read_bytes() == content for path, content in before.items())


def test_an_original_that_is_only_shown_stays_at_home(site: SiteCase) -> None:
    site.built()
    assert not [path for path in site.files() if path.endswith("foto.jpg")]


def test_a_second_build_works_on_no_picture(site: SiteCase, monkeypatch: pytest.MonkeyPatch) -> None:
    worked = counted(monkeypatch)
    site.built()
    assert worked == ["foto.jpg"]
    monkeypatch.setattr(Image, "open", None)
    site.post("b", "Noch ein Text.")
    site.built()
    assert worked == ["foto.jpg"]


def test_a_picture_that_moved_is_not_worked_on_again(site: SiteCase, monkeypatch: pytest.MonkeyPatch) -> None:
    site.built()
    worked = counted(monkeypatch)
    pictures = site.root / "content/pictures"
    pictures.mkdir()
    (site.root / "content/blog/foto.jpg").rename(pictures / "foto.jpg")
    site.built()
    assert worked == []


def test_a_changed_picture_has_another_address(site: SiteCase) -> None:
    site.built()
    first = shown(site, "a").attributes["src"]
    save(site.root / "content/blog/foto.jpg", photograph(400, 240).rotate(180), quality=90)
    site.built()
    second = shown(site, "a").attributes["src"]
    assert first != second
    assert str(first).removeprefix("/") not in site.files()


def test_a_damaged_store_costs_time_and_nothing_else(site: SiteCase) -> None:
    site.built()
    before = site.files()
    for number, path in enumerate(sorted((site.root / ".sitegen/cache/pictures").iterdir())):
        if number % 3:
            path.write_bytes(b"") if number % 2 else path.unlink()
    site.built()
    assert site.files() == before


def test_any_number_of_workers_gives_the_same_site(
    site: SiteCase, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        save(site.root / f"content/blog/foto-{number}.jpg", photograph(400, 240).rotate(90 * number))
    site.post("c", "\n\n".join(f"![Foto {number}](foto-{number}.jpg)" for number in range(4)))
    site.built()
    alone = SiteCase.copied(tmp_path_factory.mktemp("allein"), site.root)
    for path in alone.root.glob(".sitegen/**/*"):
        if path.is_file():
            path.unlink()
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    alone.built()
    assert alone.files() == site.files()


def test_a_file_that_is_shown_in_two_texts_is_made_once(site: SiteCase) -> None:
    site.post("b", "![Noch einmal](foto.jpg)")
    site.built()
    sources = {shown(site, name).attributes["src"] for name in "ab"}
    assert len(sources) == 1


def test_width_in_the_text_is_what_browsers_choose_by(site: SiteCase) -> None:
    site.post("b", "![Klein](foto.jpg){width=120}")
    site.built()
    figure = one(site.main("blog/b/index.html"), "figure")
    assert {source.attributes["sizes"] for source in figure.css("source")} == {"120px"}
    assert one(figure, "img").attributes["height"] == "200"


def test_the_picture_of_a_post_comes_before_all_others(site: SiteCase) -> None:
    site.post("b", "Text.", image="{src: foto.jpg, alt: Ein Foto}")
    site.built()
    image = one(site.main("blog/b/index.html"), ".picture img")
    assert image.attributes["fetchpriority"] == "high"
    assert "loading" not in image.attributes


def test_without_avif_the_site_is_whole_and_says_so(site: SiteCase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda form: form != "avif")
    for _ in range(2):
        result = site.build()
        assert codes(result) == ["SG336"]
    assert not [path for path in site.files() if path.endswith(".avif")]
    assert [path for path in site.files() if path.endswith(".webp")]


def test_a_sidecar_gives_credit_licence_and_alternative_text(site: SiteCase) -> None:
    site.write(
        "content/blog/foto.jpg.yaml",
        "credit: Ada Müller\nlicence: CC BY-SA 4.0\nsource: https://bilder.example/1\nalt: Aus der Datei\nai: ja\n",
    )
    site.post("b", "Text.", image="foto.jpg").built()
    main = site.main("blog/b/index.html")
    assert one(main, ".picture img").attributes["alt"] == "Aus der Datei"
    credit = one(main, ".picture .credit")
    assert credit.text() == "Ada Müller · CC BY-SA 4.0 · Mit KI erstellt"
    link = one(credit, "a").attributes
    assert link == {"rel": "license", "href": "https://creativecommons.org/licenses/by-sa/4.0/deed.de"}


def test_a_sidecar_says_what_is_to_be_seen_unless_it_is_decoration(site: SiteCase) -> None:
    site.write("content/blog/foto.jpg.yaml", "alt: Aus der Datei\n")
    site.post("b", "![](foto.jpg)").post("c", "![](foto.jpg){.decorative}").built()
    assert shown(site, "b").attributes["alt"] == "Aus der Datei"
    assert not shown(site, "c").attributes["alt"]


def test_the_page_of_credits_lists_each_picture_once_with_its_pages(site: SiteCase) -> None:
    site.post("b", '![Noch einmal](foto.jpg "© Ada Müller")', title="Der zweite")
    site.write("content/bildnachweis.md", "---\ntitle: Bildnachweis\nlayout: credits\n---\n")
    site.built()
    (item,) = site.main("bildnachweis/index.html").css(".credits > li")
    assert one(item, "p").text() in {"© Ada Müller", "Foto: Vera Sonne"}
    assert {link.attributes["href"] for link in item.css("a")} == {"/blog/a/", "/blog/b/"}


def test_a_text_without_a_picture_is_shared_with_a_card(site: SiteCase) -> None:
    site.post("b", "Text.", title="Ärger & Größe").built()
    page = site.page("blog/b/index.html")
    address = one(page, 'meta[property="og:image"]').attributes["content"] or ""
    path = address.removeprefix("https://www.example.org/")
    with Image.open(site.out / path) as card:
        assert card.size == (1200, 630)
    assert one(page, 'meta[property="og:image:alt"]').attributes["content"] == "Ärger & Größe"


def test_no_cards_where_none_are_wanted(site: SiteCase) -> None:
    site.write("site.yaml", f"{SETTINGS}  cards: nein\n").built()
    assert not [path for path in site.files() if "karte-" in path]


def test_the_feed_shows_one_address_for_each_picture(site: SiteCase) -> None:
    site.built()
    feed = site.html("feed.xml")
    assert "srcset" not in feed
    assert "https://www.example.org/bilder/foto-" in feed
