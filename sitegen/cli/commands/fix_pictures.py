"""`sitegen fix pictures`: the owner's pictures, smaller and without what cameras write into them."""

from __future__ import annotations

from pathlib import Path

from sitegen.cli import console, wording
from sitegen.cli.refusal import show_refusal
from sitegen.diagnostics import Diagnostic
from sitegen.scaffold.fix_pictures import FixedPicture, fix_pictures
from sitegen.text.plurals import counted

_KILOBYTE = 1000
_MEGABYTE = 1000 * _KILOBYTE


def fix_all_pictures(site: Path) -> int:
    """Mend every picture of the site and say what was done; exit code 1 when one of them could not be read."""
    code, mended, fine = 0, 0, 0
    for result in fix_pictures(site):
        if isinstance(result, Diagnostic):
            code = max(code, show_refusal(result))
        elif result.done == "fine":
            fine += 1
        else:
            mended += 1
            console.say(_told(result))
    if mended or fine:
        console.say(
            wording.PICTURES_FIXED.format(
                mended=counted(mended, *wording.PICTURE), fine=counted(fine, *wording.PICTURE)
            )
        )
    elif not code:
        console.say(wording.NO_PICTURES)
    return code


def _told(picture: FixedPicture) -> str:
    sentence = wording.PICTURE_SHRUNK if picture.done == "shrunk" else wording.PICTURE_STRIPPED
    return sentence.format(path=picture.file, before=size_of(picture.before), after=size_of(picture.after))


def size_of(number: int) -> str:
    """`number` bytes as the owner reads them: „412 kB“, „3,4 MB“."""
    if number < _MEGABYTE:
        return f"{max(1, round(number / _KILOBYTE))}\u00a0kB"
    return f"{number / _MEGABYTE:.1f}\u00a0MB".replace(".", ",")
