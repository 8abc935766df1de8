"""Which file an address means, and that none leads out of its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.serve.finding import Found, find


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "geheim.txt").write_text("geheim", "utf-8")
    out = tmp_path / "preview"
    for name in ("index.html", "blog/index.html", "blog/bild.png", "über uns.html", "assets/style.0123456789.css"):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text("", "utf-8")
    return out


@pytest.mark.parametrize(
    ("path", "output"),
    [
        ("/", "index.html"),
        ("/blog/", "blog/index.html"),
        ("/blog/bild.png", "blog/bild.png"),
        ("/%C3%BCber%20uns.html", "über uns.html"),
        ("/assets/style.aaaaaaaaaa.css", "assets/style.0123456789.css"),
        ("/assets/andere.aaaaaaaaaa.css", ""),
        ("/assets/style.aaaaaaaaaa.js", ""),
        ("/nichts/", ""),
        ("/blog/bild.png/", ""),
    ],
)
def test_the_file_at_an_address(path: str, output: str, folder: Path) -> None:
    assert find(path, folder, base="") == Found(output=output)


def test_a_folder_without_a_slash_leads_to_the_one_with(folder: Path) -> None:
    assert find("/blog", folder, base="") == Found(moved="/blog/")


@pytest.mark.parametrize(
    "path",
    [
        "/../geheim.txt",
        "/%2e%2e/geheim.txt",
        "/blog/..%2f..%2f../geheim.txt",
        "/blog/%2e%2e%2f%2e%2e/geheim.txt",
        "/..%5cgeheim.txt",
        "//geheim.txt",
        "//boese.example/blog",
        "/%2fetc/passwd",
        "/./index.html",
        "/index.html%00.png",
        "geheim.txt",
        "",
        f"/{'a' * 5000}",
    ],
)
def test_no_address_leads_out(path: str, folder: Path) -> None:
    assert find(path, folder, base="") == Found()


def test_no_link_leads_out(folder: Path) -> None:
    (folder / "hinaus.txt").symlink_to(folder.parent / "geheim.txt")
    (folder / "oben").symlink_to(folder.parent, target_is_directory=True)
    assert find("/hinaus.txt", folder, base="") == Found()
    assert find("/oben/geheim.txt", folder, base="") == Found()


def test_the_folder_itself_may_be_reached_by_a_link(folder: Path) -> None:
    (folder.parent / "verweis").symlink_to(folder, target_is_directory=True)
    assert find("/blog/", folder.parent / "verweis", base="") == Found(output="blog/index.html")


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/", Found(moved="/va/")),
        ("/va", Found(moved="/va/")),
        ("/va/", Found(output="index.html")),
        ("/va/blog", Found(moved="/va/blog/")),
        ("/blog/", Found()),
        ("/vase/", Found()),
    ],
)
def test_a_site_below_a_path(path: str, found: Found, folder: Path) -> None:
    assert find(path, folder, base="/va") == found
