"""What visitors can send, and what becomes of it, over HTTP alone."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

import httpx
import pytest

from blackbox.target import COMMENT, CONTACT, Target

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
PARENT = "01J00000000000000000000000"


def hidden_fields(page: str) -> dict[str, str]:
    """The hidden fields of the page's form."""
    return {name: html.unescape(value) for name, value in HIDDEN.findall(page)}


def is_kept(target: Target, text: str) -> bool:
    """Whether the owner can look at it."""
    return target.owner.get(target.review_link(text)).status_code == 200


def assert_german_page(answer: httpx.Response) -> None:
    """A whole page in German that nobody keeps, indexes or frames, and that loads nothing foreign."""
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="de' in answer.text
    assert "<h1" in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "noindex" in answer.headers["x-robots-tag"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("form", ["contact", "callback", "report", "newsletter"])
def test_each_form_leads_to_its_own_thank_you_page(target: Target, form: str) -> None:
    sent: dict[str, dict[str, str]] = {
        "contact": CONTACT,
        "callback": {"name": "Bernd Vogel", "phone": "030 1234567"},
        "report": {
            "post": target.post,
            "parent": PARENT,
            "content": f"{target.origin}/blog/#kommentar-{PARENT}",
            "reason": "Das ist eine Beleidigung.",
            "good_faith": "ja",
        },
        "newsletter": {"email": "leserin@vogel.example"},
    }
    with target.client("192.0.2.2") as visitor:
        answer = visitor.post(target.form(form), data=sent[form])
    assert answer.status_code == 303, answer.text
    assert answer.headers["location"] == f"{target.thanks}{form}/"


def test_a_comment_is_kept_and_waits(target: Target) -> None:
    with target.client("192.0.2.3") as visitor:
        answer = visitor.post(target.form("comment"), data=target.comment("Das wartet auf Freigabe."))
    assert answer.status_code == 303
    assert answer.headers["location"] == f"{target.thanks}comment/"
    assert is_kept(target, "Das wartet auf Freigabe.")
    assert "wartet auf Freigabe" not in target.exported()


@pytest.mark.parametrize("field", ["redirect", "_next", "next", "return_to"])
def test_nobody_is_led_where_a_request_says(target: Target, field: str) -> None:
    with target.client("192.0.2.4") as visitor:
        by_field = visitor.post(target.form("contact"), data={**CONTACT, field: "https://evil.example/"})
        by_query = visitor.post(f"{target.form('contact')}?{field}=https://evil.example/", data=CONTACT)
    assert by_field.status_code == 400
    assert by_query.headers["location"].startswith(target.thanks)


def test_what_is_missing_is_said_and_what_was_typed_stays(target: Target) -> None:
    with target.client("192.0.2.5") as visitor:
        answer = visitor.post(
            target.form("contact"), data={"name": "Ben <b>", "email": "ben@@x", "message": "Mein Text"}
        )
    assert answer.status_code == 422
    assert_german_page(answer)
    assert re.search(r"<title>Fehler: ", answer.text)
    assert 'role="alert"' in answer.text
    assert 'value="Ben &lt;b&gt;"' in answer.text
    assert "Mein Text</textarea>" in answer.text
    assert 'href="#form-contact-email"' in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "a@example.org, b@example.org",
        "a@example.org;b@example.org",
        "Anna <a@example.org>",
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org%0aBcc: b@example.org",
        "a@example",
        "@example.org",
        "a b@example.org",
    ],
)
def test_an_address_is_one_address_and_no_header(target: Target, address: str) -> None:
    with target.client("192.0.2.6") as visitor:
        answer = visitor.post(target.form("contact"), data={**CONTACT, "email": address})
    assert answer.status_code == 422
    assert_german_page(answer)


def test_an_address_may_have_umlauts_in_its_domain(target: Target) -> None:
    text = "Meine Adresse hat einen Umlaut."
    with target.client("192.0.2.7") as visitor:
        answer = visitor.post(target.form("contact"), data={**CONTACT, "email": "eva@bücher.example", "message": text})
    assert answer.status_code == 303
    assert is_kept(target, text)


@pytest.mark.parametrize("name", ["Eva\r\nBcc: x@example.org", "Eva\nX: y", "Eva\u202e", "Eva\u0007"])
def test_a_name_is_one_line_that_can_be_seen(target: Target, name: str) -> None:
    with target.client("192.0.2.8") as visitor:
        answer = visitor.post(target.form("contact"), data={**CONTACT, "name": name})
    assert answer.status_code == 422


@pytest.mark.parametrize("form", ["nothing", "../contact", "%2e%2e", "contact%00"])
def test_an_unknown_form_is_not_there(target: Target, form: str) -> None:
    with target.client() as visitor:
        assert visitor.post(f"/f/{target.site}/{form}", data=CONTACT).status_code == 404
        answer = visitor.post(f"/f/another-site/{form}", data=CONTACT)
    assert answer.status_code == 404
    assert_german_page(answer)


@pytest.mark.parametrize(
    "where",
    [{"post": "nothing"}, {}, {"parent": "not-a-ulid"}, {"parent": "../../etc"}],
    ids=["unknown-post", "no-post", "odd-parent", "path-as-parent"],
)
def test_a_comment_belongs_to_a_post(target: Target, where: Mapping[str, str]) -> None:
    sent = {**COMMENT, **({"post": target.post} if "parent" in where else {}), **where}
    with target.client("192.0.2.9") as visitor:
        assert visitor.post(target.form("comment"), data=sent).status_code == 404


