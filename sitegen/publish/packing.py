"""Compressed twins (`.gz`, `.br`) of what is worth it, for servers that hand them out as they lie there.

The same bytes in give the same bytes out, on every machine; what was packed once is kept in `.sitegen/cache/packed/` by
digest. `public/` stays free of them.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Final

from sitegen.build.memory.memo import CACHE_FOLDER

FOLDER: Final = f"{CACHE_FOLDER}/packed"
_WORTHWHILE: Final = frozenset(
    {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".webmanifest", ".ico", ".wasm", ".map"}
)
_SMALLEST: Final = 512
"""Bytes; below, a response fits into one packet anyway."""
_LARGEST: Final = 32 * 2**20
_SAVED: Final = 0.95
"""A twin must be smaller than this share of its file."""


def is_worthwhile(path: str, size: int) -> bool:
    """Whether a file of this name and size gets twins."""
    return Path(path).suffix.lower() in _WORTHWHILE and _SMALLEST <= size <= _LARGEST


def packed(root: Path, source: Path, digest: str) -> dict[str, bytes]:
    """The twins of the file `source` by ending; a twin that saves next to nothing is left out."""
    twins = {ending: _remembered(root, source, digest, ending=ending, pack=pack) for ending, pack in _PACKERS.items()}
    return {ending: content for ending, content in twins.items() if content}


def _remembered(root: Path, source: Path, digest: str, *, ending: str, pack: Callable[[bytes], bytes]) -> bytes:
    """From the cache or packed now; empty where it is not worth it."""
    kept = root / FOLDER / digest[:2] / f"{digest}{ending}"
    if kept.is_file():
        return kept.read_bytes()
    content = source.read_bytes()
    twin = pack(content)
    worth = twin if len(twin) < len(content) * _SAVED else b""
    kept.parent.mkdir(parents=True, exist_ok=True)
    fresh = kept.with_name(f"{kept.name}.new")
    fresh.write_bytes(worth)
    fresh.replace(kept)
    return worth


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=9, mtime=0)


def _brotli(content: bytes) -> bytes:
    import brotli

    return bytes(brotli.compress(content, quality=11))


_PACKERS: Final[dict[str, Callable[[bytes], bytes]]] = {".gz": _gzip, ".br": _brotli}


def forget_all_but(root: Path, digests: AbstractSet[str]) -> None:
    """Delete from the cache what belongs to none of these digests."""
    for path in (root / FOLDER).glob("??/*"):
        if path.name.partition(".")[0] not in digests:
            path.unlink(missing_ok=True)
