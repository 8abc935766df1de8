"""The site as it was just built, taken up into the store: from here on nothing that happens to `public/` matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Final

from sitegen.output.manifest import read_manifest
from sitegen.output.place import Place
from sitegen.publish import packing
from sitegen.publish.records import Facts, Stamp, Version, is_publishable, version_id
from sitegen.publish.store import Store

_PACKED_AT_ONCE: Final = 4
"""Both packers let other threads run."""


def snapshot(place: Place, store: Store, *, facts: Facts, now: datetime, precompress: bool) -> Version:
    """Every file that the build says it wrote, with the bytes that it has now; files of others in `public/` stay there.

    With `precompress` the twins of texts are among them. OSError of the disk may pass through.
    """
    manifest, _ = read_manifest(place)
    files = {
        path: store.keep(place.out / path, entry.digest)
        for path, entry in sorted(manifest.files.items())
        if is_publishable(path)
    }
    if precompress:
        files |= twins_of(place.site, files, store)
    return Version(id=version_id(files), at=now.isoformat(timespec="seconds"), files=files, facts=facts)


def twins_of(root: Path, files: dict[str, Stamp], store: Store) -> dict[str, Stamp]:
    """The compressed twins of all files that are worth it, where no file of the site has that name."""
    worthwhile = [path for path, stamp in files.items() if packing.is_worthwhile(path, stamp.size)]

    def pack(path: str) -> dict[str, bytes]:
        digest = files[path].digest
        return packing.packed(root, store.blob(digest), digest)

    with ThreadPoolExecutor(_PACKED_AT_ONCE) as workers:
        packed = zip(worthwhile, workers.map(pack, worthwhile), strict=True)
        twins = {name: store.keep_bytes(content) for name, content in _named(packed) if name not in files}
    packing.forget_all_but(root, {files[path].digest for path in worthwhile})
    return twins


def _named(packed: Iterable[tuple[str, dict[str, bytes]]]) -> Iterator[tuple[str, bytes]]:
    for path, twins in packed:
        for ending, content in twins.items():
            yield f"{path}{ending}", content
