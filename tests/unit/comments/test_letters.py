"""What is pasted in becomes text, whatever form it has."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.comments.letters import read_letter

TEXT = "Name: Jürgen Groß\nKommentar: Schön – und „gut“!"


def mail(*, subtype: str = "plain", text: str = TEXT, encoding: str = "quoted-printable") -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"] = "Formulardienst <no-reply@forms.example>"
    message["Date"] = "Sat, 21 Nov 2026 12:00:00 +0100"
    message.set_content(text, subtype=subtype, cte=encoding)
    return message.as_bytes()


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_whole_mail_gives_its_text_and_its_date(encoding: str) -> None:
    letter = read_letter(mail(encoding=encoding))
    assert letter.text == TEXT
    assert letter.sent == datetime(2026, 11, 21, 11, tzinfo=UTC)


def test_of_text_and_html_the_text_is_taken() -> None:
    message = EmailMessage()
    message["Message-ID"] = "<1@forms.example>"
    message.set_content(TEXT)
    message.add_alternative("<p>Etwas anderes</p>", subtype="html")
    assert read_letter(message.as_bytes()).text == TEXT


def test_html_alone_is_read_as_a_browser_shows_it() -> None:
    html = """<html><head><title>Neu</title><style>p {color: red}</style></head><body>
      <table><tr><td><b>Name</b></td><td>J&uuml;rgen</td></tr>
      <tr><td>Kommentar</td><td>Eins<br>zwei &amp;
      drei</td></tr></table><script>alert(1)</script></body></html>"""
    text = read_letter(mail(subtype="html", text=html)).text
    assert [line for line in text.split("\n") if line] == ["Name", "Jürgen", "Kommentar", "Eins", "zwei & drei"]


def test_a_mailbox_line_before_the_head_is_no_hindrance() -> None:
    assert read_letter(b"From forms@example Sat Nov 21\r\n" + mail()).text == TEXT


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (TEXT.encode(), TEXT),
        (TEXT.encode("utf-8-sig"), TEXT),
        (TEXT.replace("\n", "\r\n").encode("windows-1252"), TEXT),
        (
            b"Name: J=C3=BCrgen\r\nKommentar: 1 =3D 1, lang=\r\n und breit",
            "Name: Jürgen\nKommentar: 1 = 1, lang und breit",
        ),
        (b"Name: J=FCrgen", "Name: Jürgen"),
        (b"Kommentar: a=b, 2 = 2", "Kommentar: a=b, 2 = 2"),
        (b"", ""),
    ],
)
def test_pasted_text_is_decoded(raw: bytes, text: str) -> None:
    letter = read_letter(raw)
    assert (letter.text, letter.sent) == (text, None)


def test_fields_alone_are_no_head_of_a_mail() -> None:
    raw = b"Name: Anna\nKommentar: Hallo\n\nZweiter Absatz"
    assert read_letter(raw).text == raw.decode()


@pytest.mark.parametrize("date", ["Unfug", "Sat, 99 Nov 2026 12:00:00 +0100", "Sat, 21 Nov 2026 12:00:00 -0000"])
def test_a_date_that_is_none_is_none(date: str) -> None:
    head = f"MIME-Version: 1.0\nDate: {date}\n\n"
    assert read_letter((head + "Kommentar: Hallo").encode()).sent is None


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_long_texts_that_look_like_heads_are_read_at_once(end: bytes) -> None:
    raw = end.join([b"Name: Anna", b" K."] * 500 + [b"Kommentar"])
    assert read_letter(raw).text == raw.decode().replace("\r\n", "\n")


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Type: text/plain; charset=undefined",
        b'Content-Type: text/plain; charset="a\0b"',
        b"Date: Mon, 1 Jan 99999999999999999 00:00:00 +1400",
    ],
)
def test_heads_that_break_the_standard_library_are_read(head: bytes) -> None:
    assert read_letter(b"MIME-Version: 1.0\n" + head + b"\n\nKommentar: Hallo").text == "Kommentar: Hallo"


@pytest.mark.parametrize("date", ["Mon, 1 Jan 1900 00:00:00 +0000", "Mon, 1 Jan 9999 23:59:59 -1400"])
def test_a_date_on_which_nobody_writes_comments_is_none(date: str) -> None:
    assert read_letter(f"MIME-Version: 1.0\nDate: {date}\n\nHallo".encode()).sent is None


@pytest.mark.parametrize(
    ("odd", "text"),
    [
        ("<![if mso]>!<![endif]>", "Hallo\n!"),
        ("<!--[if mso]>?<![endif]-->!", "Hallo\n!"),
        ("<![x[", "Hallo"),
        ("<!x", "Hallo"),
        ("<?php", "Hallo"),
        ("<!-- ", "Hallo"),
    ],
)
def test_html_that_no_browser_wrote_is_read(odd: str, text: str) -> None:
    assert read_letter(f"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>Hallo</p>{odd}".encode()).text == text


def test_comments_in_html_that_never_end_take_no_time() -> None:
    assert read_letter(b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>Hallo" + b"<!--" * 50_000).text == "Hallo"


def test_a_mail_of_mails_of_mails_is_taken_for_text() -> None:
    raw = b"Content-Type: message/rfc822\n\n" * 3000
    assert read_letter(raw).text == raw.decode().strip("\n")


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"MIME-Version: 1.0\n", b"Content-Type: multipart/mixed; boundary=x\n"]),
)
def test_no_bytes_are_too_odd(raw: bytes, head: bytes) -> None:
    assert isinstance(read_letter(head + raw).text, str)
