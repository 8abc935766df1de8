"""Where the files lie that come with the program: the example site, which is the starter and the default theme, too.

In an installed wheel they are in the package; in a checkout the same files stand at the top of the repository. Never
reads them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parents[1]
_IN_WHEEL: Final = "starter"
"""As the wheel's build names it in pyproject.toml."""


def packaged_folder(name: str) -> Path:
    """The folder or file `name` of the example site: `content`, `layouts`, `static` or `site.yaml`.

    Raises FileNotFoundError for anything else, or where the installation is not whole: that is our fault.
    """
    found = next((path for path in (_PACKAGE / _IN_WHEEL / name, _PACKAGE.parent / name) if path.exists()), None)
    if found is None:
        raise FileNotFoundError(f"{name!r} does not come with this installation of sitegen")
    return found
