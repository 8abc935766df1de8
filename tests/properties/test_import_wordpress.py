"""Any export: read alike by both readers, never a crash, each text in the report, and nothing to do the second time."""

from __future__ import annotations

import contextlib
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec
from hypothesis import example, given, settings
from hypothesis import strategies as st

from import_case import ImportCase
from sitegen.importers.folder import NewFile, write_files
from sitegen.importers.front_matter import document_text, origin_of
from sitegen.importers.refused import RefusedError
from sitegen.importers.report import quoted
from sitegen.importers.wordpress.building import Builder
from sitegen.importers.wordpress.classic import paragraphs
from sitegen.importers.wordpress.dates import date_of
from sitegen.importers.wordpress.lenient import Broken, read_leniently
from sitegen.importers.wordpress.naming import title_of
from sitegen.importers.wordpress.reading import open_exports
from sitegen.importers.wordpress.records import Item
from sitegen.importers.wordpress.shortcodes import each_tag, foreign, replaced
from sitegen.importers.wordpress.source import Source
from sitegen.importers.wordpress.strict import read_strictly
from sitegen.model.front_matter import PostFields
from sitegen.schema.convert import convert
from sitegen.sources.document import read_document
from wxr import attachment, comment, export, item

FEW = settings(max_examples=settings().max_examples // 3)

SCRAPS = st.sampled_from(
    [
        *("Büro", "ß", "„Zitat“", "'", '"', "]]>", "<![CDATA[", "&", "&amp;nbsp;", "<b>fett</b>", "<", ">", "{{ x }}"),
        *(
            "\n\n",
            "\n",
            " ",
            "---",
            "# ",
            "- ",
            ": ",
            "[sic]",
            "[gallery]",
            '[gallery ids="5"]',
            "[/caption]",
            "[caption]",
        ),
        *(
            '[x y="z"]',
            "<!--more-->",
            "<!-- wp:paragraph -->",
            "<!-- /wp:paragraph -->",
            '<!-- wp:block {"ref":1} /-->',
        ),
        *(
            '<a href="/?p=1">a</a>',
            '<a href="https://www.buero-alt.example/text-2/">b</a>',
            "<script>",
            "</item>",
            "%E4",
        ),
        *('<img src="https://www.buero-alt.example/wp-content/uploads/2019/03/a.jpg">', "https://youtu.be/ex8fMxXJDJw"),
        *("<table><tr><td>", "</div>", "<p>", "<li>", "🙂", "日本", "\u00a0", "a@b.example", "Text. " * 30),
    ]
)
TEXTS = st.lists(SCRAPS, max_size=12).map("".join)
WORDS = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=30)
DATES = st.sampled_from(
    ["2019-03-01 09:30:00", "2030-01-01 00:00:00", "0000-00-00 00:00:00", "-0001-11-30", "", "Unsinn"]
)
STATUSES = st.sampled_from(
    ["publish", "draft", "private", "future", "pending", "trash", "auto-draft", "inherit", "neu"]
)
COMMENTS = st.lists(
    st.builds(
        comment,
        st.integers(1, 5),
        text=TEXTS,
        name=WORDS,
        parent=st.integers(0, 5),
        approved=st.sampled_from(["1", "0", "spam", "trash", ""]),
        kind=st.sampled_from(["", "comment", "pingback", "trackback"]),
        date=DATES,
    ),
    max_size=3,
)
ITEMS = st.one_of(
    st.builds(
        item,
        st.integers(1, 6),
        title=WORDS | TEXTS,
        slug=st.sampled_from(["", "text-1", "text-2", "b%c3%bcro", "index", "404", "archiv", "-", "a_b", "x" * 150])
        | WORDS,
        content=TEXTS,
        excerpt=TEXTS,
        kind=st.sampled_from(["post", "post", "page", "page", "portfolio", "wp_block", "nav_menu_item"]),
        status=STATUSES,
        date=DATES,
        parent=st.integers(0, 6),
        password=st.sampled_from(["", "", "x"]),
        writer=st.sampled_from(["eva", "admin", "", "unbekannt"]),
        terms=st.lists(st.tuples(st.sampled_from(["category", "post_tag", "thema"]), WORDS, WORDS), max_size=3),
        comments=COMMENTS,
    ),
    st.builds(attachment, st.integers(5, 9), st.sampled_from(["2019/03/a.jpg", "2019/03/b.pdf", "../x.jpg", "c.webp"])),
)
EXPORTS = st.lists(ITEMS, max_size=6).map(lambda items: export(*(_without_controls(one) for one in items)))


def _without_controls(text: str) -> str:
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufdd0-\ufdd1\ufffe\uffff]", "", text)


def in_a_folder(check: Callable[[Path], None]) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        check(folder)
    finally:
        shutil.rmtree(folder)


