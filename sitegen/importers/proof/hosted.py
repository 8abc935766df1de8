"""The rules of hosts that read `_redirects`, each in its own way, with its own limits. Pure."""

from __future__ import annotations

from collections import defaultdict
from typing import Final
from urllib.parse import unquote

from sitegen.importers.proof.rules import Asked, Rules, Said

FIELDS: Final = 3
"""Words of a line without a query: from, to, status."""
CLOUDFLARE_RULES: Final = 2000
"""developers.cloudflare.com/pages/configuration/redirects; the rest is passed over."""
GITLAB_RULES: Final = 1000
GITLAB_BYTES: Final = 64 * 1024
"""docs.gitlab.com/user/project/pages/redirects; above either none is followed."""


def netlify(text: str, _base: str) -> Rules:
    """Every line; with and without a slash at the end is one path, and what is asked for must be there."""
    paths: dict[str, Said] = {}
    queries: list[tuple[str, frozenset[str], Said]] = []
    by_pair: dict[str, list[int]] = defaultdict(list)
    for fields in map(str.split, text.splitlines()):
        if len(fields) > FIELDS:
            pairs = frozenset(map(unquote, fields[1:-2]))
            for pair in pairs:
                by_pair[pair].append(len(queries))
            queries.append((unquote(fields[0]), pairs, Said(301, fields[-2])))
        elif len(fields) == FIELDS:
            paths.setdefault(_path(fields[0]), Said(301, fields[1]))

    def answer(request: Asked) -> Said | None:
        asked = frozenset(map(unquote, request.pairs))
        for number in sorted({number for pair in asked for number in by_pair.get(pair, ())}):
            path, pairs, said = queries[number]
            if path == request.path and pairs <= asked:
                return said
        return paths.get(_path(request.path))

    return answer


def cloudflare(text: str, _base: str) -> Rules:
    """Lines of three words, the first two thousand; no query is looked at."""
    lines = [fields for fields in map(str.split, text.splitlines()) if len(fields) == FIELDS]
    return _by_path([fields for fields in lines if fields[2].isdecimal()][:CLOUDFLARE_RULES])


def gitlab(text: str, _base: str) -> Rules:
    """All lines or none."""
    lines = [fields for fields in map(str.split, text.splitlines()) if fields]
    fits = len(lines) <= GITLAB_RULES and len(text.encode()) <= GITLAB_BYTES
    followed = [fields for fields in lines if len(fields) == FIELDS and fields[2].isdecimal()]
    return _by_path(followed if fits else [])


def pages(_text: str, _base: str) -> Rules:
    """GitHub Pages and whoever else knows no rules."""
    return _by_path([])


def _by_path(lines: list[list[str]]) -> Rules:
    paths: dict[str, Said] = {}
    for old, new, _ in lines:
        paths.setdefault(unquote(old), Said(301, new))
    return lambda request: paths.get(request.path)


def _path(path: str) -> str:
    return unquote(path).rstrip("/") or "/"
