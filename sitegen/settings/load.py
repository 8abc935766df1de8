"""From the text of `site.yaml` to settings, with all faults at once. Knows no folder; the text is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.schema.convert import convert
from sitegen.schema.fields import fields_of
from sitegen.schema.nodes import Mapping, Sequence
from sitegen.schema.places import place_of, place_of_word
from sitegen.schema.yaml_reader import read_yaml
from sitegen.settings.business import Business
from sitegen.settings.publish_checks import without_secrets
from sitegen.settings.settings import OFF, Permalinks, Settings

SITE_FILE: Final = "site.yaml"
STARTER_URL: Final = "https://www.meine-website.example"
"""What a new site says until its owner has one."""

PLACEHOLDERS: Final[dict[str, tuple[str, ...]]] = {
    "post": ("slug", "year", "month", "day", "category"),
    "page": ("path",),
    "service": ("slug",),
    "category": ("slug",),
    "tag": ("slug",),
    "author": ("slug",),
    "year": ("year",),
    "thanks": ("form",),
    "pagination": ("number",),
}
"""What a pattern may hold; the first one it must hold."""


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """Settings, or none and at least one error."""

    settings: Settings | None
    findings: tuple[Diagnostic, ...] = ()


def load(text: str) -> Loaded:
    """The settings in the text of `site.yaml`."""
    read = read_yaml(text, file=SITE_FILE)
    if isinstance(read.node, Sequence):
        typed = text.splitlines()[read.node.span.line - 1].strip()
        return Loaded(settings=None, findings=(Diagnostic(code="SG115", span=read.node.span, facts={"line": typed}),))
    if read.node is None:
        return Loaded(settings=None, findings=read.findings)
    front, typed_secrets = without_secrets(read.node)
    converted = convert(front, Settings)
    findings = (*read.findings, *typed_secrets, *converted.findings)
    if converted.value is None:
        return Loaded(settings=None, findings=findings)
    settings = converted.value
    patterns = tuple(pattern_findings(settings.permalinks, read.node))
    checked = (
        *patterns,
        *_of_business(settings, read.node),
        *missing_address(read.node),
        *_starter(settings, read.node),
    )
    usable = msgspec.structs.replace(
        settings,
        permalinks=without_faulty(settings.permalinks, patterns),
        business=without_half_address(settings.business),
    )
    return Loaded(settings=usable, findings=(*findings, *checked))


def _of_business(settings: Settings, front: Mapping) -> Iterator[Diagnostic]:
    """What is wrong with `business:` and `notice:`, where they say anything."""
    if settings.business != Business() or settings.notice:
        from sitegen.settings.business_checks import business_findings

        yield from business_findings(settings, front)


def missing_address(front: Mapping) -> Iterator[Diagnostic]:
    """No address said: every full address of the site, in feeds and for search engines, would be somebody else's."""
    if not any(name.text == "url" for name, _ in front.items):
        facts = {"key": "url", "line": fields_of(Settings)["url"].example}
        yield Diagnostic(code="SG130", span=Span(file=SITE_FILE, line=front.span.line, column=1), facts=facts)


def _starter(settings: Settings, front: Mapping) -> Iterator[Diagnostic]:
    """The address with which a new site is made."""
    if settings.url.rstrip("/") == STARTER_URL:
        span = place_of_word(front, ("url",)) or front.span
        yield Diagnostic(code="SG945", span=span, facts={"value": settings.url})


def without_half_address(business: Business) -> Business:
    """An address that lacks a part is asked for like one that is missing, and never shown in part."""
    is_half = business.address is not None and not business.address.is_whole
    return msgspec.structs.replace(business, address=None) if is_half else business


def without_faulty(permalinks: Permalinks, findings: Iterable[Diagnostic]) -> Permalinks:
    """The usual pattern for each that has a finding, so that no page is blamed for its address."""
    usual = msgspec.structs.asdict(Permalinks())
    faulty = {str(finding.facts["key"]) for finding in findings}
    return msgspec.structs.replace(permalinks, **{key: usual[key] for key in faulty})


def pattern_findings(permalinks: Permalinks, front: Mapping) -> Iterator[Diagnostic]:
    """Patterns that lack what tells pages apart, or hold a placeholder that means nothing there."""
    for key, pattern in msgspec.structs.asdict(permalinks).items():
        if pattern == OFF:
            continue
        known = PLACEHOLDERS.get(key, ())
        span = place_of(front, ("permalinks", key)) or Span(file=SITE_FILE)
        used = re.findall(r"\{([^}]*)\}", pattern)
        for name in used:
            if name not in known:
                names = ", ".join(f"{{{name}}}" for name in known) or "keine"
                yield Diagnostic(code="SG408", span=span, facts={"key": key, "placeholder": name, "known": names})
        if known and known[0] not in used:
            facts = {
                "key": key,
                "pattern": pattern,
                "missing": f"{{{known[0]}}}",
                "suggestion": f"{pattern.rstrip('/')}/{{{known[0]}}}/",
            }
            yield Diagnostic(code="SG407", span=span, facts=facts)
