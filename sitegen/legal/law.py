"""What the same rule is called in each country. Names of statutes only; texts stand in `text.wording`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sitegen.settings.business import Country

DEVICE: Final[Mapping[Country, str]] = {
    Country.DE: "§ 25 TDDDG",
    Country.AT: "§ 165 Abs. 3 TKG 2021",
    Country.CH: "Art. 45c FMG",
}
"""Storing on, or reading from, the visitor's device."""

PROCESSING: Final[Mapping[Country, str]] = {
    Country.DE: "Art. 28 DSGVO",
    Country.AT: "Art. 28 DSGVO",
    Country.CH: "Art. 9 DSG",
}
"""Contracts with those who process on behalf."""
