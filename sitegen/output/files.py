"""What shall stand in the output folder, as values: each file with its path, its digest and where its bytes come from.

The digest is what every comparison rests on, so it is made here and nowhere else. This module never writes.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final, Self

import msgspec

__all__ = ["OutputFile", "digest_of", "digest_of_file", "is_clean_path"]

_DIGEST_SIZE: Final = 16
_UNCLEAN: Final = re.compile(r"(?:\A|/)\.{0,2}(?:/|\Z)|[\\\0]|\A[A-Za-z]:")


def digest_of(content: bytes) -> str:
    """The digest of `content`: BLAKE2b of 16 bytes, as 32 hexadecimal digits."""
    return hashlib.blake2b(content, digest_size=_DIGEST_SIZE).hexdigest()


def digest_of_file(path: Path) -> str:
    """The digest of the bytes of the file at `path`, read in pieces; raises OSError if it cannot be read."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, lambda: hashlib.blake2b(digest_size=_DIGEST_SIZE)).hexdigest()


def is_clean_path(path: str) -> bool:
    """Whether `path` is relative, with forward slashes and real names only, so that it cannot leave its folder."""
    return _UNCLEAN.search(path) is None


class OutputFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the output folder; made with `holding`, `copying` or `standing`.

    An unclean path, or both `content` and `source`, raises ValueError: the plan is wrong, not the author.
    """

    path: str
    """Relative to the output folder, with forward slashes."""
    digest: str
    """As `digest_of` gives it."""
    content: bytes | None = None
    source: str | None = None
    """Absolute path of the file whose bytes are copied instead."""

    def __post_init__(self) -> None:
        if not is_clean_path(self.path):
            raise ValueError(f"not a path inside the output folder: {self.path!r}")
        if self.content is not None and self.source is not None:
            raise ValueError(f"content and source cannot both be right: {self.path!r}")

    @property
    def is_standing(self) -> bool:
        """Whether it was seen as it shall be, so that there are no bytes to write."""
        return self.content is None and self.source is None

    @classmethod
    def holding(cls, path: str, content: bytes) -> Self:
        """A file with these bytes."""
        return cls(path=path, content=content, digest=digest_of(content))

    @classmethod
    def copying(cls, path: str, source: Path, *, digest: str) -> Self:
        """A file with the bytes of the file `source`, which were seen to have `digest` (see `digest_of_file`)."""
        return cls(path=path, source=str(source), digest=digest)

    @classmethod
    def standing(cls, path: str, *, digest: str) -> Self:
        """A file that was seen in the output folder with this digest, as it was last written."""
        return cls(path=path, digest=digest)
