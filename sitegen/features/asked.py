"""Former addresses that only a query tells from another (`/?p=12`), for each server that can tell them apart.

A page cannot stand in for such an address, so hosts without rules show the page at the path instead. In `_redirects`
Netlify alone knows a query: others would take it for the target and lead the home page astray. So those lines are
written only where `business: legal: hosting:` says that the site lies there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote, unquote

from sitegen.features.bundles import chunks
from sitegen.features.feature import Finished
from sitegen.model.addresses import base_path
from sitegen.plan.moved import Asked

NETLIFY: Final = "netlify"
"""As `hosting:` names it."""
_SAME: Final = "index.php"
"""What stands for a folder's own page where PHP answers."""


def asked_of(site: Finished) -> list[Asked]:
    """Those that lead elsewhere than to the path they stand at; who asks for more is answered first."""
    found = (one for one in site.promises.asked if unquote(one.new) != unquote(one.path))
    return sorted(found, key=lambda one: (-len(one.pairs), one))


def apache_asked(site: Finished) -> Iterator[str]:
    """Rules of mod_rewrite for the folder of the site; its patterns have no slash in front.

    Who asks for one thing only shares a rule with others that lead to the same place: the file is read at each request.
    """
    base = base_path(site.settings.url)
    together: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in asked_of(site):
        typed = [f"{name}={re.escape(quote(value))}" for name, value in one.pairs]
        if len(typed) > 1:
            yield from _apache_rule(one.path.removeprefix(base), one.new, typed)
        else:
            together[one.path, one.new] += typed
    for (path, new), typed in together.items():
        for some in chunks(typed):
            yield from _apache_rule(
                path.removeprefix(base), new, [some[0] if len(some) == 1 else f"(?:{'|'.join(some)})"]
            )


def _apache_rule(path: str, new: str, typed: Iterable[str]) -> Iterator[str]:
    for pattern in typed:
        yield f'RewriteCond %{{QUERY_STRING}} "(?:^|&){pattern}(?:&|$)"{" [NC]" if "%" in pattern else ""}'
    at = _pattern(unquote(path)).removeprefix("/")
    target = new.replace("%", r"\%")
    yield f'RewriteRule "^{at}$" "{target}" [R=301,NE,QSD,L]' if new else f'RewriteRule "^{at}$" - [G]'


def nginx_asked(site: Finished) -> Iterator[str]:
    """A variable for each path and the names asked for there, so that nothing is compared for any other address."""
    groups: dict[tuple[str, tuple[str, ...]], list[Asked]] = defaultdict(list)
    for one in asked_of(site):
        groups[one.path, tuple(name for name, _ in one.pairs)].append(one)
    for number, ((path, names), group) in enumerate(groups.items()):
        variable = f"$sitegen_asked_{number}"
        yield f'set {variable} "";'
        asked = "&".join(f"$arg_{name}" for name in names)
        yield f'if ($uri ~ "{_twice(f"^{_pattern(unquote(path))}$")}") {{ set {variable} "{asked}"; }}'
        for one in group:
            values = [value for _, value in one.pairs]
            typed = "&".join(map(quote, values))
            is_plain = typed == "&".join(values)
            test = f'= "{typed}"' if is_plain else f'~* "{_twice(f"^{re.escape(typed)}$")}"'
            answer = f'return 301 "{one.new}";' if one.new else "return 410;"
            yield f"if ({variable} {test}) {{ {answer} }}"


def caddy_asked(site: Finished) -> Iterator[str]:
    """A matcher for each; Caddy compares decoded values."""
    for number, one in enumerate(asked_of(site)):
        path = unquote(one.path)
        ways = (path, f"{path}{_SAME}") if path.endswith("/") else (path,)
        yield f"@sitegen_asked_{number} {{"
        yield "\tpath {}".format(" ".join(f'"{way}"' for way in ways))
        yield f"\t{_caddy_asks(one)}"
        yield "}"
        yield f'redir @sitegen_asked_{number} "{one.new}" 301' if one.new else f"error @sitegen_asked_{number} 410"


def _caddy_asks(one: Asked) -> str:
    """All pairs must be there; before version 2.9 one of several was enough for `query`."""
    if len(one.pairs) == 1:
        name, value = one.pairs[0]
        return f'query "{name}={value}"'
    return "expression " + " && ".join(f'{{query.{name}}} == "{value}"' for name, value in one.pairs)


def netlify_asked(site: Finished) -> Iterator[str]:
    """Lines of `_redirects`; there is none for what is gone."""
    hosting = site.settings.business.legal.hosting
    if hosting is not None and hosting.use == NETLIFY:
        for one in asked_of(site):
            if one.new:
                yield " ".join((one.path, *(f"{name}={quote(value)}" for name, value in one.pairs), one.new, "301!"))


def _pattern(path: str) -> str:
    """For the decoded path of a page: `/blog/`, `/blog` and `/blog/index.php` are the same one."""
    if not path.endswith("/"):
        return re.escape(path)
    page = rf"/(?:{re.escape(_SAME)})?"
    return f"{re.escape(path[:-1])}(?:{page})?" if path != "/" else page


def _twice(pattern: str) -> str:
    """For quotation marks of nginx, which takes one of two backslashes off."""
    return pattern.replace("\\", "\\\\")
