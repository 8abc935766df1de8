"""Messages as they go over the wire."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from inbox_case import NOON
from sitegen.inbox.mail.composing import Letter, compose, message_id
from sitegen.model.forms.email import EmailError

SENDER = "eingang@nachmittag.example"


def letter(*, to: str = "eva@nachmittag.example", subject: str = "Betreff", reply_to: str = "") -> Letter:
    return Letter(to=to, sender_name="Eingang Büro Nachmittag", subject=subject, body="Text\n", reply_to=reply_to)


@pytest.mark.parametrize(
    "address", ["", "a@b.example, c@d.example", "Anna <a@b.example>", "a@b.example\nBcc: x@y.example"]
)
def test_what_is_no_single_address_gets_no_mail(address: str) -> None:
    with pytest.raises(EmailError):
        compose(letter(to=address), sender=SENDER, job="mail:x", now=NOON)


def test_the_same_job_has_the_same_id() -> None:
    assert message_id("mail:hook.disabled:büro:10-wort filter", sender=SENDER) == (
        "<mail.hook.disabled.b.ro.10-wort.filter@nachmittag.example>"
    )


def test_a_long_line_is_folded_on_the_wire_and_whole_again_afterwards() -> None:
    body = f"{'Wort ' * 300}Ende\n"
    message = compose(replace(letter(), body=body), sender=SENDER, job="mail:x", now=NOON)

    raw = message.as_bytes()

    assert max(map(len, raw.splitlines())) <= 78
    read = message_from_bytes(raw, policy=default)
    assert isinstance(read, EmailMessage)
    assert read.get_content().replace("\r\n", "\n") == body


WORDS = st.sampled_from(
    [
        *("Büro", "für", "Rechnungen,", "(wirklich)", "„Größe“", "–", "100", "%", "«Ja»", "Straße:", "und", "Geduld"),
        "Donaudampfschifffahrtskapitänsmütze",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=30).map(" ".join))
def test_what_is_said_arrives_to_the_letter(text: str) -> None:
    written = Letter(to=SENDER, sender_name=text, subject=text, body="Text\n")
    read = message_from_bytes(compose(written, sender=SENDER, job="mail:x", now=NOON).as_bytes(), policy=default)

    assert read["Subject"] == text
    name = read["From"].addresses[0].display_name
    assert name == text or text.startswith(name.removesuffix("…"))


@given(st.text(), st.text(min_size=1))
def test_no_text_makes_a_header_of_its_own(subject: str, name: str) -> None:
    written = Letter(to=SENDER, sender_name=name, subject=subject, body="Text\n")
    raw = compose(written, sender=SENDER, job="mail:x", now=NOON).as_bytes()
    head = raw.partition(b"\r\n\r\n")[0]
    names = [line.partition(b":")[0] for line in head.split(b"\r\n") if not line.startswith((b" ", b"\t"))]
    assert sorted(names) == sorted(
        [
            *(b"From", b"To", b"Subject", b"Date", b"Message-ID", b"Auto-Submitted"),
            *(b"Content-Type", b"Content-Transfer-Encoding", b"MIME-Version"),
        ]
    )
