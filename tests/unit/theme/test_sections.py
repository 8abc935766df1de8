"""Sections of landing pages: all types on one page, and what each does with what the site has."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from golden import assert_golden
from sitegen.model.entries import Page, Post, Service
from sitegen.model.front_matter import PageFields
from sitegen.model.sections import Cta, Hero, Posts, Section, Services, pictures_in, typeset_sections
from sitegen.model.site import Site
from sitegen.plan.pictures import PictureView
from sitegen.plan.questions.site import Files, SiteView
from sitegen.plan.routes import Route
from sitegen.plan.views import BodyView, PageView
from sitegen.render.layouts import Layouts
from sitegen.schema.convert import convert
from sitegen.schema.yaml_reader import read_yaml
from sitegen.settings.settings import Settings
from sitegen.sources.whereabouts import Whereabouts
from sitegen.text.locales import Language
from sitegen.text.moments import parse_moment
from sitegen.text.tone import Tone

THEME = Path(__file__).parents[3] / "layouts"
HERE = Path(__file__).parent


def all_types() -> tuple[Section, ...]:
    """One section of each type, as an owner writes them."""
    node = read_yaml((HERE / "sections.yaml").read_text(encoding="utf-8"), file="content/index.md").node
    assert node is not None
    converted = convert(node, PageFields)
    assert converted.value is not None, converted.findings
    return typeset_sections(converted.value.sections, Language.DE)


def page_with(*sections: Section, source: str = "content/index.md", url: str = "/va/") -> Page:
    return Page(
        id="start", source=source, body_line=9, url=url, slug="", title="Willkommen", summary="Kurz.", sections=sections
    )


KONTAKT = page_with(source="content/kontakt.md", url="/va/kontakt/")


def post(name: str, category: str) -> Post:
    return Post(
        id=name,
        source=f"content/blog/{name}.md",
        body_line=5,
        url=f"/va/blog/{name}/",
        slug=name,
        title=name.title(),
        date=parse_moment("2026-03-05"),
        category=category,
    )


def service(name: str, category: str) -> Service:
    source, url = f"content/services/{name}.md", f"/va/leistungen/{name}/"
    return Service(
        id=name,
        source=source,
        body_line=5,
        url=url,
        slug=name,
        title=name.title(),
        category=category,
        price=Decimal(45),
    )


def render(page: Page, *, layout: str = "home.html") -> str:
    site = Site(
        settings=Settings(title="Büro", url="https://example.org/va/"),
        now=parse_moment("2026-11-21"),
        posts=(post("eins", "Alltag"), post("zwei", "Technik"), post("drei", "Alltag")),
        pages=(page, KONTAKT),
        services=(service("ablage", "Büro"), service("texte", "Web")),
        data={"testimonials": [{"quote": "Gut.", "name": "K. Berg"}, {"quote": "Ja.", "name": "T. Au"}]},
    )
    picture = PictureView(url="/va/bilder/f.jpg", width=600, height=400)
    files = Files(
        assets={"style.css": "/va/style.css", "favicon.svg": "/va/favicon.svg"},
        pictures={(page.source, name): picture for name in pictures_in(page.sections)},
    )
    view = PageView(kind="home", url=page.url, title=page.title, description="", tone=Tone.SIE, entry=page)
    route = Route(output="index.html", layout=layout, view=view)
    body = BodyView(html=Markup("<p>Der Text.</p>"))
    layouts = Layouts(THEME / "none", THEME, Language.DE)
    rendered = layouts.page(route, SiteView(site, files), body, where=Whereabouts({}))
    assert rendered.html is not None, rendered.finding
    return rendered.html


def main_of(html: str) -> str:
    main = LexborHTMLParser(html).css_first("main")
    assert main is not None
    return f"{main.html}\n"


def test_all_types_on_one_page() -> None:
    assert_golden(main_of(render(page_with(*all_types()))), HERE / "sections.golden.html")


def test_a_hero_that_stands_first_is_the_head_of_the_page() -> None:
    for layout in ("home.html", "page.html"):
        page = LexborHTMLParser(render(page_with(Hero(title="Guten Tag"), Hero(title="Noch einer")), layout=layout))
        assert [heading.text() for heading in page.css("h1")] == ["Guten Tag"]
        assert "Noch einer" in [heading.text() for heading in page.css("h2")]


def test_without_a_hero_the_page_has_its_usual_head() -> None:
    page = LexborHTMLParser(render(page_with(Posts()), layout="page.html"))
    assert [heading.text() for heading in page.css("h1")] == ["Willkommen"]


@pytest.mark.parametrize("layout", ["blog.html", "services.html", "404.html"])
def test_generated_pages_show_the_sections_of_their_text(layout: str) -> None:
    page = LexborHTMLParser(render(page_with(Hero(title="Guten Tag"), Posts(title="Neues")), layout=layout))
    assert [heading.text() for heading in page.css("h1")] == ["Guten Tag"]
    assert "Neues" in [heading.text() for heading in page.css("h2")]


def test_the_text_stands_between_the_hero_and_the_other_sections() -> None:
    html = render(page_with(Hero(title="Guten Tag"), Cta(title="Los", link="kontakt.md", label="Schreiben")))
    assert html.index("Guten Tag") < html.index("Der Text.") < html.index("Los")


def test_sections_take_the_place_of_what_a_home_page_shows_by_itself() -> None:
    page = LexborHTMLParser(render(page_with(Posts(count=1))))
    assert len(page.css(".card")) == 1
    assert page.css(".priced") == []


def test_posts_and_services_of_one_category() -> None:
    page = LexborHTMLParser(render(page_with(Posts(category="Alltag"), Services(category="Web"))))
    assert [heading.text() for heading in page.css(".card h3")] == ["Eins", "Drei"]
    assert [link.text() for link in page.css(".priced a")] == ["Texte"]


def test_chosen_services_stand_in_the_order_in_which_they_are_named() -> None:
    page = LexborHTMLParser(render(page_with(Services(only=("texte", "ablage")))))
    assert [link.text() for link in page.css(".priced a")] == ["Texte", "Ablage"]


def test_links_lead_where_the_file_is_published() -> None:
    links = ("kontakt.md#karte", "/blog/", "https://example.org/", "content/kontakt.md")
    sections = [Cta(title="Los", link=link, label="x") for link in links]
    page = LexborHTMLParser(render(page_with(*sections)))
    targets = [link.attributes["href"] for link in page.css(".call a")]
    assert targets == ["/va/kontakt/#karte", "/va/blog/", "https://example.org/", "/va/kontakt/"]


def test_sections_survive_the_memo() -> None:
    page = page_with(*all_types())
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(page), type=Page) == page


def test_every_type_is_among_them() -> None:
    assert len({section.type for section in all_types()}) == 10
