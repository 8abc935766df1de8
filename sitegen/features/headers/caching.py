"""What browsers may keep: files whose name changes with their content for a year; for all else they ask again."""

from __future__ import annotations

import re
from typing import Final

from sitegen.features.feature import Finished
from sitegen.model.addresses import base_path

KEPT: Final = "public, max-age=31536000, immutable"
ASKED: Final = "no-cache"
"""Kept, too, but not shown before the server has said that it is still the same."""

_NAMES: Final = (
    # A letter at least: ten digits may be somebody's own way to name a photograph.
    r"assets/.+\.(?=[0-9]*[a-f])[0-9a-f]{10}\.[a-z0-9]+",
    r"bilder/.+-(?=[0-9]*[a-f])[0-9a-f]{10}(?:-[0-9]+)?\.[a-z0-9]+",
)


def kept_pattern(site: Finished) -> str:
    """An expression (PCRE) for the URL paths of fingerprinted files, compressed ones too; without spaces and quotes."""
    base = re.escape(base_path(site.settings.url))
    return rf"^{base}/(?:{'|'.join(_NAMES)})(?:\.br|\.gz)?$"


def is_kept(path: str) -> bool:
    """Whether the file at `path`, relative to the output folder, has a name that changes with its content."""
    return re.fullmatch(rf"(?:{'|'.join(_NAMES)})(?:\.br|\.gz)?", path) is not None
