"""What kind of thing an item of an export is: a text of the site, or workings of WordPress and of its plugins. Pure.

Orders, bookings and what came in through forms are of the second kind, whatever a plugin calls them: they say something
of people who never wrote it for this site, and must not leave the export. Never decides where a text goes.
"""

from __future__ import annotations

import re
from typing import Final

from sitegen.importers.wordpress.records import Item

TABLE: Final = "tablepress_table"
"""A table of TablePress, which texts name by a shortcode."""
TECHNICAL: Final = frozenset(
    {"revision", "nav_menu_item", "custom_css", "customize_changeset", "oembed_cache", "user_request", "wp_block"}
    | {"wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face"}
    | {"acf-field", "acf-field-group", "acf-post-type", "acf-taxonomy", "acf-ui-options-page", "polylang_mo"}
    | {"elementor_library", "elementor_snippet", "elementor-hf", "et_pb_layout", "et_template", "et_header_layout"}
    | {"et_body_layout", "et_footer_layout", "fusion_template", "fusion_element", "fusion_tb_section", "ct_template"}
    | {"bricks_template", "fl-builder-template", "brizy_template", "vc_grid_item", "wpb_templates", "vc4_templates"}
    | {"wpforms", "jp_pay_order", "jetpack_migration", "scheduled-action", "shop_coupon", "product_variation"}
    | {"shop_webhook", "popup", "amp_validated_url", "rank_math_schema", "rank_math_locations", "cookielawinfo", TABLE}
)
"""Types that are no texts of the site."""
_OF_PEOPLE: Final = re.compile(
    r"(?:^|[_-])(?:orders?|refunds?|subscriptions?|bookings?|appointments?|payments?|transactions?|invoices?|donations?"
    r"|donors?|entry|entries|submissions?|sub|attendees?|participants?|customers?|contacts?|leads?|messages?|inbound"
    r"|outbound|feedback|inquiry|inquiries|subscribers?|memberships?|notes?)(?:$|[_-])"
)
"""Words in the names of types for what people have ordered, booked or sent."""
_OF_PLUGINS: Final = re.compile(r"(?:^|[_-])(?:forms?|logs?)(?:$|[_-])")
"""The same for the forms they sent it with, and for what a plugin notes for itself."""
_OF_SHOPS: Final = re.compile(r"wc-|edd_|request-")
"""How the states of orders, payments and requests begin."""
_OWN: Final = frozenset({"post", "page", "attachment"})


def is_of_people(item: Item) -> bool:
    """Whether an item may hold what visitors or customers have entrusted to the site, by its type or its state."""
    if item.type in _OWN or _OF_PLUGINS.search(item.type.lower()):
        return False
    return bool(_OF_PEOPLE.search(item.type.lower())) or bool(_OF_SHOPS.match(item.status.lower()))


def is_working(item: Item, *, wanted: frozenset[str] = frozenset()) -> bool:
    """Whether an item is no text of the site. Types that the owner has named are `wanted`, save for the fixed ones."""
    if item.type in TECHNICAL:
        return True
    return item.type not in wanted and (is_of_people(item) or bool(_OF_PLUGINS.search(item.type.lower())))
