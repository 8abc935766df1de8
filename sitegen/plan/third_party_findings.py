"""What is wrong with `third_parties:` and `analytics:` in `site.yaml`.

Only what stands there is judged; what pages really ask for is the business of the checks. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sitegen.diagnostics import Diagnostic
from sitegen.model.third_parties import SHIPPED
from sitegen.model.third_parties.trackers import is_tracker
from sitegen.model.third_party import CONSENT_NEEDED, host_in, host_of
from sitegen.plan.references import meant
from sitegen.plan.third_parties import is_https, missing_fields
from sitegen.schema.fields import fields_of
from sitegen.schema.places import Step
from sitegen.settings.load import SITE_FILE
from sitegen.settings.settings import Settings
from sitegen.settings.third_parties import Analytics, ThirdPartyField
from sitegen.sources.whereabouts import Whereabouts
from sitegen.text.patterns import later
from sitegen.text.slugs import slugify
from sitegen.text.suggest import closest

_OWN: Final = ("name", "provider", "seat", "legal_basis", "storage", "third_country", "privacy_url", "hosts")
"""What nobody writes who means a shipped entry."""
_NEEDED: Final = {"plausible": (), "matomo": ("address", "id"), "google-analytics": ("id",)}
_EXAMPLES: Final = {
    ("matomo", "address"): "address: https://statistik.mein-buero.example/",
    ("matomo", "id"): "id: 1",
    ("google-analytics", "id"): "id: G-ABC1234567",
}
_IDS: Final = {
    "plausible": later(r"pa-[A-Za-z0-9_-]+"),
    "matomo": later(r"[1-9][0-9]*"),
    "google-analytics": later(r"G-[A-Z0-9]{4,}"),
}
_COUNTING: Final = later(
    r"\b(?:Statistik\w*|Web-?Analyse\w*|Reichweiten?\w*|Tracking\w*|Re(?:marke|targe)ting\w*|Werbe(?:anzeigen|erfolg)\w*|"
    r"(?:personalisierte|passende) Werbung|Besucher (?:zählen|messen|wiedererkennen))\b",
    re.IGNORECASE,
)
"""Purposes that are never necessary for what a visitor has come for (§ 25 (2) no. 2 TDDDG)."""
_ID_IN_WORDS: Final = {
    "plausible": (
        "Schreiben Sie die Domain, wie sie dort eingetragen ist, oder aus dem Code von Plausible den Namen der Datei, "
        "der mit „pa-“ beginnt, ohne „.js“."
    ),
    "matomo": "Schreiben Sie die Nummer der Website in Matomo, zum Beispiel:\nid: 1",
    "google-analytics": "Schreiben Sie die Kennung des Datenstroms, zum Beispiel:\nid: G-ABC1234567",
}


def third_party_findings(settings: Settings, where: Whereabouts) -> Iterator[Diagnostic]:
    """All of it."""
    seen: set[str] = set()
    for number, field in enumerate(settings.third_parties):
        path: tuple[Step, ...] = ("third_parties", number)
        yield from _entry(field, path, where)
        id_ = slugify(field.use)
        if id_ in seen:
            yield Diagnostic(code="SG802", span=where.word(SITE_FILE, *path, "use"), facts={"name": field.use})
        seen.add(id_)
    if settings.analytics:
        yield from _analytics(settings.analytics, where)


def _entry(field: ThirdPartyField, path: tuple[Step, ...], where: Whereabouts) -> Iterator[Diagnostic]:
    shipped = SHIPPED.get(field.use)
    use = where.word(SITE_FILE, *path, "use")
    if shipped is None and not any(getattr(field, key) for key in _OWN):
        yield Diagnostic(code="SG800", span=use, facts={"name": field.use, "cure": _known(field.use)})
    elif shipped is None and (missing := missing_fields(field)):
        lines = "\n".join(fields_of(ThirdPartyField)[key].example for key in missing)
        facts = {"name": field.use, "missing": ", ".join(missing), "lines": lines}
        yield Diagnostic(code="SG801", span=use, facts=facts)
    if shipped and shipped.needs_consent and field.legal_basis not in (None, CONSENT_NEEDED):
        span = where.word(SITE_FILE, *path, "legal_basis")
        yield Diagnostic(code="SG804", span=span, facts={"name": shipped.name})
    yield from _called_necessary(field, path, where)
    for number, host in enumerate(field.hosts):
        if not host_in(host):
            yield _no_host(host, (*path, "hosts", number), where)
    if field.privacy_url and not is_https(field.privacy_url):
        span = where.word(SITE_FILE, *path, "privacy_url")
        yield Diagnostic(code="SG805", span=span, facts={"value": field.privacy_url})


def _called_necessary(field: ThirdPartyField, path: tuple[Step, ...], where: Whereabouts) -> Iterator[Diagnostic]:
    """What counts or recognises visitors and is said to need no consent: by its host, or by what it is for."""
    if field.legal_basis in (None, CONSENT_NEEDED):
        return
    tracking = next((host for host in field.hosts if is_tracker(host_in(host))), "")
    counts = _COUNTING().search(field.purpose) if field.storage else None
    if tracking or counts:
        reason = f"{tracking} zählt oder erkennt Besucher" if tracking else f"es dient dem Zweck „{field.purpose}“"
        span = where.word(SITE_FILE, *path, "legal_basis")
        yield Diagnostic(code="SG939", span=span, facts={"name": field.name or field.use, "reason": reason})


def _known(name: str) -> str:
    """What could be meant, or what there is."""
    names = {party.name: id_ for id_, party in SHIPPED.items()} | {id_: id_ for id_ in SHIPPED}
    near = closest(name, names)
    if near:
        return f"{meant(names[near])}\nuse: {names[near]}"
    return f"Es gibt: {', '.join(SHIPPED)}. Für alle anderen schreiben Sie die Angaben selbst, siehe docs/dritte.md."


def _no_host(typed: str, path: tuple[Step, ...], where: Whereabouts) -> Diagnostic:
    """With the host in it, where an address was typed."""
    host = host_in(host_of(typed if "//" in typed else f"//{typed}"))
    cure = f"Schreiben Sie nur den Namen, zum Beispiel:\nhosts: {host or 'cdn.example.org'}"
    return Diagnostic(code="SG803", span=where.word(SITE_FILE, *path), facts={"value": typed, "cure": cure})


def _analytics(analytics: Analytics, where: Whereabouts) -> Iterator[Diagnostic]:
    provider = analytics.provider
    name = {"provider": SHIPPED[provider].name}
    for key in _NEEDED[provider]:
        if not getattr(analytics, key):
            span = where.word(SITE_FILE, "analytics", "provider")
            yield Diagnostic(code="SG806", span=span, facts={**name, "key": key, "line": _EXAMPLES[provider, key]})
    if analytics.id and not _is_id(analytics):
        facts = {**name, "value": analytics.id, "cure": _ID_IN_WORDS[provider]}
        yield Diagnostic(code="SG807", span=where.word(SITE_FILE, "analytics", "id"), facts=facts)
    host = analytics.address.removeprefix("https://").partition("/")[0]
    if host and not host_in(host):
        cure = "Nennen Sie eine Adresse ohne Nummer dahinter, zum Beispiel:\naddress: https://statistik.mein-buero.example/"
        span = where.word(SITE_FILE, "analytics", "address")
        yield Diagnostic(code="SG803", span=span, facts={"value": host, "cure": cure})
    for key in _without_effect(analytics):
        yield Diagnostic(code="SG808", span=where.word(SITE_FILE, "analytics", key), facts={**name, "key": key})


def _is_id(analytics: Analytics) -> bool:
    of_provider = bool(_IDS[analytics.provider]().fullmatch(analytics.id))
    return of_provider or (analytics.provider == "plausible" and bool(host_in(analytics.id)))


def _without_effect(analytics: Analytics) -> Iterator[str]:
    if analytics.cookies and analytics.provider != "matomo":
        yield "cookies"
    if analytics.consent_mode and analytics.provider != "google-analytics":
        yield "consent_mode"
    if analytics.address and analytics.provider == "google-analytics":
        yield "address"
