"""Values put into `site.yaml`: the smallest edit, whatever the file looks like."""

from __future__ import annotations

import pytest

from sitegen.scaffold.settings_lines import Path, value_at, with_values

OWNER: Path = ("business", "owner")
STREET: Path = ("business", "address", "street")
HOST: Path = ("business", "legal", "hosting", "use")
TONE: Path = ("tone",)

EDITS = {
    "an empty key": ("business:\n  owner:\n", OWNER, "Eva Müller", "business:\n  owner: Eva Müller\n"),
    "an empty key before a comment": (
        "business:\n  owner:   # Vor- und Nachname\n",
        OWNER,
        "Eva Müller",
        "business:\n  owner: 'Eva Müller'  # Vor- und Nachname\n",
    ),
    "another value": ("tone: sie   # die Anrede\n", TONE, "du", "tone: du    # die Anrede\n"),
    "a value in quotes": ('business:\n  owner: "Eva"   # ich\n', OWNER, "Ute", "business:\n  owner: 'Ute'   # ich\n"),
    "a value on two lines": (
        "business:\n  owner: Eva\n    Müller\n  name: x\n",
        OWNER,
        "Ute",
        "business:\n  owner: Ute\n  name: x\n",
    ),
    "a text block": ("business:\n  owner: >-\n    Eva\n    Müller\n", OWNER, "Ute", "business:\n  owner: Ute\n"),
    "a key that is new in its group": (
        "business:\n  name: Büro\n  # die Anschrift\n  email: a@b.example\n",
        STREET,
        "Weg 1",
        "business:\n  name: Büro\n  address:\n    street: Weg 1\n  # die Anschrift\n  email: a@b.example\n",
    ),
    "a group that is new": ("title: x\n", OWNER, "Eva", "title: x\n\nbusiness:\n  owner: Eva\n"),
    "no line end": ("title: x", OWNER, "Eva", "title: x\n\nbusiness:\n  owner: Eva\n"),
    "an empty file": ("", OWNER, "Eva", "business:\n  owner: Eva\n"),
    "brackets": ("business: {owner: Eva, phone: 1}\n", OWNER, "Ute: ja", "business: {owner: 'Ute: ja', phone: 1}\n"),
    "a group new in brackets": (
        "business: {owner: Eva}\n",
        STREET,
        "Weg 1",
        "business: {address: {street: Weg 1}, owner: Eva}\n",
    ),
    "a list behind it": (
        "business:\n  profiles:\n  - https://a.example\n\n# F\nforms: a\n",
        HOST,
        "hetzner",
        "business:\n  profiles:\n  - https://a.example\n  legal:\n    hosting:\n      use: hetzner\n\n# F\nforms: a\n",
    ),
    "Windows line ends": (
        "title: x\r\nbusiness:\r\n  owner:\r\n",
        STREET,
        "Weg 1",
        "title: x\r\nbusiness:\r\n  owner:\r\n  address:\r\n    street: Weg 1\r\n",
    ),
    "what would be a comment": ("business:\n  owner:\n", OWNER, "Eva #1", "business:\n  owner: 'Eva #1'\n"),
    "nothing any more": ("tone: du   # so\n", TONE, "", "tone:      # so\n"),
}


@pytest.mark.parametrize(("text", "path", "value", "expected"), EDITS.values(), ids=EDITS)
def test_an_edit_changes_what_it_must(text: str, path: Path, value: str, expected: str) -> None:
    assert with_values(text, {path: value}) == expected
    assert value_at(expected, path) == value


@pytest.mark.parametrize(
    "text", ["business: [1, 2]\n", "business: nichts\n", "- eins\n- zwei\n", "business:\n  address: Weg 1, Dresden\n"]
)
def test_what_stands_otherwise_than_in_keys_is_left_alone(text: str) -> None:
    assert with_values(text, {STREET: "Weg 2"}) is None
