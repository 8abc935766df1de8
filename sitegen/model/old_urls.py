"""`content/data/old-urls.csv`: every address of the site that was here before, and what has become of it.

    old;target;reason
    /2019/03/rechnungen/;content/blog/rechnungen.md;
    /?cat=3;category:buero;
    /wp-content/uploads/2019/03/alt.jpg;;picture_missing

`old` is a path from the root of the site, with its query where it had one. `target` is a file below `content/`, a
path of this site, or who answers there in the words of `published-urls.txt` (`tag:e-mail`, `list:blog`); it is empty
for what is lost, and then `reason` says why: the key of a sentence, or the owner's own words.

Reader and writer are each the inverse of the other (RFC 4180, with semicolons, as German spreadsheets write it).
Nothing here touches a file, or knows what is published now.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

OLD_URLS_FILE: Final = "content/data/old-urls.csv"

_FIELDS: Final = ("old", "target", "reason")


class OldUrl(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One address of the old site."""

    old: str
    """Path from the root of the site, with its query: `/2019/03/rechnungen/`, `/?p=12`."""
    target: str = ""
    """Who answers now; empty where it is lost."""
    reason: str = ""
    """Why it is lost."""


class KeptOldUrl(OldUrl, frozen=True, kw_only=True):
    """An address of the file."""

    line: int
    """1-based; the last one where a value goes over several."""


def old_urls_csv(urls: Iterable[OldUrl]) -> bytes:
    """The bytes of the file: sorted, each address once; where one is there twice, the first that leads somewhere."""
    import csv

    by_old: dict[str, OldUrl] = {}
    for url in map(on_one_line, urls):
        known = by_old.get(url.old)
        if url.old and (known is None or (url.target and not known.target)):
            by_old[url.old] = url
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(_FIELDS)
    writer.writerows((url.old, url.target, url.reason) for _, url in sorted(by_old.items()))
    return text.getvalue().encode()


def read_old_urls(raw: bytes) -> tuple[KeptOldUrl, ...]:
    """The addresses in the bytes of the file, in its order; lines without one are left out.

    Semicolons or commas, by the first line; columns by their names in it. Bytes that are no UTF-8, and a line that is
    no CSV, end it quietly: who reads `content/data/` says so.
    """
    text = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return tuple(_rows(text)) if text else ()


def _rows(text: str) -> Iterator[KeptOldUrl]:
    import csv

    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=";" if first.count(";") >= first.count(",") else ",", strict=True)
    try:
        columns = {name.strip().lower(): number for number, name in enumerate(next(reader, []))}
        places = [columns.get(field, -1) for field in _FIELDS]
        for row in reader:
            old, target, reason = (row[place].strip() if 0 <= place < len(row) else "" for place in places)
            if old:
                yield KeptOldUrl(old=old, target=target, reason=reason, line=reader.line_num)
    except csv.Error:
        return


def on_one_line(url: OldUrl) -> OldUrl:
    """As the reader gives it back: what stands in a line of a table."""
    old, target, reason = (" ".join(value.split()) for value in (url.old, url.target, url.reason))
    return OldUrl(old=old, target=target, reason=reason)
