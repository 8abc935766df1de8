"""What finished pages say of prices, advertising, voices and consent, held against what the site says of itself.

Brings together what the rules need; the rules themselves stand in `checks.statements`.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.build.findings.offers import shows_prices
from sitegen.build.texts.gathering import Gathered
from sitegen.checks.finished import FinishedSite
from sitegen.checks.requests.addresses import candidates
from sitegen.checks.statements.advertising import (
    MadeByAi,
    PaidPost,
    check_affiliates,
    check_made_by_ai,
    check_paid_posts,
)
from sitegen.checks.statements.consent import check_consent, check_policies
from sitegen.checks.statements.prices import Pricing, check_machine_prices, check_price_pages
from sitegen.checks.statements.voices import check_own_ratings, check_voices
from sitegen.diagnostics import Diagnostic, Severity
from sitegen.model.entries import Page
from sitegen.model.sections import Services
from sitegen.plan.pictures import PictureView
from sitegen.plan.questions.site import SiteView
from sitegen.settings.load import SITE_FILE


def statement_findings(gathered: Gathered, site: FinishedSite, questions: SiteView) -> Iterator[Diagnostic]:
    """All that finished pages say."""
    pricing = pricing_of(gathered, questions)
    yield from check_price_pages(site, pricing)
    yield from check_machine_prices(site)
    yield from check_affiliates(site)
    paid = [PaidPost(source=post.source, url=post.url) for post in gathered.site.posts if post.ad]
    yield from check_paid_posts(site, paid)
    yield from check_made_by_ai(site, tuple(made_by_ai(gathered, questions)))
    titles = {page.source: page.title for page in gathered.site.pages}
    yield from check_voices(site, questions.testimonials(), titles)
    yield from check_own_ratings(site)
    for finding in check_consent(site, questions.consent()):
        if not (finding.code == "SG920" and embeds_fail(gathered)):
            yield finding
    yield from check_policies(site)


def embeds_fail(gathered: Gathered) -> bool:
    """Whether an error stands where something was to be embedded: whose it is will be seen when that is mended."""
    found = (one for source in gathered.bodies for one in gathered.bodies.findings(source))
    return any(one.code.startswith("SG81") and one.severity is Severity.ERROR for one in found)


def pricing_of(gathered: Gathered, questions: SiteView) -> Pricing:
    """How the site sells; a service counts where it has an amount, of its own or of a package."""
    site = gathered.site
    priced = [service for service in site.services if service.price or service.packages]
    return Pricing(
        vat=site.settings.business.vat,
        audience=site.settings.business.audience,
        note=questions.vat_note(),
        sources=frozenset(entry.source for entry in (*priced, *filter(lists_prices, site.pages))),
        services=frozenset(service.url for service in priced),
        place=gathered.where.field(SITE_FILE, "business", "vat"),
    )


def lists_prices(page: Page) -> bool:
    """Whether a page names prices by its layout or a section, be it only as a line beside a service."""
    return shows_prices(page) or any(isinstance(section, Services) for section in page.sections)


def made_by_ai(gathered: Gathered, questions: SiteView) -> Iterator[MadeByAi]:
    """Texts that a machine has written, and pictures at the head of a text that one has made."""
    site = gathered.site
    yield from (MadeByAi(source=post.source, what="der Text") for post in site.posts if post.ai == "generated")
    for entry in (*site.posts, *site.pages, *site.services):
        picture = questions.picture(entry) if entry.image else None
        if picture and picture.is_ai:
            yield MadeByAi(source=entry.source, what="das Bild am Anfang", shown_by=files_of(picture))


def files_of(picture: PictureView) -> frozenset[str]:
    """The addresses of all files of a picture."""
    sets = (picture.srcset, *(source.srcset for source in picture.sources))
    return frozenset((picture.url, *(address for one in sets for address in candidates(one))))
