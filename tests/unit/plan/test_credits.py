from __future__ import annotations

import pytest

from sitegen.model.sidecar import Sidecar
from sitegen.plan.credits import credited, described, lacks_author_or_link
from sitegen.plan.pictures import PictureView, shared, sizes_for
from sitegen.settings.images import Sizes

VIEW = PictureView(url="/f.jpg", width=1600, height=900, url_width=1200, url_height=675)


@pytest.mark.parametrize(
    ("credit", "address"),
    [
        ("Foto: Ada / CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.de"),
        ("Foto: Ada, CC-BY-NC-SA 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/deed.de"),
        ("Ada / CC0", "https://creativecommons.org/publicdomain/zero/1.0/deed.de"),
        ("Ada / CC BY", ""),
        ("© Ada", ""),
    ],
)
def test_a_licence_named_in_the_credit_brings_its_address(credit: str, address: str) -> None:
    assert credited(VIEW, credit).licence_url == address


@pytest.mark.parametrize(
    ("credit", "lacks"),
    [
        ("Foto: Ada / CC BY 4.0", False),
        ("CC BY 4.0", True),
        ("Foto: CC BY 4.0", True),
        ("Foto: Ada / CC BY", True),
        ("CC0", False),
        ("© Ada", False),
        ("Foto: Ada / Creative Commons", True),
        ("", False),
    ],
)
def test_commons_licences_need_a_name_and_an_address(credit: str, *, lacks: bool) -> None:
    assert lacks_author_or_link(credited(VIEW, credit)) is lacks


def test_the_sidecar_wins_over_the_settings_and_the_place_over_both() -> None:
    view = described(VIEW, Sidecar(credit="Ada"), "Vera")
    assert view.credit == "Ada"
    assert described(VIEW, None, "Vera").credit == "Vera"
    assert credited(view, "Foto: Otto").credit == "Foto: Otto"


def test_ai_is_known_by_the_sidecar_or_by_the_credit() -> None:
    assert described(VIEW, Sidecar(ai=True), "").is_ai
    assert credited(VIEW, "Bild: mit KI erstellt").is_ai
    assert not credited(VIEW, "Bild: Kira").is_ai


def test_sharing_tells_the_size_of_the_one_file() -> None:
    assert (shared(VIEW).width, shared(VIEW).height) == (1200, 675)


def test_own_sizes_win_and_unknown_uses_are_our_fault() -> None:
    assert sizes_for("card", Sizes(card="50vw")) == "50vw"
    assert "rem" in sizes_for("card", Sizes())
    with pytest.raises(KeyError):
        sizes_for("karte", Sizes())
