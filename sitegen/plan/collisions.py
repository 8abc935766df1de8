"""Two things that want one file of the output folder, found before anything is rendered.

Compared without regard to case, since some file systems and servers do not tell cases apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.plan.routes import Route
from sitegen.settings.load import SITE_FILE
from sitegen.sources.whereabouts import Whereabouts


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who wants a file of the output folder."""

    output: str
    owner: str
    """The source file, or a German name of the generated page."""
    url: str
    redirect: bool = False


def claim_of(route: Route) -> Claim:
    """What a route wants, in the words of the owner."""
    return Claim(
        output=route.output,
        owner=route.source or f"„{route.view.title}“",
        url=route.view.url,
        redirect=route.view.kind == "redirect",
    )


def stand_apart(outputs: Collection[str]) -> bool:
    """Whether no two of these files are one, which is true of most sites and quickly seen."""
    return len(set("\0".join(outputs).casefold().split("\0"))) == len(outputs)


def collisions(claims: Iterable[Claim], where: Whereabouts) -> Iterator[Diagnostic]:
    """One finding for each claim on a file that an earlier claim holds already."""
    held: dict[str, Claim] = {}
    for claim in claims:
        first = held.setdefault(claim.output.casefold(), claim)
        if first is not claim:
            yield collision(claim, first, where=where)


def collision(claim: Claim, first: Claim, *, where: Whereabouts) -> Diagnostic:
    """The finding, placed at the claim that an owner can change."""
    from sitegen.diagnostics.catalogue.addresses import ITSELF

    if claim.redirect:
        facts = {"url": claim.url, "other": ITSELF if first.owner == claim.owner else first.owner}
        return Diagnostic(code="SG402", span=where.alias(claim.owner, claim.url), facts=facts)
    if claim.owner.startswith("static/"):
        return Diagnostic(code="SG409", span=Span(file=claim.owner), facts={"url": first.url, "other": first.owner})
    if not is_text(claim.owner) and not is_text(first.owner):
        facts = {"url": claim.url, "first": first.owner, "second": claim.owner}
        return Diagnostic(code="SG410", span=where.field(SITE_FILE, "permalinks"), facts=facts)
    changeable, kept = (claim, first) if is_text(claim.owner) else (first, claim)
    slug = claim.url.rstrip("/").rsplit("/", 1)[-1]
    facts = {"url": claim.url, "other": kept.owner, "suggestion": f"{slug}-2"}
    return Diagnostic(code="SG401", span=where.field(changeable.owner, "slug"), facts=facts)


def is_text(owner: str) -> bool:
    """Whether a claim comes from a text of the site."""
    return owner.startswith("content/")
