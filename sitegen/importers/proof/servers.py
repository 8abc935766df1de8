"""The rules of Apache (`.htaccess`), nginx and Caddy, as they read what a build has written for them. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final
from urllib.parse import unquote

import msgspec

from sitegen.importers.proof.rules import Asked, Patterns, Rules, Said

_REDIRECT_MATCH: Final = re.compile(r'RedirectMatch (?:301|gone) "([^"]+)"(?: "([^"]*)")?')
_CONDITION: Final = re.compile(r'RewriteCond %\{QUERY_STRING\} "\(\?:\^\|&\)(.+)\(\?:&\|\$\)"( \[NC\])?')
_REWRITE: Final = re.compile(r'RewriteRule "([^"]*)" (?:"([^"]*)"|-) \[(R=301|G)')
_NGINX_PATH: Final = re.compile(r'location = "((?:[^"\\]|\\.)*)" \{ return (\d+)(?: "([^"]*)")?; \}')
_NGINX_AT: Final = re.compile(r'if \(\$uri ~ "(.*)"\) \{ set (\$\w+) "([^"]*)"; \}')
_NGINX_ASKED: Final = re.compile(r'if \((\$\w+) (=|~\*) "(.*)"\) \{ return (\d+)(?: "([^"]*)")?; \}')
_CADDY_PATH: Final = re.compile(r'(?:redir|error) "([^"]*)" (?:"([^"]*)" 301|410)')
_CADDY_PATTERN: Final = re.compile(r'(@\w+) path_regexp "([^"]*)"')
_CADDY_AT: Final = re.compile(r'path "([^"]*)"(?: "([^"]*)")?')
_CADDY_ASKS: Final = re.compile(r'(?:query "|\{query\.)(\w+)(?:=|\} == ")([^"]*)"')
_CADDY_NAMED: Final = re.compile(r'(?:redir|error) (@\w+) (?:"([^"]*)" 301|410)')


class _Query(msgspec.Struct, frozen=True):
    """A rule of mod_rewrite: of each group one pair must be asked for."""

    number: int
    groups: tuple[frozenset[str], ...]
    ignores_case: bool
    path: re.Pattern[str]
    said: Said

    def holds(self, request: Asked, base: str) -> bool:
        pairs = {pair.lower() if self.ignores_case else pair for pair in request.pairs}
        at = request.path.removeprefix(f"{base}/")
        return all(not group.isdisjoint(pairs) for group in self.groups) and bool(self.path.search(at))


def apache(text: str, base: str) -> Rules:
    """`.htaccess` in the folder of the site. mod_rewrite is asked before mod_alias."""
    told = [(found[1], Said(301, found[2]) if found[2] else Said(410)) for found in _REDIRECT_MATCH.finditer(text)]
    patterns = Patterns(told)
    by_pair: dict[str, list[_Query]] = defaultdict(list)
    for query in _queries(text):
        for pair in query.groups[0]:
            by_pair[pair.lower()].append(query)

    def answer(request: Asked) -> Said | None:
        likely = {query.number: query for pair in request.pairs for query in by_pair.get(pair.lower(), ())}
        first = next((one for _, one in sorted(likely.items()) if one.holds(request, base)), None)
        return first.said if first else patterns.first(request.path)

    return answer


def _queries(text: str) -> list[_Query]:
    found: list[_Query] = []
    groups: list[frozenset[str]] = []
    ignores_case = False
    for line in map(str.strip, text.splitlines()):
        if condition := _CONDITION.fullmatch(line):
            ignores_case = bool(condition[2])
            groups.append(frozenset(_alternatives(condition[1], ignores_case=ignores_case)))
        elif groups and (rule := _REWRITE.match(line)):
            said = Said(410) if rule[3] == "G" else Said(301, (rule[2] or "").replace(r"\%", "%"))
            found.append(_Query(len(found), tuple(groups), ignores_case, re.compile(rule[1]), said))
            groups = []
        else:
            groups = []
    return found


def _alternatives(pattern: str, *, ignores_case: bool) -> list[str]:
    """`(?:p=1|p=2)` → both."""
    inside = pattern[3:-1] if pattern.startswith("(?:") else pattern
    parts = [re.sub(r"\\(.)", r"\1", part) for part in inside.split("|")]
    return [part.lower() for part in parts] if ignores_case else parts


def nginx(text: str, _base: str) -> Rules:
    """The file for `server { … }`. Variables are set and compared before a place is looked for."""
    places = {
        re.sub(r"\\(.)", r"\1", found[1]): Said(int(found[2]), found[3] or "") for found in _NGINX_PATH.finditer(text)
    }
    at = {found[2]: (re.compile(_once(found[1])), _names(found[3])) for found in _NGINX_AT.finditer(text)}
    exact: dict[tuple[str, str], Said] = {}
    like: dict[str, list[tuple[re.Pattern[str], Said]]] = defaultdict(list)
    for found in _NGINX_ASKED.finditer(text):
        said = Said(int(found[4]), found[5] or "")
        if found[2] == "=":
            exact[found[1], found[3]] = said
        else:
            like[found[1]].append((re.compile(_once(found[3]), re.IGNORECASE), said))

    def answer(request: Asked) -> Said | None:
        if request.query:
            asked = dict(pair.partition("=")[::2] for pair in reversed(request.pairs))
            for variable, (path, names) in at.items():
                if path.search(request.path):
                    value = "&".join(asked.get(name, "") for name in names)
                    said = exact.get((variable, value)) or next(
                        (one for pattern, one in like[variable] if pattern.search(value)), None
                    )
                    if said:
                        return said
        return places.get(request.path)

    return answer


def _names(asked: str) -> tuple[str, ...]:
    """`$arg_feed&$arg_cat` → both."""
    parts = asked.split("&")
    return (
        tuple(part.removeprefix("$arg_") for part in parts) if all(part.startswith("$arg_") for part in parts) else ()
    )


def _once(pattern: str) -> str:
    return pattern.replace("\\\\", "\\")


def caddy(text: str, _base: str) -> Rules:
    """The file for a site's block. Values are compared decoded."""
    read = _Caddy()
    for line in map(str.strip, text.splitlines()):
        read.line(line)
    few = Patterns(read.told)

    def answer(request: Asked) -> Said | None:
        asked = {(unquote(name), unquote(value)) for name, _, value in (pair.partition("=") for pair in request.pairs)}
        likely = {number for pair in asked for number in read.by_pair[pair]} if asked else set[int]()
        for number in sorted(likely):
            ways, pairs, said = read.queries[number]
            if request.path in ways and pairs <= asked:
                return said
        return read.places.get(request.path) or few.first(request.path)

    return answer


