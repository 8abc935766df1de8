"""Data files: what is typed is what a layout gets."""

from __future__ import annotations

import pytest

from made import codes_of
from sitegen.model.data import data_from
from sitegen.model.site import Datum


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("d/a.yaml", "plz: 01067\nja: nein\nzeit: 9:30\n", {"plz": "01067", "ja": "nein", "zeit": "9:30"}),
        ("d/a.yml", "- eins\n- zwei\n", ["eins", "zwei"]),
        ("d/a.yaml", "leer:\n", {"leer": None}),
        ("d/a.json", '{"zahl": 3, "halb": 0.5, "ja": true, "nichts": null, "liste": [1]}', None),
        ("d/a.csv", "name;ort\nJo;Köln\n", [{"name": "Jo", "ort": "Köln"}]),
        ("d/a.csv", "name,ort\nJo,Köln\n", [{"name": "Jo", "ort": "Köln"}]),
        ("d/a.csv", "name;ort\nJo;Köln;zu viel\n", [{"name": "Jo", "ort": "Köln"}]),
    ],
)
def test_a_file_becomes_plain_values(path: str, text: str, value: Datum) -> None:
    read = data_from(path, text.encode())
    assert read.findings == ()
    if path.endswith(".json"):
        value = {"zahl": 3, "halb": 0.5, "ja": True, "nichts": None, "liste": [1]}
    assert read.value == value


@pytest.mark.parametrize(
    ("path", "raw"),
    [
        ("d/a.json", b'{"zahl": }'),
        ("d/a.json", b"[" * 100_000),
        ("d/a.yaml", b"a: [\n"),
        ("d/a.yaml", b"a: 1\na: 2\n"),
        ("d/a.csv", b"\xff\xfe\x00\x00\x81"),
    ],
)
def test_what_cannot_be_read_is_a_finding(path: str, raw: bytes) -> None:
    assert codes_of(data_from(path, raw).findings)


def test_the_place_of_a_fault_in_json() -> None:
    (found,) = data_from("d/a.json", b'{\n  "zahl": }\n').findings
    assert (found.code, found.span.line) == ("SG182", 2)
