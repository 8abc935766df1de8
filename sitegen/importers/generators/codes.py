"""Shortcodes of Hugo, Liquid of Jekyll and the braces of Pelican: what says the same here becomes HTML, links or code.

All else is kept: a remark that no visitor sees where it has a line to itself, else as code; and told. Code stays as it
is, whatever it looks like. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Final
from urllib.parse import quote

from sitegen.importers.generators.records import Generator
from sitegen.importers.html.convert import verbatim
from sitegen.importers.html.notes import Note, excerpt

REFERENCE: Final = "https://reference.invalid/?to="
"""What a link to another text of the old site begins with on its way through HTML (RFC 6761: a host nobody has)."""
_SIGN: Final = "\ue000{}\ue001"
_SIGNS: Final = re.compile("(<p>)?\ue000(\\d+)\ue001(</p>)?")
_CODE: Final = (
    r"(?P<code>^(?P<fence>`{3,20}+|~{3,20}+)[^\n]*+\n(?:.*?^(?P=fence)[`~]*+[ \t]*+$|.*+)"
    r"|(?<!`)(?P<tick>`{1,20}+)(?!`)[^\n]*?(?<!`)(?P=tick)(?!`))"
)
"""Code in fences, up to the end where nothing closes it, and in ticks. Longer rows are ornament."""
_HUGO: Final = re.compile(
    rf"{_CODE}|\{{\{{[<%]-?\s*+(?P<out>/\*)?\s*+(?P<end>/)?\s*+(?P<name>[\w./-]++)(?P<rest>(?:(?!\{{\{{[<%]|[%>]\}}\}}).)*+)[%>]\}}\}}",
    re.MULTILINE | re.DOTALL,
)
_LIQUID: Final = re.compile(
    rf"{_CODE}|\{{%-?\s*+raw\s*+-?%\}}(?P<raw>.*?)(?:\{{%-?\s*+endraw\s*+-?%\}}|\Z)"
    r"|\{%-?\s*+highlight\s++(?P<language>[\w+#-]++)[^%]*+%\}\n?(?P<listing>(?:(?!\{%-?\s*+highlight\b).)*?)\{%-?\s*+endhighlight\s*+-?%\}"
    r"|\{%-?\s*+comment\s*+-?%\}(?P<remark>(?:(?!\{%-?\s*+comment\b).)*?)\{%-?\s*+endcomment\s*+-?%\}"
    r"|\{%-?\s*+(?P<tag>\w++)(?P<rest>[^%]*+)%\}|\{\{-?(?P<value>(?:(?!\{\{|\}\}).)*+)\}\}",
    re.MULTILINE | re.DOTALL,
)
_ATTRIBUTES: Final = re.compile(
    rf"{_CODE}|^[ \t]*\{{::?[^{{}}\n]*\}}[ \t]*$|(?<=\S)[ \t]*\{{[:#][^{{}}\n]*\}}", re.MULTILINE | re.DOTALL
)
"""Attribute lists of kramdown and Goldmark (`{: .class}`, `{#anchor}`): looks and anchors."""
_PELICAN: Final = re.compile(
    rf"{_CODE}|(?:\{{|\||%7B)(?P<where>filename|static|attach|author|category|tag|index)(?:\}}|\||%7D)",
    re.MULTILINE | re.DOTALL,
)
_NAMED: Final = re.compile(r"""(?:(\w[\w-]*)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|'([^']*)'|(\S+))""")
_EMBEDS: Final = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
}
_URL_FILTER: Final = re.compile(
    r"""["']([^"']*)["']\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.(?:baseurl|url))"""
)
_SITE_URL: Final = frozenset({"site.baseurl", "site.url", "site.github.url"})


