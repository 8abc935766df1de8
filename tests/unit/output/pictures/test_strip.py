from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from budgets import OFTEN
from photos import SECRET, photograph, with_secrets
from sitegen.output.pictures.strip import stripped

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")


def encoded(form: str, *, orientation: int = 1, **options: Any) -> bytes:  # noqa: ANN401 - Pillow's own
    stream = io.BytesIO()
    exif = {"exif": with_secrets(orientation)} if form != "GIF" else {}
    photograph(160, 120).save(stream, form, comment=SECRET, **exif, **options)
    return stream.getvalue()


@pytest.mark.parametrize("form", FORMATS)
def test_metadata_go_and_pixels_stay(form: str) -> None:
    content = encoded(form) + SECRET
    assert SECRET in content
    bare = stripped(content, orientation=1)
    assert bare is not None
    assert SECRET not in bare
    before, after = (Image.open(io.BytesIO(raw)).convert("RGB") for raw in (content, bare))
    assert before.tobytes() == after.tobytes()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_orientation_stays_as_the_only_entry(form: str) -> None:
    bare = stripped(encoded(form, orientation=6), orientation=6)
    assert bare is not None
    assert dict(Image.open(io.BytesIO(bare)).getexif()) == {0x0112: 6}


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_bare_stays_the_same_bytes(form: str) -> None:
    once = stripped(encoded(form), orientation=1)
    assert once is not None
    assert stripped(once, orientation=1) == once


def test_xmp_and_colour_profile_are_told_apart() -> None:
    bare = stripped(encoded("JPEG", xmp=b"<x>GEHEIM</x>", icc_profile=b"PROFIL"), orientation=1)
    assert bare is not None
    assert b"PROFIL" in bare
    assert SECRET not in bare


def test_every_scan_of_a_progressive_jpeg_stays() -> None:
    content = encoded("JPEG", progressive=True)
    bare = stripped(content, orientation=1)
    assert bare is not None
    assert Image.open(io.BytesIO(bare)).tobytes() == Image.open(io.BytesIO(content)).tobytes()


def test_a_film_goes_on_moving() -> None:
    stream = io.BytesIO()
    photograph(80, 80).save(stream, "GIF", save_all=True, append_images=[photograph(80, 80).rotate(90)], loop=0)
    bare = stripped(stream.getvalue(), orientation=1)
    assert bare is not None
    film = Image.open(io.BytesIO(bare))
    assert (film.n_frames, film.info["loop"]) == (2, 0)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "content", [b"", b"kein Bild", b"%PDF-1.7", b"\xff\xd8", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"RIFF"]
)
def test_other_kinds_and_stumps_are_refused(content: bytes) -> None:
    assert stripped(content, orientation=1) is None


@given(form=st.sampled_from(FORMATS), end=st.integers(0, 4000), byte=st.integers(0, 255), at=st.integers(0, 4000))
@OFTEN
def test_damaged_files_never_raise(form: str, end: int, byte: int, at: int) -> None:
    content = bytearray(encoded(form)[:end])
    if at < len(content):
        content[at] = byte
    stripped(bytes(content), orientation=1)
