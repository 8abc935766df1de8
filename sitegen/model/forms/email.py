"""One e-mail address as typed into a form: whether mail can be sent to it, and how it is written in a mail.

Exactly one address and nothing around it, since two addresses in one field make two recipients of a mail, and a line
break a header of it. Never asks a network whether an address exists.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from sitegen.text.patterns import later

LONGEST: Final = 254
"""Characters of an address that a mail server has to take (RFC 5321, with erratum 1690)."""

_LONGEST_LOCAL: Final = 64
_LOCAL: Final = later(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
"""dot-atom of RFC 5322; quoted local parts are left out, since nobody has one and much software fails at them."""
_DOMAIN: Final = later(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:xn--[a-z0-9-]{1,58}[a-z0-9]|[a-z]{2,63})", re.IGNORECASE
)
_SEVERAL: Final = later(r"[,;<>\"()]|@.*@|^mailto:", re.IGNORECASE)


class EmailProblem(StrEnum):
    """Why an address was refused."""

    SEVERAL = "several"
    """More than one, or a name beside it."""
    LETTERS = "letters"
    """Letters before the @ that not every mail server can deliver to."""
    SHAPE = "shape"


class EmailError(ValueError):
    """Text that is no single address."""

    def __init__(self, reason: EmailProblem) -> None:
        super().__init__(f"no single mail address: {reason}")
        self.reason: Final = reason


def mail_address(typed: str) -> str:
    """The address as mail has it: the domain in ASCII (`post@büro.example` → `post@xn--bro-hoa.example`).

    Raises:
        EmailError: with the reason `several`, `letters` or `shape`. The address itself is not in its text.
    """
    if _SEVERAL().search(typed):
        raise EmailError(EmailProblem.SEVERAL)
    local, at, domain = typed.partition("@")
    if not at or not local or not domain or len(typed) > LONGEST:
        raise EmailError(EmailProblem.SHAPE)
    if " " in local or not local.isascii():
        raise EmailError(EmailProblem.LETTERS)
    address = f"{local}@{_in_ascii(domain)}"
    if not _LOCAL().fullmatch(local) or len(local) > _LONGEST_LOCAL or len(address) > LONGEST:
        raise EmailError(EmailProblem.SHAPE)
    return address


def _in_ascii(domain: str) -> str:
    if not domain.isascii():
        import idna

        try:
            domain = idna.encode(domain, uts46=True).decode()
        except UnicodeError as error:  # what idna raises for a domain that breaks its rules
            raise EmailError(EmailProblem.SHAPE) from error
    if not _DOMAIN().fullmatch(domain):
        raise EmailError(EmailProblem.SHAPE)
    return domain