def test_a_closed_post_takes_nothing_and_the_text_stays(target: Target) -> None:
    with target.client("192.0.2.10") as visitor:
        sent = {**target.comment("Zu spät, aber nicht verloren."), "post": target.closed_post}
        answer = visitor.post(target.form("comment"), data=sent)
        shown = visitor.get(target.form("comment"), params={"post": target.closed_post})
    assert answer.status_code == 403
    assert "Zu spät, aber nicht verloren." in answer.text
    assert "<form" not in shown.text


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "null"}, {"Origin": "https://evil.example"}],
    ids=["hidden", "foreign"],
)
def test_a_comment_from_elsewhere_is_asked_about_and_not_lost(target: Target, headers: dict[str, str]) -> None:
    text = f"Von anderswo: {headers['Origin']}"
    with target.client("192.0.2.12", **headers) as visitor:
        asked = visitor.post(target.form("comment"), data=target.comment(text))
        assert asked.status_code == 200
        assert_german_page(asked)
        assert text in html.unescape(asked.text)
        fields = hidden_fields(asked.text)
        too_fast = visitor.post(target.form("comment"), data=fields)
        assert too_fast.status_code == 200
        target.wait(4)
        answer = visitor.post(target.form("comment"), data=fields)
    assert answer.status_code == 303
    assert is_kept(target, text)


def test_what_was_confirmed_cannot_be_swapped(target: Target) -> None:
    with target.client("192.0.2.13", Origin="https://evil.example") as visitor:
        asked = visitor.post(target.form("comment"), data=target.comment("Ganz harmlos."))
        target.wait(4)
        swapped = {**hidden_fields(asked.text), "text": "Ganz anders."}
        answer = visitor.post(target.form("comment"), data=swapped)
    assert answer.status_code == 200
    assert "Ganz anders." in answer.text


def test_a_message_from_elsewhere_is_kept_at_once(target: Target) -> None:
    with target.client("192.0.2.14", Origin="null") as visitor:
        answer = visitor.post(target.form("contact"), data={**CONTACT, "message": "Mein Browser verrät nichts."})
    assert answer.status_code == 303
    assert is_kept(target, "Mein Browser verrät nichts.")


def test_even_what_looks_like_spam_is_kept_as_a_message(target: Target) -> None:
    text = "[url=https://a.example]x[/url] https://b.example https://c.example https://d.example"
    with target.client("192.0.2.15") as visitor:
        answer = visitor.post(target.form("contact"), data={**CONTACT, "leer": "gefüllt", "message": text})
    assert answer.status_code == 303
    assert is_kept(target, text)


def test_sent_twice_it_is_there_once(target: Target) -> None:
    text = "Das habe ich zweimal abgeschickt, weil die Seite so lange lud."
    with target.client("192.0.2.16") as visitor:
        both = [visitor.post(target.form("comment"), data=target.comment(text)) for _ in range(2)]
    assert [answer.status_code for answer in both] == [303, 303]
    link = target.review_link(text)
    target.owner.post(link, data={"action": "approve", "revision": "1"})
    assert target.exported().count(text) == 1


def test_too_much_from_one_sender_is_put_off_with_the_text(target: Target) -> None:
    with target.client("192.0.2.17") as visitor:
        answers = [visitor.post(target.form("comment"), data=target.comment(f"Nummer {n}")) for n in range(8)]
        last = answers[-1]
        messages = visitor.post(
            target.form("contact"), data={**CONTACT, "message": "Trotzdem kommt eine Anfrage durch."}
        )
    assert [answer.status_code for answer in answers].count(303) == 5
    assert last.status_code == 503
    assert int(last.headers["retry-after"]) > 0
    assert "Nummer 7" in last.text
    assert hidden_fields(last.text)["text"] == "Nummer 7"
    assert messages.status_code == 303
    with target.client("2001:db8::1") as neighbour:
        assert neighbour.post(target.form("comment"), data=target.comment("Ich bin es nicht.")).status_code == 303


def test_the_inbox_shows_the_form_for_an_answer(target: Target) -> None:
    with target.client("192.0.2.18") as visitor:
        shown = visitor.get(target.form("comment"), params={"post": target.post, "parent": PARENT})
        assert shown.status_code == 200
        assert_german_page(shown)
        fields = hidden_fields(shown.text)
        assert fields["parent"] == PARENT
        target.wait(10)
        answer = visitor.post(
            target.form("comment"), data={**fields, **COMMENT, "text": "Eine Antwort."}, headers={"Origin": target.base}
        )
    assert answer.status_code == 303
    assert is_kept(target, "Eine Antwort.")


def test_a_form_sent_back_at_once_is_asked_about(target: Target) -> None:
    with target.client("192.0.2.19") as visitor:
        shown = visitor.get(target.form("comment"), params={"post": target.post})
        sent = {**hidden_fields(shown.text), **COMMENT, "text": "Schneller als jeder Mensch."}
        answer = visitor.post(target.form("comment"), data=sent)
    assert answer.status_code == 200
    assert "Schneller als jeder Mensch." in answer.text
