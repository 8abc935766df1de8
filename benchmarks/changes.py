"""What happens to a site before it is built: five changes, done in this order in every round.

Each leaves the site as the one before has made it, so that every build but the first finds what an owner's finds:
the output and the memory of the build before.
"""

from __future__ import annotations

import shutil
from enum import StrEnum
from typing import Final

import msgspec

from benchmarks.front_matter import written
from benchmarks.laying import Expected, Laid

FRAME_END: Final = "</footer>"
"""What the layout of every program holds once."""


class Change(StrEnum):
    """What is different from the build before."""

    COLD = "cold"
    """Everything: neither output nor memory is there, and texts and layouts are as at first."""
    NOTHING = "nothing"
    BODY = "body"
    """A sentence at the end of one post."""
    TITLE = "title"
    """The title of that post."""
    LAYOUT = "layout"
    """A word in the frame of all pages."""


class Marks(msgspec.Struct, frozen=True, kw_only=True):
    """By which a build's edits are known; no other build has the same."""

    number: int

    @property
    def sentence(self) -> str:
        """For the body; its straight quotes are to be set."""
        return f'Ein Nachtrag: gemeint ist "Nachtrag{self.number:04d}".'

    @property
    def quoted(self) -> str:
        """How its last word has to look on the page."""
        return f"„Nachtrag{self.number:04d}“"

    @property
    def title(self) -> str:
        """For the title."""
        return f"Ausgabe{self.number:04d}"

    @property
    def frame(self) -> str:
        """For the layout."""
        return f"Rahmen{self.number:04d}"


def apply(change: Change, laid: Laid, *, expected: Expected, marks: Marks) -> None:
    """Do it to the sources of one site."""
    post = expected.edited
    source = laid.file_of(post)
    match change:
        case Change.COLD:
            for name in laid.peer.clean:
                _remove(laid, name)
            source.write_text(written(post, laid.peer.flavour), "utf-8")
            shutil.copyfile(laid.peer.folder / laid.peer.layout, laid.layout)
        case Change.NOTHING:
            pass
        case Change.BODY:
            source.write_text(f"{source.read_text('utf-8')}\n{marks.sentence}\n", "utf-8")
        case Change.TITLE:
            text = source.read_text("utf-8")
            source.write_text(text.replace(post.title, f"{post.title} – {marks.title}", 1), "utf-8")
        case Change.LAYOUT:
            text = laid.layout.read_text("utf-8")
            laid.layout.write_text(text.replace(FRAME_END, f"<p>{marks.frame}</p>\n{FRAME_END}", 1), "utf-8")


def _remove(laid: Laid, name: str) -> None:
    path = laid.root / name
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
