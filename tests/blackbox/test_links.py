"""Signed links in mails: looking changes nothing, only a press of a button does."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from blackbox.target import CONTACT, Target

SCANNERS = (
    {"User-Agent": "BarracudaLinkChecker", "Purpose": "prefetch"},
    {"Sec-Purpose": "prefetch;prerender", "X-Moz": "prefetch"},
    {"User-Agent": "Microsoft Office Protocol Discovery"},
)


def sent_comment(target: Target, text: str, sender: str) -> str:
    """The review link of a comment that has just been sent."""
    with target.client(sender) as visitor:
        assert visitor.post(target.form("comment"), data=target.comment(text)).status_code == 303
    return target.review_link(text)


def press(target: Target, link: str, action: str, *, revision: int = 1, **typed: str) -> httpx.Response:
    """A press of a button on the review page."""
    return target.owner.post(
        link, data={"action": action, "revision": str(revision), **typed}, headers={"Origin": "null"}
    )


def test_looking_at_a_review_page_changes_nothing(target: Target) -> None:
    link = sent_comment(target, "Bitte nur ansehen.", "192.0.2.50")
    first = target.owner.get(link)
    for headers in SCANNERS:
        assert target.owner.get(link, headers=headers).text == first.text
        assert target.owner.head(link, headers=headers).status_code == 200
        assert target.owner.options(link, headers=headers).status_code == 405
    assert target.owner.get(f"{link}?action=approve&revision=1").text == first.text
    assert "Bitte nur ansehen." not in target.exported()
    assert press(target, link, "approve").status_code == 200
    assert "Bitte nur ansehen." in target.exported()


def test_the_address_of_a_review_page_is_told_to_nobody(target: Target) -> None:
    answer = target.owner.get(sent_comment(target, "Ganz unter uns.", "192.0.2.51"))
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    assert "noindex" in answer.headers["x-robots-tag"]
    policy = answer.headers["content-security-policy"]
    assert policy == (
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    assert "set-cookie" not in answer.headers


def test_a_press_says_what_happened_and_an_old_link_still_answers(target: Target) -> None:
    link = sent_comment(target, "Zweimal gedrückt.", "192.0.2.52")
    assert "Freigegeben." in press(target, link, "approve").text
    again = press(target, link, "approve")
    assert again.status_code == 200
    assert "Bereits freigegeben" in again.text
    late = press(target, link, "reject")
    assert "hat sich etwas geändert" in late.text
    assert "Zweimal gedrückt." in target.exported()
    old = target.owner.get(link)
    assert old.status_code == 200
    assert "Bereits freigegeben" in old.text
    assert "Zurücknehmen" in old.text
    assert "Zurückgenommen." in press(target, link, "undo", revision=2).text
    assert "Zweimal gedrückt." not in target.exported()


def test_approving_and_answering_is_one_step(target: Target) -> None:
    link = sent_comment(target, "Darauf hätte ich gern eine Antwort.", "192.0.2.53")
    assert press(target, link, "approve_and_reply").status_code == 422
    assert "eine Antwort" not in target.exported()
    done = press(target, link, "approve_and_reply", reply="Gern: Hier ist sie.")
    assert re.search(r'href="[^"]+#kommentar-[0-9A-Z]{26}"', done.text)
    assert "Gern: Hier ist sie." in target.exported()
    assert "Darauf hätte ich gern eine Antwort." in target.exported()


def test_what_was_typed_is_never_lost_on_the_page(target: Target) -> None:
    link = sent_comment(target, "Erst freigeben, dann antworten.", "192.0.2.54")
    done = press(target, link, "approve", reply="Diese Antwort war schon getippt.")
    assert "Diese Antwort war schon getippt.</textarea>" in done.text
    faulty = press(target, link, "edit", revision=2, name="", website="javascript:alert(1)", text="Mein neuer Text")
    assert faulty.status_code == 422
    assert "Mein neuer Text</textarea>" in faulty.text


def test_an_edited_text_is_shown_before_a_decision(target: Target) -> None:
    link = sent_comment(target, "Ein Tipfehler.", "192.0.2.55")
    assert press(target, link, "edit", name="Anna", website="", text="Ein Tippfehler.").status_code == 200
    assert "wurde seither bearbeitet" in target.owner.get(link).text
    assert press(target, link, "approve").status_code == 409
    assert press(target, link, "approve", revision=2).status_code == 200
    assert "Ein Tippfehler." in target.exported()


@pytest.mark.parametrize("action", ["reject", "spam", "block"])
def test_what_is_refused_is_not_published(target: Target, action: str) -> None:
    text = f"Weg damit: {action}"
    link = sent_comment(target, text, f"192.0.2.{60 + len(action)}")
    assert press(target, link, action).status_code == 200
    assert text not in target.exported()


@pytest.mark.parametrize("form", [{}, {"action": "approve"}, {"action": "explode", "revision": "1"}, {"revision": "1"}])
def test_a_press_of_nothing_changes_nothing(target: Target, form: dict[str, str]) -> None:
    link = sent_comment(target, f"Unberührt: {sorted(form.items())}", f"192.0.2.{70 + len(str(form))}")
    assert target.owner.post(link, data=form).status_code in {409, 415}
    assert "Unberührt" not in target.exported()


def test_a_tampered_link_is_no_link(target: Target) -> None:
    link = sent_comment(target, "Nicht zu fälschen.", "192.0.2.56")
    base, token = link.rsplit("/", 1)
    version, kid, payload, signature = token.split(".")
    flipped = ("A" if signature[5] != "A" else "B").join((signature[:5], signature[6:]))
    forged = [
        f"{version}.{kid}.{payload}.{flipped}",
        f"{version}.{kid}.{payload}A.{signature}",
        f"{version}.k9.{payload}.{signature}",
        f"v2.{kid}.{payload}.{signature}",
        f"{version}.{kid}.{payload}.",
        f"{token}=",
        f"{token}%00",
        "a" * 3000,
    ]
    for token_like in forged:
        for answer in (target.owner.get(f"{base}/{token_like}"), press(target, f"{base}/{token_like}", "approve")):
            assert answer.status_code == 404, token_like
    assert target.owner.get(link).status_code == 200


def test_a_link_opens_one_door_only(target: Target) -> None:
    link = sent_comment(target, "Nur für diese Tür.", "192.0.2.57")
    for door in ("s", "u"):
        other = link.replace("/m/", f"/{door}/")
        assert target.owner.get(other).status_code == 404
        assert target.owner.post(other).status_code == 404


def test_of_eight_presses_at_once_one_counts(target: Target) -> None:
    link = sent_comment(target, "Alle auf einmal.", "192.0.2.58")
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda action: press(target, link, action), ["approve", "reject"] * 4))
    done = [
        answer for answer in answers if "<strong>Freigegeben." in answer.text or "<strong>Abgelehnt." in answer.text
    ]
    assert len(done) == 1


def test_a_newsletter_is_confirmed_by_a_press_and_ended_by_one(target: Target) -> None:
    email = "leserin.mit.klick@vogel.example"
    with target.client("192.0.2.59") as visitor:
        visitor.post(target.form("newsletter"), data={"email": email})
    confirm, unsubscribe = target.newsletter_links(email)
    for link in (confirm, unsubscribe):
        assert target.owner.head(link).status_code == 200
        shown = target.owner.get(link)
        assert '<form method="post">' in shown.text
        assert email not in shown.text
    assert not target.is_confirmed(email)
    assert target.owner.post(confirm).status_code == 200
    assert target.is_confirmed(email)
    one_click = {"List-Unsubscribe": "One-Click"}
    assert (
        target.owner.post(unsubscribe, files={name: (None, value) for name, value in one_click.items()}).status_code
        == 200
    )
    assert target.owner.post(unsubscribe, data=one_click).status_code == 200
    assert target.owner.post(confirm).status_code == 410


def test_the_export_wants_its_token(target: Target) -> None:
    for headers in ({}, {"Authorization": "Bearer x"}, {"Authorization": target.export_token}):
        answer = target.owner.get(f"{target.base}/x/{target.site}", headers=headers)
        assert answer.status_code == 401
        assert answer.text == ""


def test_health_says_nothing_about_anybody(target: Target) -> None:
    with target.client("192.0.2.49") as visitor:
        visitor.post(target.form("contact"), data={**CONTACT, "message": "Geht niemanden etwas an."})
        answer = visitor.get("/health")
    assert answer.status_code == 200
    assert set(answer.json()) == {"store", "oldest_unsent_mail_seconds"}


def test_a_link_ends_after_14_days(target: Target) -> None:
    link = sent_comment(target, "Vor langer Zeit.", "192.0.2.48")
    target.wait(14 * 24 * 3600 - 60)
    assert target.owner.get(link).status_code == 200
    target.wait(60)
    assert target.owner.get(link).status_code == 410
    assert press(target, link, "approve").status_code == 410
