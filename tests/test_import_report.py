"""The report of an import as its reader meets it: short where it is shown, whole in its file, each thing named once."""

from __future__ import annotations

from import_case import ImportCase, case
from sitegen.importers.folder import Written
from sitegen.importers.html.notes import Note
from sitegen.importers.html.wording import NOTES as HTML_NOTES
from sitegen.importers.html.wording import NOTES_OF_MANY as HTML_NOTES_OF_MANY
from sitegen.importers.report import Missing, Names, Report, Told, report_file, report_lines
from sitegen.importers.wording import NOTES, NOTES_COUNTED, NOTES_OF_MANY, note_sentences
from wxr import HOST, attachment, item

__all__ = ["case"]

NOTHING = Written()
LONG = f"2019/03/{'lang-' * 20}preise.pdf"
WEG = [Note(kind="link_dropped", excerpt=f"x{each}") for each in range(5)]


def text(title: str, *notes: Note) -> Told:
    """A post that was taken over, with notes."""
    return Told(kind="post", title=title, state="published", path=f"content/blog/{title.lower()}.md", notes=notes)


def gone(*names: str) -> list[Note]:
    """Notes about missing pictures."""
    return [Note(kind="picture_missing", excerpt=name) for name in names]


def report(*told: Told, missing: tuple[Missing, ...] = (), site: tuple[str | Names, ...] = ()) -> Report:
    """A report of these texts."""
    return Report(origin="WordPress", title="Büro", told=told, missing=missing, site=site)


MANY = report(
    *(text(f"Bild{number}", *gone("a.jpg", "b.jpg")) for number in range(9)),
    text("Weg0", *WEG),
    *(text(f"Rest{number}", Note(kind="block_dropped", excerpt=f"x{number}")) for number in range(20)),
    *(text(f"Gut{number}") for number in range(9)),
    missing=tuple(Missing(file=f"{name}.jpg", titles=("Bild0", "Bild1")) for name in "abcdefghijklmnop"),
    site=(Names(sentence="Weg sind die von: {names}.", names=tuple("ABCDEFG")),),
)


def test_a_terminal_is_told_what_matters_first_and_how_much_more_there_is() -> None:
    lines = report_lines(MANY, NOTHING, whole=False)
    assert lines[3:5] == [
        "  „Weg0“: content/blog/weg0.md",
        "    – 5 Verweise führten ins Leere; nur ihre Wörter sind geblieben: x0; x1; x2 und 2 weitere",
    ]
    assert [line for line in lines if "weitere" in line and "Leere" not in line] == [
        *("  … und 18 weitere", "  … und 4 weitere", "  Weg sind die von: „A“, „B“, „C“ und 4 weiteren.")
    ]
    assert "  – a.jpg, in 2 Texten" in lines
    assert not any("Gut0" in line for line in lines)
    assert lines[-1] == "39\u00a0Beiträge übernommen, 30 mit Hinweis, 0 verloren."


def test_texts_that_are_told_the_same_share_an_entry_but_lost_ones_are_all_named() -> None:
    lost = [Told(kind="post", title=f"Weg{number}", state="lost", notes=(Note(kind="failed"),)) for number in range(5)]
    lines = report_lines(report(*MANY.told[:9], *lost, missing=MANY.missing), NOTHING, whole=False)
    start = lines.index("  „Bild0“, „Bild1“, „Bild2“ und 6 weitere:")
    assert lines[start + 1] == "    – 2 Bilder fehlen noch."
    assert "  „Weg0“, „Weg1“, „Weg2“, „Weg3“, „Weg4“:" in lines


def test_off_a_terminal_every_text_is_named_and_nothing_twice() -> None:
    lines = report_lines(MANY, NOTHING, whole=True)
    shown = "\n".join(lines)
    assert all(shown.count(f"„{one.title}“") == 1 for one in MANY.told)
    assert all(shown.count(f"{one.file},") == 1 for one in MANY.missing)
    assert "x0; x1; x2; x3; x4" in shown
    assert ", ".join(f"„Gut{number}“" for number in range(9)) in shown
    assert len(lines) < 80


def test_the_file_names_everything() -> None:
    written = report_file(MANY)
    assert "- a.jpg, in „Bild0“, „Bild1“\n" in written
    assert "- „Bild3“: content/blog/bild3.md\n  - 2 Bilder fehlen noch.\n" in written
    assert "- Weg sind die von: „A“, „B“, „C“, „D“, „E“, „F“, „G“.\n" in written
    assert "- „Gut8“: content/blog/gut8.md\n" in written


def test_what_no_list_names_is_named_with_its_text() -> None:
    told = list(note_sentences(gone("a.jpg", "b.jpg", "c.jpg"), listed={"b.jpg"}, few=9))
    assert told == ["Ein Bild fehlt noch.", "2 Bilder fehlen noch: a.jpg; c.jpg"]
    drafts = [Note(kind="link_to_draft", excerpt=name) for name in ("A", "B")]
    assert list(note_sentences(drafts, listed=(), few=9)) == [
        "2 Verweise führen zu Entwürfen und sind deshalb nur Text: „A“, „B“"
    ]
    scripts = [Note(kind="script_dropped"), Note(kind="script_dropped", excerpt="a()")]
    assert list(note_sentences(scripts, listed=(), few=9)) == ["2 Skripte sind weggelassen: a()"]


def test_sentences_for_many_are_for_kinds_that_there_are() -> None:
    assert NOTES_OF_MANY.keys() | NOTES_COUNTED.keys() <= NOTES.keys() | {"code_kept"}
    assert HTML_NOTES_OF_MANY.keys() <= HTML_NOTES.keys()


def test_missing_pictures_of_an_export_are_named_once(case: ImportCase) -> None:
    pictures = [f"2019/03/{name}.jpg" for name in ("a", "b", "c")]
    shown = "".join(f'<img src="{HOST}/wp-content/uploads/{one}" alt="A">' for one in pictures)
    told = case.take(
        attachment(9, LONG),
        *(attachment(20 + number, one) for number, one in enumerate(pictures)),
        item(1, content=shown),
        item(2, title="Zwei", slug="zwei", content=f'{shown}<a href="{HOST}/wp-content/uploads/{LONG}">Datei</a>'),
    )
    for one in pictures:
        assert told.out.count(one) == 1
        assert case.text("import-bericht.md").count(one) == 1
    assert told.out.count("3 Bilder fehlen noch.") == 2
    assert "Eine Datei fehlt noch; ihr Verweis ist bis dahin nur Text." in told.out
    assert "ins Leere" not in told.out
