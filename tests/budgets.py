"""How hard properties are tried that cost little: as multiples of what the profile says (`conftest`)."""

from __future__ import annotations

from typing import Final

from hypothesis import settings

TWICE: Final = settings(max_examples=2 * settings().max_examples)
"""100 examples, 4,000 in `make soak`."""
OFTEN: Final = settings(max_examples=4 * settings().max_examples)
"""200 examples, 8,000 in `make soak`."""
