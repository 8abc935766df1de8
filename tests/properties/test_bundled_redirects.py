"""Bundled rules of Apache catch what single ones would, and lead to the same place; nothing else is caught."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st

from sitegen.features import bundles
from sitegen.features.bundles import Rule, rules

PARTS: Final = st.sampled_from(["a", "b", "a-b", "feed", "2019", "03", "ä", "a.b", "x.jpg", "(a)", "a|b", "$1", '"'])
OLD: Final = st.lists(PARTS, min_size=1, max_size=4).map(lambda parts: quote("/" + "/".join(parts)) + "/")
NEW: Final = st.sampled_from(
    ["/blog/a/", "/blog/a-b/", "/feed/", "/", "/bilder/x-0a1b2c3d4e-800.jpg", "/%C3%A4/", "/a.b/", ""]
)


def led(path: str, told: list[Rule]) -> str | None:
    """Where the first rule that catches `path` leads, as Apache reads it."""
    for rule in told:
        if found := re.match(rule.pattern, path):
            return rule.new.replace("$1", found[1]) if "$1" in rule.new else rule.new
    return None


@given(st.dictionaries(OLD, NEW, max_size=12), OLD)
def test_many_rules_in_few_say_the_same(known: dict[str, str], other: str) -> None:
    pairs = [*known.items(), *((f"/z/{number}/", "/z/") for number in range(bundles.FEW))]
    single = [Rule(f"^{bundles.escaped(old)}/?$", new) for old, new in pairs]
    few = list(rules(pairs))
    for old in (*known, other, other.rstrip("/"), f"{other}mehr/"):
        path = re.sub("%([0-9A-F]{2})", lambda match: chr(int(match[1], 16)), old).encode("latin-1").decode()
        assert led(path, few) == led(path, single)


def test_no_line_is_too_long_for_apache() -> None:
    pairs = [(f"/{number}/{'x' * 60}/", "/blog/") for number in range(3000)]
    told = list(rules(pairs))
    assert max(len(rule.pattern) for rule in told) < 8000
    assert len(told) < 60
