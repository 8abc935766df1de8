"""Whatever an export or a text holds: its addresses come to a list, and no reader of either ever fails."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from sitegen.importers.generators.records import Generator, Text
from sitegen.importers.generators.texts import converted
from sitegen.importers.old_urls import locked, merged
from sitegen.importers.wordpress.addresses import old_urls
from sitegen.importers.wordpress.layout import File, Known, Layout, Place
from sitegen.importers.wordpress.records import Author, Channel, Item, Term
from sitegen.model.old_urls import OldUrl, old_urls_csv, read_old_urls
from sitegen.model.published import read_published
from sitegen.settings.settings import Settings

SETTINGS: Final = Settings(title="Büro", url="https://www.example.org/")
DAY: Final = datetime(2019, 3, 1)  # noqa: DTZ001 -- the site's own time
WORDS: Final = st.text(max_size=12) | st.sampled_from(["a", "über", "b%c3%bc", "2019", "-", "..", "a/b", "?p=1", "//"])
LINKS: Final = st.one_of(
    st.text(max_size=20),
    st.lists(WORDS, max_size=4).map(lambda parts: "https://www.alt.example/" + "/".join(parts)),
    st.sampled_from(["", "http://[", "https://www.alt.example/?p=3", "https://www.alt.example/a/?x=1#y", "/relativ/"]),
)
STATES: Final = st.sampled_from(["publish", "draft", "trash", "private"])
ITEMS: Final = st.builds(
    Item,
    id=st.integers(1, 30).map(str) | st.just("[3]"),
    type=st.sampled_from(["post", "page", "attachment", "produkt"]),
    status=STATES,
    link=LINKS,
    slug=WORDS,
    author=WORDS,
    parent=st.integers(0, 30).map(str),
    terms=st.lists(st.builds(Term, taxonomy=st.sampled_from(["category", "post_tag", ""]), slug=WORDS), max_size=2).map(
        tuple
    ),
    meta=st.dictionaries(st.sampled_from(["_wp_old_slug", "_wp_attachment_metadata"]), WORDS, max_size=2),
)
SNIPPETS: Final = st.sampled_from(
    [
        *(
            "{{<",
            ">}}",
            "{{%",
            "%}}",
            "{%",
            "%}",
            "{{",
            "}}",
            "```",
            "`",
            "\n",
            "\n\n",
            '"',
            "raw",
            "endraw",
            "highlight",
        ),
        *(
            '{{< ref "x" >}}',
            "{% post_url x %}",
            "{filename}",
            "[a](",
            ")",
            "![b](",
            "<p>",
            "</p>",
            "{: .x}",
            "[TOC]",
            "# ",
        ),
        *(
            "{{< figure src=x >}}",
            "{% include y %}",
            "<script>",
            "ä",
            " ",
            "\x00",
            "\ue000",
            "0",
            "\ue001",
            "- ",
            "| a |",
        ),
    ]
)


def layout_of(items: list[Item], url: str) -> Layout:
    """Everything is where it was."""
    texts = [item for item in items if item.type != "attachment"]
    return Layout(
        channel=Channel(
            url=url, authors=(Author(login="eva"),), terms=tuple(term for item in items for term in item.terms)
        ),
        places={
            item.id: Place(item=item, kind="post", state="published", path="content/blog/x.md", date=DAY)
            for item in texts
        },
        files={
            item.id: File(item=item, upload=item.slug, path="content/pictures/x.jpg", there=item.status == "publish")
            for item in items
            if item.type == "attachment"
        },
        terms={(term.taxonomy, term.slug): Known(name=term.slug) for item in items for term in item.terms},
        authors={},
    )


@given(st.lists(ITEMS, max_size=6), LINKS, st.lists(LINKS, max_size=4))
def test_every_export_has_a_list_of_addresses(items: list[Item], url: str, seen: list[str]) -> None:
    layout = layout_of(items, url)
    found = old_urls(layout, SETTINGS, seen=seen)
    assert found == old_urls(layout, SETTINGS, seen=reversed(seen))
    assert all(row.target or row.reason for row in found)
    raw = merged(b"", found)
    assert merged(raw, found) == raw
    text = locked("", read_old_urls(raw))
    assert locked(text, read_old_urls(raw)) == text
    assert read_published(text).findings == ()


@given(st.lists(st.builds(OldUrl, old=WORDS, target=WORDS, reason=WORDS), max_size=6))
def test_a_list_is_read_as_it_was_written(rows: list[OldUrl]) -> None:
    once = old_urls_csv(rows)
    assert (
        old_urls_csv(OldUrl(old=row.old, target=row.target, reason=row.reason) for row in read_old_urls(once)) == once
    )


@given(st.binary(max_size=200))
def test_any_bytes_are_a_list_of_addresses(raw: bytes) -> None:
    assert all(row.old for row in read_old_urls(raw))


class _Nowhere:
    def link(self, href: str) -> str:
        return href if href.startswith("#") else ""

    def picture(self, src: str) -> str:  # noqa: ARG002 -- of the protocol
        return ""


@given(
    st.sampled_from(["hugo", "jekyll", "pelican"]), st.lists(SNIPPETS | st.text(max_size=5), max_size=25).map("".join)
)
def test_any_text_of_another_generator_is_converted(generator: Generator, body: str) -> None:
    text = Text(file="x.md", kind="post", title="X", body=body, slug="x")
    made = converted(text, _Nowhere(), generator=generator, parties=frozenset())
    assert "\ue000" not in made.markdown
    assert "reference.invalid" not in made.markdown
