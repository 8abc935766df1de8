"""Forms on finished pages: where providers want them, sums, tones, the pages after them, what the inbox is told."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest
from selectolax.lexbor import LexborNode

from site_case import NOON, SiteCase, codes
from sitegen.build.result import BuildResult
from sitegen.cli.entry import run
from sitegen.model.forms.sum import NUMERALS, sum_is_right
from sitegen.model.inbox_manifest import InboxManifest

SITE = """\
title: Büro Test
url: https://www.example.org/
images: {cards: nein}
business:
  email: post@example.org
  response_time: zwei Werktage
"""
INBOX = f"""{SITE}delivery:
  provider: inbox
  address: https://eingang.example.org
  site: test
  sum: no
"""
WITH_SUM = INBOX.replace("sum: no", "sum: yes")
KEY = b"sehr-geheim-und-lang-genug-fuer-den-test"
CONTACT = "---\ntitle: Kontakt\nsummary: So erreichen Sie uns.\nform: contact\n---\n\nSchreiben Sie uns.\n"
PRIVACY = "---\ntitle: Datenschutz\nsummary: Was mit Angaben geschieht.\n---\n\nWenig.\n"
PAGES = {"content/kontakt.md": CONTACT, "content/datenschutz.md": PRIVACY}


def site_with(tmp_path: Path, settings: str = INBOX, files: dict[str, str] | None = None) -> SiteCase:
    return SiteCase.of(tmp_path, PAGES | (files or {}), settings=settings)


def built_with_key(site: SiteCase, key: bytes = KEY) -> BuildResult:
    result = site.build(form_key=key)
    assert result.written, site.report(result)
    return result


def form_of(site: SiteCase, path: str = "kontakt/index.html") -> LexborNode:
    (form,) = site.main(path).css("form")
    return form


def one(node: LexborNode, selector: str) -> LexborNode:
    (found,) = node.css(selector)
    return found


def value_of(form: LexborNode, name: str) -> str:
    (field,) = form.css(f'[name="{name}"]')
    return field.attributes.get("value") or ""


def manifest_of(site: SiteCase) -> InboxManifest:
    return msgspec.json.decode(site.html("inbox.json"), type=InboxManifest, strict=True)


@pytest.mark.parametrize(
    ("delivery", "action", "hidden"),
    [
        ("{provider: inbox, address: https://e.example, site: b, sum: no}", "https://e.example/f/b/contact", "page"),
        ("{provider: netlify}", "/danke/contact/", None),
        ("{provider: formspree, key: abc123}", "https://formspree.io/f/abc123", "_next"),
        ("{provider: web3forms, key: abc123}", "https://api.web3forms.com/submit", "redirect"),
        ("{provider: basin, key: abc123}", "https://usebasin.com/f/abc123", "_redirect"),
        ("{provider: staticforms, key: abc123}", "https://api.staticforms.xyz/submit", "redirectTo"),
        ("{provider: formcarry, key: abc123}", "https://formcarry.com/s/abc123", None),
        ("{provider: formsubmit, key: abc123}", "https://formsubmit.co/abc123", "_next"),
    ],
)
def test_each_provider_gets_its_form_and_leads_to_the_page_after_it(
    delivery: str, action: str, hidden: str | None, tmp_path: Path
) -> None:
    site = site_with(tmp_path, f"{SITE}delivery: {delivery}\n").built()
    form = form_of(site)
    assert form.attributes["action"] == action
    assert form.attributes["method"] == "post"
    if hidden:
        assert value_of(form, hidden) in {"/kontakt/", "https://www.example.org/danke/contact/"}
    assert one(site.main("danke/contact/index.html"), "h1").text() == "Danke für Ihre Nachricht"
    assert (site.out / "inbox.json").exists() == ("inbox" in delivery)


def test_without_a_receiver_the_visitors_own_mail_program_is_opened(tmp_path: Path) -> None:
    site = site_with(tmp_path, SITE).built()
    main = site.main("kontakt/index.html")
    assert main.css("form") == []
    assert (one(main, "#_formular .button").attributes["href"] or "").startswith("mailto:post@example.org?")
    assert main.css(".form-mail") == [], "a second way by mail would be the same one"
    assert not (site.out / "danke").exists(), "nothing comes back to the site"


def test_the_other_way_stands_below_every_form(tmp_path: Path) -> None:
    site = site_with(tmp_path).built()
    assert one(site.main("kontakt/index.html"), ".form-mail a").attributes["href"] == "mailto:post@example.org"
    link = one(form_of(site), ".form-privacy a")
    assert link.attributes["href"] == "/datenschutz/", "from page to page, wherever the site is looked at"


def test_on_the_contact_page_the_bar_leads_to_its_form(tmp_path: Path) -> None:
    site = site_with(tmp_path).built()
    bars = [site.page(path).css(".contact-bar a") for path in ("kontakt/index.html", "datenschutz/index.html")]
    assert [[link.attributes["href"] for link in bar] for bar in bars] == [["#_formular"], ["/kontakt/"]]


# Sums


def test_a_sum_is_asked_that_the_inbox_can_check(tmp_path: Path) -> None:
    site = site_with(tmp_path, WITH_SUM)
    assert codes(built_with_key(site)) == []
    form = form_of(site)
    label = one(form, 'label[for="_formular-sum"]').text()
    left, right = (NUMERALS.index(word) for word in label.rstrip("\u00a0*?").split() if word in NUMERALS)
    answer, check = str(left + right), value_of(form, "sum_check")
    assert sum_is_right(answer, check, form="contact", page=value_of(form, "page"), site="test", key=KEY)
    assert not sum_is_right(answer, check, form="contact", page="/anderswo/", site="test", key=KEY)
    (spec,) = manifest_of(site).forms
    assert spec.sum


def test_the_same_key_makes_the_same_site_and_another_one_another(tmp_path: Path) -> None:
    site = site_with(tmp_path, WITH_SUM)
    built_with_key(site)
    first = site.files()
    built_with_key(site, b"ein anderer Schluessel, ebenso lang wie der erste")
    assert site.html("kontakt/index.html").encode() != first["kontakt/index.html"]
    built_with_key(site)
    assert site.files() == first


def test_without_a_key_there_is_no_sum_and_the_owner_is_told(tmp_path: Path) -> None:
    site = site_with(tmp_path, WITH_SUM)
    result = site.build()
    assert codes(result) == ["SG736"]
    assert result.written
    assert form_of(site).css('[name="sum"]') == []
    assert not any(spec.sum for spec in manifest_of(site).forms)


def test_the_key_comes_from_the_environment_and_stays_out_of_every_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = site_with(tmp_path, WITH_SUM)
    monkeypatch.setenv("SITEGEN_FORM_KEY", KEY.decode())
    assert run(["build", "--site", str(site.root)]) == 0
    assert form_of(site).css('[name="sum"]')
    assert KEY.decode() not in capsys.readouterr().out
    kept = [path for path in site.root.rglob("*") if path.is_file() and KEY in path.read_bytes()]
    assert kept == []


# Which form stands where


def test_on_the_page_of_a_service_that_service_is_filled_in(tmp_path: Path) -> None:
    service = "---\ntitle: {title}\nsummary: Kurz.\nprice: 40\nunit: hour\nform: quote\n---\n\nText.\n"
    services = {f"content/services/{name}.md": service.format(title=name.title()) for name in ("ablage", "reisen")}
    site = site_with(tmp_path, files=services).built()
    for name in ("ablage", "reisen"):
        options = form_of(site, f"leistungen/{name}/index.html").css("option[selected]")
        assert [option.text() for option in options] == [name.title()]
    quote = manifest_of(site).form("quote")
    assert quote is not None
    field = quote.field("service")
    assert field is not None
    assert (field.choices, field.value) == (("Ablage", "Reisen"), "")


def test_a_form_for_du_is_one_of_its_own_up_to_the_page_after_it(tmp_path: Path) -> None:
    du = CONTACT.replace("title: Kontakt", "title: Schreib uns\ntone: du").replace("Schreiben Sie", "Schreib")
    site = site_with(tmp_path, files={"content/du.md": du}).built()
    assert (form_of(site, "du/index.html").attributes["action"] or "").endswith("/f/test/contact-du")
    said = site.main("danke/contact-du/index.html").text()
    assert "Danke für deine Nachricht" in said
    assert "Sie" not in said.split()
    assert [(form.name, form.tone.value) for form in manifest_of(site).forms] == [
        ("contact", "sie"),
        ("contact-du", "du"),
    ]


def test_a_post_and_every_kind_of_page_can_show_one(tmp_path: Path) -> None:
    listed = "---\ntitle: {title}\nsummary: Kurz.\nform: callback\n---\n\nText.\n"
    files = {
        "content/index.md": listed.format(title="Start"),
        "content/blog/index.md": listed.format(title="Blog"),
        "content/services/index.md": listed.format(title="Leistungen"),
    }
    site = site_with(tmp_path, f"{INBOX}blog: {{page_size: 1}}\n", files)
    site.post("eins", "Text.", form="newsletter").post("zwei", "Text.", date="2026-10-01").built()
    for path in ("", "blog/", "leistungen/"):
        assert value_of(form_of(site, f"{path}index.html"), "page") == f"/{path}"
    assert value_of(form_of(site, "blog/eins/index.html"), "page") == "/blog/eins/"
    assert site.main("blog/seite/2/index.html").css("form") == [], "a list shows its form once"


def test_a_form_that_nobody_would_receive_is_not_shown(tmp_path: Path) -> None:
    site = site_with(tmp_path)
    before = site.built().html("kontakt/index.html")
    result = site.edit("site.yaml", "  address: https://eingang.example.org\n", "").build()
    assert codes(result) == ["SG730"]
    assert not result.written
    assert site.html("kontakt/index.html") == before


def test_an_inbox_on_this_machine_may_do_without_https(tmp_path: Path) -> None:
    site = site_with(tmp_path, INBOX.replace("https://eingang.example.org", "http://127.0.0.1:8000")).built()
    assert form_of(site).attributes["action"] == "http://127.0.0.1:8000/f/test/contact"


# The page after a form


def test_the_page_after_a_form_is_for_its_sender_alone(tmp_path: Path) -> None:
    site = site_with(tmp_path).post("eins", "Text.").built()
    assert site.page("danke/contact/index.html").css('meta[name="robots"][content="noindex"]')
    elsewhere = ("sitemap.xml", "feed.xml", "rss.xml", "feed.json", "blog/index.html", "kontakt/index.html")
    for path in elsewhere:
        assert 'href="/danke/' not in site.html(path)
        assert "org/danke/" not in site.html(path)
    found = [path for path in site.files() if path.startswith("suche/pagefind/fragment")]
    assert len(found) in {0, 3}, "the post and the two pages, where there is a search"


def test_it_says_what_happens_next_and_when(tmp_path: Path) -> None:
    closed = "  closed:\n    - {from: 24.11.2026, to: 27.11.2026, note: Betriebsferien}\n"
    settings = INBOX.replace("  response_time", f"{closed}  response_time")
    said = site_with(tmp_path, settings).built().main("danke/contact/index.html").text()
    assert "Das dauert höchstens zwei Werktage." in said
    assert "24.\u00a0November 2026" in said
    assert "Betriebsferien" in said


@pytest.mark.parametrize("kind", ["contact", "callback", "quote", "newsletter"])
@pytest.mark.parametrize("response_time", ["", "  response_time: zwei Werktage\n"])
def test_every_kind_has_a_page_after_it(kind: str, response_time: str, tmp_path: Path) -> None:
    settings = INBOX.replace("  response_time: zwei Werktage\n", response_time)
    files = {"content/kontakt.md": CONTACT.replace("contact", kind)}
    main = site_with(tmp_path, settings, files).built().main(f"danke/{kind}/index.html")
    assert one(main, "h1").text()
    assert len(main.css("p")) >= 3


def test_the_owners_own_page_takes_its_place(tmp_path: Path) -> None:
    own = "---\ntitle: Danke\nsummary: Bis bald.\nnoindex: ja\n---\n\nBis bald.\n"
    settings = f"{INBOX}forms:\n  - kind: contact\n    thanks: danke.md\n"
    site = site_with(tmp_path, settings, {"content/danke.md": own}).built()
    assert not (site.out / "danke/contact").exists()
    (spec,) = manifest_of(site).forms
    assert spec.thanks_url == "https://www.example.org/danke/"


# What the inbox is told


def test_the_inbox_is_told_the_same_on_every_day(tmp_path: Path) -> None:
    """The days on which comments close stand in it, not whether they have come."""
    site = site_with(tmp_path, f"{INBOX}comments: {{open: yes, close_after: 90}}\n")
    site.post("alt", "Text.", date="2026-08-01").post("neu", "Text.", date="2026-11-01").built()
    told = site.html("inbox.json")
    for days in (1, 40, 400):
        assert site.build(now=NOON + timedelta(days=days)).written
        assert site.html("inbox.json") == told
    posts = {post.id: post.open_until for post in manifest_of(site).posts}
    berlin = ZoneInfo("Europe/Berlin")
    assert posts == {
        "neu": datetime(2027, 1, 31, tzinfo=berlin).astimezone(UTC),
        "alt": datetime(2026, 10, 31, tzinfo=berlin).astimezone(UTC),
    }


def test_the_inbox_is_told_which_posts_are_closed(tmp_path: Path) -> None:
    site = site_with(tmp_path, f"{INBOX}comments: {{open: yes, close_after: 0}}\n")
    site.post("zu", "Text.", comments="nein").post("offen", "Text.").built()
    manifest = manifest_of(site)
    assert {post.id: (post.closed, post.open_until) for post in manifest.posts} == {
        "zu": (True, None),
        "offen": (False, None),
    }
    assert {form.name for form in manifest.forms} == {"contact", "comment", "report"}
    assert "wartet auf Freigabe" in site.main("danke/comment/index.html").text()


def test_the_manual_shows_what_can_be_built(tmp_path: Path) -> None:
    manual = (Path(__file__).parents[1] / "docs/formulare.md").read_text("utf-8")
    (settings,), (page,) = (re.findall(rf"```{kind}\n(.*?)```", manual, re.DOTALL) for kind in ("yaml", "markdown"))
    named = {f"content/{name}.md": page.replace("form: contact", f"form: {name}") for name in ("callback", "workshop")}
    site = site_with(tmp_path, SITE + settings, {"content/kontakt.md": page, **named}).built()
    assert [form.name for form in manifest_of(site).forms] == ["callback", "contact", "workshop"]


def test_what_the_inbox_is_told_holds_no_address_of_a_person(tmp_path: Path) -> None:
    assert "@" not in site_with(tmp_path).built().html("inbox.json")
