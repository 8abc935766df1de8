from __future__ import annotations

import pytest

from sitegen.output.pictures.faults import Fault, PictureError
from sitegen.output.pictures.svg import LARGEST_SVG, clean_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 4 4"'


def clean(inner: str, attributes: str = "") -> str:
    return clean_svg(f"{HEAD}{attributes}>{inner}</svg>".encode()).content.decode()


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<foreignObject><p/></foreignObject>",
        '<rect onclick="x()"/>',
        '<rect ONLOAD="x()"/>',
        '<image href="https://x.example/a.png"/>',
        '<image xlink:href="//x.example/a.png"/>',
        '<use href="data:text/html,x"/>',
        '<rect fill="url(https://x.example/#a)"/>',
        "<rect style=\"background:url( '//x.example')\"/>",
        "<style>@import 'https://x.example';</style>",
        "<style>a{fill:url(https://x.example)}</style>",
        "<style>a{fill:u\\72l(x)}</style>",
        '<animate attributeName="href" to="javascript:x()"/>',
        '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
        '<html:script xmlns:html="http://www.w3.org/1999/xhtml">alert(1)</html:script>',
    ],
)
def test_nothing_that_acts_or_reaches_out_is_left(hostile: str) -> None:
    text = clean(f"{hostile}<path d='M0 0h4'/>")
    assert '<path d="M0 0h4"></path>' in text
    for word in ("script", "example", "onclick", "onload", "foreignobject", "data:text", "import", "\\", "alert"):
        assert word not in text.lower()


def test_what_draws_stays() -> None:
    inner = (
        '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
        '<rect width="4" height="4" fill="url(#a)" style="opacity:.5"/>'
        '<use xlink:href="#a"/><text xml:space="preserve">Grüße &amp; <tspan>„so“</tspan> &lt;3</text>'
    )
    text = clean(inner)
    assert 'fill="url(#a)"' in text
    assert '<use href="#a"></use>' in text
    assert "Grüße &amp; <tspan>„so“</tspan> &lt;3</text>" in text
    assert not clean_svg(f"{HEAD}>{inner}</svg>".encode()).was_active


def test_a_link_goes_and_what_it_holds_stays() -> None:
    assert clean('<a href="https://x.example"><rect width="1"/></a>').endswith('<rect width="1"></rect></svg>\n')


def test_the_usual_document_type_is_left_out() -> None:
    head = '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
    assert clean_svg(f"{head}{HEAD}/>".encode()).content.startswith(b"<svg")


def test_cleaning_twice_is_cleaning_once() -> None:
    once = clean_svg(f'{HEAD}><!-- x --><g id="a"><rect/></g>Text</svg>'.encode()).content
    assert clean_svg(once).content == once


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "aa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', Fault.HOSTILE_DRAWING),
        (b"<!DOCTYPE svg SYSTEM 'x'>" * 2 + b"<svg/>", Fault.HOSTILE_DRAWING),
        (
            b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 5000 + b"</g>" * 5000 + b"</svg>",
            Fault.HOSTILE_DRAWING,
        ),
        (b" " * (LARGEST_SVG + 1), Fault.HOSTILE_DRAWING),
        (b"<svg", Fault.UNREADABLE),
        (b"", Fault.UNREADABLE),
        (b"<html/>", Fault.UNREADABLE),
        (b"\xff\xfe\x00", Fault.UNREADABLE),
        (b"<svg>\x80</svg>", Fault.UNREADABLE),
    ],
)
def test_what_is_no_honest_drawing_is_refused(content: bytes, fault: Fault) -> None:
    with pytest.raises(PictureError) as caught:
        clean_svg(content)
    assert caught.value.fault is fault
