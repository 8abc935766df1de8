"""How heavy the files are that go out: looked up when somebody asks, since most builds ask for few."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from sitegen.build.files.filing import StaticFile
from sitegen.output.files import OutputFile


class Sizes(Mapping[str, int]):
    """URL path, percent-decoded → bytes."""

    def __init__(self, root: Path, base: str, *, assets: Iterable[OutputFile], static: Iterable[StaticFile]) -> None:
        """`static` lies below `root`; URLs begin with `base`."""
        held = {file.path: len(file.content) for file in assets if file.content is not None}
        self._held = {unquote(f"{base}/{path}"): size for path, size in held.items()}
        self._files = {unquote(f"{base}/{file.output}"): root / (file.instead or file.file) for file in static}

    def __getitem__(self, url: str) -> int:
        if url in self._held:
            return self._held[url]
        try:
            self._held[url] = self._files[url].stat().st_size
        except OSError as error:
            raise KeyError(url) from error
        return self._held[url]

    def __iter__(self) -> Iterator[str]:
        return iter({**self._held, **self._files})

    def __len__(self) -> int:
        return len({**self._held, **self._files})
