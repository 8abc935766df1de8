"""From a letter to a message as it goes over the wire: plain text, headers of a fixed pattern, one recipient.

Nothing that a visitor typed stands in a header, save the address one answers to, and that is exactly one address.
"""

from __future__ import annotations

import re
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

import msgspec

from sitegen.inbox.mail.quoting import on_one_line
from sitegen.model.form_email import mail_address

_NOT_IN_AN_ID: Final = re.compile(r"[^A-Za-z0-9-]+")


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """What is written to whom."""

    to: str
    """One address, as typed."""
    sender_name: str
    subject: str
    body: str
    """Plain text, LF."""
    reply_to: str = ""
    """One address, as typed; empty for none."""
    headers: tuple[tuple[str, str], ...] = ()


def compose(letter: Letter, *, sender: str, job: str, now: datetime) -> EmailMessage:
    """The message; `job` is the id of the job behind it, and the same job always gives the same Message-ID.

    Raises EmailError where recipient or sender is no single address.
    """
    message = EmailMessage(policy=SMTP)
    sender = mail_address(sender)
    message["From"] = Address(display_name=on_one_line(letter.sender_name), addr_spec=sender)
    message["To"] = Address(addr_spec=mail_address(letter.to))
    if letter.reply_to:
        message["Reply-To"] = Address(addr_spec=mail_address(letter.reply_to))
    message["Subject"] = on_one_line(letter.subject)
    message["Date"] = now
    message["Message-ID"] = message_id(job, sender=sender)
    message["Auto-Submitted"] = "auto-generated"
    for name, value in letter.headers:
        message[name] = value
    message.set_content(letter.body, subtype="plain", charset="utf-8", cte="quoted-printable")
    return message


def message_id(job: str, *, sender: str) -> str:
    """`<mail.submitted.ULID@domain-of-the-sender>`: whoever gets a message twice can tell."""
    return f"<{_NOT_IN_AN_ID.sub('.', job).strip('.')}@{sender.rpartition('@')[2]}>"
