from __future__ import annotations

import msgspec
import pytest

from sitegen.schema.convert import convert
from sitegen.schema.nodes import plain_data
from sitegen.sources.document import Document, proposed_head, read_document
from sitegen.text.moments import Moment

PATH = "content/blog/2026-11-24-rechnungen.md"


def document(text: str) -> Document:
    found, findings = read_document(PATH, text.encode())
    assert findings == ()
    assert found is not None
    return found


def places(text: str) -> list[tuple[str, int, int]]:
    return [(item.code, item.span.line, item.span.column) for item in read_document(PATH, text.encode())[1]]


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\ntitle: a\n---\nText", "Text", 4),
        ("---\ntitle: a\n---\n\nText\n", "\nText\n", 4),
        ("\ufeff\n--- \r\ntitle: a\r\n---\t\r\nText", "Text", 5),
        ("---\ntitle: a\n...\nText\n\n---\nmehr", "Text\n\n---\nmehr", 4),
        ("-----\ntitle: a\n-----\nText", "Text", 4),
        ("---\n\ntitle: a\n\n# Kommentar\n---\nText", "Text", 7),
        ("---\ntitle: a\n---", "", 3),
        ('+++\ntitle = "a"\n+++\nText', "Text", 4),
        ("Title: a\n\nText", "\nText", 2),
    ],
)
def test_head_and_body_are_split_and_the_body_knows_its_line(text: str, body: str, line: int) -> None:
    found = document(text)
    assert plain_data(found.front) == {"title": "a"}
    assert (found.body, found.body_line) == (body, line)


def test_an_empty_head_is_a_head() -> None:
    assert plain_data(document("---\n---\nText").front) == {}


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: a\ndate: b\n\nDas ist der Text.",
        "---\ntitle: a\ndate: b\n\nDas ist der Text, und er ist lang genug für einen Absatz.\n\n---\n\nNoch einer.",
        "---\ntitle: a\ndate: b\n\n# Überschrift\n\nText",
        "---\ntitle: a\ndate: b\nDieser Text beginnt ohne jede Leerzeile und ist lang genug.",
        "---\ntitle: a\ndate: b",
    ],
)
def test_a_head_that_is_never_closed_is_said_at_its_first_line(text: str) -> None:
    found, (finding,) = read_document(PATH, text.encode())
    assert (finding.code, finding.span.line, finding.span.column) == ("SG122", 1, 1)
    assert finding.facts["after"] == 3
    assert found is not None
    assert plain_data(found.front) == {"title": "a", "date": "b"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('---\ntitle: "Angst\ndate: 2026-01-01\n---\n', [("SG105", 2, 8)]),
        ("---\n- a\n---\n", [("SG115", 2, 1)]),
        ('+++\ntitle = "a\n+++\n', [("SG123", 2, 1)]),
        ("---\ntitle: a\x07\n---\n", [("SG104", 2, 9)]),
        ("Nur Text", [("SG121", 1, 1)]),
        ("", [("SG121", 1, 1)]),
    ],
)
def test_faults_of_the_head_have_their_place_in_the_file(text: str, found: list[tuple[str, int, int]]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("path", "text", "head"),
    [
        (PATH, "Text\n# Rechnungen: so #\n", "---\ntitle: Rechnungen: so\ndate: 2026-11-24\n---"),
        (PATH, "Text", "---\ntitle: Rechnungen\ndate: 2026-11-24\n---"),
        ("content/2026-11-24-post-vom-amt/index.md", "", "---\ntitle: Post vom amt\ndate: 2026-11-24\n---"),
        ("content/blog/post-vom-amt.md", "Text", "---\ntitle: Post vom amt\ndate: TT.MM.JJJJ\n---"),
        ("content/kontakt.md", '# "Hallo"', "---\ntitle: '\"Hallo\"'\n---"),
    ],
)
def test_the_proposed_head_takes_what_is_known(path: str, text: str, head: str) -> None:
    assert proposed_head(path, text) == head


class Post(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    date: Moment


@pytest.mark.parametrize(
    ("head", "place", "words"),
    [
        ("title: Angst\ndate: 2026-13-05", ("SG141", 3, 7), "2026-13-05"),
        ('title: "Angst\ndate: 2026-03-05', ("SG105", 2, 8), "nicht geschlossen"),
        ("titel: Angst\ndate: 2026-03-05", ("SG102", 2, 1), "Meinten Sie „title“?"),
    ],
)
def test_a_seeded_fault_is_the_one_finding_at_its_place(head: str, place: tuple[str, int, int], words: str) -> None:
    found, findings = read_document(PATH, f"---\n{head}\n---\nText".encode())
    assert found is not None
    (finding,) = (*findings, *convert(found.front, Post).findings)
    assert (finding.code, finding.span.line, finding.span.column) == place
    assert finding.span.file == PATH
    assert words in finding.message


def test_bytes_that_are_no_text_have_no_document() -> None:
    found, findings = read_document(PATH, "---\ntitle: für\n---\n".encode("cp1252"))
    assert found is None
    assert [(item.code, item.span.line) for item in findings] == [("SG101", 2)]
