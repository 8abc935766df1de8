"""What goes out beside the pages as the privacy firewall sees it, and the policies that follow from all that is."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Final

import msgspec

from sitegen.build.memory.memo import Memo, key_of
from sitegen.build.planning import Planned
from sitegen.checks.finished import FinishedFile, FinishedSite
from sitegen.checks.requests.in_html import requests_in
from sitegen.checks.requests.request import Collector, Forbidden, Requests
from sitegen.checks.requests.uses import uses_of
from sitegen.plan.policy import FOR_THE_SEARCH, Policies, policy_of, together
from sitegen.plan.questions.site import SiteView
from sitegen.text.patterns import later

_FINGERPRINT: Final = re.compile(r"\.[0-9a-f]{10}(?=\.[^.]+\Z)")
_PAGES: Final = frozenset({".html", ".htm", ".xhtml"})
_MADE_BY_A_SERVER: Final = frozenset({".php", ".shtml"})
"""Pages that the owner's server finishes; what it puts in is not seen here, what stands around it is."""
_SCRIPTS: Final = frozenset({".js", ".mjs"})
_READ: Final = _PAGES | _MADE_BY_A_SERVER | _SCRIPTS | {".css", ".svg"}
_MARKS_OF_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ENTITY: Final = later(r"<!ENTITY\b")
_CODE: Final = later(r"<\?.*?(?:\?>|\Z)", re.DOTALL)


class StaticTexts(Mapping[str, str]):
    """Texts among the files that go out as they are, read only when somebody looks for something in them."""

    def __init__(self, root: Path, files: tuple[str, ...]) -> None:
        """`files` are paths below `root`."""
        self._root = root
        self._files = dict.fromkeys(file for file in files if _suffix(file) in _READ and not _is_clean(file))

    def __getitem__(self, file: str) -> str:
        if file not in self._files:
            raise KeyError(file)
        path = self._root / file
        with path.open("rb") as stream:
            encoding = "utf-16" if stream.read(2) in _MARKS_OF_UTF_16 else "utf-8"  # as browsers tell it
        return path.read_text(encoding, errors="replace")

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def _is_clean(file: str) -> bool:
    """Whether it is a drawing from which all was taken that acts or reaches out, as is done but below `static/`."""
    return _suffix(file) == ".svg" and not file.startswith("static/")


def finished_files(root: Path, planned: Planned, static: Mapping[str, str], memo: Memo) -> Iterator[FinishedFile]:
    """Files of the theme, then those among `static`; what each asks for is remembered by its bytes."""
    for asset in planned.assets:
        name = _FINGERPRINT.sub("", asset.path.rpartition("/")[2])
        if _suffix(name) in _READ and asset.content is not None:
            folder = "layouts" if (root / "layouts" / name).is_file() else "theme"
            requests = _remembered(name, asset.content.decode("utf-8", "replace"), memo)
            yield FinishedFile(source=f"{folder}/{name}", requests=requests, output=asset.path)
    for file in static:
        key = f"{planned.static[file].digest}{_suffix(file)}"
        requests = memo.remember("requests", key, partial(_read_static, file, static), type=Requests)
        yield FinishedFile(source=file, requests=requests, output=planned.static[file].output)


def _remembered(name: str, text: str, memo: Memo) -> Requests:
    key = f"{key_of(text)}{_suffix(name)}"
    return memo.remember("requests", key, partial(read_requests, name, text), type=Requests)


def _read_static(file: str, static: Mapping[str, str]) -> Requests:
    return read_requests(file, static[file])


def read_requests(name: str, text: str) -> Requests:
    """What the file of this name asks for. Drawings may hold their own style, since they are shown as pictures."""
    ending = _suffix(name)
    if ending in _PAGES:
        return requests_in(text)
    if ending in _MADE_BY_A_SERVER:
        return requests_in(_CODE().sub(" ", text))
    if ending == ".svg":
        return msgspec.structs.replace(requests_in(text), own=(), addresses=(), forbidden=_entities_in(text))
    from sitegen.checks.requests.in_css import collect_from_css
    from sitegen.checks.requests.in_js import collect_from_js

    found = Collector()
    (collect_from_js if ending in _SCRIPTS else collect_from_css)(text, into=found)
    return found.done()


def _entities_in(drawing: str) -> tuple[Forbidden, ...]:
    """Abbreviations that a drawing declares: browsers put in whatever they stand for, and nobody here has seen it."""
    declared = _ENTITY().search(drawing)
    return (Forbidden(kind="entity", text=declared[0]),) if declared else ()


def policies_of(site: FinishedSite, asked: Iterable[tuple[str, Requests]], questions: SiteView) -> Policies:
    """The policies of the finished site. What only the search page uses is allowed there alone.

    `asked` is what pages ask for, each by its URL path; `site` need not hold them all.
    """
    search_url = questions.listing("search") if questions.search_index else ""
    files = uses_of((file.requests for file in site.files), site)
    once = {(id(requests), url == search_url): requests for url, requests in asked}  # many pages ask for one value
    pages = uses_of((requests for (_, is_search), requests in once.items() if not is_search), site)
    everywhere = together(pages, files)
    if not search_url:
        return Policies(site=policy_of(everywhere), search=policy_of(everywhere))
    search = uses_of((requests for (_, is_search), requests in once.items() if is_search), site)
    return Policies(
        site=policy_of(everywhere),
        search=policy_of(together(everywhere, search, FOR_THE_SEARCH)),
        search_url=search_url,
    )


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()
