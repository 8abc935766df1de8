"""What texts refer to is looked for only in those that may hold any of it, and nothing is missed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from site_case import NOON, SiteCase
from sitegen.build.crew import Crew
from sitegen.build.files.referred import embedded_hosts, finder_of
from sitegen.build.files.showings import linked_files, showings
from sitegen.build.memory.memo import Memo
from sitegen.build.pipeline import quiet
from sitegen.build.planning import references_of
from sitegen.build.texts.gathering import Gathered, gather
from sitegen.plan.files import file_routes
from sitegen.plan.legal import shown_documents

REFERRING: Final = {
    "bild": "![Ein Foto](foto.jpg)",
    "untertitelt": '![Ein Foto](/wurzel.png "Unterschrift")',
    "fremd": "![Ein Foto](https://www.example.org/fremd.jpg)",
    "datei": "[Zum Laden](preise.pdf)",
    "nachbar": "[Nebenan](datei.md)",
    "film": '{{ youtube "aqz-KE-bpKQ" title="Ordnung" }}',
    "recht": '{{ legal "impressum" }}',
    "preis": '{{ price "buchhaltung" }}',
}
APART: Final = {
    "schlicht": "Nichts als Text.",
    "wurzel": "[Kontakt](/kontakt/) und [unten](#unten) und [ein Bild](/wurzel.png)",
    "weit": "[Weit weg](https://www.example.net/preise.pdf) und [Post](mailto:post@example.org)",
}


@pytest.fixture
def gathered(tmp_path: Path) -> Gathered:
    case = SiteCase.of(
        tmp_path, {"content/blog/preise.pdf": "%PDF", "static/wurzel.png": "", "content/blog/foto.jpg": ""}
    )
    for name, text in (REFERRING | APART).items():
        case.post(name, text)
    with Memo.open(tmp_path, version="0", today=0) as memo:
        found = gather(tmp_path, memo, crew=Crew(1), now=NOON, progress=quiet)
        assert isinstance(found, Gathered)
    return found


def test_only_texts_that_concern_more_than_their_page_are_looked_through(gathered: Gathered) -> None:
    assert {Path(source).stem for source in gathered.bodies.referring} == set(REFERRING)


def test_nothing_is_missed(gathered: Gathered, tmp_path: Path) -> None:
    refer, entries = references_of(gathered), gathered.entries
    some, every = gathered.bodies.referring, dict(gathered.bodies)
    routes = file_routes(entries, every, refer, base="")
    finder = finder_of(tmp_path, gathered, refer, routes)
    assert set(routes) == {"content/blog/preise.pdf", "content/blog/foto.jpg"}
    assert file_routes(entries, some, refer, base="") == routes
    assert list(showings(entries, some, finder)) == list(showings(entries, every, finder))
    assert linked_files(entries, some, refer) == linked_files(entries, every, refer)
    assert embedded_hosts(some.values()) == embedded_hosts(every.values()) != frozenset()
    assert list(shown_documents(some)) == list(shown_documents(every)) != []
