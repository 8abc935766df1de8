"""`sitemap.xml` after sitemaps.org 0.9, and the `robots.txt` that names it.

Listed is what a search engine shall show: no redirects, no error page, nothing marked `noindex`.
"""

from __future__ import annotations

from typing import Final

from sitegen.features.feature import Contribution, Feature, Finished
from sitegen.features.xml_lines import XmlLines
from sitegen.model.entries import Post
from sitegen.model.site import Site
from sitegen.plan.routes import Route
from sitegen.text.moments import iso

NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
SITEMAP_FILE: Final = "sitemap.xml"
ROBOTS_FILE: Final = "robots.txt"


def contributions(_site: Site) -> tuple[Contribution, ...]:
    """Both files."""
    return (
        Contribution(output=SITEMAP_FILE, make=sitemap, wordless=True),
        Contribution(output=ROBOTS_FILE, make=robots, wordless=True),
    )


FEATURE: Final = Feature(name="Sitemap", contributions=contributions)


def listed(route: Route) -> bool:
    """Whether a search engine shall show the page."""
    return not route.view.noindex and route.view.kind not in ("redirect", "error")


def sitemap(site: Finished) -> bytes:
    """All listed pages by address, posts with the day of their last change."""
    xml = XmlLines()
    with xml.element("urlset", xmlns=NAMESPACE):
        for route in sorted(filter(listed, site.routes), key=lambda route: route.view.url):
            with xml.element("url"):
                xml.leaf("loc", site.questions.absolute(route.view.url))
                post = route.view.entry
                if isinstance(post, Post):
                    changed = post.updated or post.date
                    # The schema of the protocol takes whole days only, although its text allows months.
                    if changed.precision != "month":
                        xml.leaf("lastmod", iso(changed))
    return xml.encoded()


def robots(site: Finished) -> bytes:
    """Everything may be read; what shall not be shown says so itself."""
    ask = site.questions
    return f"User-agent: *\nAllow: /\n\nSitemap: {ask.absolute(ask.url(f'/{SITEMAP_FILE}'))}\n".encode()
