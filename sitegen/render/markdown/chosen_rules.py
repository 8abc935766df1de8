"""Block rules chosen by the character with which a line begins, so that a line asks only those that could match there.

The library asks every rule at every line. Which characters a rule needs stands below; one that is not named there is
always asked. The order of the rules stays the library's, so nothing but time changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock

BlockRule = Callable[[StateBlock, int, int, bool], bool]
"""The library's signature: state, first line, line behind the last one, whether it is only asked."""

_BEGINNINGS: Final[dict[str, str]] = {
    "fence": "`~",
    "container": ":",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*-+0123456789",
    "footnote_def": "[",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
}
"""Rules, and the characters behind the indentation, one of which each of them needs."""
_ENDINGS: Final[dict[str, str]] = {"deflist": ":~"}
"""Likewise, for rules that need it only where they end another block; where they begin, it stands on the next line."""


class _Chosen(NamedTuple):
    rule: BlockRule
    beginnings: str
    """Empty if it is always asked."""


class RulesAt(dict[str, tuple[BlockRule, ...]]):
    """The rules to ask at a character; worked out when it is met first."""

    def __init__(self, chosen: Sequence[_Chosen]) -> None:
        super().__init__()
        self._chosen = chosen

    def __missing__(self, char: str) -> tuple[BlockRule, ...]:
        fitting = tuple(rule for rule, beginnings in self._chosen if not beginnings or char in beginnings)
        self[char] = fitting
        return fitting


class ChosenRules(Ruler[BlockRule]):
    """The rules of `others`; each chain of them is one rule that asks those that could match."""

    def __init__(self, others: Ruler[BlockRule]) -> None:
        super().__init__()
        self.__rules__ = others.__rules__
        self._at: dict[str, RulesAt] = {}

    def rules_at(self, chain: str) -> RulesAt:
        """The rules of a chain by the character at which they are asked. Changes with the list of rules."""
        self.getRules(chain)
        return self._at[chain]

    def __compile__(self) -> None:
        chains = {"", *(chain for rule in self.__rules__ for chain in rule.alt)}
        self._at = {chain: RulesAt(self._chosen(chain)) for chain in chains}
        self.__cache__ = {chain: [_choice(rules)] for chain, rules in self._at.items()}

    def _chosen(self, chain: str) -> list[_Chosen]:
        needs = _BEGINNINGS | _ENDINGS if chain else _BEGINNINGS
        return [
            _Chosen(rule.fn, needs.get(rule.name, ""))
            for rule in self.__rules__
            if rule.enabled and (not chain or chain in rule.alt)
        ]


def _choice(rules: RulesAt) -> BlockRule:
    def choice(state: StateBlock, first: int, last: int, silent: bool) -> bool:  # noqa: FBT001 -- a rule
        at = state.bMarks[first] + state.tShift[first]
        return any(rule(state, first, last, silent) for rule in rules[state.src[at : at + 1]])

    return choice