class _Caddy:
    """What its lines have said so far."""

    def __init__(self) -> None:
        self.places: dict[str, Said] = {}
        self.told: list[tuple[str, Said]] = []
        self.queries: list[tuple[frozenset[str], frozenset[tuple[str, str]], Said]] = []
        self.by_pair: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._patterns: dict[str, str] = {}
        self._ways = frozenset[str]()
        self._pairs = frozenset[tuple[str, str]]()

    def line(self, line: str) -> None:
        if found := _CADDY_AT.fullmatch(line):
            self._ways = frozenset(filter(None, found.groups()))
        elif line.startswith(("query ", "expression ")):
            self._pairs = frozenset((name, value) for name, value in _CADDY_ASKS.findall(line))
        elif found := _CADDY_PATTERN.fullmatch(line):
            self._patterns[found[1]] = found[2]
        elif found := _CADDY_PATH.fullmatch(line):
            self.places.setdefault(found[1], Said(301, found[2]) if found[2] else Said(410))
        elif found := _CADDY_NAMED.fullmatch(line):
            self._named(found[1], Said(301, found[2]) if found[2] else Said(410))

    def _named(self, name: str, said: Said) -> None:
        """A matcher stands right before what it is for."""
        if name in self._patterns:
            self.told.append((self._patterns[name], said))
            return
        for pair in self._pairs:
            self.by_pair[pair].append(len(self.queries))
        self.queries.append((self._ways, self._pairs, said))
