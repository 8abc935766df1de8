from __future__ import annotations

from sitegen.plan.pictures import PictureSource, PictureView
from sitegen.render.pictures import Shown, credit_markup, figcaption, picture_markup, without_sources
from sitegen.text.tone import Tone

HOSTILE = '"><script>'
PLAIN = PictureView(url="/f.svg", width=0, height=0)
RICH = PictureView(
    url="/f.jpg",
    width=800,
    height=400,
    sources=(PictureSource(type="image/avif", srcset="/f-100.avif 100w"),),
    tint="tint-07",
)
SHOWN = Shown(alt="Ein Foto", sizes="92vw")


def test_a_picture_without_sources_is_an_image_alone() -> None:
    assert picture_markup(PLAIN, SHOWN) == '<img src="/f.svg" alt="Ein Foto" loading="lazy" decoding="async">'


def test_sources_come_before_the_image() -> None:
    assert picture_markup(RICH, SHOWN) == (
        '<picture><source type="image/avif" srcset="/f-100.avif 100w" sizes="92vw">'
        '<img src="/f.jpg" width="800" height="400" alt="Ein Foto" class="tint-07" loading="lazy" decoding="async">'
        "</picture>"
    )


def test_one_side_asked_for_brings_the_other_in_proportion() -> None:
    html = picture_markup(RICH, Shown(alt="", sizes="1px", height=100))
    assert 'width="200" height="100"' in html


def test_nothing_escapes_from_its_attribute() -> None:
    shown = Shown(alt=HOSTILE, sizes=HOSTILE, classes=HOSTILE, id=HOSTILE, title=HOSTILE)
    view = PictureView(
        url=HOSTILE, width=1, height=1, srcset=HOSTILE, sources=(PictureSource(type="a", srcset=HOSTILE),)
    )
    assert "<script>" not in picture_markup(view, shown)


def test_a_caption_holds_what_is_known_and_nothing_else() -> None:
    assert figcaption("", PLAIN, Tone.SIE) == ""
    assert figcaption("Text", PLAIN, Tone.SIE) == "<figcaption>Text</figcaption>"
    credited = PictureView(url="", width=0, height=0, credit="A & B", is_ai=True)
    assert figcaption("", credited, Tone.SIE) == (
        '<figcaption><span class="credit">A &amp; B · Mit KI erstellt</span></figcaption>'
    )


def test_a_licence_named_in_the_credit_is_linked_there() -> None:
    view = PictureView(
        url="", width=0, height=0, credit="Ada / CC BY 4.0", licence="CC BY 4.0", licence_url="https://c.example/"
    )
    assert credit_markup(view, Tone.SIE) == 'Ada / <a rel="license" href="https://c.example/">CC BY 4.0</a>'


def test_feeds_get_images_alone() -> None:
    assert without_sources(picture_markup(RICH, SHOWN)).startswith('<img src="/f.jpg"')
