"""Many small values of which a build looks at few: kept in boxes, of which it opens those it needs.

Into which box a value goes follows from its key alone, so nobody needs a list of them to find one. Unlike what
`Memo.remember_together` keeps, none of them is read where nobody asks. Everything here can be lost; then it is made
again by whoever wants it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Final
from zlib import crc32

from sitegen.build.memory.memo import Memo

_BOXES: Final = 32


class Boxes:
    """Values of one kind, as bytes."""

    def __init__(self, memo: Memo, kind: str) -> None:
        self._memo = memo
        self._kind: Final = kind
        self._open: Final[dict[str, Mapping[str, bytes]]] = {}

    def get(self, key: str) -> bytes | None:
        """The value with this key, unless it was lost."""
        return self._box(_box_for(key)).get(key)

    def keep(self, fresh: Mapping[str, bytes], *, wanted: Collection[str]) -> None:
        """Keep some more values; in their boxes stays only what is among the keys `wanted`."""
        sorted_out: dict[str, dict[str, bytes]] = defaultdict(dict)
        for key, value in fresh.items():
            sorted_out[_box_for(key)][key] = value
        for name, values in sorted_out.items():
            self._open[name] = {key: value for key, value in self._box(name).items() if key in wanted} | values
        self._memo.put_held(self._kind, {name: self._open[name] for name in sorted_out})

    def _box(self, name: str) -> Mapping[str, bytes]:
        if name not in self._open:
            self._open[name] = self._memo.get_many(self._kind, (name,), type=dict[str, bytes]).get(name, {})
        return self._open[name]


def _box_for(key: str) -> str:
    return str(crc32(key.encode()) % _BOXES)
