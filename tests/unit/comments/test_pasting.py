"""From a mail to a comment: what is kept, what is dropped, which post is meant."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.comments.deciding import pending_path
from sitegen.comments.letters import Letter
from sitegen.comments.pasting import Unclear, Understood, understand
from sitegen.comments.posts import KnownPost, post_called, posts_mentioned
from sitegen.model.comments.file import comment_bytes, holds_address, read_comment

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ID = "01KAK5W3Q0D1VAH1H4KZT700SF"
POSTS = (
    KnownPost(
        id="rechnungen", title="Rechnungen, die „niemand“ vergisst", url="https://www.example.org/blog/rechnungen/"
    ),
    KnownPost(id="steuer", title="Steuer", url="https://www.example.org/blog/buero-steuer/"),
    KnownPost(id="ablage", title="Ablage ohne Angst", url="https://www.example.org/blog/ablage/"),
)


def read(text: str, *, post: str = "rechnungen", sent: datetime | None = None) -> Understood | Unclear:
    return understand(Letter(text=text, sent=sent), posts=POSTS, post=post, new_id=ID, now=NOW)


def understood(text: str, *, post: str = "rechnungen", sent: datetime | None = None) -> Understood:
    result = read(text, post=post, sent=sent)
    assert isinstance(result, Understood)
    return result


def unclear(text: str, *, post: str = "") -> Unclear:
    result = read(text, post=post)
    assert isinstance(result, Unclear)
    return result


def test_a_comment_is_made_of_its_fields() -> None:
    result = understood("Name:  Anna   K.\nE-Mail: a@b.example\nWebsite: www.anna.example\nKommentar: Hallo")
    comment = result.comment
    assert (comment.name, comment.website, comment.text) == ("Anna K.", "https://www.anna.example", "Hallo")
    assert (comment.id, comment.post, comment.date, comment.source) == (ID, "rechnungen", NOW, "manual")
    assert result.dropped == {"email"}


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("Name: a@b.example\nKommentar: Hallo", "name"),
        ("Website: javascript:alert(1)\nKommentar: Hallo", "website"),
        ("Website: gibt es nicht\nKommentar: Hallo", "website"),
        ("Kommentar: Schreibt an a@b.example!", "address-in-text"),
        ("IP: 203.0.113.7\nKommentar: Hallo", "private"),
        ("Von: jemand\nKommentar: Hallo", "head"),
    ],
)
def test_what_may_not_be_kept_is_dropped_and_said(text: str, dropped: str) -> None:
    result = understood(text)
    assert result.dropped == {dropped}
    assert not holds_address(comment_bytes(result.comment).decode())


def test_the_date_of_the_mail_counts_but_no_date_to_come() -> None:
    assert understood("Hallo", sent=NOW - timedelta(days=2)).comment.date == NOW - timedelta(days=2)
    assert understood("Hallo", sent=NOW + timedelta(days=2)).comment.date == NOW


def test_an_answer_names_the_comment_it_answers() -> None:
    assert understood(f"Parent: {ID}\nKommentar: Hallo").comment.parent == ID
    assert understood("Parent: ../../etc\nKommentar: Hallo").comment.parent == ""


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Beitrag: ablage\nKommentar: Hallo", "ablage"),
        ("Post: Ablage ohne Angst\nKommentar: Hallo", "ablage"),
        ("Seite: /blog/buero-steuer/\nKommentar: Hallo", "steuer"),
        ("Betreff: Zu Rechnungen, die niemand vergisst\nDatum: heute\nName: Anna\nKommentar: Hallo", "rechnungen"),
        ("Neu auf https://www.example.org/blog/ablage/#kommentare!\n\nKommentar: Hallo", "ablage"),
        ("Beitrag: Kommentar zu „Ablage ohne Angst“\nKommentar: Hallo", "ablage"),
        ("Kommentar: Ihr Text Ablage ohne Angst ist gut", "ablage"),
    ],
)
def test_the_post_is_found_in_the_mail(text: str, post: str) -> None:
    assert understood(text, post="").comment.post == post


def test_what_the_owner_says_counts_more_than_the_mail() -> None:
    assert understood("Beitrag: ablage\nKommentar: Hallo", post="steuer").comment.post == "steuer"


def test_several_posts_are_not_guessed_between() -> None:
    result = unclear("Kommentar: Ablage ohne Angst und Rechnungen, die niemand vergisst")
    assert (result.reason, {post.id for post in result.posts}) == ("several-posts", {"rechnungen", "ablage"})


@pytest.mark.parametrize(
    ("text", "post", "reason"),
    [
        ("Kommentar: Hallo", "", "no-post"),
        ("Beitrag: gibt es nicht\nKommentar: Hallo", "", "unknown-post"),
        ("Beitrag: ablage\nKommentar: Hallo", "gibt-es-nicht", "unknown-post"),
        ("Name: Anna", "ablage", "no-text"),
        ("", "ablage", "no-text"),
        ("Kommentar: " + "x" * 8001, "ablage", "too-long"),
    ],
)
def test_why_there_is_no_comment(text: str, post: str, reason: str) -> None:
    assert unclear(text, post=post).reason == reason


def test_short_titles_are_not_looked_for_in_a_text() -> None:
    assert posts_mentioned("Die Steuer!", POSTS) == ()
    assert post_called("Steuer", POSTS) == POSTS[1]


@pytest.mark.parametrize("post", ["../oben", "..", "_pending", ".git", "a/b", "a\\b"])
def test_a_post_whose_id_is_no_folder_gets_no_comments(post: str) -> None:
    odd = KnownPost(id=post, title="Ein Titel", url="https://www.example.org/blog/x/")
    result = understand(Letter(text="Hallo"), posts=[odd], post=post, new_id=ID, now=NOW)
    assert result == Unclear(reason="unfit-post", named=post)


@given(st.text(max_size=400), st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_typed_its_file_can_be_read(text: str, name: str, website: str) -> None:
    result = read(f"Name: {name}\nWebsite: {website}\nKommentar: {text}")
    if isinstance(result, Understood) and result.comment.text:
        path = pending_path(result.comment)
        assert read_comment(path, comment_bytes(result.comment)).value == result.comment


@pytest.mark.parametrize("broken", ["https://[hier", "https://a\uff0fb.example/"])
def test_an_address_that_is_none_breaks_nothing(broken: str) -> None:
    assert posts_mentioned(f"Siehe {broken}", POSTS) == ()
    assert post_called(broken, POSTS) is None
    assert understood(f"Kommentar: Siehe {broken} und sonst nichts", post="ablage").comment.post == "ablage"
