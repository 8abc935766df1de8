"""Who gets the newsletter, as a table for the program that sends it. Only those who have confirmed; changes nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from sitegen.inbox.desk import Desk
from sitegen.inbox.tokens import unsubscribe_url
from sitegen.model.forms.email import mail_address

COLUMNS: Final = ("email", "name", "form", "confirmed", "unsubscribe")

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would compute instead of showing it."""


class Recipient(msgspec.Struct, frozen=True, kw_only=True):
    """One person who asked for the newsletter and confirmed it."""

    email: str
    """Fit for mail: an international domain in its ASCII form."""
    name: str
    form: str
    confirmed: str
    """UTC, RFC 3339: the proof of consent (Art. 7 (1) GDPR)."""
    unsubscribe: str
    """The address that belongs into every newsletter to this person, also as List-Unsubscribe (RFC 8058)."""


def recipients(desk: Desk, site: str) -> Iterator[Recipient]:
    """Everybody who gets the newsletter of a site, the first to ask first. Raises StoreUnavailableError."""
    for subscriber in desk.store.subscribers(site=site):
        if subscriber.confirmed is not None:
            yield Recipient(
                email=mail_address(subscriber.email),
                name=subscriber.name,
                form=subscriber.form,
                confirmed=subscriber.confirmed.isoformat().replace("+00:00", "Z"),
                unsubscribe=unsubscribe_url(desk, subscriber),
            )


def as_table(rows: Iterable[Recipient]) -> str:
    """RFC 4180 with a head; no cell is a formula, whatever somebody calls himself."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    writer.writerows([_cell(getattr(row, column)) for column in COLUMNS] for row in rows)
    return written.getvalue()


def _cell(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value
