"""What is said of hidden files in `static/` that stay at home.

Litter of systems and of tools is nobody's business, nor is what begins with an underscore, which the owner wanted so.
"""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics import Diagnostic, Span
from sitegen.sources.scan import BACKUPS

_MADE: Final = frozenset({"static/.htaccess", "static/_headers", "static/_redirects"})
"""What every build makes itself."""
_TOOLS: Final = frozenset(
    {
        *(".git", ".gitignore", ".gitattributes", ".gitkeep", ".gitmodules", ".keep", ".hg", ".hgignore", ".svn"),
        *(".idea", ".vscode", ".editorconfig", ".obsidian", ".cache", ".venv", ".sass-cache"),
        *(".ds_store", ".localized", ".directory", ".hidden", ".nomedia", ".stfolder", ".stignore", ".stversions"),
    }
)
"""Of systems, editors, version control and clouds."""
_LEFTOVERS: Final = (
    *("._", ".~", ".#", ".nfs", ".fuse_hidden", ".goutputstream", ".smbdelete", ".sync", ".dropbox"),
    *(".trash", ".spotlight-", ".fseventsd", ".temporaryitems", ".documentrevisions", ".apdisk"),
)
"""How names begin that the same leave behind."""


def left_out(path: str) -> Diagnostic | None:
    """The finding for a file or folder at `path`, below the site folder; None where nothing is to be said."""
    name = path.rpartition("/")[2]
    if path in _MADE:
        return Diagnostic(code="SG109", span=Span(file=path), facts={"name": name})
    plain = name.lower()
    is_litter = plain in _TOOLS or plain.startswith(_LEFTOVERS) or plain.endswith(BACKUPS)
    if is_litter or not plain.startswith("."):
        return None
    return Diagnostic(code="SG129", span=Span(file=path), facts={"name": name})
