"""A Word document as HTML: mammoth reads it, by the meaning of its styles and never by their looks.

Deleted text and comments of a review stay behind, inserted text is text. What mammoth does not know (formulas, charts)
is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, ParseError, fromstring, tostring

from sitegen.importers.html.notes import Note, excerpt
from sitegen.importers.refused import refuse
from sitegen.importers.word.draft import Source
from sitegen.importers.word.numbering import Numbers, local, with_numbers
from sitegen.importers.word.package import opened, packed

if TYPE_CHECKING:
    from mammoth.documents import Image

TITLE: Final = "sitegen-title"
"""The class of the heading that is the title of the document."""
PICTURE: Final = "Bild im Dokument, Nummer "
"""What a picture is called until it has a file."""
_CAPTION: Final = "sitegen-caption"
_STYLES: Final = "\n".join(
    [
        f"p[style-name='Title'] => h1.{TITLE}:fresh",
        f"p[style-name='Titel'] => h1.{TITLE}:fresh",
        *(f"p[style-name='{name}'] => blockquote > p:fresh" for name in ("Quote", "Intense Quote", "Quotations")),
        *(f"p[style-name='{name}'] => p.{_CAPTION}:fresh" for name in ("caption", "Caption", "Figure", "Illustration")),
        *(
            f"p[style-name='{name}'] => pre:separator('\\n')"
            for name in ("HTML Preformatted", "Preformatted Text", "Plain Text")
        ),
        *(f"p[style-name='toc {level}'] => !" for level in range(1, 10)),
        *(f"p[style-name='Contents {level}'] => !" for level in range(1, 10)),
        *(f"p[style-name='{name}'] => !" for name in ("TOC Heading", "toa heading", "Contents Heading")),
        *(f"p[style-name='heading {level}'] => h6:fresh" for level in (7, 8, 9)),
        *(
            f"p:{kind}-list({level}) => {'ul|ol > li > ' * (level - 1)}{tag} > li:fresh"
            for kind, tag in (("unordered", "ul"), ("ordered", "ol"))
            for level in range(6, 10)
        ),
        *(f"r[style-name='{name}'] => em" for name in ("Emphasis", "Subtle Emphasis", "Intense Emphasis")),
        *(f"r[style-name='{name}'] => code" for name in ("HTML Code", "HTML Typewriter", "Source Text", "HTML Sample")),
    ]
)
"""Styles by the names that Word and LibreOffice keep in the file, whatever language they show."""

_CAPTIONED: Final = re.compile(
    rf'<p>(<img [^<>]*/?>)</p><p class="{_CAPTION}">((?:(?!</p>).)*)</p>'
    rf'|<p class="{_CAPTION}">((?:(?!</p>).)*)</p><p>(<img [^<>]*/?>)</p>',
    re.DOTALL,
)
_BESIDE: Final = ("numbering", "styles", "comments")
_UNKNOWN: Final[Mapping[str, str]] = {"oMath": "formula_dropped", "chart": "chart_dropped", "relIds": "chart_dropped"}
_DESCRIBED_BY_WORD: Final = re.compile(
    r"\s*(?:Automatisch generierte Beschreibung|Description automatically generated|KI-generierte Inhalte.*"
    r"|AI-generated content.*|.*mit (?:mittlerer|hoher|geringer) Zuverlässigkeit|.* with .* confidence)\.?\s*$",
    re.DOTALL,
)


def read_document(name: str, raw: bytes) -> Source:
    """The document as HTML. Raises RefusedError (SG690, SG691, SG692) and ImportError without the extra `import`."""
    import mammoth

    parts = opened(name, raw)
    notes = tuple(_prepare(name, parts))
    pictures: dict[str, bytes] = {}
    count = 0

    def keep(image: Image) -> dict[str, str]:
        nonlocal count
        count += 1
        address = f"{PICTURE}{count}"
        with suppress(Exception), image.open() as stream:  # a part that is missing or outside: the picture is told
            pictures[address] = stream.read()
        return {"src": address, "alt": described(image.alt_text or "")}

    try:
        done = mammoth.convert_to_html(
            packed(parts),
            convert_image=mammoth.images.img_element(keep),
            style_map=_STYLES,
            include_embedded_style_map=False,
        )
    except Exception as error:
        raise refuse("SG691", file=name) from error
    html = _CAPTIONED.sub(_figure, with_numbers(done.value))
    return Source(html=html, pictures=pictures, notes=notes)


def described(alt: str) -> str:
    """What somebody wrote about a picture; nothing if a program has guessed it."""
    return "" if _DESCRIBED_BY_WORD.search(alt) else " ".join(alt.split())


def _prepare(name: str, parts: dict[str, bytes]) -> Iterator[Note]:
    """Put the numbers of lists into the main part; what will not come along."""
    path = _main_part(parts)
    if path is None:
        raise refuse("SG691", file=name)
    folder = path.rpartition("/")[0]
    try:
        main = fromstring(parts[path])  # noqa: S314 -- a part that declares entities has been refused
        numbering, styles, comments = (_part(parts, f"{folder}/{part}.xml") for part in _BESIDE)
        numbers = Numbers(numbering, styles)
        numbers.mark(main)
        parts[path] = tostring(main)
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise refuse("SG691", file=name) from error
    yield from _left_behind(main)
    if numbers.is_lettered:
        yield Note(kind="list_numbers")
    for each in comments if comments is not None else ():
        yield Note(kind="comment_dropped", excerpt=excerpt(_words(each)))


def _main_part(parts: Mapping[str, bytes]) -> str | None:
    """The path of the text: as every program names it, or as the package says."""
    if "word/document.xml" in parts:
        return "word/document.xml"
    found = re.search(rb'Type="[^"]*/officeDocument"[^>]*Target="/?([^"]+)"', parts.get("_rels/.rels", b""))
    path = found[1].decode("utf-8", "replace") if found else ""
    return path if path in parts else None


def _part(parts: Mapping[str, bytes], path: str) -> Element | None:
    return fromstring(parts[path]) if path in parts else None  # noqa: S314 -- as above


def _left_behind(main: Element) -> Iterator[Note]:
    """Formulas, charts and tables of contents."""
    has_contents = False
    for element in main.iter():
        kind = _UNKNOWN.get(local(element.tag))
        if kind:
            yield Note(kind=kind, excerpt=excerpt(_words(element)))
        elif local(element.tag) == "instrText" and (element.text or "").strip().startswith("TOC "):
            has_contents = True
    if has_contents:
        yield Note(kind="contents_dropped")


def _words(element: Element) -> str:
    return " ".join(each.text or "" for each in element.iter() if local(each.tag) == "t")


def _figure(found: re.Match[str]) -> str:
    picture, caption = found[1] or found[4], found[2] or found[3]
    return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>"
