"""The features of a site, in the order in which they are asked. The only place that names them all."""

from __future__ import annotations

from typing import Final

from sitegen.features import apache, comment_feeds, feeds, headers, inbox_manifest, redirects, security_txt, sitemap
from sitegen.features.feature import Feature

LINEUP: Final[tuple[Feature, ...]] = (
    feeds.FEATURE,
    comment_feeds.FEATURE,
    sitemap.FEATURE,
    security_txt.FEATURE,
    inbox_manifest.FEATURE,
    redirects.FEATURE,
    headers.FEATURE,
    apache.FEATURE,
)
