"""Fields beside a text (`wp:postmeta`): which ones are read, and in which others words of the owner's seem to stand.

Plugins keep their workings there, page builders whole pages, and owners what they typed into fields of their own. Pure.
"""

from __future__ import annotations

import re
from typing import Final

META: Final = frozenset(
    {
        "_thumbnail_id",
        "_wp_attached_file",
        "_wp_attachment_metadata",
        "_wp_attachment_image_alt",
        "_wp_old_slug",
        "_wp_page_template",
        "_yoast_wpseo_title",
        "_yoast_wpseo_metadesc",
        "_yoast_wpseo_meta-robots-noindex",
        "_yoast_wpseo_primary_category",
        "rank_math_title",
        "rank_math_description",
        "rank_math_robots",
        "rank_math_primary_category",
        "_aioseo_title",
        "_aioseo_description",
        "_seopress_titles_title",
        "_seopress_titles_desc",
        "_menu_item_type",
        "_menu_item_object",
        "_menu_item_object_id",
        "_menu_item_url",
        "_menu_item_menu_item_parent",
        "_elementor_data",
        "footnotes",
        "_tablepress_export_table_id",
    }
)
"""Keys that are kept with their values."""
TEXTS: Final = frozenset({"_elementor_data", "footnotes"})
"""Those of them that are as long as texts."""
_BUILDERS: Final = {
    "_bricks_page_content_2": "Bricks",
    "_bricks_page_content": "Bricks",
    "_breakdance_data": "Breakdance",
    "ct_builder_shortcodes": "Oxygen",
    "ct_builder_json": "Oxygen",
    "_fl_builder_data": "Beaver Builder",
    "brizy": "Brizy",
    "_brizy_post_data": "Brizy",
    "mfn-page-items": "BeTheme",
    "_cornerstone_data": "Cornerstone",
    "_themify_builder_settings_json": "Themify",
    "tve_updated_post": "Thrive Architect",
    "panels_data": "SiteOrigin",
    "_zionbuilder_page_elements": "Zion Builder",
}
"""Where page builders keep a page, and what they are called."""
_TOLD: Final = re.compile(
    r"_(?:price|regular_price|sale_price|sku|Event(?:StartDate|EndDate|VenueID|URL|Cost)|stock)|enclosure"
)
"""Fields of shops, calendars and podcasts that visitors were shown."""
_WORKINGS: Final = re.compile(
    r"_|rank_math_|wpseo|aioseo|fusion|avada|pyre_|et_|dsq_|wp_|wpcf7|fl_|rs_|slide|mfn-|tve_|thrive_|panels_data|ct_|brizy"
    r"|amazonS3|snap|essb_|dfi|ratings_|post_views|views$|litespeed|cmplz|borlabs|bricks|site-|ast-|geo_|snapshot|om_disable"
)
"""How the names of fields begin that plugins keep for themselves."""
_SERIALIZED: Final = re.compile(r"[aOsib]:\d+[:;{]|[\[{]\s*[\"\[{\]}]")
_WORDS: Final = re.compile(r"[^\W\d_]{2,}[^\n]*\s[^\n]*[^\W\d_]{2,}|https?://")


def builder_of(key: str, value: str) -> str:
    """The page builder whose page is in this field; empty for none."""
    return _BUILDERS.get(key, "") if value.strip() else ""


def is_own_field(key: str, value: str) -> bool:
    """Whether words stand in a field that visitors may have been shown, by its name and its value."""
    if _TOLD.fullmatch(key):
        return bool(value.strip())
    typed = value.strip()
    return not _WORKINGS.match(key) and not _SERIALIZED.match(typed) and _WORDS.search(typed) is not None
