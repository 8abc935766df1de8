from __future__ import annotations

from pathlib import Path

from PIL import Image

from photos import SECRET, photograph, save, with_secrets
from sitegen.diagnostics import Diagnostic
from sitegen.scaffold.fix_pictures import LONGEST, FixedPicture, fix_pictures


def done(root: Path) -> dict[str, str]:
    results = list(fix_pictures(root))
    assert all(isinstance(result, FixedPicture) for result in results), results
    return {result.file: result.done for result in results if isinstance(result, FixedPicture)}


def test_large_pictures_shrink_upright_and_small_ones_lose_their_secrets(tmp_path: Path) -> None:
    large = save(tmp_path / "content/gross.jpg", photograph(3200, 1600), exif=with_secrets(6))
    small = save(tmp_path / "static/klein.png", photograph(160, 80), exif=with_secrets())
    fine = save(tmp_path / "content/gut.webp", photograph(160, 80))
    untouched = fine.read_bytes()
    assert done(tmp_path) == {"content/gross.jpg": "shrunk", "content/gut.webp": "fine", "static/klein.png": "stripped"}
    with Image.open(large) as picture:
        assert picture.size == (LONGEST // 2, LONGEST)
        assert not picture.getexif()
    assert all(SECRET not in path.read_bytes() for path in (large, small))
    assert fine.read_bytes() == untouched


def test_a_second_time_there_is_nothing_to_do(tmp_path: Path) -> None:
    save(tmp_path / "content/gross.jpg", photograph(3200, 1600), exif=with_secrets(6))
    save(tmp_path / "content/gedreht.jpg", photograph(160, 80), exif=with_secrets(8))
    list(fix_pictures(tmp_path))
    assert set(done(tmp_path).values()) == {"fine"}


def test_a_broken_picture_is_a_finding_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.jpg").write_bytes(b"kein Bild")
    save(tmp_path / "content/b.jpg", photograph(160, 80), exif=with_secrets())
    broken, mended = fix_pictures(tmp_path)
    assert isinstance(broken, Diagnostic)
    assert broken.code == "SG304"
    assert isinstance(mended, FixedPicture)
    assert (tmp_path / "content/a.jpg").read_bytes() == b"kein Bild"


def test_no_other_file_appears_beside_them(tmp_path: Path) -> None:
    save(tmp_path / "content/a.jpg", photograph(160, 80), exif=with_secrets())
    list(fix_pictures(tmp_path))
    assert [path.name for path in (tmp_path / "content").iterdir()] == ["a.jpg"]
