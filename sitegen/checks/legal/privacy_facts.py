"""What a privacy page says against what the site does: parts the law wants, services used or long gone, its day.

A page made from settings has all of that by itself; what is asked here concerns texts written by hand, and what owners
have written above and below a page that is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Final

from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.legal.page_law import LegalText
from sitegen.checks.legal.spotting import spot
from sitegen.checks.legal.told import Told
from sitegen.diagnostics import Diagnostic, Span
from sitegen.legal.blocks import TEXTS_OF
from sitegen.legal.facts import Involved
from sitegen.model.third_parties import SHIPPED
from sitegen.settings.business import Country
from sitegen.settings.load import SITE_FILE
from sitegen.text.locales import Language
from sitegen.text.moments import MomentError, long_date, parse_moment

_YEAR: Final = timedelta(days=366)
_PARTS: Final[dict[str, tuple[re.Pattern[str], bool]]] = {
    "wer verantwortlich ist": (re.compile(r"[Vv]erantwortlich|[Bb]etreiber|Inhaber"), True),
    "das Recht auf Auskunft, Berichtigung und Löschung": (re.compile(r"Auskunft"), True),
    "das Recht auf Widerspruch nach Art. 21 DSGVO": (re.compile(r"Widerspruch|widersprechen"), False),
    "das Recht auf Beschwerde bei einer Aufsichtsbehörde": (re.compile(r"[Bb]eschwer|Aufsichtsbehörde"), False),
    "auf welcher Rechtsgrundlage Daten verarbeitet werden": (re.compile(r"Rechtsgrundlage|Art\. ?6|Artikel 6"), False),
    "wie lange Daten gespeichert werden": (
        re.compile(r"gelöscht|löschen|löscht|Löschung|[Ss]peicherdauer|aufbewahr|gespeichert"),
        False,
    ),
}
"""What every privacy page says in some words of this kind, and whether Swiss law wants it, too."""
_SPOKEN_OF: Final = {
    "Formulare": re.compile(r"[Ff]ormular|Nachricht|Anfrage|schreiben"),
    "Kommentare": re.compile(r"[Kk]omment"),
    "den Newsletter": re.compile(r"[Nn]ewsletter|Rundbrief|Mailverteiler"),
}
_UNSHIPPED: Final = (
    *("Google Fonts", "Google Webfonts", "Google Tag Manager", "Google reCAPTCHA", "reCAPTCHA", "Google Ads"),
    *("Facebook-Pixel", "Facebook Pixel", "Facebook-Plugins", "Hotjar", "Mailchimp", "Jetpack", "Gravatar", "hCaptcha"),
    *("Friendly Captcha", "Cloudflare", "Adobe Fonts", "Font Awesome", "Disqus", "Akismet", "HubSpot", "Pinterest-Tag"),
)
"""Services that sections of privacy pages are about, and that cannot be declared by name."""
_NONE: Final = re.compile(r"\b(?:kein\w*|ohne|nicht|weder|früher\w*)\b", re.IGNORECASE)
_AS_OF: Final = re.compile(
    r"\b(?:Stand|[Zz]uletzt (?:geändert|aktualisiert))\b[: ]*(?:am |vom )?"
    r"((?:\d{1,2}\. ?)?(?:[A-Za-zä]+ |\d{1,2}\. ?)?\d{4})"
)


def check_privacy(legal: LegalText, page: FinishedPage, site: FinishedSite, told: Told) -> Iterator[Diagnostic]:
    """All of it."""
    if page.source not in told.sources("privacy"):
        yield from _check_parts(legal, page, told)
        yield from _check_services(legal, page, told)
    yield from _check_unused(legal, page, site, told)
    yield from _check_age(legal, page, site, told)


def _check_parts(legal: LegalText, page: FinishedPage, told: Told) -> Iterator[Diagnostic]:
    text, is_swiss = "\n".join(legal.lines), told.facts.country is Country.CH
    missing = [
        what
        for what, (pattern, is_everywhere) in _PARTS.items()
        if (is_everywhere or not is_swiss) and not pattern.search(text)
    ]
    if missing:
        yield Diagnostic(code="SG907", span=_whole(page), facts={"what": "; ".join(missing), "page": page.url})


def _check_services(legal: LegalText, page: FinishedPage, told: Told) -> Iterator[Diagnostic]:
    facts, text = told.facts, "\n".join(legal.lines)
    spoken = {
        "Formulare": bool(facts.forms - {"newsletter"}),
        "Kommentare": facts.comments is not None,
        "den Newsletter": "newsletter" in facts.forms,
    }
    missing = [what for what, is_used in spoken.items() if is_used and not _SPOKEN_OF[what].search(text)]
    missing += [involved.party.name for involved in _involved(told) if not _is_named(involved, text)]
    if missing:
        yield Diagnostic(code="SG911", span=_whole(page), facts={"what": ", ".join(missing), "page": page.url})


def _check_unused(legal: LegalText, page: FinishedPage, site: FinishedSite, told: Told) -> Iterator[Diagnostic]:
    """Sections about services that the site does not have; a heading that says so is none."""
    used = " ".join(f"{involved.party.name} {involved.party.provider}" for involved in _involved(told)).casefold()
    for heading in legal.headings:
        if _NONE.search(heading):
            continue
        for name in _known_services():
            if _is_about(heading, name) and name.casefold() not in used:
                yield Diagnostic(code="SG916", span=spot(heading, page, site), facts={"name": name, "page": page.url})
                break


@cache
def _known_services() -> tuple[str, ...]:
    """Names of services that sections are about; „Basin“ and the like are words as well, but not in a heading."""
    shipped = (party.name for party in SHIPPED.values() if party.category != "hosting")
    return (*shipped, *_UNSHIPPED)


def _is_about(heading: str, name: str) -> bool:
    return name in heading and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", heading) is not None


def _check_age(legal: LegalText, page: FinishedPage, site: FinishedSite, told: Told) -> Iterator[Diagnostic]:
    """Its day is a year ago, or before the day of a contract with somebody it speaks of."""
    stated, typed = _as_of(legal, page, told)
    if stated is None:
        return
    later = [
        (involved.contract.at.date(), involved.party.name)
        for involved in _involved(told)
        if involved.contract and involved.contract.at.date() > stated
    ]
    is_made = page.source in told.sources("privacy")
    facts = {"page": page.url, "date": _in_words(stated) if is_made else typed}
    span = spot(typed, page, site) if typed else Span(file=SITE_FILE)
    if later:
        day, name = max(later)
        reason = f"der Vertrag mit {name} ist vom {_in_words(day)}"
        yield Diagnostic(code="SG917", span=span, facts={**facts, "reason": reason})
    elif told.today - stated > _YEAR:
        reason = "das ist mehr als ein Jahr her"
        yield Diagnostic(code="SG917", span=span, facts={**facts, "reason": reason})


def _as_of(legal: LegalText, page: FinishedPage, told: Told) -> tuple[date | None, str]:
    """The day of the page, and how it is typed there; of one that is made, the owner's day, else that of our texts."""
    if page.source in told.sources("privacy"):
        stated = told.facts.business.legal.as_of
        return (stated.at.date() if stated else TEXTS_OF), "as_of" if stated else ""
    for line in legal.lines:
        if match := _AS_OF.search(line):
            try:
                return parse_moment(match[1].strip()).at.date(), match[1].strip()
            except MomentError:
                continue
    return None, ""


def _involved(told: Told) -> Iterator[Involved]:
    """Everybody the page has to speak of."""
    facts = told.facts
    yield from (involved for involved in (facts.host, facts.receiver, *facts.parties) if involved)


def _is_named(involved: Involved, text: str) -> bool:
    """Whether the text names it or its company, with or without legal form."""
    folded, company = (
        text.casefold(),
        re.sub(r",? (?:Inc\.|GmbH.*|LLC|SE|AG|SAS|OÜ|Limited|B\.V\.).*", "", involved.party.provider),
    )
    return any(name and name.casefold() in folded for name in (involved.party.name, company))


def _whole(page: FinishedPage) -> Span:
    return Span(file=page.source or page.layout)


def _in_words(day: date) -> str:
    return long_date(parse_moment(day.isoformat()), Language.DE)
