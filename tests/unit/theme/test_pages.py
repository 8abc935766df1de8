"""Pages made with the theme from a small site: what a visitor finds on them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from sitegen.model.body import Heading
from sitegen.model.entries import Author, Image, Page, Post, Service, Unit
from sitegen.model.site import Site, Term
from sitegen.plan.pictures import PictureView
from sitegen.plan.questions.site import Files, SiteView
from sitegen.plan.routes import LAYOUTS, Route
from sitegen.plan.views import BodyView, Crumb, PageView, Pagination
from sitegen.render.layouts import Layouts
from sitegen.settings.link import Link
from sitegen.settings.settings import Settings
from sitegen.sources.whereabouts import Whereabouts
from sitegen.text.locales import Language
from sitegen.text.moments import parse_moment
from sitegen.text.tone import Tone

THEME = Path(__file__).parents[3] / "layouts"
EMPTY = BodyView(html=Markup())
TEXT = BodyView(html=Markup("<p>Ein Text.</p>"))


def post(name: str, date: str) -> Post:
    return Post(
        id=name,
        source=f"content/blog/{name}.md",
        body_line=5,
        url=f"/va/blog/{name}/",
        slug=name,
        title=f"Beitrag <{name}>",
        date=parse_moment(date),
        authors=("anna",),
        minutes=1,
    )


def service(name: str, price: Decimal | None) -> Service:
    source, url = f"content/services/{name}.md", f"/va/leistungen/{name}/"
    return Service(id=name, source=source, body_line=5, url=url, slug=name, title=name.title(), price=price)


ANNA = Author(id="anna", source="", body_line=0, url="/va/blog/von/anna/", slug="anna", title="Anna Klar")
POSTS = (post("drei", "2026-03-05"), post("zwei", "2026-01-02"), post("eins", "2018-01"))
KONTAKT = Page(
    id="kontakt", source="content/kontakt.md", body_line=3, url="/va/kontakt/", slug="kontakt", title="Kontakt"
)
SITE = Site(
    settings=Settings(
        title="Büro & Co.",
        url="https://example.org/va/",
        tagline="Ruhe im Büro",
        navigation=(Link(title="Blog", page="/blog/"), Link(title="Kontakt", page="kontakt.md")),
    ),
    now=parse_moment("2026-11-21"),
    posts=POSTS,
    pages=(KONTAKT,),
    services=(service("ablage", Decimal("45.5")), service("rat", None), service("hallo", Decimal(0))),
    authors=(ANNA,),
)


def render(
    view: PageView, body: BodyView = TEXT, *, site: Site = SITE, own: Path = THEME / "none", layout: str = ""
) -> LexborHTMLParser:
    files = Files(
        assets={"style.css": "/va/assets/style.css", "favicon.svg": "/va/assets/favicon.svg"},
        pictures={("content/blog/drei.md", "f.jpg"): PictureView(url="/va/blog/drei/f.jpg", width=600, height=400)},
    )
    route = Route(output="x.html", layout=layout or LAYOUTS[view.kind], view=view)
    rendered = Layouts(own, THEME, Language.DE).page(route, SiteView(site, files), body, where=Whereabouts({}))
    assert rendered.html is not None, rendered.finding
    assert "\n\n" not in rendered.html
    return LexborHTMLParser(rendered.html)


def view_of(entry: Post, tone: Tone = Tone.SIE) -> PageView:
    crumbs = (Crumb(title="Start", url="/va/"), Crumb(title="Blog", url="/va/blog/"))
    return PageView(
        kind="post",
        url=entry.url,
        title=entry.title,
        description="Worum es geht",
        tone=tone,
        entry=entry,
        crumbs=crumbs,
    )


def with_post(**changes: object) -> tuple[PageView, Site]:
    """The newest post with other values, as a page and in the site."""
    changed = msgspec.structs.replace(POSTS[0], **changes)
    return view_of(changed), msgspec.structs.replace(SITE, posts=(changed, *POSTS[1:]))


def listing(**fields: object) -> PageView:
    plain = PageView(kind="blog", url="/va/blog/", title="Blog", description="", tone=Tone.SIE)
    return msgspec.structs.replace(plain, **fields)


def text(page: LexborHTMLParser, selector: str) -> str:
    return " ".join(one(page, selector).text().replace("\u00a0", " ").split())


def one(page: LexborHTMLParser, selector: str) -> LexborNode:
    found = page.css(selector)
    assert len(found) == 1, selector
    return found[0]


def test_a_post_has_one_main_one_article_and_one_title() -> None:
    page = render(view_of(POSTS[0]))
    assert text(page, "main > article h1") == "Beitrag <drei>"
    assert len(page.css("article")) == len(page.css("main")) == len(page.css("h1")) == 1


def test_titles_are_escaped_wherever_they_stand() -> None:
    page = render(view_of(POSTS[0]))
    assert text(page, "title") == "Beitrag <drei> – Büro & Co."
    assert page.css("drei, zwei, eins") == []


def test_a_post_says_who_when_and_how_long() -> None:
    page = render(view_of(POSTS[0]))
    assert text(page, "article .meta") == "Von Anna Klar 5. März 2026 Lesedauer: 1 Minute"
    assert one(page, "article .meta time").attributes["datetime"] == "2026-03-05"


def test_several_authors_are_listed_as_german_lists_are() -> None:
    others = tuple(
        msgspec.structs.replace(ANNA, id=slug, slug=slug, title=slug.title(), url="") for slug in ("bert", "cem")
    )
    view, site = with_post(authors=("anna", "bert", "cem"))
    page = render(view, site=msgspec.structs.replace(site, authors=(ANNA, *others)))
    assert text(page, "article .meta li:first-child") == "Von Anna Klar, Bert und Cem"


def test_an_update_in_a_month_is_said_with_the_right_word() -> None:
    view, site = with_post(updated=parse_moment("2026-04"))
    assert "Aktualisiert im April 2026" in text(render(view, site=site), "article .meta")


@pytest.mark.parametrize(("ad", "mark"), [("Anzeige", "Anzeige"), ("Ein Programm", "Anzeige: Ein Programm")])
def test_an_advertisement_is_marked_before_its_title_and_in_lists(ad: str, mark: str) -> None:
    view, site = with_post(ad=ad)
    page = render(view, site=site)
    assert text(page, ".ad-mark") == mark
    assert len(page.css(".ad-mark + h1")) == 1
    assert text(render(listing(), EMPTY, site=site), ".post-item .ad-mark") == mark


@pytest.mark.parametrize(("ai", "said"), [("no", 0), ("assisted", 1), ("generated", 1)])
def test_the_use_of_ai_is_said(ai: str, said: int) -> None:
    view, site = with_post(ai=ai)
    assert len(render(view, site=site).css(".ai-note")) == said


def test_the_picture_of_a_post_has_size_text_caption_and_credit() -> None:
    view, site = with_post(image=Image(src="f.jpg", alt="Ein Tisch", caption="Der Tisch", credit="© Anna"))
    page = render(view, site=site)
    picture = one(page, "figure.picture img")
    assert (picture.attributes["width"], picture.attributes["height"]) == ("600", "400")
    assert picture.attributes["alt"] == "Ein Tisch"
    assert text(page, "figure.picture figcaption") == "Der Tisch © Anna"
    assert one(page, 'meta[property="og:image"]').attributes["content"] == "https://example.org/va/blog/drei/f.jpg"


def contents(*levels: int) -> str:
    """The contents list of headings of these levels, as nested brackets."""
    headings = tuple(Heading(level=level, id=f"h{n}", text=str(n)) for n, level in enumerate(levels))
    page = render(view_of(POSTS[0]), msgspec.structs.replace(TEXT, headings=headings))
    lists = page.css(".contents > ol")
    return nested(lists[0]) if lists else ""


def nested(node: LexborNode) -> str:
    items = (child for child in node.iter() if child.tag == "li")
    return "".join(
        one_link.text() + "".join(f"({nested(inner)})" for inner in item.iter() if inner.tag == "ol")
        for item in items
        if (one_link := item.css_first("a")) is not None
    )


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        ((2, 2), ""),
        ((2, 4, 2), ""),
        ((2, 2, 2), "012"),
        ((2, 3, 3, 2), "0(12)3"),
        ((2, 3, 4, 2, 3), "0(1)3(4)"),
        ((3, 3, 2, 3), "012(3)"),
    ],
)
def test_the_contents_list_follows_the_headings(levels: tuple[int, ...], shown: str) -> None:
    assert contents(*levels) == shown


def test_a_series_names_the_part_and_links_the_others() -> None:
    site = msgspec.structs.replace(SITE, posts=tuple(msgspec.structs.replace(each, series="Los") for each in POSTS))
    page = render(view_of(site.posts[0]), site=site)
    assert text(page, ".series [aria-current]") == "Beitrag <drei>"
    assert "Los: Teil 3 von 3" in text(page, "article footer")
    assert [link.attributes["href"] for link in page.css(".series a")] == ["/va/blog/eins/", "/va/blog/zwei/"]


def test_neighbours_are_named_older_and_newer() -> None:
    page = render(view_of(POSTS[1]))
    assert text(page, ".neighbours [rel=prev]") == "Älterer Beitrag Beitrag <eins>"
    assert text(page, ".neighbours [rel=next]") == "Neuerer Beitrag Beitrag <drei>"


def test_the_canonical_address_is_absolute_and_missing_on_the_error_page() -> None:
    page = render(view_of(POSTS[0]))
    assert one(page, "link[rel=canonical]").attributes["href"] == "https://example.org/va/blog/drei/"
    error = render(listing(kind="error", url="/va/404.html", title="Nichts", noindex=True), EMPTY)
    assert error.css("link[rel=canonical]") == []
    assert one(error, "meta[name=robots]").attributes["content"] == "noindex"


def test_the_error_page_addresses_the_visitor_in_the_tone_of_the_site() -> None:
    view = listing(kind="error", url="/va/404.html", title="Nichts", tone=Tone.DU)
    assert "hast du dich vertippt" in text(render(view, EMPTY), ".lead")


def test_the_owners_own_text_replaces_that_of_the_error_page() -> None:
    page = render(listing(kind="error", url="/va/404.html", title="Nichts"))
    assert page.css(".lead") == []
    assert text(page, ".prose") == "Ein Text."


def test_the_navigation_marks_where_the_visitor_stands() -> None:
    within = render(view_of(POSTS[0]))
    assert one(within, "#_menue [aria-current]").attributes["aria-current"] == "true"
    assert one(render(listing(), EMPTY), "#_menue [aria-current]").attributes["aria-current"] == "page"


def test_a_site_without_navigation_has_no_button_for_it() -> None:
    site = msgspec.structs.replace(SITE, settings=msgspec.structs.replace(SITE.settings, navigation=()))
    assert render(listing(), EMPTY, site=site).css("button, #_menue") == []


def test_a_list_in_several_pages_shows_the_way_and_counts_in_the_title() -> None:
    pagination = Pagination(number=2, total=2, previous_url="/va/blog/", next_url="")
    page = render(listing(url="/va/blog/seite/2/", description="Worum es geht", pagination=pagination), EMPTY)
    assert text(page, "title").replace("\u00a0", " ") == "Blog – Seite 2 – Büro & Co."
    assert text(page, ".pagination") == "Neuere Beiträge Seite 2 von 2"
    assert page.css(".lead") == []


def test_an_empty_list_says_so() -> None:
    page = render(listing(), EMPTY, site=msgspec.structs.replace(SITE, posts=()))
    assert "noch nichts erschienen" in text(page, "main")
    assert page.css("main a") == []


def test_the_archive_shows_months_as_precisely_as_they_were_given() -> None:
    page = render(listing(kind="archive", url="/va/blog/archiv/", title="Archiv"), EMPTY)
    assert [heading.text() for heading in page.css(".year h2")] == ["2026", "2018"]
    assert [time.text() for time in page.css(".lines time")] == ["05.03.2026", "02.01.2026", "01.2018"]


def test_the_page_of_an_author_introduces_her() -> None:
    site = msgspec.structs.replace(SITE, authors=(msgspec.structs.replace(ANNA, role="Inhaberin"),))
    term = Term(taxonomy="author", name="Anna Klar", slug="anna", url=ANNA.url)
    page = render(listing(kind="term", url=ANNA.url, title="Anna Klar", entry=term), EMPTY, site=site)
    assert text(page, ".kicker") == "Beiträge von"
    assert "Inhaberin" in text(page, ".author")
    assert len(page.css(".post-item")) == len(POSTS)


def test_prices_are_said_in_words_where_there_is_no_amount() -> None:
    page = render(listing(kind="page", url="/va/preise/", title="Preise"), layout="prices.html")
    assert [" ".join(cell.text().split()) for cell in page.css(".prices td")] == ["45,50 €", "auf Anfrage", "kostenlos"]


def test_a_lowest_price_and_its_unit_are_said() -> None:
    paid = msgspec.structs.replace(SITE.services[0], starting=True, unit=Unit.HOUR)
    site = msgspec.structs.replace(SITE, services=(paid,))
    page = render(listing(kind="services", url="/va/leistungen/", title="Leistungen"), EMPTY, site=site)
    assert text(page, ".card .price") == "ab 45,50 € je Stunde"


def test_a_service_says_what_is_included_and_how_to_ask() -> None:
    offered = msgspec.structs.replace(SITE.services[0], included=("Ordnen",), not_included=("Steuerberatung",))
    view = listing(kind="service", url=offered.url, title=offered.title, entry=offered)
    page = render(view, site=msgspec.structs.replace(SITE, services=(offered,)))
    assert (text(page, ".included"), text(page, ".not-included")) == ("Ordnen", "Steuerberatung")
    assert one(page, "main .primary").attributes["href"] == "/va/kontakt/"


def test_voices_keep_their_paragraphs_and_say_how_they_were_checked() -> None:
    voice = {"quote": "Gut.\n\nSehr gut.", "name": "K. Berg", "checked": "per E-Mail freigegeben"}
    site = msgspec.structs.replace(SITE, data={"testimonials": [voice, {"quote": "Ja.", "name": "T. Au"}]})
    page = render(listing(kind="page", url="/va/stimmen/", title="Stimmen"), site=site, layout="testimonials.html")
    assert [paragraph.text() for paragraph in page.css(".testimonial p")] == ["Gut.", "Sehr gut.", "Ja."]
    assert "per E-Mail freigegeben" in page.css(".testimonial")[0].text()


def test_the_home_page_shows_services_and_the_newest_posts() -> None:
    view = listing(kind="home", url="/va/", title="Willkommen")
    page = render(view)
    assert text(page, "title") == "Büro & Co. – Ruhe im Büro"
    assert len(page.css(".priced li")) == len(page.css(".card")) == len(POSTS)


def test_a_redirect_leads_on_without_a_click_and_with_one() -> None:
    page = render(listing(kind="redirect", url="/va/alt/", title="Alt", target="/va/blog/drei/"), EMPTY)
    assert one(page, "meta[http-equiv=refresh]").attributes["content"] == "0; url=/va/blog/drei/"
    assert one(page, "main a").attributes["href"] == "/va/blog/drei/"
    assert one(page, "link[rel=canonical]").attributes["href"] == "https://example.org/va/blog/drei/"


def test_a_site_overrides_one_block_and_keeps_the_rest(tmp_path: Path) -> None:
    own = '{% extends "theme/post.html" %}\n{% block tags %}<p id="x">{{ post.title }}</p>{% endblock %}\n'
    (tmp_path / "post.html").write_text(own, encoding="utf-8")
    page = render(view_of(POSTS[0]), own=tmp_path)
    assert text(page, "#x") == "Beitrag <drei>"
    assert text(page, "h1") == "Beitrag <drei>"


def test_a_site_overrides_a_part_wherever_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "ad_mark.html").write_text("<b>{{ post.id }}</b>\n", encoding="utf-8")
    page, site = with_post(ad="Anzeige")
    assert text(render(page, own=tmp_path), "article b") == "drei"
    marks = render(listing(), EMPTY, site=site, own=tmp_path).css(".post-item b")
    assert [mark.text() for mark in marks] == ["drei"]


def test_a_site_adds_rules_to_the_stylesheet(tmp_path: Path) -> None:
    own = '{% extends "theme/style.css" %}\n{% block own %}h1 { color: red; }{% endblock %}\n'
    (tmp_path / "style.css").write_text(own, encoding="utf-8")
    css = Layouts(tmp_path, THEME, Language.DE).asset("style.css", SiteView(SITE, Files())).html
    assert css is not None
    assert css.startswith("@layer tokens")
    assert css.rstrip().endswith("h1 { color: red; }")


@pytest.mark.parametrize(("accent", "tick"), [("#8a4b2d", "#fff"), ("#ffd400", "#2a231d")])
def test_the_icon_can_be_seen_on_any_accent(accent: str, tick: str) -> None:
    settings = msgspec.structs.replace(SITE.settings, theme=msgspec.structs.replace(SITE.settings.theme, accent=accent))
    site = SiteView(msgspec.structs.replace(SITE, settings=settings), Files())
    icon = Layouts(THEME / "none", THEME, Language.DE).asset("favicon.svg", site).html
    assert icon is not None
    assert icon.startswith("<svg")
    assert f'fill="{accent}"' in icon
    assert f'stroke="{tick}"' in icon
