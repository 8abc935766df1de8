"""From what a server answered to what is kept of it. Pure, but for the question itself."""

from __future__ import annotations

import http.client
import socket
import ssl
from datetime import date
from typing import Final
from urllib.parse import urldefrag

from sitegen.linkcheck.answer import Answer, Outcome
from sitegen.linkcheck.asking import InternalError, Reply

_GONE: Final = frozenset({404, 410})
_SHUT: Final = frozenset({401, 402, 403, 405, 406, 407, 418, 451, 999})
_TOO_OFTEN: Final = 429
_UNAVAILABLE: Final = 503
_FAULT: Final = 500
_BAD: Final = 400
_REASONS: Final = (
    (ssl.SSLCertVerificationError, "Das Zertifikat gilt nicht"),
    (ssl.SSLError, "Die Verschlüsselung kam nicht zustande"),
    (socket.gaierror, "Den Namen kennt das Netz nicht"),
    (TimeoutError, "Die Antwort blieb aus"),
    (ConnectionRefusedError, "Dort nimmt niemand ab"),
    (OSError, "Die Verbindung kam nicht zustande"),
    (http.client.HTTPException, "Die Antwort war nicht zu verstehen"),
)
"""Why nobody answered, the first that fits."""
_MISTYPED: Final = "Die Adresse ist nicht richtig geschrieben"


def judged_reply(reply: Reply, address: str, *, today: date) -> Answer:
    """What is kept of a reply."""
    if reply.status in _GONE:
        return Answer(outcome=Outcome.GONE, asked=today, status=reply.status)
    if reply.status == _TOO_OFTEN or reply.status >= _FAULT:
        outcome = Outcome.SHUT if reply.status in _SHUT else Outcome.BUSY
        return Answer(outcome=outcome, asked=today, status=reply.status)
    if reply.status >= _BAD:
        return Answer(outcome=Outcome.SHUT, asked=today, status=reply.status)
    if reply.for_good and urldefrag(reply.address)[0] != urldefrag(address)[0]:
        anchor = urldefrag(address)[1]
        target = reply.address if not anchor or "#" in reply.address else f"{reply.address}#{anchor}"
        return Answer(outcome=Outcome.MOVED, asked=today, status=reply.status, target=target)
    return Answer(outcome=Outcome.FINE, asked=today, status=reply.status)


def judged_fault(error: Exception, *, today: date) -> Answer:
    """What is kept where nobody answered."""
    if isinstance(error, InternalError):
        return Answer(outcome=Outcome.INTERNAL, asked=today)
    return Answer(outcome=Outcome.UNREACHABLE, asked=today, reason=_in_german(error))


def wants_rest(answer: Answer) -> bool:
    """Whether the host asked to be left alone, so that nothing else on it is asked this time."""
    return answer.status in {_TOO_OFTEN, _UNAVAILABLE}


def _in_german(error: Exception) -> str:
    return next((reason for kind, reason in _REASONS if isinstance(error, kind)), _MISTYPED)
