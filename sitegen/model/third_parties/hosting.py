"""Shipped declarations: where sites lie. Each sees the IP addresses of visitors; none of them is asked by pages."""

from __future__ import annotations

from typing import Final

from sitegen.model.third_parties.facts import CHECKED, USA, usa_by_framework
from sitegen.model.third_party import ThirdParty


def _host(id_: str, name: str, *, provider: str, seat: str, privacy_url: str, third_country: str = "") -> ThirdParty:
    return ThirdParty(
        id=id_,
        name=name,
        category="hosting",
        provider=provider,
        seat=seat,
        purpose="die Website bereithalten und ausliefern",
        legal_basis="legitimate_interest",
        third_country=third_country,
        privacy_url=privacy_url,
        processor=True,
        checked=CHECKED,
    )


HOSTING: Final = (
    _host(
        "hetzner",
        "Hetzner",
        provider="Hetzner Online GmbH",
        seat="Industriestr. 25, 91710 Gunzenhausen, Deutschland",
        privacy_url="https://www.hetzner.com/de/legal/privacy-policy/",
    ),
    _host(
        "ionos",
        "IONOS",
        provider="IONOS SE",
        seat="Elgendorfer Str. 57, 56410 Montabaur, Deutschland",
        privacy_url="https://www.ionos.de/terms-gtc/terms-privacy/",
    ),
    _host(
        "strato",
        "STRATO",
        provider="STRATO",
        seat="Berlin, Deutschland",
        privacy_url="https://www.strato.de/datenschutz/",
    ),
    _host(
        "all-inkl",
        "ALL-INKL.COM",
        provider="ALL-INKL.COM – Neue Medien Münnich",
        seat="Hauptstraße 68, 02742 Friedersdorf, Deutschland",
        privacy_url="https://all-inkl.com/datenschutzinformationen/",
    ),
    _host(
        "netcup",
        "netcup",
        provider="netcup GmbH",
        seat="Emmy-Noether-Straße 10, 76131 Karlsruhe, Deutschland",
        privacy_url="https://www.netcup.com/de/kontakt/datenschutzerklaerung",
    ),
    _host(
        "uberspace",
        "Uberspace",
        provider="Jonas Pasche (Uberspace.de)",
        seat="Kaiserstr. 15, 55116 Mainz, Deutschland",
        privacy_url="https://uberspace.de/de/about/privacy/",
    ),
    _host(
        "netlify",
        "Netlify",
        provider="Netlify, Inc.",
        seat="San Francisco, USA",
        privacy_url="https://www.netlify.com/privacy/",
        third_country=USA,
    ),
    _host(
        "cloudflare-pages",
        "Cloudflare Pages",
        provider="Cloudflare, Inc.",
        seat="101 Townsend St., San Francisco, CA 94107, USA",
        privacy_url="https://www.cloudflare.com/privacypolicy/",
        third_country=usa_by_framework("Cloudflare, Inc."),
    ),
    _host(
        "github-pages",
        "GitHub Pages",
        provider="GitHub, Inc.",
        seat="88 Colin P. Kelly Jr. Street, San Francisco, CA 94107, USA",
        privacy_url="https://docs.github.com/de/site-policy/privacy-policies/github-general-privacy-statement",
        third_country=usa_by_framework("GitHub, Inc."),
    ),
    _host(
        "gitlab-pages",
        "GitLab Pages",
        provider="GitLab Inc.",
        seat="San Francisco, USA",
        privacy_url="https://about.gitlab.com/privacy/",
        third_country=USA,
    ),
)
