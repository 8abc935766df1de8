"""Which code is running, without reading all of it again for every small build.

The files of this program are looked at by each build (`unchanged`). Where they stand as they stood when they were last
read, by the rule of `standing`, and the same libraries are installed, the digests taken then are those of now. Never
believes more than that rule does: on Windows, or where a file is reached by a link, everything is read each time.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

import sitegen
from sitegen.build.memory.code_version import ABOVE, code_version, pictures_version, surroundings
from sitegen.build.memory.standing import Look, keep_record, kept_record, look_of, still_the_same
from sitegen.settings.packaged import packaged_folder
from sitegen.sources.scan import Glance

_PACKAGE: Final = Path(sitegen.__file__).parent
_NOT_BUILDING: Final = ABOVE | {"__pycache__"}
_taken: Final[list[Code]] = []
"""The code that runs, once it was read: what is edited from then on does not run."""


class Code(msgspec.Struct, frozen=True, kw_only=True):
    """Digests of what runs."""

    whole: str
    """Of all that a build may import; see `code_version`."""
    pictures: str
    """Of what makes pictures."""
    theme: str
    """Of the theme's layouts."""


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What was read, and how it stood."""

    surroundings: tuple[str, ...]
    look: Look
    code: Code


def code_places() -> tuple[Path, ...]:
    """The folders and files in which everything lies that a `Code` tells of."""
    rooms = sorted(path for path in _PACKAGE.iterdir() if path.name not in _NOT_BUILDING)
    return (*rooms, packaged_folder("layouts"))


def code_seen(record: Path, glance: Glance | None) -> Code | None:
    """The code that runs, by what the file `record` says; None where that is not sure.

    `glance` is at what lies in `code_places`, and maybe at other files, before any of it is read.
    """
    known = kept_record(record, Known)
    if known and known.surroundings == surroundings() and still_the_same(known.look, look_of(_at_code(glance))):
        return known.code
    return None


def keep_code(record: Path, glance: Glance | None, code: Code) -> None:
    """Note in the file `record` what was read after the same `glance`."""
    look = look_of(_at_code(glance))
    if look.stamp:
        keep_record(record, Known(surroundings=surroundings(), look=look, code=code))


def code_running(read: Callable[[], Code] | None = None) -> Code:
    """The code that runs, by reading it or from whoever has `read` it; taken once, as all digests of code are."""
    if not _taken:
        _taken.append((read or read_code)())
    return _taken[0]


def is_code_read() -> bool:
    """Whether `code_running` would read nothing."""
    return bool(_taken)


def read_code() -> Code:
    """Ten milliseconds for some hundred files."""
    from sitegen.build.memory.folder_digest import digest_of_folder

    return Code(whole=code_version(), pictures=pictures_version(), theme=digest_of_folder(packaged_folder("layouts")))


def _at_code(glance: Glance | None) -> Glance | None:
    """As far as it tells of code; nobody has looked at the package but at `code_places`."""
    if glance is None:
        return None
    within = (f"{_PACKAGE}/", f"{packaged_folder('layouts')}/")
    return msgspec.structs.replace(
        glance, statuses={path: status for path, status in glance.statuses.items() if path.startswith(within)}
    )
