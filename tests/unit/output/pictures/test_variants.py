from __future__ import annotations

import io
import struct
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from photos import SECRET, photograph, save, with_secrets
from sitegen.output.pictures.faults import Fault, PictureError
from sitegen.output.pictures.tasks import Format, Recipe
from sitegen.output.pictures.tints import NO_TINT, colour_of, tint_of
from sitegen.output.pictures.variants import Made, make, targets

RECIPE = Recipe(widths=(100, 200, 400), formats=("avif", "webp"))
PLAIN = Recipe(widths=(100, 200), formats=("webp",))


def image_of(made: Made, form: Format, width: int) -> Image.Image:
    found = [one for one in made.variants if one.format == form and one.width == width]
    assert len(found) == 1, [(one.format, one.width) for one in made.variants]
    return Image.open(io.BytesIO(found[0].content))


def test_a_photograph_comes_in_all_formats_and_widths_and_once_as_jpeg(tmp_path: Path) -> None:
    made = make(save(tmp_path / "f.jpg", photograph(800, 600)), RECIPE)
    assert (made.width, made.height) == (800, 600)
    assert {(one.format, one.width) for one in made.variants} >= {("webp", 100), ("webp", 200), ("webp", 400)}
    assert [one.width for one in made.variants if one.format == "jpeg"] == [400]
    assert made.variants[-1].format == "jpeg"


def test_the_first_format_is_the_lightest(tmp_path: Path) -> None:
    made = make(save(tmp_path / "f.jpg", photograph(800, 600)), RECIPE)
    weights = {form: sum(len(one.content) for one in made.variants if one.format == form) for form in ("avif", "webp")}
    assert not weights["avif"] or weights["avif"] < weights["webp"]


def test_jpeg_among_the_formats_comes_in_every_width(tmp_path: Path) -> None:
    recipe = Recipe(widths=(100, 200), formats=("webp", "jpeg"))
    made = make(save(tmp_path / "f.jpg", photograph(800, 600)), recipe)
    assert [(one.format, one.width) for one in made.variants] == [
        ("webp", 100),
        ("webp", 200),
        ("jpeg", 100),
        ("jpeg", 200),
    ]


@pytest.mark.parametrize(
    ("width", "expected"),
    [(90, [90]), (100, [100]), (105, [100]), (150, [100, 150]), (390, [100, 200, 390]), (5000, [100, 200, 400])],
)
def test_no_picture_is_made_wider_than_it_is(width: int, expected: list[int]) -> None:
    assert targets(width, RECIPE) == expected


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_applied_and_nothing_else_of_exif_stays(tmp_path: Path, orientation: int) -> None:
    upright = photograph(400, 240)
    upright.paste((255, 0, 0), (0, 0, 40, 40))
    backwards = {2: [0], 3: [3], 4: [1], 5: [5], 6: [2], 7: [6], 8: [4]}
    stored = upright
    for step in backwards.get(orientation, []):
        stored = stored.transpose(Image.Transpose(step))
    path = save(tmp_path / "f.jpg", stored, exif=with_secrets(orientation), quality=95)
    made = make(path, PLAIN)
    assert (made.width, made.height) == (400, 240)
    shown = image_of(made, "webp", 200).convert("RGB")
    assert shown.size == (200, 120)
    red, green, blue = shown.getpixel((8, 8))  # type: ignore[misc]
    assert red > 200
    assert max(green, blue) < 90
    assert all(SECRET not in one.content and b"Exif" not in one.content for one in made.variants)


def test_a_drawing_becomes_png_and_lossless(tmp_path: Path) -> None:
    image = Image.new("RGB", (800, 600), "#ffffff")
    for at in range(0, 800, 5):
        image.paste((at % 256, 10, 99), (at, 0, at + 2, 600))
    path = save(tmp_path / "f.png", image, compress_level=0)
    made = make(path, PLAIN)
    assert made.variants[-1].format == "png"


