"""What the shortcodes of WordPress itself come to: HTML that says the same. Those of plugins are kept. Pure."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping, Sequence
from html import escape, unescape
from typing import Final
from urllib.parse import unquote

from sitegen.importers.html.convert import verbatim
from sitegen.importers.wordpress.builders import is_of_builder, said_in
from sitegen.importers.wordpress.layout import File
from sitegen.importers.wordpress.media import alt_of
from sitegen.importers.wordpress.shortcodes import Code, code_in

KNOWN: Final = frozenset(
    {"caption", "wp_caption", "gallery", "audio", "video", "embed", "playlist"}
    | {"vc_single_image", "vc_gallery", "vc_raw_html", "vc_raw_js", "et_pb_image", "et_pb_gallery"}
    | {"av_gallery", "fusion_imageframe", "sourcecode", "table"}
    | {"youtube", "vimeo", "googlemaps", "soundcloud", "spotify", "dailymotion", "instagram", "tweet"}
)
_PICTURE: Final = re.compile(r"<a\b[^>]*>\s*<img\b[^>]*>\s*</a>|<img\b[^>]*>", re.DOTALL | re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"']+")
_SOUND: Final = ("src", "mp3", "m4a", "ogg", "wav", "wma", "flac", "0")
_FILM: Final = ("src", "mp4", "m4v", "webm", "ogv", "wmv", "flv", "mov", "0")
_PICTURES: Final = ("image", "images", "ids", "gallery_ids")
_IDS: Final = re.compile(r"\d+")

NO_TABLES: Final[Mapping[str, str]] = {}
Files = Callable[[Sequence[str]], Sequence[File]]
"""The attachments with these ids."""
Attached = Callable[[str], Sequence[File]]
"""The pictures that belong to the text with this id, to the one that is read for an empty one."""


class Codes:
    """Makes HTML of known shortcodes in one text; `gaps` are ids of pictures that the export does not hold."""

    def __init__(
        self,
        files: Files,
        *,
        attached: Attached,
        address_of: Callable[[File], str],
        tables: Mapping[str, str] = NO_TABLES,
    ) -> None:
        self.gaps: list[str] = []
        self.placed: dict[str, None] = {}
        """Numbers of the tables that stand in the text."""
        self.no_tables: dict[str, None] = {}
        """Numbers of tables that the export does not hold."""
        self.empty: dict[str, None] = {}
        """Names of known shortcodes that say nothing: what they showed is not in the export."""
        self._tables = tables
        self._files = files
        self._attached = attached
        self._address_of = address_of

    def html(self, code: Code) -> str | None:
        """What stands for a shortcode; None for one that says nothing."""
        made = {
            "caption": self._caption,
            "wp_caption": self._caption,
            "gallery": self._gallery,
            "playlist": self._playlist,
            "audio": _played,
            "video": _played,
            "sourcecode": _source,
            "table": self._table,
        }.get(code.name, self._of_builder if is_of_builder(code.name) else _framed)
        html = made(code)
        if html is None:
            self.empty[code.name] = None
        return html

    def _caption(self, code: Code) -> str | None:
        found = _PICTURE.search(code.inside or "")
        if found is None:
            return code.inside
        said = code.values.get("caption") or (code.inside or "").replace(found[0], "", 1).strip()
        align = code.values.get("align", "")
        return f'<figure class="{escape(align)}">{found[0]}<figcaption>{said}</figcaption></figure>'

    def _gallery(self, code: Code) -> str | None:
        ids = _IDS.findall(code.values.get("ids") or code.values.get("include") or "")
        files = self._files(ids) if ids else self._attached(code.values.get("id", "").strip())
        left_out = set(_IDS.findall(code.values.get("exclude", "")))
        self.gaps += [one for one in ids if one not in {file.item.id for file in files}]
        shown = "".join(self._figure(file) for file in files if file.item.id not in left_out)
        return f'<figure class="wp-block-gallery">{shown}</figure>' if shown else ("" if ids else None)

    def _figure(self, file: File) -> str:
        said = file.item.excerpt.strip()
        caption = f"<figcaption>{said}</figcaption>" if said else ""
        return f'<figure><img src="{escape(self._address_of(file))}" alt="{escape(alt_of(file))}">{caption}</figure>'

    def _of_builder(self, code: Code) -> str | None:
        """Pictures and HTML that page builders keep in values of their shortcodes."""
        if code.name == "fusion_imageframe":
            source = _address_in(code.inside) or _address_in(code.values.get("image", ""))
            return f'\n\n<figure><img src="{escape(source)}" alt=""></figure>\n\n' if source else None
        if code.name == "et_pb_image":
            said = escape(code.values.get("alt") or code.values.get("title_text", ""))
            source = code.values.get("src", "")
            return f'\n\n<figure><img src="{escape(source)}" alt="{said}"></figure>\n\n' if source else None
        if code.name in {"vc_raw_html", "vc_raw_js"}:
            return _decoded(code.inside or "")
        ids = _IDS.findall(" ".join(code.values.get(name, "") for name in _PICTURES))
        files = self._files(ids) if ids else ()
        self.gaps += [one for one in ids if one not in {file.item.id for file in files}]
        return "\n\n".join(["", *(self._figure(file) for file in files), ""]) if files else None

    def _table(self, code: Code) -> str | None:
        """A table of TablePress; `[table]` of anybody else has no number."""
        number = code.values.get("id", "")
        if not number:
            return None
        self.placed[number] = None
        if not self._tables.get(number):
            self.no_tables[number] = None
        return f"\n\n{self._tables.get(number, '')}\n\n"

    def _playlist(self, code: Code) -> str | None:
        files = self._files(_IDS.findall(code.values.get("ids", "")))
        entries = "".join(
            f'<li><a href="{escape(self._address_of(file))}">{escape(file.item.title)}</a></li>' for file in files
        )
        return f"<ul>{entries}</ul>" if entries else None


def kept(tag: str, alone: bool) -> str:  # noqa: FBT001 -- as `each_tag` calls it
    """A shortcode that says nothing here: a remark that no visitor sees where it has a line to itself, else as it was.

    That of a page builder is always a remark, and what it says in its values stands behind it.
    """
    name = re.sub(r"\W*([\w-]+).*", r"\1", tag, count=1, flags=re.DOTALL)
    if not (alone or is_of_builder(name)):
        return tag
    remark = verbatim(f"<!-- {_harmless(tag)} -->")
    code = code_in(tag)
    said = said_in(name, code.values) if code else ""
    return f"\n\n{remark}\n\n{said}\n\n" if alone or said else remark


def _played(code: Code) -> str | None:
    names = _SOUND if code.name == "audio" else _FILM
    address = next((code.values[name] for name in names if code.values.get(name)), "")
    address = address or _address_in(code.inside)
    return f'<{code.name} src="{escape(address)}"></{code.name}>' if address else None


def _source(code: Code) -> str | None:
    return f"\n\n<pre><code>{escape(unescape(code.inside.strip()))}</code></pre>\n\n" if code.inside else None


def _framed(code: Code) -> str | None:
    """What others show under an address."""
    address = _address_in(code.inside) or _address_in(" ".join(code.values.values())) or _by_id(code)
    return f'\n\n<iframe src="{escape(address)}"></iframe>\n\n' if address else None


def _decoded(packed: str) -> str | None:
    """HTML as WPBakery packs it; None for what is not packed so."""
    try:
        return unquote(base64.b64decode("".join(packed.split()), validate=True).decode())
    except ValueError:
        return None


def _harmless(tag: str) -> str:
    """Fit for a comment of HTML, on one line."""
    return " ".join(tag.replace("--", "- -").replace(">", "&gt;").split())


def _address_in(text: str | None) -> str:
    found = _ADDRESS.search(text or "")
    return found[0].replace("&amp;", "&") if found else ""


def _by_id(code: Code) -> str:
    """`[youtube ID]`, `[vimeo 123]` and `[spotify …]` name what they show without an address."""
    name = code.values.get("id") or code.values.get("0", "")
    pages = {"youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/"}
    return f"{pages[code.name]}{name}" if name and code.name in pages else ""
