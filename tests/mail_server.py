"""A real mail server on a free port: keeps what arrives, with TLS and a login if wanted; refuses on request.

`with MailServer() as server:` … `server.received`. It can be stopped and started again on the same port.
"""

from __future__ import annotations

import asyncio
import ssl
import subprocess
import threading
from collections import deque
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Literal, Self

import msgspec
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from sitegen.inbox.config import Mail
from waiting import PATIENCE, until

SENDER: Final = "eingang@nachmittag.example"
USER: Final = "eingang"
PASSWORD: Final = "geheim-äöü"


class Certificate(msgspec.Struct, frozen=True):
    """A certificate for `localhost`, signed by itself, and its key."""

    chain: Path
    key: Path


def make_certificate(folder: Path) -> Certificate:
    """A fresh one in `folder`; whoever sets SSL_CERT_FILE to its chain trusts it."""
    made = Certificate(folder / "chain.pem", folder / "key.pem")
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
            *("-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"),
            *("-keyout", str(made.key), "-out", str(made.chain)),
        ],
        check=True,
        capture_output=True,
    )
    return made


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """A mail that the server has taken."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        """As a mail program reads it."""
        message = message_from_bytes(self.raw, policy=SMTP_POLICY)
        assert isinstance(message, EmailMessage)
        return message

    @property
    def subject(self) -> str:
        """Decoded."""
        return str(self.message["Subject"])

    @property
    def body(self) -> str:
        """Decoded, with LF."""
        content: str = self.message.get_content()
        return content.replace("\r\n", "\n")


class MailServer:
    """The server. What stands in `answers_to_…` is given instead of taking a mail, one after the other."""

    def __init__(
        self,
        *,
        security: Literal["none", "starttls", "tls"] = "none",
        certificate: Certificate | None = None,
        wants_login: bool = False,
    ) -> None:
        self.received: list[Received] = []
        self.answers_to_mail: deque[str] = deque()
        self.answers_to_rcpt: deque[str] = deque()
        self.answers_to_data: deque[str] = deque()
        self.connections = 0
        self.security: Final = security
        self.port = 0
        self._wants_login = wants_login
        self._context = _context_of(certificate) if certificate else None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._protocols: list[SMTP] = []

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def settings(self, *, user: str = "", sender: str = SENDER) -> Mail:
        """What stands under `mail:` for this server."""
        host = "localhost" if self._context else "127.0.0.1"
        return Mail(host=host, port=self.port, security=self.security, user=user, sender=sender)

    def start(self) -> None:
        """Listen, on the same port as before."""
        self._loop = asyncio.new_event_loop()
        ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, args=(self._loop, ready), daemon=True)
        self._thread.start()
        assert ready.wait(PATIENCE), "the mail server did not start"

    def stop(self) -> None:
        """Be gone."""
        if self._loop is None or self._thread is None:
            return
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE)
        self._loop = self._thread = None

    def wait_for(self, count: int) -> list[Received]:
        """What has arrived, once there are so many; fails if they do not come."""
        until(lambda: len(self.received) >= count, f"{count} mails")
        return list(self.received)

    async def handle_MAIL(  # noqa: N802 - named by aiosmtpd
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.answers_to_mail:
            return self.answers_to_mail.popleft()
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 - named by aiosmtpd
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.answers_to_rcpt:
            return self.answers_to_rcpt.popleft()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - likewise
        if self.answers_to_data:
            return self.answers_to_data.popleft()
        assert isinstance(envelope.content, bytes)
        recipients = tuple(str(recipient) for recipient in envelope.rcpt_tos)
        self.received.append(Received(sender=str(envelope.mail_from), recipients=recipients, raw=envelope.content))
        return "250 Message accepted for delivery"

    def _serve(self, loop: asyncio.AbstractEventLoop, ready: threading.Event) -> None:
        asyncio.set_event_loop(loop)
        context = self._context if self.security == "tls" else None
        server = loop.run_until_complete(loop.create_server(self._protocol, "127.0.0.1", self.port, ssl=context))
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        loop.run_forever()
        server.close()
        loop.run_until_complete(self._hang_up())
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()

    async def _hang_up(self) -> None:
        """Leave no connection to be found open by whoever collects garbage, in the middle of another test."""
        here = asyncio.current_task()
        tasks = [task for task in asyncio.all_tasks() if task is not here]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for protocol in self._protocols:
            if isinstance(protocol.transport, asyncio.Transport):
                protocol.transport.abort()
        self._protocols.clear()
        for _ in range(3):  # TLS learns of it in the first round, and its protocol in the next
            await asyncio.sleep(0)

    def _protocol(self) -> SMTP:
        self.connections += 1
        made = SMTP(
            self,
            hostname="mail.test",
            tls_context=self._context if self.security == "starttls" else None,
            require_starttls=self.security == "starttls",
            # aiosmtpd knows only of STARTTLS as protection; over TLS from the start it still checks who logs in.
            auth_required=self._wants_login and self.security == "starttls",
            auth_require_tls=self.security == "starttls",
            authenticator=_authenticate,
            loop=self._loop,
        )
        self._protocols.append(made)
        return made


def _authenticate(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:  # noqa: ANN401 - aiosmtpd's own type
    is_right = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=is_right, handled=False)


def _context_of(certificate: Certificate) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate.chain, certificate.key)
    return context
