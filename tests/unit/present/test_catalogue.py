"""The catalogue finds each code in the module of its range, and imports no other."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pkgutil import iter_modules

import pytest

from sitegen.diagnostics import catalogue
from sitegen.diagnostics.catalogue import ENTRIES, RANGES

WITHOUT_ENTRIES = {"entry", "markdown"}
MODULES = {module.name for module in iter_modules(catalogue.__path__)} - WITHOUT_ENTRIES


def test_each_module_has_a_range() -> None:
    assert set(RANGES.values()) == MODULES
    assert list(RANGES) == sorted(RANGES)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_each_code_stands_in_the_module_of_its_range(module: str) -> None:
    for entry in import_module(f"{catalogue.__name__}.{module}").ENTRIES:
        first = max(first for first in RANGES if first <= entry.code)
        assert RANGES[first] == module, entry.code
        assert ENTRIES[entry.code] is entry


@pytest.mark.parametrize("code", ["", "SG000", "SG199", "SG999", "SG2", "IMP-001", "ß"])
def test_a_code_that_is_none_is_not_found(code: str) -> None:
    assert code not in ENTRIES
    assert ENTRIES.get(code) is None


def test_a_code_imports_the_module_of_its_range_alone() -> None:
    code = (
        "import sys\n"
        "from sitegen.diagnostics.catalogue import ENTRIES\n"
        "ENTRIES['SG232']\n"
        "print(*sorted(name.rpartition('.')[2] for name in sys.modules if '.catalogue.' in name))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert done.stdout.split() == ["entry", "markdown_elements"]