class Codes:
    """Goes through one text, and puts back what was set aside once the rest is HTML."""

    def __init__(self, generator: Generator) -> None:
        self._generator = generator
        self._aside: list[str] = []
        self.notes: list[Note] = []

    def prepared(self, body: str) -> str:
        """The body with signs in the place of what must not be read as Markdown."""
        body = body.replace("\ue000", "").replace("\ue001", "")
        steps: dict[Generator, tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = {
            "hugo": ((_HUGO, self._hugo), (_ATTRIBUTES, self._attributes)),
            "jekyll": ((_LIQUID, self._liquid), (_ATTRIBUTES, self._attributes)),
            "pelican": ((_PELICAN, self._pelican),),
        }
        for pattern, step in steps[self._generator]:
            body = pattern.sub(_but_code(step), body)
        return re.sub(r"^\[TOC\][ \t]*$", "", body, flags=re.MULTILINE) if self._generator == "pelican" else body

    def put_back(self, html: str) -> str:
        """HTML with everything in its place."""
        return _SIGNS.sub(self._back, html)

    def _back(self, found: re.Match[str]) -> str:
        kept = self._aside[int(found[2])]
        alone = bool(found[1] and found[3])
        if kept.startswith("<"):
            return kept if alone else f"{found[1] or ''}{kept}{found[3] or ''}"
        if alone:
            unseen = verbatim("<!-- {} -->".format(kept.replace("--", "- -")))
            return f"<p>{unseen}</p>"
        return f"{found[1] or ''}<code>{escape(kept)}</code>{found[3] or ''}"

    def _set_aside(self, text: str) -> str:
        self._aside.append(text)
        return _SIGN.format(len(self._aside) - 1)

    def _kept(self, text: str) -> str:
        self.notes.append(Note(kind="code_kept", excerpt=excerpt(text)))
        return self._set_aside(" ".join(text.split()))

    # Hugo

    def _hugo(self, found: re.Match[str]) -> str:
        name, values = found["name"], _values(_without_end(found["rest"]))
        if found["out"]:
            return self._set_aside(f"<code>{escape(found[0].replace('/*', '').replace('*/', ''))}</code>")
        if name in {"ref", "relref"} and values.get("0"):
            return _reference(values["0"])
        if name == "figure" and values.get("src"):
            return self._set_aside(_figure(values))
        if name in _EMBEDS and (values.get("id") or values.get("0")):
            return self._frame(_EMBEDS[name].format(values.get("id") or values["0"]))
        if name == "highlight":
            return "\n```" + ("" if found["end"] else f"{values.get('0', '')}\n")
        return self._kept(found[0])

    def _frame(self, address: str) -> str:
        return self._set_aside(f'<iframe src="{escape(address)}"></iframe>')

    # Jekyll

    def _liquid(self, found: re.Match[str]) -> str:
        if found["raw"] is not None:
            return found["raw"]
        if found["listing"] is not None:
            return f"```{found['language']}\n{found['listing'].rstrip()}\n```"
        if found["remark"] is not None:
            return ""
        if found["tag"]:
            target = found["rest"].strip().removesuffix("-").strip().strip("\"'")
            known = found["tag"] in {"post_url", "link"} and target
            return _reference(target) if known else self._kept(found[0])
        value = found["value"].strip().removesuffix("-").rstrip()
        if value in _SITE_URL:
            return ""
        path = _URL_FILTER.fullmatch(value)
        return path[1] if path else self._kept(found[0])

    def _attributes(self, _found: re.Match[str]) -> str:
        return ""

    # Pelican

    def _pelican(self, found: re.Match[str]) -> str:
        kinds = {"filename": REFERENCE, "static": "", "attach": ""}
        return kinds.get(found["where"], f"{REFERENCE}{found['where']}/")


def _reference(name: str) -> str:
    path, mark, anchor = name.partition("#")
    return f"{REFERENCE}{quote(path, safe='/')}{mark}{anchor}"


def _without_end(rest: str) -> str:
    """What stands behind the name of a shortcode, without the `-`, `*/` and `/` of its end."""
    return rest.removesuffix("-").rstrip().removesuffix("*/").rstrip().removesuffix("/").rstrip()


def _but_code(step: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], str]:
    return lambda found: found[0] if found["code"] else step(found)


def _values(rest: str) -> dict[str, str]:
    """`"a" class="b"` → `0`: a, `class`: b."""
    values: dict[str, str] = {}
    count = 0
    for name, *forms in _NAMED.findall(rest):
        value = next((form for form in forms if form), "")
        if name:
            values[name] = value
        else:
            values[str(count)] = value
            count += 1
    return values


def _figure(values: dict[str, str]) -> str:
    said = values.get("caption") or values.get("title") or ""
    picture = f'<img src="{escape(values["src"])}" alt="{escape(values.get("alt") or said)}">'
    if values.get("link"):
        picture = f'<a href="{escape(values["link"])}">{picture}</a>'
    return f"<figure>{picture}{f'<figcaption>{escape(said)}</figcaption>' if said else ''}</figure>"
