"""Files that lie compressed beside themselves (`index.html.br`, `style.css.gz`), in the words of Apache.

They are made when the site is published; a server without them sends what it always has. Never decides what is made.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

ENDINGS: Final = ("html", "css", "js", "mjs", "json", "svg", "xml", "txt", "wasm", "webmanifest")
"""What is worth compressing; pictures and documents are compressed already."""
_ENCODINGS: Final = (("br", "br"), ("gzip", "gz"))
"""Name in HTTP and ending of the file, the better one first."""


def apache_compressed() -> Iterator[str]:
    """Lines of mod_rewrite: the file that the browser understands instead of the one it has asked for.

    Type and language come from the name without the last ending; servers that know `.gz` as a type of its own, or `br`
    as the Breton language, are told otherwise.
    """
    endings = "|".join(ENDINGS)
    yield "<IfModule mod_headers.c>"
    yield "<IfModule mod_mime.c>"
    for name, ending in _ENCODINGS:
        # Whoever refuses says so by a weight of zero.
        yield rf"  RewriteCond %{{HTTP:Accept-Encoding}} \b{name}\b(?!\s*;\s*q=0(?:\.0*)?(?:,|\s|$))"
        yield rf"  RewriteCond %{{REQUEST_FILENAME}}.{ending} -f"
        yield rf"  RewriteRule \.(?:{endings})$ %{{REQUEST_URI}}.{ending} [L]"
    for name, ending in _ENCODINGS:
        yield rf'  <FilesMatch "\.(?:{endings})\.{ending}$">'
        yield f"    RemoveType .{ending}"
        yield f"    RemoveLanguage .{ending}"
        yield f"    AddEncoding {name} .{ending}"
        yield "  </FilesMatch>"
    yield rf'  <FilesMatch "\.(?:{endings})(?:\.br|\.gz)?$">'
    yield "    Header merge Vary Accept-Encoding"
    yield "  </FilesMatch>"
    yield "</IfModule>"
    yield "</IfModule>"
