from __future__ import annotations

import pytest

from sitegen.text.addresses import address_spans


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Siehe https://beispiel.de/a?b=c.", ["https://beispiel.de/a?b=c"]),
        ("(www.beispiel.de), mail@beispiel.de!", ["www.beispiel.de", "mail@beispiel.de"]),
        ('"/etc/hosts" und ~/ablage', ["/etc/hosts", "~/ablage"]),
        ("bild.jpg, Bericht-2024.xlsx", ["bild.jpg", "Bericht-2024.xlsx"]),
        ("content/blog/rechnungen und C:\\Ablage", ["content/blog/rechnungen", "C:\\Ablage"]),
        ("https://beispiel.de/... und", ["https://beispiel.de/..."]),
        ("und/oder, Auftraggeber/-in, 24/7, km/h", []),
        ("Ende.Anfang, 24.11.2026, z.B., 1.234,50", []),
        ("@ . / ...", []),
        ("", []),
    ],
)
def test_addresses_are_found_without_the_signs_around_them(text: str, addresses: list[str]) -> None:
    assert [text[start:end] for start, end in address_spans(text)] == addresses
