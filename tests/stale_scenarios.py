"""Every test of what could go stale as a function that can be called, for whoever breaks a dependency on purpose."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, product
from pathlib import Path
from typing import Final

import test_stale_files
import test_stale_findings
import test_stale_layouts
import test_stale_pages
from warm_site import WarmSite

__all__ = ["Scenario", "scenarios"]

MODULES: Final = (test_stale_pages, test_stale_layouts, test_stale_findings, test_stale_files)
Scenario = Callable[[WarmSite, Path], None]


def scenarios() -> Iterator[tuple[str, Scenario]]:
    """Every test of stale pages with each of its values."""
    for name, test in chain.from_iterable(inspect.getmembers(module, inspect.isfunction) for module in MODULES):
        if name.startswith("test_"):
            wanted = inspect.signature(test).parameters
            for number, values in enumerate(_values_of(test)):
                yield f"{name}[{number}]", partial(_run, test, values, wants_folder="tmp_path" in wanted)


def _values_of(test: Callable[..., None]) -> Iterator[dict[str, object]]:
    marks = [mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
    for chosen in product(*(mark.args[1] for mark in marks)):
        values: dict[str, object] = {}
        for mark, one in zip(marks, chosen, strict=True):
            names = [mark.args[0]] if isinstance(mark.args[0], str) else mark.args[0]
            values |= zip(names, (one,) if len(names) == 1 else one, strict=True)
        yield values


def _run(
    test: Callable[..., None], values: dict[str, object], warm: WarmSite, folder: Path, *, wants_folder: bool
) -> None:
    test(warm=warm, **values, **({"tmp_path": folder} if wants_folder else {}))
