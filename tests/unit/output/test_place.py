"""An output folder is accepted only where writing and deleting cannot hurt the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.diagnostics import Diagnostic
from sitegen.output.place import Place, place_at, place_for


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "mein-buero"
    for folder in ("content/blog", "layouts", "static"):
        (site / folder).mkdir(parents=True)
    return site


def code_of(found: Place | Diagnostic) -> str:
    return found.code if isinstance(found, Diagnostic) else ""


@pytest.mark.parametrize("out", [".", "..", "/", "../../"])
def test_the_site_folder_and_all_above_it_are_refused(site: Path, out: str) -> None:
    found = place_for(site, site / out)
    assert isinstance(found, Diagnostic)
    assert found.code == "SG601"
    assert str(site / out) in found.message


@pytest.mark.parametrize(
    "out",
    ["content", "content/blog", "content/neu/tief", "layouts", "static/x", ".sitegen", ".sitegen/cache", ".git/x"],
)
def test_the_folders_of_sources_are_refused(site: Path, out: str) -> None:
    found = place_for(site, site / out)
    assert isinstance(found, Diagnostic)
    assert found.code == "SG602"
    assert f"„{Path(out).parts[0]}“" in found.message


def test_a_link_to_a_folder_of_sources_is_refused(site: Path) -> None:
    (site / "public").symlink_to(site / "content", target_is_directory=True)
    assert code_of(place_for(site, site / "public")) == "SG602"


def test_a_folder_of_sources_that_is_a_link_is_recognised(site: Path, tmp_path: Path) -> None:
    (tmp_path / "texte").mkdir()
    (site / "static").rmdir()
    (site / "static").symlink_to(tmp_path / "texte", target_is_directory=True)
    assert code_of(place_for(site, tmp_path / "texte/web")) == "SG602"


@pytest.mark.parametrize("out", ["public", "public/tief/drin"])
def test_a_file_is_refused(site: Path, out: str) -> None:
    (site / "public").write_text("", encoding="utf-8")
    assert code_of(place_for(site, site / out)) == "SG603"


@pytest.mark.parametrize("out", ["public", "contents", "public/content", "../www"])
def test_any_other_folder_is_fine_whether_it_exists_or_not(site: Path, out: str) -> None:
    assert isinstance(place_for(site, site / out), Place)
    (site / out).mkdir(parents=True)
    assert isinstance(place_for(site, site / out), Place)


def test_the_output_folder_may_be_a_link(site: Path, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (site / "public").symlink_to(tmp_path / "www", target_is_directory=True)
    place = place_for(site, site / "public")
    assert isinstance(place, Place)
    assert place.out == tmp_path / "www"


def test_a_place_is_found_again_by_its_key(site: Path, tmp_path: Path) -> None:
    for out in (site / "public", tmp_path / "www"):
        place = place_for(site, out)
        assert isinstance(place, Place)
        assert place_at(site, place.key) == place


def test_each_output_folder_has_its_own_state(site: Path, tmp_path: Path) -> None:
    outs = (site / "public", site / "tief/public", tmp_path / "public")
    places = [place for out in outs if isinstance(place := place_for(site, out), Place)]
    assert len({place.state for place in places}) == 3


def test_a_moved_site_keeps_the_state_of_the_folders_inside(site: Path) -> None:
    before = place_for(site, site / "public")
    moved = site.rename(site.with_name("umgezogen"))
    after = place_for(moved, moved / "public")
    assert isinstance(before, Place)
    assert isinstance(after, Place)
    assert before.state.relative_to(site) == after.state.relative_to(moved)


def test_of_the_folder_of_our_state_only_the_preview_is_an_output_folder(site: Path) -> None:
    preview = place_for(site, site / ".sitegen/preview")
    assert isinstance(preview, Place)
    assert preview.is_preview
    assert code_of(place_for(site, site / ".sitegen/preview/tiefer")) == "SG602"
    public = place_for(site, site / "public")
    assert isinstance(public, Place)
    assert not public.is_preview
