from __future__ import annotations

import pytest

from sitegen.diagnostics import Span
from sitegen.sources.whereabouts import Whereabouts

POST = "content/blog/a.md"
WHERE = Whereabouts(
    {
        POST: "---\ntitle: A\nslug: b\naliases:\n  - /alt/\n  - /büro.html\n---\n\nslug: c\n",
        "content/kahl.md": "Ohne Kopf.\n",
        "site.yaml": "footer:\n  - title: Kontakt\n    page: kontakt.md\n",
    }
)


def test_a_field_is_found_in_the_head_and_in_the_settings() -> None:
    assert WHERE.field(POST, "slug") == Span(file=POST, line=3, column=7, end_column=8)
    assert WHERE.field("site.yaml", "footer", 0, "page") == Span(file="site.yaml", line=3, column=11, end_column=21)


@pytest.mark.parametrize("file", [POST, "content/kahl.md", "content/weg.md"])
def test_what_is_not_said_stands_for_the_file_as_a_whole(file: str) -> None:
    assert WHERE.field(file, "layout") == Span(file=file)


def test_an_alias_is_found_by_the_address_it_became() -> None:
    assert WHERE.alias(POST, "/va/alt/") == Span(file=POST, line=5, column=5, end_column=10)
    assert WHERE.alias(POST, "/b%C3%BCro.html") == Span(file=POST, line=6, column=5, end_column=15)
    assert WHERE.alias(POST, "/anders/").line == 5
    assert WHERE.alias("content/kahl.md", "/alt/") == Span(file="content/kahl.md")
