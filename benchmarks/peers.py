"""Which programs are compared, and how each is run: the folders beside this file, each with its `peer.toml`.

The form of those files is that of other harnesses too, which is why they may hold keys that nobody here reads.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

FOLDER: Final = Path(__file__).parent
REFERENCE: Final = "hugo"
"""What all others are divided by."""
OURS: Final = "sitegen"


class Peer(msgspec.Struct, frozen=True, kw_only=True):
    """A program with its site; all paths are below the site."""

    flavour: str
    """How it wants the heads of texts, and its name."""
    posts: str
    pages: str
    """Where the texts come."""
    pictures: str
    output: str
    clean: list[str]
    """What goes before everything is built anew: the output, and whatever it remembers."""
    cold: list[str]
    """The command that builds; its first word is a program that `tools` finds."""
    version: list[str]
    layout: str = "layouts/base.html"
    """The frame of all pages."""

    @property
    def name(self) -> str:
        """As people call it on the command line."""
        return self.flavour

    @property
    def folder(self) -> Path:
        """Its site without texts."""
        return FOLDER / self.flavour


def all_peers() -> dict[str, Peer]:
    """Every peer by its name, the reference first and ours last."""
    files = FOLDER.glob("*/peer.toml")
    found = {peer.name: peer for peer in (_read(file) for file in files)}
    return {name: found[name] for name in sorted(found, key=lambda name: (name == OURS, name != REFERENCE, name))}


def _read(file: Path) -> Peer:
    return msgspec.toml.decode(file.read_bytes(), type=Peer)
