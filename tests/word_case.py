"""Word documents written by hand: the parts a test is about, and no more than Word would need to open them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from PIL import Image

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>'
)
_ROOT = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_STYLES = {
    "Titel": "Title",
    "berschrift1": "heading 1",
    "berschrift2": "heading 2",
    "Zitat": "Quote",
    "Verzeichnis1": "toc 1",
    "Beschriftung": "caption",
}
"""Names of styles as German Word writes them: identities in German, names in English."""


def run(text: str, *properties: str) -> str:
    """Letters with properties such as `b` and `i`."""
    given = "".join(f"<w:{name}/>" for name in properties)
    return f'<w:r><w:rPr>{given}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", numbered: tuple[int, int] | None = None) -> str:
    """A paragraph of runs, or of plain text; `numbered` is list and level."""
    inner = "".join(each if each.startswith("<") else run(each) for each in runs)
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbered:
        properties += f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def picture(alt: str = "") -> str:
    """The picture of the package, in a run."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Grafik 1" descr="{escape(alt)}"/><a:graphic><a:graphicData '
        'uri="x"><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def docx(*blocks: str, parts: Mapping[str, str | bytes] | None = None, links: Mapping[str, str] | None = None) -> bytes:
    """A document of `blocks`; `links` are addresses by the names that hyperlinks give."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/></w:style>'
        for identity, name in _STYLES.items()
    )
    related = "".join(
        f'<Relationship Id="{name}" Type="{R}/hyperlink" Target="{escape(target)}" TargetMode="External"/>'
        for name, target in (links or {}).items()
    )
    kinds = ("styles", "numbering", "footnotes", "comments")
    related += "".join(f'<Relationship Id="p{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>' for kind in kinds)
    related += f'<Relationship Id="rId9" Type="{R}/image" Target="media/image1.png"/>'
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>',
        "word/document.xml": f"<w:document {_NAMES}><w:body>{''.join(blocks)}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_NAMES}>{styles}</w:styles>",
        "word/numbering.xml": numbering(),
        "word/media/image1.png": png(),
    }
    return packed({**files, **(parts or {})})


def numbering() -> str:
    """List 1 counts, list 2 has bullets, list 3 is list 1 begun anew at 5, list 4 counts with letters."""
    levels = "".join(_level(level, "decimal") for level in range(3))
    bullets = "".join(_level(level, "bullet") for level in range(3))
    letters = _level(0, "lowerLetter")
    return (
        f'<w:numbering {_NAMES}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{bullets}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2">{letters}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        '</w:lvlOverride></w:num><w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
    )


def notes(kind: str, *texts: str) -> str:
    """The part of footnotes or comments, counted from 1."""
    one = kind.removesuffix("s")
    all_ = "".join(f'<w:{one} w:id="{number}">{paragraph(text)}</w:{one}>' for number, text in enumerate(texts, 1))
    return f"<w:{kind} {_NAMES}>{all_}</w:{kind}>"


def png() -> bytes:
    """A small picture."""
    stream = io.BytesIO()
    Image.new("RGB", (4, 3), (200, 100, 50)).save(stream, "PNG")
    return stream.getvalue()


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A package of `files`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for path, content in files.items():
            package.writestr(path, content)
    return stream.getvalue()


def _level(level: int, form: str) -> str:
    return f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/></w:lvl>'
