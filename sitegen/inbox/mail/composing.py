"""From a letter to a message as it goes over the wire: plain text, headers of a fixed pattern, one recipient.

Nothing that a visitor typed stands in a header, save the address one answers to, and that is exactly one address.
"""

from __future__ import annotations

import re
from datetime import datetime
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import Final

import msgspec

from sitegen.inbox.mail.quoting import beginning, on_one_line
from sitegen.model.forms.email import mail_address

_SUBJECT: Final = "Subject"
_NAME_LIMIT: Final = 60
"""Characters of a name as it is encoded: so the line of the header has room for it."""
_NEVER: Final = 10_000
_NOT_IN_AN_ID: Final = re.compile(r"[^A-Za-z0-9-]+")


class _Wire(EmailPolicy):
    """As `email.policy.SMTP`, but Python 3.11 loses blanks where that folds a subject; the older `Header` does not."""

    def fold(self, name: str, value: str) -> str:
        if name != _SUBJECT or value.isascii():
            folded: str = super().fold(name, value)
            return folded
        return f"{name}: {Header(value, 'utf-8', header_name=name).encode(linesep=self.linesep)}{self.linesep}"

    def fold_binary(self, name: str, value: str) -> bytes:
        return self.fold(name, value).encode("ascii") if name == _SUBJECT else super().fold_binary(name, value)


_POLICY: Final = _Wire(linesep="\r\n")


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
    message = EmailMessage(policy=_POLICY)
    sender = mail_address(sender)
    message["From"] = Address(display_name=_display_name(letter.sender_name), addr_spec=sender)
    message["To"] = Address(addr_spec=mail_address(letter.to))
    if letter.reply_to:
        message["Reply-To"] = Address(addr_spec=mail_address(letter.reply_to))
    message[_SUBJECT] = on_one_line(letter.subject)
    message["Date"] = now
    message["Message-ID"] = message_id(job, sender=sender)
    message["Auto-Submitted"] = "auto-generated"
    for name, value in letter.headers:
        message[name] = value
    message.set_content(letter.body, subtype="plain", charset="utf-8", cte="quoted-printable")
    return message


def _display_name(name: str) -> str:
    """The name on one line of a header, shortened if need be: Python 3.11 puts blanks into one that it has to fold."""
    short = on_one_line(name)
    while len(Header(short, "utf-8", maxlinelen=_NEVER).encode()) > _NAME_LIMIT:
        short = beginning(short, len(short) - 1)
    return short


def message_id(job: str, *, sender: str) -> str:
    """`<mail.submitted.ULID@domain-of-the-sender>`: whoever gets a message twice can tell."""
    return f"<{_NOT_IN_AN_ID.sub('.', job).strip('.')}@{sender.rpartition('@')[2]}>"
