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


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"MIME-Version: 1.0\n", b"Content-Type: multipart/mixed; boundary=x\n"]),
)
def test_no_bytes_are_too_odd(raw: bytes, head: bytes) -> None:
    assert isinstance(read_letter(head + raw).text, str)
