"""Which addresses somebody earns by, and which only look like it."""

from __future__ import annotations

import pytest

from sitegen.checks.statements.affiliates import is_affiliate


@pytest.mark.parametrize(
    "address",
    [
        "https://amzn.to/3abcDEF",
        "https://www.amazon.de/dp/B000123456?tag=buerotest-21",
        "https://www.amazon.de/Heft/dp/B000123456/ref=sr_1_1?keywords=heft&tag=buerotest-21&th=1",
        "https://www.awin1.com/cread.php?awinmid=1&awinaffid=2",
        "https://www.digistore24.com/redir/12345/buerotest/",
        "https://copecart.com/products/abc123/p/buerotest",
        "https://partners.webmasterplan.com/click.asp?ref=1",
        "https://WWW.AWIN1.COM/cread.php",
        "//amzn.to/3abcDEF",
        "https://www.ebay.de/itm/1?mkcid=1&campid=5338",
        " https:/amzn.to/3abcDEF",
    ],
)
def test_links_that_bring_money(address: str) -> None:
    assert is_affiliate(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.amazon.de/dp/B000123456",
        "https://www.amazon.de/s?k=tag",
        "https://www.example.org/?tag=buero",
        "https://www.digistore24.com/product/12345",
        "https://www.copecart.com/products/abc123/checkout",
        "https://www.example.org/amzn.to/",
        "https://meinawin1.com/",
        "https://www.ebay.de/itm/1",
        "https://www.awin.com/de",
        "https://www.amazon.de/dp/B000123456?tag=#?tag=buerotest-21",
        "https://www.digistore24.com/hilfe?nach=/redir/12345/buerotest/",
        "mailto:anzeige@amzn.to",
        "https://[kaputt",
        "",
    ],
)
def test_links_like_any_other(address: str) -> None:
    assert not is_affiliate(address)
