"""Who receives forms, and what each of them wants in the markup. Stub: the bodies follow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from sitegen.model.form import FormSpec, FormTarget
from sitegen.model.form_kinds import FormFault
from sitegen.settings.forms import Delivery, Provider


class ProviderFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be known about one receiver."""

    name: str
    seat: str
    third_country: bool
    contract: str = ""
    """Address of the processing contract (GDPR Art. 28), or of the page that leads to it."""
    privacy: str
    """Key of the sentence for the privacy page."""
    needs_key: bool = True
    takes_comments: bool = True
    takes_reports: bool = False
    sends_receipts: bool = False
    asks_sum: bool = False
    confirms_newsletters: bool = False


PROVIDERS: Final[dict[Provider, ProviderFacts]] = {}


def target_of(spec: FormSpec, delivery: Delivery, *, key: str = "", email: str = "") -> FormTarget:
    """Where and how a form is sent. `key` is the form's own (else `delivery.key`), `email` the owner's for mailto.

    Raises:
        InsecureTargetError: an address without https that is not this machine.
    """
    raise NotImplementedError


def is_safe_address(address: str) -> bool:
    """Whether forms may be sent there: https, or this very machine."""
    raise NotImplementedError


def delivery_faults(delivery: Delivery) -> Iterator[FormFault]:
    """What is wrong with the key; paths begin at `delivery:`."""
    raise NotImplementedError


class InsecureTargetError(ValueError):
    """A form would be sent unencrypted."""
