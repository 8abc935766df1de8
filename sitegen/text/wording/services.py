"""Sentences about services, their prices, and lists of people and firms: no ß, no quotation marks.

Sentences about tax name the law of their country; which one holds is for `plan.prices` to say.
"""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.sentence import Sentence

_PRICES: Final[dict[str, Sentence]] = {
    "price_from": Sentence("ab"),
    "price_free": Sentence("kostenlos"),
    "price_on_request": Sentence("auf Anfrage"),
    "unit_hour": Sentence("je\u00a0Stunde"),
    "unit_package": Sentence("je\u00a0Paket"),
    "unit_month": Sentence("je\u00a0Monat"),
    "unit_piece": Sentence("je\u00a0Stück"),
    "unit_day": Sentence("je\u00a0Tag"),
    "price_billing": Sentence("abgerechnet je angefangene {minutes}\u00a0Minuten"),
    "price_billing_hour": Sentence("abgerechnet je angefangene Stunde"),
    "price_setup": Sentence("einmalig {amount} für die Einrichtung"),
    "price_coming": Sentence("ab {date}: {price}"),
    "price_minimum": Sentence("mindestens {minimum}"),
    "package_hours": Sentence("{hours}\u00a0Stunden", one="{hours}\u00a0Stunde"),
    "package_unit": Sentence("{amount} je\u00a0Stunde"),
    "package_about": Sentence("rund\u00a0{amount}"),
    "package_saving": Sentence("{amount} weniger als einzeln"),
    "package_rounding": Sentence(
        "Wo rund steht, ist der Preis einer Stunde errechnet und auf zwei Stellen hinter dem Komma gerundet."
    ),
}

_PAGE: Final[dict[str, Sentence]] = {
    "packages": Sentence("Pakete"),
    "packages_compared": Sentence("Pakete im Vergleich"),
    "package": Sentence("Paket"),
    "package_single": Sentence("Einzelne Stunde"),
    "minimum": Sentence("Mindestens"),
    "delivery_time": Sentence("Wie lange es dauert"),
    "service_faq": Sentence("Häufig gefragt"),
    "service_posts": Sentence("Zum Weiterlesen"),
    "testimonial_checked": Sentence("Geprüft: {how}"),
}

_TAX: Final[dict[str, Sentence]] = {
    "vat_small_business_de": Sentence("Endpreis; nach §\u00a019 UStG wird keine Umsatzsteuer berechnet."),
    "vat_small_business_at": Sentence(
        "Endpreis; nach §\u00a06 Abs.\u00a01 Z\u00a027 UStG wird keine Umsatzsteuer berechnet."
    ),
    "vat_small_business_ch": Sentence("Endpreis; es wird keine Mehrwertsteuer berechnet (Art.\u00a010 MWSTG)."),
    "vat_gross_de": Sentence("inkl.\u00a0USt"),
    "vat_gross_at": Sentence("inkl.\u00a0USt"),
    "vat_gross_ch": Sentence("inkl.\u00a0MWST"),
    "vat_net_de": Sentence("zzgl.\u00a0USt, nur für Unternehmen"),
    "vat_net_at": Sentence("zzgl.\u00a0USt, nur für Unternehmen"),
    "vat_net_ch": Sentence("zzgl.\u00a0MWST, nur für Unternehmen"),
}

SENTENCES: Final[dict[str, Sentence]] = {**_PRICES, **_PAGE, **_TAX}
