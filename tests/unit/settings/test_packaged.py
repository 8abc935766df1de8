"""What comes with the program is found."""

from __future__ import annotations

import pytest

from sitegen.settings.packaged import packaged_folder


@pytest.mark.parametrize("name", ["content", "layouts", "static"])
def test_folders_of_the_example_site_are_found(name: str) -> None:
    assert packaged_folder(name).is_dir()


def test_its_settings_are_found() -> None:
    assert packaged_folder("site.yaml").is_file()


def test_anything_else_is_our_fault() -> None:
    with pytest.raises(FileNotFoundError):
        packaged_folder("nothing")
