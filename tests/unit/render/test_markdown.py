"""What the fixtures cannot show: purity, hostile texts, import cost, short texts, filling."""

from __future__ import annotations

import pickle
import subprocess
import sys
import time

import pytest

from sitegen.model.body import LinkSlot
from sitegen.render.markdown import MarkdownOptions, render_body, render_inline
from sitegen.render.markdown.arguments import read_arguments
from sitegen.render.markdown.blocks import BLOCKS
from sitegen.render.markdown.fill import fill
from sitegen.render.markdown.shortcodes import SHORTCODES
from sitegen.render.markdown.targets import Leads, leads

OPTIONS = MarkdownOptions()


def test_a_body_survives_pickling() -> None:
    body = render_body("# [x](y.md) ![](z.png) {{ price 'a' }}", OPTIONS)
    assert pickle.loads(pickle.dumps(body)) == body


def test_rendering_keeps_nothing_of_the_text_before() -> None:
    text = "[x][r] [^a] VA\n\n## Titel\n"
    before = render_body(text, OPTIONS)
    render_body("[r]: y.md\n[^a]: z\n*[VA]: Virtuelle Assistenz\n\n## Titel\n\n[^a]", OPTIONS)
    assert render_body(text, OPTIONS) == before


def test_windows_line_ends_change_nothing() -> None:
    text = "# Titel\n\n[x](y.md)\n\n```\na\n```\n"
    assert render_body(text.replace("\n", "\r\n"), OPTIONS) == render_body(text, OPTIONS)


def test_a_nul_in_the_text_forges_no_slot() -> None:
    body = render_body("\0" + "0\0 `\0" + "0\0` <b title='\0" + "0\0'>x</b> [x](y.md) &#0;", OPTIONS)
    assert body.html.count("\0") == 2
    assert [type(slot) for slot in body.slots] == [LinkSlot]


def test_fill_puts_each_answer_in_its_place_once() -> None:
    body = render_body("[a](a.md) [b](b.md)", OPTIONS)
    assert fill(body.html, ["/a/", "\0" + "0\0"]) == '<p><a href="/a/">a</a> <a href="\0' + '0\0">b</a></p>\n'


def test_fill_without_slots_is_the_html_itself() -> None:
    assert fill("<p>x</p>", []) == "<p>x</p>"


def test_too_few_answers_are_our_fault() -> None:
    with pytest.raises(IndexError):
        fill(render_body("[a](a.md)", OPTIONS).html, [])


def test_a_short_text_has_no_paragraph_and_no_blocks() -> None:
    body = render_inline('- "Post" von [hier](x.md), *auch* z.B. {{ prise "x" }}\n', OPTIONS)
    assert body.html == '- „Post“ von <a href="\0' + '0\0">hier</a>, <em>auch</em> z.\u00a0B. {{ prise „x“ }}'
    assert [finding.code for finding in body.findings] == ["SG201"]


def test_an_ad_is_told_of() -> None:
    assert render_body("[x](https://example.org/){ad}", OPTIONS).has_ad
    assert not render_body("[x](https://example.org/){.ad}", OPTIONS).has_ad


def test_the_contents_list_has_levels_anchors_and_set_text_but_nothing_quoted() -> None:
    body = render_body('## Der "Titel" *kursiv*[^1]\n\n> ## Zitat\n\n### Drei\n\n[^1]: x', OPTIONS)
    assert [(heading.level, heading.id, heading.text) for heading in body.headings] == [
        (2, "der-titel-kursiv", "Der „Titel“ kursiv"),
        (3, "drei", "Drei"),
    ]


