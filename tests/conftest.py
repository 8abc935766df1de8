"""What all tests share: how hard the properties are tried."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("dev", max_examples=50, deadline=None, derandomize=True, database=None)
settings.register_profile("soak", max_examples=2000, deadline=None)
settings.load_profile("soak" if os.environ.get("SITEGEN_SOAK") else "dev")
