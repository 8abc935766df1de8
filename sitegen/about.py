"""What this program is called, which version it is and where it is installed from.

The one place for all three: the build backend reads the version here, `sitegen --version` prints it,
and the README and every pipeline we write name the address below. It never imports anything.
"""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.1.0"

INSTALL_FROM: Final = "dist/sitegen-0.1.0-py3-none-any.whl"
"""What `pip install` is given: an index name or the address of a wheel. The package is in no index yet, so this
is the wheel that `make wheel` builds."""