def test_neither_the_package_nor_a_usual_text_brings_the_library_along() -> None:
    probe = (
        "import sys, sitegen.render.markdown.fill\nfrom sitegen.render.markdown import MarkdownOptions, render_body\n"
        "render_body('## A\\n\\nEin *Wort*, [x](y.md).\\n\\n- a\\n- b\\n', MarkdownOptions())\n"
        "print([name for name in ('markdown_it', 'mdit_py_plugins', 'pygments', 'babel') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_highlighting_is_imported_with_the_first_code_only() -> None:
    probe = (
        "import sys\nfrom sitegen.render.markdown import MarkdownOptions, render_body\n"
        "render_body('# x\\n\\n    code\\n', MarkdownOptions())\nprint('pygments' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("command", [*SHORTCODES.values(), *BLOCKS.values()], ids=lambda command: command.name)
def test_every_example_of_a_command_is_right(command: object) -> None:
    example: str = command.usage.example  # type: ignore[attr-defined]
    text = f"{example}\nText\n:::\n" if example.startswith(":::") else example
    assert render_body(text, OPTIONS).findings == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('"a b" c', ["a b", "c"]),
        ("„a“ ‚b‘ »c« «d» 'e' “f” ”g“", list("abcdefg")),
        ('key="a" other = b', ["a", "b"]),
        ("15. März 2026", ["15.", "März", "2026"]),
        ("link=https://example.org/?a=b", ["https://example.org/?a=b"]),
        ("", []),
        ("key=", [""]),
    ],
)
def test_arguments(text: str, values: list[str]) -> None:
    arguments = read_arguments(text)
    assert [given.value for given in arguments.given] == values
    assert arguments.unclosed == -1


@pytest.mark.parametrize(
    ("target", "where"),
    [
        ("a.md", Leads.INSIDE),
        ("a.md#b", Leads.INSIDE),
        ("#b", Leads.INSIDE),
        ("/a/", Leads.INSIDE),
        ("a b:c.md", Leads.OUTSIDE),
        ("./a:b.md", Leads.INSIDE),
        ("https://a", Leads.OUTSIDE),
        ("HTTP:a", Leads.OUTSIDE),
        ("//a", Leads.OUTSIDE),
        ("\\\\a", Leads.OUTSIDE),
        ("", Leads.NOWHERE),
        (" \t", Leads.NOWHERE),
        ("JavaScript:x", Leads.DANGER),
        ("\x01java\nscript\t:x", Leads.DANGER),
        ("data:image/png;base64,x", Leads.DANGER),
        ("c:/x", Leads.DANGER),
        ("www.a.de", Leads.INCOMPLETE),
        ("a@b.de", Leads.INCOMPLETE),
        ("a@2x.png", Leads.INSIDE),
    ],
)
def test_where_an_address_leads(target: str, where: Leads) -> None:
    assert leads(target) is where


MANY = 2000
HOSTILE = {
    "quotes": "> " * MANY,
    "brackets": "[" * MANY + "]" * MANY,
    "links": "[a](" * MANY,
    "pictures": "![" * MANY + "]()" * 50,
    "blocks": "::: note\n" * MANY,
    "blocks within": "\n".join(":" * (MANY - number) + " note" for number in range(300)),
    "colons": ":::\n" * MANY,
    "lists": "- " * MANY,
    "braces": '{{ "' * MANY + "}}",
    "attributes": "{.a}\n" * MANY,
    "tags": "<b>" * MANY + "</i>" * MANY,
    "elements": "<div>\n" * MANY,
    "comments": "<!--\n" * MANY + "<!-- " * MANY,
    "quotes in tags": "<a x='\"" * MANY,
    "declarations": "<!a" * MANY,
    "footnotes": "\n".join(f"[^{number}]: [^{number + 1}]" for number in range(MANY)),
    "headings": "## x\n" * MANY,
    "emphasis": "**a*" * MANY,
    "abbreviations": "*[" * MANY + "\n*[x]: y" * MANY,
    "bullets": "•\ta\n" * MANY,
    "tables": "|a" * 200 + "|\n" + "|-" * 200 + "|\n" + "|" * MANY,
    "line": "a " * 100_000,
    "quotation marks": "\"'" * MANY,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_take_no_longer_than_others(text: str) -> None:
    start = time.process_time()
    render_body(text, OPTIONS)
    assert time.process_time() - start < 3