def test_what_can_be_seen_through_stays_so_and_has_no_tint(tmp_path: Path) -> None:
    image = photograph(400, 400, mode="RGBA")
    image.putalpha(Image.linear_gradient("L").resize((400, 400)))
    made = make(save(tmp_path / "f.png", image), PLAIN)
    assert made.tint == NO_TINT
    assert made.variants[-1].format == "png"
    assert image_of(made, "webp", 200).mode == "RGBA"


@pytest.mark.parametrize("mode", ["CMYK", "L", "1", "P", "LA", "I;16"])
def test_every_mode_becomes_eight_bits_of_red_green_blue(tmp_path: Path, mode: str) -> None:
    grey = photograph(400, 400, mode="L")
    image = grey.point(lambda value: value * 257, "I").convert("I;16") if mode == "I;16" else grey.convert(mode)
    path = save(tmp_path / ("f.jpg" if mode == "CMYK" else "f.png"), image)
    made = make(path, PLAIN)
    shown = image_of(made, "webp", 200).convert("L")
    expected = grey.resize((200, 200), Image.Resampling.LANCZOS)
    assert shown.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)) == pytest.approx(
        expected.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)), abs=8
    )


def test_colours_of_another_space_become_srgb(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    profile = lab.tobytes().replace(b"sRGB", b"abcd")
    path = save(tmp_path / "f.jpg", photograph(400, 400), icc_profile=profile)
    made = make(path, PLAIN)
    assert "icc_profile" not in image_of(made, "webp", 200).info


def test_a_moving_picture_is_left_alone(tmp_path: Path) -> None:
    frames = [photograph(160, 160), photograph(160, 160).rotate(90)]
    path = save(tmp_path / "f.gif", frames[0], save_all=True, append_images=frames[1:])
    assert make(path, RECIPE) == Made(width=160, height=160)


def test_a_light_file_goes_out_as_it_is(tmp_path: Path) -> None:
    path = save(tmp_path / "f.png", Image.new("RGB", (64, 64), "#aa3300"))
    made = make(path, RECIPE)
    assert made.variants == ()
    assert made.tint != NO_TINT


def faulty(path: Path) -> Fault:
    with pytest.raises(PictureError) as caught:
        make(path, RECIPE)
    return caught.value.fault


def test_truncated_empty_and_mistaken_files_are_faults(tmp_path: Path) -> None:
    whole = save(tmp_path / "f.jpg", photograph(400, 400)).read_bytes()
    for name, content in {
        "a.jpg": whole[: len(whole) // 2],
        "b.jpg": b"",
        "c.png": b"%PDF-1.7",
        "d.webp": b"RIFF",
    }.items():
        (tmp_path / name).write_bytes(content)
        assert faulty(tmp_path / name) is Fault.UNREADABLE


def test_a_bomb_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    def chunk(kind: bytes, payload: bytes) -> bytes:
        return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 10**6)) + chunk(b"IEND", b"")
    )
    (tmp_path / "f.png").write_bytes(bomb)
    assert faulty(tmp_path / "f.png") is Fault.TOO_LARGE


def test_heic_is_read_where_its_library_is(tmp_path: Path) -> None:
    heif = pytest.importorskip("pillow_heif")
    heif.from_pillow(photograph(400, 240)).save(tmp_path / "f.heic")
    made = make(tmp_path / "f.heic", PLAIN)
    assert (made.width, made.height, made.variants[-1].format) == (400, 240, "jpeg")


def test_heic_without_its_library_is_a_fault_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    (tmp_path / "f.heic").write_bytes(b"....ftypheic")
    assert faulty(tmp_path / "f.heic") is Fault.NO_HEIC


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    path = save(tmp_path / "f.jpg", photograph(400, 240))
    assert make(path, RECIPE) == make(path, RECIPE)


def test_there_are_64_tints_and_each_is_near_its_colour() -> None:
    assert len({colour_of(tint) for tint in range(64)}) == 64
    for colour in ("#000000", "#ffffff", "#c8b49a", "#3c4a52", "#8a9a80"):
        image = Image.new("RGB", (8, 8), colour)
        near = Image.new("RGB", (1, 1), colour_of(tint_of(image))).tobytes()
        assert all(abs(a - b) <= 24 for a, b in zip(near, image.tobytes()[:3], strict=True))
