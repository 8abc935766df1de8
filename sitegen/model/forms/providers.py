"""Who receives forms, what is to be known about each of them, and what each wants in the markup.

The contracts are those of November 2026; where a provider changes its own, this is the one place to follow. Pure: it
asks no network whether a key is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import quote, urlsplit

import msgspec

from sitegen.model.forms.email import EmailError, mail_address
from sitegen.model.forms.faults import FormFault
from sitegen.model.forms.form import DECOY_FIELD, FormSpec, FormTarget
from sitegen.settings.forms import Delivery, Provider
from sitegen.text.hosts import is_this_machine
from sitegen.text.tone import Tone
from sitegen.text.wording import say


class ProviderFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be known about one receiver. All but the own inbox and mail are processors (GDPR Art. 28)."""

    name: str
    seat: str = ""
    """Country, in German; empty where nobody else is involved, or where the provider does not say."""
    third_country: bool = False
    """Whether data leave the European Economic Area, or may; true also where the seat is not known."""
    contract: str = ""
    """Address of the processing contract, or of the page that leads to it; empty where the owner has to ask."""
    home: str = ""
    """Address of the provider."""
    privacy: str = "provider_hosted"
    """Key of the sentence for the privacy page."""
    needs_key: bool = True
    sends_receipts: bool = False
    confirms_newsletters: bool = False
    """Whether it can do a double opt-in."""

    @property
    def who(self) -> str:
        """Name and seat, as they are told to visitors."""
        return f"{self.name} ({self.seat})" if self.seat else self.name


PROVIDERS: Final[dict[Provider, ProviderFacts]] = {
    "inbox": ProviderFacts(
        name="der eigene Eingang",
        privacy="provider_inbox",
        needs_key=False,
        sends_receipts=True,
        confirms_newsletters=True,
    ),
    "netlify": ProviderFacts(
        name="Netlify",
        seat="USA",
        third_country=True,
        home="https://www.netlify.com/",
        privacy="provider_netlify",
        needs_key=False,
    ),
    "formspree": ProviderFacts(name="Formspree", seat="USA", third_country=True, home="https://formspree.io/"),
    "web3forms": ProviderFacts(name="Web3Forms", seat="Indien", third_country=True, home="https://web3forms.com/"),
    "basin": ProviderFacts(
        name="Basin",
        third_country=True,
        contract="https://usebasin.com/gdpr",
        home="https://usebasin.com/",
        privacy="provider_basin",
    ),
    "staticforms": ProviderFacts(
        name="StaticForms",
        third_country=True,
        contract="https://www.staticforms.dev/dpa",
        home="https://www.staticforms.dev/",
    ),
    "formcarry": ProviderFacts(
        name="Formcarry",
        third_country=True,
        contract="https://formcarry.com/legal/data-processing-agreement",
        home="https://formcarry.com/",
    ),
    "formsubmit": ProviderFacts(name="FormSubmit", third_country=True, home="https://formsubmit.co/"),
    "mailto": ProviderFacts(name="das E-Mail-Programm der Besucher", privacy="provider_mailto", needs_key=False),
}
"""By the name that stands in `site.yaml`."""

_KEY: Final = re.compile(r"[A-Za-z0-9_-]{3,80}")
_NETLIFY_DECOY: Final = "bot-field"
_NEW_STATICFORMS_KEY: Final = "sf_"


class InsecureTargetError(ValueError):
    """A form would be sent unencrypted."""


class _Order(msgspec.Struct, frozen=True, kw_only=True):
    """What a provider's contract is filled with."""

    spec: FormSpec
    delivery: Delivery
    key: str
    email: str

    @property
    def subject(self) -> str:
        return say(f"form_subject_{self.spec.kind}", self.spec.tone, {})


def target_of(spec: FormSpec, delivery: Delivery, *, key: str = "", email: str = "") -> FormTarget:
    """Where and how a form is sent. `key` is the form's own (else `delivery.key`), `email` the owner's for mailto.

    Raises:
        InsecureTargetError: an address of the inbox that `is_safe_address` refuses.
    """
    return _CONTRACTS[delivery.provider](_Order(spec=spec, delivery=delivery, key=key or delivery.key, email=email))


def privacy_paragraphs(provider: Provider, tone: Tone) -> tuple[str, ...]:
    """What the privacy page says about a receiver, as plain text: what happens there, and that it may leave the EU."""
    facts = PROVIDERS[provider]
    keys = (facts.privacy, "provider_third_country") if facts.third_country else (facts.privacy,)
    return tuple(say(key, tone, {"name": facts.name, "who": facts.who}) for key in keys)


