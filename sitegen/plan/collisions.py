"""Two things that want one file of the output folder, found before anything is rendered.

Compared without regard to case, since some file systems and servers do not tell cases apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.plan.routes import Route


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


def collisions(claims: Iterable[Claim]) -> Iterator[Diagnostic]:
    """One finding for each claim on a file that an earlier claim holds already."""
    held: dict[str, Claim] = {}
    for claim in claims:
        first = held.setdefault(claim.output.casefold(), claim)
        if first is not claim:
            yield collision(claim, first)


def collision(claim: Claim, first: Claim) -> Diagnostic:
    """The finding, placed at the claim that an owner can change."""
    if claim.redirect:
        return Diagnostic(code="SG402", span=Span(file=claim.owner), facts={"url": claim.url, "other": first.owner})
    changeable, other = (claim, first) if is_file(claim.owner) else (first, claim)
    slug = claim.url.rstrip("/").rsplit("/", 1)[-1]
    return Diagnostic(
        code="SG401",
        span=Span(file=changeable.owner if is_file(changeable.owner) else "site.yaml", line=1),
        facts={"url": claim.url, "other": other.owner, "suggestion": f"{slug}-2"},
    )


def is_file(owner: str) -> bool:
    """Whether a claim comes from a file of the site."""
    return owner.startswith(("content/", "static/"))
