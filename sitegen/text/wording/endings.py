"""Words that the law itself prescribes for ending contracts; so they are said alike everywhere, and by nobody else."""

from __future__ import annotations

from typing import Final

WITHDRAW: Final = "Vertrag widerrufen"
"""§ 356a BGB."""
CONFIRM_WITHDRAWAL: Final = "Widerruf bestätigen"
CANCEL: Final = "Verträge hier kündigen"
"""§ 312k (2) BGB."""
CANCEL_NOW: Final = "jetzt kündigen"