def is_safe_address(address: str) -> bool:
    """Whether forms may be sent there (GDPR Art. 32): https, or this very machine."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and is_this_machine(host)))


def key_faults(key: str, provider: Provider) -> Iterator[FormFault]:
    """What is wrong with a key that is there, under `delivery:` or in a form; the path is that of `key`."""
    facts = PROVIDERS[provider]
    if not key or not facts.needs_key or _KEY.fullmatch(key):
        return
    if provider == "formsubmit" and "@" in key:
        yield FormFault(code="SG711", path=("key",))
        return
    last = key.rstrip("/").rpartition("/")[2].removesuffix(".json")
    cure = f"Schreiben Sie nur:\nkey: {last}" if _KEY.fullmatch(last) else f"Sie finden die Kennung bei {facts.name}."
    yield FormFault(code="SG712", path=("key",), facts={"value": key, "provider": facts.name, "cure": cure})


def _inbox(order: _Order) -> FormTarget:
    address = order.delivery.address
    if not is_safe_address(address):
        raise InsecureTargetError(f"forms are not sent to {address!r}")
    action = f"{address.rstrip('/')}/f/{quote(order.delivery.site)}/{quote(order.spec.name)}"
    return FormTarget(action=action, decoy=DECOY_FIELD)


def _netlify(order: _Order) -> FormTarget:
    """Netlify finds forms in the deployed pages and answers at the path of the page behind them."""
    return FormTarget(
        action=urlsplit(order.spec.thanks_url).path or "/",
        attributes=(
            ("name", order.spec.name),
            ("data-netlify", "true"),
            ("data-netlify-honeypot", _NETLIFY_DECOY),
        ),
        decoy=_NETLIFY_DECOY,
    )


def _formspree(order: _Order) -> FormTarget:
    return FormTarget(
        action=f"https://formspree.io/f/{_in_path(order.key)}",
        hidden=(("_subject", order.subject), ("_next", order.spec.thanks_url), ("_language", "de")),
        decoy="_gotcha",
    )


def _web3forms(order: _Order) -> FormTarget:
    return FormTarget(
        action="https://api.web3forms.com/submit",
        hidden=(("access_key", order.key), ("subject", order.subject), ("redirect", order.spec.thanks_url)),
        decoy="botcheck",
        decoy_type="checkbox",
    )


def _basin(order: _Order) -> FormTarget:
    return FormTarget(
        action=f"https://usebasin.com/f/{_in_path(order.key)}",
        hidden=(("_subject", order.subject), ("_redirect", order.spec.thanks_url)),
        decoy="_gotcha",
    )


def _staticforms(order: _Order) -> FormTarget:
    """Newer keys begin with `sf_` and go by another name. `@` answers to what is in the field `email`."""
    name = "apiKey" if order.key.startswith(_NEW_STATICFORMS_KEY) else "accessKey"
    replies = (("replyTo", "@"),) if order.spec.field("email") else ()
    return FormTarget(
        action="https://api.staticforms.xyz/submit",
        hidden=((name, order.key), ("subject", order.subject), *replies, ("redirectTo", order.spec.thanks_url)),
        decoy="honeypot",
    )


def _formcarry(order: _Order) -> FormTarget:
    """Where it leads afterwards is set at the provider („Return URL“)."""
    return FormTarget(action=f"https://formcarry.com/s/{_in_path(order.key)}", decoy="_gotcha")


def _formsubmit(order: _Order) -> FormTarget:
    """Without `_captcha` visitors would be sent through a captcha of Google's."""
    return FormTarget(
        action=f"https://formsubmit.co/{_in_path(order.key)}",
        hidden=(
            ("_subject", order.subject),
            ("_next", order.spec.thanks_url),
            ("_template", "table"),
            ("_captcha", "false"),
        ),
        decoy="_honey",
    )


def _mailto(order: _Order) -> FormTarget:
    """The address as a link (RFC 6068); the text of the mail is made with the markup."""
    try:
        address = mail_address(order.email)
    except EmailError:
        address = order.email
    return FormTarget(
        action=f"mailto:{quote(address, safe='@+._-')}", hidden=(("subject", order.subject),), is_mail=True
    )


def _in_path(key: str) -> str:
    return quote(key, safe="")


_CONTRACTS: Final[dict[Provider, Callable[[_Order], FormTarget]]] = {
    "inbox": _inbox,
    "netlify": _netlify,
    "formspree": _formspree,
    "web3forms": _web3forms,
    "basin": _basin,
    "staticforms": _staticforms,
    "formcarry": _formcarry,
    "formsubmit": _formsubmit,
    "mailto": _mailto,
}
