"""What earlier checks have learned: `.sitegen/links.json`. Damaged or missing, it costs questions and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import msgspec

from sitegen.linkcheck.answer import Answer, Outcome

FILE: Final = ".sitegen/links.json"
_TRUSTED: Final = {
    Outcome.FINE: timedelta(days=30),
    Outcome.SHUT: timedelta(days=30),
    Outcome.INTERNAL: timedelta(days=30),
    Outcome.MOVED: timedelta(days=7),
}
"""How long an answer holds; the others are asked again the next day."""
_NEXT_DAY: Final = timedelta(days=1)
_KEPT: Final = timedelta(days=180)


def remembered(root: Path) -> dict[str, Answer]:
    """The last answer of each address."""
    try:
        return msgspec.json.decode((root / FILE).read_bytes(), type=dict[str, Answer])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return {}


def remember(root: Path, answers: Mapping[str, Answer], *, today: date) -> None:
    """Keep the answers, without those that are very old; where the disk says no, nothing is kept."""
    kept = {address: answer for address, answer in sorted(answers.items()) if today - answer.asked < _KEPT}
    file = root / FILE
    new = file.with_suffix(".new")
    try:
        file.parent.mkdir(exist_ok=True)
        new.write_bytes(msgspec.json.format(msgspec.json.encode(kept)))
        new.replace(file)
    except OSError:
        with suppress(OSError):
            new.unlink()


def due(addresses: Iterable[str], known: Mapping[str, Answer], *, today: date) -> list[str]:
    """Which of them to ask, those never asked first, then by how long ago."""
    asked = [address for address in dict.fromkeys(addresses) if is_due(known.get(address), today=today)]
    return sorted(asked, key=lambda address: known[address].asked if address in known else date.min)


def is_due(answer: Answer | None, *, today: date) -> bool:
    """Whether an answer holds no more."""
    if answer is None or answer.asked > today:
        return True
    return today - answer.asked >= _TRUSTED.get(answer.outcome, _NEXT_DAY)
