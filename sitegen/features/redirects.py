"""Former addresses for hosts that know rules: `_redirects` (Netlify, Cloudflare), lines for Apache, nginx and Caddy.

Every other host gets the redirecting page that is planned for each former address anyway.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote, unquote

from sitegen.features.asked import caddy_asked, netlify_asked, nginx_asked
from sitegen.features.bundles import escaped, rules
from sitegen.features.feature import Contribution, Feature, Finished
from sitegen.model.site import Site
from sitegen.text.patterns import later

REDIRECTS_FILE: Final = "_redirects"
_MEANINGFUL: Final = later(r'[%"*?{}\[\]\\$`\s]')
"""What would be a wildcard, a placeholder, a variable or the end in a path as Caddy reads it."""


def contributions(_site: Site) -> tuple[Contribution, ...]:
    """The file for hosts that read one of their own; `.htaccess` is shared with others."""
    return (Contribution(output=REDIRECTS_FILE, make=redirects),)


FEATURE: Final = Feature(name="Weiterleitungen", contributions=contributions)


def pairs(site: Finished) -> list[tuple[str, str]]:
    """Former and present URL path of every address that leads on, percent-encoded, by former address."""
    views = (route.view for route in site.routes if route.view.kind == "redirect")
    found = {view.url: view.target for view in views} | {one.old: one.new for one in site.promises.moved}
    return sorted((quote(unquote(old)), _encoded(new)) for old, new in found.items())


def redirects(site: Finished) -> bytes:
    """One rule a line: from, to, status. These hosts have no word for what is gone: it is not found there.

    Netlify shows a file rather than follow a rule, unless the rule is forced (`301!`), and the redirecting page is such
    a file. Cloudflare does not know that word, passes over the line and follows the next one; GitLab does as well.
    """
    lines = (*netlify_asked(site), *(line for old, new in pairs(site) for line in _rules(old, new)))
    return "".join(f"{line}\n" for line in lines).encode()


def _rules(old: str, new: str) -> Iterator[str]:
    if old.removesuffix(".html").rstrip("/") != new.rstrip("/"):  # Netlify may take both for one, and go in circles
        yield f"{old} {new} 301!"
    yield f"{old} {new} 301"


def apache_redirects(site: Finished) -> Iterator[str]:
    """Rules of mod_alias; patterns are anchored so that `/alt/` does not catch `/alt/mehr/`.

    Apache compares patterns with the decoded path.
    """
    for rule in rules(pairs(site)):
        yield f'RedirectMatch 301 "{rule.pattern}" "{rule.new}"'
    for rule in rules((old, "") for old in site.promises.gone):
        yield f'RedirectMatch gone "{rule.pattern}"'


def nginx_redirects(site: Finished) -> Iterator[str]:
    """A `location` for each way to type a former address; nginx compares with the decoded path."""
    yield from nginx_asked(site)
    for old, new in pairs(site):
        yield from (f'location = {_for_nginx(path)} {{ return 301 "{new}"; }}' for path in _ways(old))
    for old in site.promises.gone:
        yield from (f"location = {_for_nginx(path)} {{ return 410; }}" for path in _ways(old))


def caddy_redirects(site: Finished) -> Iterator[str]:
    """`redir` and `error`; Caddy compares with the decoded path."""
    yield from caddy_asked(site)
    told = [
        *((old, "redir", f'"{new}" 301') for old, new in pairs(site)),
        *((old, "error", "410") for old in site.promises.gone),
    ]
    for number, (old, verb, what) in enumerate(told):
        if _MEANINGFUL().search(unquote(old)):
            yield f'@sitegen_{number} path_regexp "^{escaped(old)}/?$"'
            yield f"{verb} @sitegen_{number} {what}"
        else:
            yield from (f'{verb} "{path}" {what}' for path in _ways(old))


def _for_nginx(path: str) -> str:
    return '"{}"'.format(path.replace("\\", "\\\\").replace('"', '\\"'))


def _ways(old: str) -> tuple[str, ...]:
    """With and without the slash at the end."""
    path = unquote(old)
    return (path, path.rstrip("/")) if path.endswith("/") and path != "/" else (path,)


def _encoded(url: str) -> str:
    """A URL path that may hold a query and an anchor, as ASCII."""
    return quote(unquote(url), safe="/#?&=")
