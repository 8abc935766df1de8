"""Comments as visitors and their machines read them: through the front door."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree as ET

import msgspec
import pytest

from comment_case import INBOX, OPEN, PAGE, comment, commented, comments_of, element, heading, ulid, with_comments
from site_case import NOON, SiteCase, codes
from sitegen.model.comments.comment import Comment
from sitegen.plan.comments import TINTS, initials, tint

ATOM = "{http://www.w3.org/2005/Atom}"
MAIL_ONLY = OPEN + "delivery: {provider: mailto}\n"


# What is shown


def test_a_comment_stands_below_its_post(tmp_path: Path) -> None:
    site = commented(tmp_path, comment(text="Danke, *das* hilft.\nSehr!", website="https://anna.example/")).built()
    shown = element(site, 1)
    link = shown.css("strong a")[0]
    assert link.text() == "Anna Kramer"
    assert link.attributes == {"href": "https://anna.example/", "rel": "nofollow ugc noopener"}
    assert shown.css(".comment-text em")[0].text() == "das"
    assert len(shown.css(".comment-text br")) == 1
    assert shown.css("time")[0].attributes["datetime"] == "2026-11-02T11:30:00+01:00"
    assert shown.css("a.comment-date")[0].attributes["href"] == f"#kommentar-{ulid(1)}"
    assert shown.css(".comment-initials")[0].text() == "AK"
    assert not shown.css("img, [style]")


@pytest.mark.parametrize(
    ("comments", "expected"),
    [
        ((comment(1),), "1\u00a0Kommentar"),
        ((comment(1), comment(2), comment(3, parent=1)), "3\u00a0Kommentare"),
        (
            (comment(1), comment(2, type="pingback"), comment(3, type="webmention")),
            "1\u00a0Kommentar, 2\u00a0Erwähnungen",
        ),
        ((comment(1, type="trackback"),), "1\u00a0Erwähnung"),
        ((comment(1, deleted=True), comment(2, parent=1)), "1\u00a0Kommentar"),
    ],
)
def test_comments_and_mentions_are_counted_apart(comments: tuple[Comment, ...], expected: str, tmp_path: Path) -> None:
    site = commented(tmp_path, *comments).built()
    assert heading(site) == expected
    meta = site.main(PAGE).css(".meta a[href='#kommentare']")
    assert [link.text() for link in meta] == [expected]


def test_answers_stand_below_what_they_answer_and_no_deeper_than_three(tmp_path: Path) -> None:
    chain = [comment(1), *(comment(number, f"Nummer {number}", parent=number - 1) for number in range(2, 6))]
    site = commented(tmp_path, *chain).built()
    assert len(comments_of(site).css("ol.comment-list > li > ol > li > ol > li")) == 3
    assert len(comments_of(site).css("ol ol ol ol")) == 0
    link = element(site, 5).css("p.small a")[0]
    assert (link.text(), link.attributes["href"]) == ("Antwort an Nummer 4", f"#kommentar-{ulid(4)}")


def test_the_depth_is_the_owners_choice(tmp_path: Path) -> None:
    chain = (comment(1), comment(2, parent=1), comment(3, parent=2))
    site = commented(tmp_path, *chain, settings="comments: {open: ja, depth: 1}\n" + INBOX).built()
    assert not comments_of(site).css("ol ol")


def test_the_owners_answers_are_marked(tmp_path: Path) -> None:
    site = commented(tmp_path, comment(1), comment(2, "Vera Sonne", parent=1, type="owner_reply")).built()
    assert "comment-of-owner" in (element(site, 2).attributes["class"] or "")
    assert [mark.text() for mark in comments_of(site).css(".comment-mark")] == ["schreibt hier"]


def test_a_deleted_comment_keeps_the_place_of_its_answers(tmp_path: Path) -> None:
    site = commented(tmp_path, comment(1, deleted=True), comment(2, parent=1), comment(3, deleted=True)).built()
    assert element(site, 1).text(strip=True) == "Kommentar gelöscht"
    assert element(site, 2).tag == "article"
    assert ulid(3) not in site.html(PAGE)


def test_mentions_are_listed_apart(tmp_path: Path) -> None:
    mention = comment(2, "", type="webmention", website="https://notizen.example/2026/", text="")
    site = commented(tmp_path, comment(1), mention).built()
    (link,) = comments_of(site).css(".comment-mentions a")
    assert (link.text(), link.attributes["href"]) == ("notizen.example", "https://notizen.example/2026/")
    assert link.attributes["rel"] == "nofollow ugc noopener"


def test_comments_belong_to_the_id_of_a_post(tmp_path: Path) -> None:
    site = commented(tmp_path, comment()).built()
    (tmp_path / "content/blog/2026-11-01-rechnungen.md").rename(tmp_path / "content/blog/2026-11-01-neu.md")
    site.edit("content/blog/2026-11-01-neu.md", "title: Rechnungen", "title: Neu\nid: rechnungen")
    assert site.built().main("blog/neu/index.html").css(f"#kommentar-{ulid(1)}")


def test_comments_on_a_draft_wait_with_it(tmp_path: Path) -> None:
    site = commented(tmp_path, comment())
    site.edit("content/blog/2026-11-01-rechnungen.md", "title:", "draft: ja\ntitle:")
    result = site.build()
    assert not codes(result)
    assert "kommentare.xml" not in site.files()


def test_a_post_with_faults_is_no_unknown_post(tmp_path: Path) -> None:
    site = commented(tmp_path, comment())
    site.edit("content/blog/2026-11-01-rechnungen.md", "date: 2026-11-01", "date: gestern")
    assert "SG754" not in codes(site.build())


def test_a_heading_takes_no_address_of_comments(tmp_path: Path) -> None:
    site = commented(tmp_path, comment())
    site.post("2026-11-01-rechnungen", "## Kommentare\n\nText.\n\n## Kommentar schreiben\n\nText.", title="Rechnungen")
    ids = [node.attributes["id"] for node in site.built().main(PAGE).css("[id]")]
    assert len(ids) == len(set(ids))


def test_the_html_has_no_empty_lines(tmp_path: Path) -> None:
    site = commented(
        tmp_path, comment(1, text="Eins\n\nzwei"), comment(2, parent=1), comment(3, type="pingback")
    ).built()
    assert "\n\n" not in (comments_of(site).html or "")


# Where more can be said


def test_answers_and_reports_go_to_the_inbox(tmp_path: Path) -> None:
    site = commented(tmp_path, comment()).built()
    reply, report = (link.attributes["href"] or "" for link in element(site, 1).css(".comment-links a"))
    assert reply == f"https://eingang.example.org/f/test/comment?post=rechnungen&parent={ulid(1)}"
    assert report == f"https://eingang.example.org/f/test/report?post=rechnungen&parent={ulid(1)}"


def test_without_an_inbox_a_report_is_a_mail(tmp_path: Path) -> None:
    site = commented(tmp_path, comment(), settings=MAIL_ONLY).built()
    (report,) = element(site, 1).css(".comment-links a")
    parts = urlsplit(report.attributes["href"] or "")
    assert (parts.scheme, parts.path) == ("mailto", "post@example.org")
    query = parse_qs(parts.query)
    assert query["subject"] == ["Meldung zu einem Kommentar"]
    assert f"https://www.example.org/blog/rechnungen/#kommentar-{ulid(1)}\r\n" in query["body"][0]
    assert "+" not in unquote(parts.query).replace(query["body"][0], "")


def test_the_form_says_which_post_it_is_about(tmp_path: Path) -> None:
    site = commented(tmp_path).built()
    (form,) = site.main(PAGE).css("form#kommentar-schreiben")
    assert form.attributes["action"] == "https://eingang.example.org/f/test/comment"
    hidden = {field.attributes["name"]: field.attributes["value"] for field in form.css("input[type=hidden]")}
    assert hidden == {"page": "/blog/rechnungen/", "post": "rechnungen"}
    assert "Ihre E-Mail-Adresse wird nicht veröffentlicht." in form.text()
    assert not site.main(PAGE).css("#kommentare, .meta a")


def closed_by_date(site: SiteCase) -> SiteCase:
    return site.edit("content/blog/2026-11-01-rechnungen.md", "date: 2026-11-01", "date: 2026-08-22")


def closed_by_post(site: SiteCase) -> SiteCase:
    return site.edit("content/blog/2026-11-01-rechnungen.md", "title:", "comments: nein\ntitle:")


def closed_everywhere(site: SiteCase) -> SiteCase:
    return site.edit("site.yaml", "open: ja", "open: nein")


@pytest.mark.parametrize("close", [closed_by_date, closed_by_post, closed_everywhere])
def test_a_closed_discussion_says_so_and_has_no_form(close: object, tmp_path: Path) -> None:
    assert callable(close)
    site = close(commented(tmp_path, comment())).built()
    assert not site.main(PAGE).css("form")
    assert "kann nicht mehr kommentiert werden" in comments_of(site).text()
    assert [link.text() for link in element(site, 1).css(".comment-links a")] == ["Melden"]


@pytest.mark.parametrize("close", [closed_by_date, closed_by_post, closed_everywhere])
def test_closed_and_without_comments_nothing_is_said(close: object, tmp_path: Path) -> None:
    assert callable(close)
    site = close(commented(tmp_path)).built()
    assert "omment" not in re.sub(r'<link rel="stylesheet"[^>]*>', "", site.html(PAGE))


@pytest.mark.parametrize(("day", "open_"), [(21, False), (22, False), (23, True)])
def test_a_post_closes_at_the_end_of_its_ninetieth_day(day: int, open_: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a parameter
    site = commented(tmp_path).edit("content/blog/2026-11-01-rechnungen.md", "2026-11-01", f"2026-08-{day}")
    site.now = NOON
    assert bool(site.built().main(PAGE).css("form#kommentar-schreiben")) == open_


# Machines


def test_structured_data_tell_who_said_what(tmp_path: Path) -> None:
    site = commented(tmp_path, comment(1, text="**Danke** & </script>"), comment(2, "Eva", parent=1)).built()
    (script,) = site.page(PAGE).css('script[type="application/ld+json"]')
    graph = msgspec.json.decode(script.text(), type=dict[str, object])["@graph"]
    post = msgspec.convert(graph, list[dict[str, object]])[0]
    first, second = msgspec.convert(post["comment"], list[dict[str, object]])
    page = "https://www.example.org/blog/rechnungen/"
    assert post["commentCount"] == 2
    assert first == {
        "@type": "Comment",
        "@id": f"{page}#kommentar-{ulid(1)}",
        "url": f"{page}#kommentar-{ulid(1)}",
        "author": {"@type": "Person", "name": "Anna Kramer"},
        "dateCreated": "2026-11-02T11:30:00+01:00",
        "text": "Danke & </script>",
    }
    assert second["parentItem"] == {"@id": f"{page}#kommentar-{ulid(1)}"}


def test_feeds_hold_the_newest_first_and_are_named_in_the_head(tmp_path: Path) -> None:
    site = commented(tmp_path, comment(1), comment(2, "Eva"), comment(3, deleted=True), comment(4, type="pingback"))
    site.post("2026-11-05-ablage", "Text.", title="Ablage")
    with_comments(site, comment(5, "Kim <b>", post="ablage")).built()
    names = {
        path: [name.text for name in ET.fromstring(site.html(path)).iterfind(f"{ATOM}entry/{ATOM}author/{ATOM}name")]
        for path in ("kommentare.xml", "blog/rechnungen/kommentare.xml", "blog/ablage/kommentare.xml")
    }
    assert list(names.values()) == [["Kim <b>", "Eva", "Anna Kramer"], ["Eva", "Anna Kramer"], ["Kim <b>"]]
    named = {link.attributes["href"] for link in site.page(PAGE).css('link[type="application/atom+xml"]')}
    assert named >= {"/kommentare.xml", "/blog/rechnungen/kommentare.xml"}


def test_without_comments_there_are_no_feeds(tmp_path: Path) -> None:
    site = commented(tmp_path, comment(1, type="pingback")).built()
    assert not [path for path in site.files() if path.endswith("kommentare.xml")]


def test_comments_are_nothing_that_the_search_finds(tmp_path: Path) -> None:
    site = commented(tmp_path, comment()).built()
    assert "data-pagefind-ignore" in comments_of(site).attributes


# Initials


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anna Kramer", "AK"),
        ("anna", "A"),
        ("Özlem von der Au", "ÖA"),
        ("„Jo“ (Büro)", "JB"),
        ("ß", "S"),
        ("!!! ???", ""),
        ("", ""),
        ("<script>", "S"),
    ],
)
def test_initials(name: str, expected: str) -> None:
    assert initials(name) == expected


def test_a_name_has_one_colour_and_names_have_several() -> None:
    assert tint("Anna") == tint("ANNA")
    assert {tint(f"Name {number}") for number in range(100)} == set(range(1, TINTS + 1))