def light(items: list[Item]) -> list[Item]:
    return [msgspec.structs.replace(one, line=0) for one in items]


@given(EXPORTS)
def test_both_readers_read_alike_what_is_well_formed(text: str) -> None:
    def check(folder: Path) -> None:
        file = folder / "x.xml"
        file.write_text(text, "utf-8", newline="")
        broken = Broken()
        strict = light(list(read_strictly(Source(file), Builder())))
        assert light(list(read_leniently(Source(file), Builder(), broken))) == strict
        assert broken.line == 0

    in_a_folder(check)


@given(EXPORTS.map(str.encode), st.data())
def test_no_damage_is_too_odd_to_be_read_or_refused(raw: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(len(raw), start + 400)) | st.just(len(raw)))
    put = data.draw(st.binary(max_size=20) | SCRAPS.map(str.encode))
    damaged = raw[:start] + put + raw[end:]

    def check(folder: Path) -> None:
        (folder / "x.xml").write_bytes(damaged)
        with contextlib.suppress(RefusedError):
            opened = open_exports((folder / "x.xml",))
            first = [one.id for one in opened.items()]
            assert [one.id for one in opened.items()] == first
            assert len(set(first)) == len(first)

    in_a_folder(check)


@FEW
@given(EXPORTS)
def test_every_text_is_told_and_a_second_import_changes_nothing(text: str) -> None:
    def check(folder: Path) -> None:
        case = ImportCase.at(folder / "site", lambda: ("", ""))
        first = case.take(text.encode())
        assert first.code == 0
        report = case.text("import-bericht.md")
        for one in open_exports((folder / "export.xml",)).items():
            if one.type in {"post", "page", "portfolio"}:
                assert quoted(title_of(one, date_of(one))) in report
        before = case.sums()
        case.take(text.encode())
        assert case.sums() == before
        assert case.errors() == []

    in_a_folder(check)


VALUES = st.fixed_dictionaries(
    {
        "title": WORDS.filter(lambda text: text.strip() != ""),
        "tags": st.lists(WORDS, max_size=3),
        "category": WORDS,
        "summary": WORDS,
        "draft": st.booleans(),
    }
)


def one_line(text: str) -> str:
    return " ".join(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", " ", text).split())


@example(
    {"title": "Ja: # nein", "tags": ["- a", "x: y", "'q'", "[z]"], "category": '"q', "summary": "|", "draft": True},
    "---\n",
)
@given(VALUES, TEXTS)
def test_front_matter_is_read_as_it_was_meant(values: dict[str, object], body: str) -> None:
    title = one_line(str(values["title"]))
    if not title:
        return
    text = document_text({**values, "date": "2019-03-01"}, body, origin="WordPress post 1, x.example")
    document, findings = read_document("content/blog/x.md", text.encode("utf-8", "replace"))
    assert document is not None, findings
    converted = convert(document.front, PostFields)
    assert converted.value is not None, (text, converted.findings)
    fields = converted.value
    assert fields.title == title
    assert fields.category == one_line(str(values["category"]))
    assert fields.summary == one_line(str(values["summary"]))
    tags = values["tags"]
    assert isinstance(tags, list)
    assert fields.tags == tuple(word for word in map(one_line, tags) if word)
    assert fields.draft is values["draft"]
    assert origin_of(text) == "WordPress post 1, x.example"
    assert document.body.strip("\n") == body.replace("\r", "\n").strip("\n")


@given(TEXTS)
def test_paragraphs_and_shortcodes_lose_no_words(text: str) -> None:
    def words(html: str) -> str:
        return re.sub(r"<[^<>]*>|\s", "", html)

    assert words(paragraphs(text)) == words(text.replace("\r", "\n"))
    assert replaced(text, frozenset({"gallery"}), lambda _: None) == text
    unknown = foreign(text, frozenset({"gallery"}))
    assert each_tag(text, unknown, lambda tag, _: tag) == re.sub(r"\[(\[[^\[\]]*\])\]", r"\1", text) or "[[" in text


@given(st.lists(st.tuples(st.sampled_from(["a.md", "b/c.md"]), st.binary(max_size=5), st.booleans()), max_size=8))
def test_own_edits_outlive_any_number_of_imports(steps: list[tuple[str, bytes, bool]]) -> None:
    def check(folder: Path) -> None:
        own: dict[str, bytes] = {}
        for path, content, by_owner in steps:
            if by_owner:
                (folder / path).parent.mkdir(exist_ok=True)
                (folder / path).write_bytes(content)
                own[path] = content
                continue
            written = write_files(folder, [NewFile(path=path, content=content)])
            now = (folder / path).read_bytes()
            if path in written.kept:
                assert now == own[path] != content
            else:
                assert now == content
                own.pop(path, None) if path in written.unchanged and own.get(path) == content else None

    in_a_folder(check)
