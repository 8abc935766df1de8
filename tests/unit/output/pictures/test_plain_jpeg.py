"""What is said of a plain JPEG without Pillow is what Pillow says of it."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from photos import photograph, save, with_secrets
from sitegen.output.pictures.faults import PictureError
from sitegen.output.pictures.opening import opened, orientation_of
from sitegen.output.pictures.plain_jpeg import plain_size

MEASURED: Final = """
import sys
from pathlib import Path
from sitegen.output.pictures.measure import measure
from sitegen.output.pictures.store import Store
from sitegen.output.pictures.tasks import Task
from sitegen.output.pictures.workshop import make_all
path = Path(sys.argv[1])
assert measure(path).width == 40
made = make_all([Task(key="k", path=path, recipe=None)], Store(path.parent / "store", day=0), lambda done, of: None)
assert not made["k"].fault
print([name for name in sys.modules if name.startswith("PIL")])
"""


def jpeg(mode: str = "RGB", size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 128).save(out, "JPEG", **options)
    return out.getvalue()


def laid(folder: Path, content: bytes, name: str = "bild.jpg") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def with_segment(content: bytes, marker: int, inner: bytes) -> bytes:
    return content[:2] + segment(marker, inner) + content[2:]


def said_by_pillow(path: Path) -> tuple[tuple[int, int], int] | None:
    try:
        with opened(path) as picture:
            return picture.size, orientation_of(picture)
    except PictureError:
        return None


PLAIN: Final = {
    "colours": jpeg(),
    "grey": jpeg("L"),
    "four inks": jpeg("CMYK"),
    "progressive": jpeg(progressive=True),
    "profile": jpeg(icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()),
    "comment": jpeg(comment=b"Ein Bild"),
    "restarts": jpeg(restart_marker_rows=1),
}


@pytest.mark.parametrize("content", PLAIN.values(), ids=PLAIN)
def test_a_plain_one_is_as_large_as_pillow_says(tmp_path: Path, content: bytes) -> None:
    path = laid(tmp_path, content)
    assert plain_size(path) == (40, 30)
    assert said_by_pillow(path) == ((40, 30), 1)


FOR_PILLOW: Final = {
    "EXIF": with_segment(jpeg(), 0xE1, b"Exif\0\0MM\0*"),
    "another kind of data": with_segment(jpeg(), 0xED, b"Photoshop 3.0\0"),
    "several pictures": with_segment(jpeg(), 0xE2, b"MPF\0"),
    "short JFIF": with_segment(jpeg(), 0xE0, b"JFIF\0"),
    "half a table": with_segment(jpeg(), 0xDB, bytes(40)),
    "two frames": jpeg().replace(b"\xff\xc4", segment(0xC0, bytes.fromhex("0800010001010100")) + b"\xff\xc4", 1),
    "no start of a scan": jpeg()[:300],
    "junk between": jpeg()[:2] + b"\0" + jpeg()[2:],
    "12 bits": jpeg().replace(b"\xff\xc0\x00\x11\x08", b"\xff\xc0\x00\x11\x0c"),
    "two components": jpeg("L").replace(b"\x08\x00\x1e\x00\x28\x01", b"\x08\x00\x1e\x00\x28\x02"),
    "no height": jpeg().replace(b"\xff\xc0\x00\x11\x08\x00\x1e", b"\xff\xc0\x00\x11\x08\0\0"),
    "short frame": b"\xff\xd8" + segment(0xC0, b"\x08\0") + jpeg()[2:],
    "too large": jpeg().replace(b"\xff\xc0\x00\x11\x08\x00\x1e\x00\x28", b"\xff\xc0\x00\x11\x08\xff\xff\xff\xff"),
    "no frame": b"\xff\xd8" + segment(0xDA, b""),
    "nothing": b"",
    "text": b"Kein Bild",
}


@pytest.mark.parametrize("content", FOR_PILLOW.values(), ids=FOR_PILLOW)
def test_nothing_is_said_of_others(tmp_path: Path, content: bytes) -> None:
    assert plain_size(laid(tmp_path, content)) is None


def test_nothing_is_said_of_what_goes_by_another_name_or_is_not_there(tmp_path: Path) -> None:
    assert plain_size(laid(tmp_path, jpeg(), "bild.tif")) is None
    assert plain_size(tmp_path / "fehlt.jpg") is None


def test_a_photograph_that_says_where_it_was_taken_is_none(tmp_path: Path) -> None:
    assert plain_size(save(tmp_path / "f.jpg", photograph(80, 60), exif=with_secrets())) is None


@given(data=st.data(), content=st.sampled_from(list(PLAIN.values())))
def test_whatever_is_said_of_a_damaged_head_pillow_says_too(
    data: st.DataObject, content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    damaged = bytearray(content)
    for _ in range(data.draw(st.integers(1, 3))):
        damaged[data.draw(st.integers(0, min(700, len(damaged) - 1)))] = data.draw(st.integers(0, 255))
    path = laid(tmp_path_factory.getbasetemp(), bytes(damaged), "beschaedigt.jpg")
    size = plain_size(path)
    assert size is None or said_by_pillow(path) == (size, 1)


def test_a_plain_one_is_measured_and_goes_out_without_pillow(tmp_path: Path) -> None:
    path = laid(tmp_path, jpeg(comment=b"Ein Bild"))
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], capture_output=True, check=True, encoding="utf-8"
    )
    assert done.stdout.strip() == "[]"
