"""Shipped declarations: who receives forms. What is known of them stands in `forms.providers`; this only adds hosts.

The own inbox and the visitor's mail program are nobody else; Netlify receives forms only of sites it hosts, and stands
among the hosts.
"""

from __future__ import annotations

from typing import Final

from sitegen.model.forms.providers import PROVIDERS
from sitegen.model.third_parties.facts import CHECKED
from sitegen.model.third_party import Host, ThirdParty
from sitegen.settings.forms import Provider

ELSEWHERE: Final = "ein Drittland, das der Anbieter nicht nennt"

_NOTHING_LOADED: Final = "Von diesem Anbieter wird nichts geladen; er bekommt, was abgeschickt wird."

_HOSTS: Final[dict[Provider, tuple[str, str]]] = {
    "formspree": ("formspree.io", "https://formspree.io/legal/privacy-policy/"),
    "web3forms": ("api.web3forms.com", "https://web3forms.com/privacy"),
    "basin": ("usebasin.com", "https://usebasin.com/privacy"),
    "staticforms": ("api.staticforms.xyz", "https://www.staticforms.dev/privacy-policy"),
    "formcarry": ("formcarry.com", "https://formcarry.com/legal/privacy-policy"),
    "formsubmit": ("formsubmit.co", "https://formsubmit.co/privacy.pdf"),
}
"""Provider → the host that forms are sent to, and the address of its privacy policy."""


def _declaration(provider: Provider, host: str, privacy_url: str) -> ThirdParty:
    facts = PROVIDERS[provider]
    return ThirdParty(
        id=provider,
        name=facts.name,
        category="forms",
        provider=facts.name,
        seat=facts.seat,
        purpose="Nachrichten aus Formularen entgegennehmen",
        legal_basis="contract",
        storage_note=_NOTHING_LOADED,
        third_country=(facts.seat or ELSEWHERE) if facts.third_country else "",
        privacy_url=privacy_url,
        hosts=(Host(name=host, directives=("form-action",)),),
        processor=True,
        checked=CHECKED,
    )


FORMS: Final = tuple(_declaration(provider, *where) for provider, where in _HOSTS.items())
