"""What shortcodes and `:::` blocks have in common: a name, parameters, and checking what an author gave for them.

Never renders anything, and holds no list of names: those are in `shortcodes` and `blocks`.
"""

from __future__ import annotations

import msgspec

from sitegen.diagnostics.catalogue.markdown import hint
from sitegen.render.markdown.arguments import Given, read_arguments
from sitegen.render.markdown.places import Stretch
from sitegen.render.markdown.sheet import Sheet
from sitegen.text.suggest import closest


class Parameter(msgspec.Struct, frozen=True, kw_only=True):
    """One thing a command can be told."""

    name: str
    required: bool = False
    positional: bool = False
    """May be given without its name, in the order of the parameters; words without quotation marks are joined."""


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    """How a command is written."""

    parameters: tuple[Parameter, ...]
    example: str
    """A line ready to paste, shown with every finding about this command."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """The arguments of one command by parameter; `offsets` say where their values begin in the arguments' text."""

    values: dict[str, str]
    offsets: dict[str, int]
    is_complete: bool
    """Whether every required parameter has a value."""


def told(name: str, usage: Usage, text: str, *, at: Stretch, sheet: Sheet) -> Told:
    """Read the arguments of command `name` from `text`, which stands `at` its place; faults become findings."""
    arguments = read_arguments(text)
    binding = _Binding(usage)
    for given in arguments.given:
        if fault := binding.take(given):
            advice = hint("SG203", closest(given.key, binding.names) if given.key else None)
            facts = {"name": name, "argument": given.key, "value": given.value, "example": usage.example}
            sheet.report(fault, at.span(given.start, given.end - given.start), hint=advice, **facts)
    if arguments.unclosed >= 0:
        sheet.report("SG205", at.span(arguments.unclosed, 1), name=name, example=usage.example)
        return Told(values=binding.values, offsets=binding.offsets, is_complete=False)
    missing = [each.name for each in usage.parameters if each.required and not binding.values.get(each.name)]
    for argument in missing:
        sheet.report("SG202", at.span(-len(name), len(name)), name=name, argument=argument, example=usage.example)
    return Told(values=binding.values, offsets=binding.offsets, is_complete=not missing)


class _Binding:
    """Finds the parameter for each argument."""

    def __init__(self, usage: Usage) -> None:
        self.names = [parameter.name for parameter in usage.parameters]
        self.values: dict[str, str] = {}
        self.offsets: dict[str, int] = {}
        self._positional = [parameter.name for parameter in usage.parameters if parameter.positional]
        self._growing = ""

    def take(self, given: Given) -> str:
        """Keep one argument and return "", or the code of what is wrong with it."""
        if given.key and given.key not in self.names:
            return "SG203"
        if given.key in self.values:
            return "SG208"
        key = given.key or next((name for name in self._positional if name not in self.values), "")
        if key:
            self.values[key] = given.value
            self.offsets[key] = given.value_start
            self._growing = "" if given.key or given.is_quoted else key
        elif self._growing and not given.is_quoted:
            self.values[self._growing] += f" {given.value}"
        else:
            return "SG204"
        return ""
