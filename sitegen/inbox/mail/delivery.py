"""Hands messages to a mail server, over one connection, and says of each what became of it. Never raises for a server.

Certificates are always verified, and a password never goes over a connection that anybody could read. What is said of a
failure is a sentence of ours: what a server answers may quote whom the mail is for.
"""

from __future__ import annotations

import smtplib
import ssl
import time
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import suppress
from email.message import EmailMessage
from typing import Final

import msgspec

from sitegen.inbox.config import Mail
from sitegen.inbox.mail import wording
from sitegen.text.hosts import is_this_machine

_PATIENCE: Final = 20.0
"""Seconds for each answer of the server."""
_BUDGET: Final = 90.0
"""Seconds after which no further message is begun: what is taken from the store must be finished within its lease."""
_LOGGED_IN: Final = 235
_PERMANENT: Final = 500
"""From here on, a code of SMTP says that the same thing will not be taken later, either."""


class Delivered(msgspec.Struct, frozen=True):
    """The server has taken it."""


class Refused(msgspec.Struct, frozen=True):
    """The server does not take it, now or ever."""

    error: str


class Postponed(msgspec.Struct, frozen=True):
    """Not now; it may be taken later."""

    error: str


class Unbegun(msgspec.Struct, frozen=True):
    """There was no time for it."""


Delivery = Delivered | Refused | Postponed | Unbegun


def deliver(messages: Sequence[EmailMessage], *, server: Mail, password: str) -> tuple[Delivery, ...]:
    """Send messages; one answer for each, in their order."""
    if not messages:
        return ()
    try:
        connection = _connected(server, password)
    except (OSError, smtplib.SMTPException, _UnprotectedError) as error:
        return (Postponed(_trouble(error)),) * len(messages)
    try:
        return tuple(_deliveries(messages, connection))
    finally:
        with suppress(OSError, smtplib.SMTPException):
            connection.quit()
        connection.close()


class _UnprotectedError(Exception):
    """A password would have gone over an open line."""


def _connected(server: Mail, password: str) -> smtplib.SMTP:
    """A connection over which mail can be sent."""
    _insist_on_protection(server)
    connection = _opened(server)
    try:
        if server.security == "starttls":
            _protect(connection)
        if server.user:
            _log_in(connection, server.user, password)
    except BaseException:
        connection.close()
        raise
    return connection


def _protect(connection: smtplib.SMTP) -> None:
    try:
        connection.starttls(context=ssl.create_default_context())
    except smtplib.SMTPNotSupportedError as error:
        raise _UnprotectedError from error


def _log_in(connection: smtplib.SMTP, user: str, password: str) -> None:
    """By whatever the server offers. smtplib knows no umlauts in a password, so then by PLAIN (RFC 4616, UTF-8)."""
    if (user + password).isascii():
        connection.login(user, password)
        return
    connection.ehlo_or_helo_if_needed()
    secret = b64encode(f"\0{user}\0{password}".encode()).decode()
    code, answer = connection.docmd("AUTH", f"PLAIN {secret}")
    if code != _LOGGED_IN:
        raise smtplib.SMTPAuthenticationError(code, answer)


def _insist_on_protection(server: Mail) -> None:
    if server.security == "none" and server.user and not is_this_machine(server.host):
        raise _UnprotectedError


def _opened(server: Mail) -> smtplib.SMTP:
    # The name we give ourselves is the sender's domain: that of the machine is nobody's business.
    name = server.sender.rpartition("@")[2]
    if server.security == "tls":
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(server.host, server.port, local_hostname=name, timeout=_PATIENCE, context=context)
    return smtplib.SMTP(server.host, server.port, local_hostname=name, timeout=_PATIENCE)


def _deliveries(messages: Sequence[EmailMessage], connection: smtplib.SMTP) -> Iterator[Delivery]:
    until = time.monotonic() + _BUDGET
    broken: Postponed | None = None
    for message in messages:
        if broken is None and time.monotonic() >= until:
            yield Unbegun()
            continue
        delivery = broken or _handed_over(message, connection)
        if connection.sock is None and isinstance(delivery, Postponed):
            broken = delivery
        yield delivery


def _handed_over(message: EmailMessage, connection: smtplib.SMTP) -> Delivery:
    try:
        connection.send_message(message)
    except smtplib.SMTPRecipientsRefused as error:
        return _answered(next(iter(error.recipients.values()))[0])
    except smtplib.SMTPSenderRefused as error:
        # What is wrong is the settings: they can be mended, and then the mail is wanted.
        return Postponed(wording.SENDER.format(code=error.smtp_code))
    except smtplib.SMTPDataError as error:
        return _answered(error.smtp_code)
    except (OSError, smtplib.SMTPException) as error:
        connection.close()
        return Postponed(_trouble(error))
    return Delivered()


def _answered(code: int) -> Delivery:
    if code >= _PERMANENT:
        return Refused(wording.REFUSED.format(code=code))
    return Postponed(wording.PATIENCE.format(code=code))


def _trouble(error: Exception) -> str:
    """What is wrong with the server or the way to it, as a sentence for `status`."""
    match error:
        case smtplib.SMTPAuthenticationError() | smtplib.SMTPNotSupportedError():
            return wording.LOGIN
        case _UnprotectedError():
            return wording.UNPROTECTED
        case ssl.SSLCertVerificationError():
            return wording.CERTIFICATE
        case smtplib.SMTPResponseException(smtp_code=code) if code > 0:
            return wording.PATIENCE.format(code=code)
        case _:
            return wording.UNREACHABLE
