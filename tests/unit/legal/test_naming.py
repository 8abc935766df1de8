"""Which names can be those of a person, written out."""

from __future__ import annotations

import pytest

from sitegen.legal.naming import is_full_name, is_of_a_business


@pytest.mark.parametrize(
    "name",
    [
        *("Eva Müller", "Dr. Eva Müller", "Eva-Maria Müller", "Müller, Eva", "Eva Müller, M.A.", "Ma Li", "Li Na"),
        *(
            "Eva von Hohenstein",
            "Dipl.-Ing. Eva Maier",
            "Ana María García López",
            "Eva J. Müller",
            "Eva Müller (Inhaberin)",
        ),
    ],
)
def test_a_first_and_a_family_name(name: str) -> None:
    assert is_full_name(name)


@pytest.mark.parametrize(
    "name",
    ["", "Eva", "Frau Müller", "Dr. Müller", "Prof. Dr. Müller", "E. Müller", "K.-H. Maier", "Eva M."],
)
def test_what_leaves_something_out(name: str) -> None:
    assert not is_full_name(name)


def test_a_business_owns_nothing() -> None:
    assert is_of_a_business("Schreibbüro Birkenfeld")
    assert not is_of_a_business("Eva Birkenfeld")
