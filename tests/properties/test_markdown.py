"""Whatever is typed: rendering never fails, its output is well formed, and machines read what was written for them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token

from markdown_texts import TEXTS
from sitegen.render.markdown import MarkdownOptions, render_body
from sitegen.render.markdown.elements import VOID
from sitegen.render.markdown.fill import fill
from sitegen.render.markdown.lines import holds
from sitegen.render.markdown.parser import parser_for
from sitegen.text.locales import Language


class Balance(HTMLParser):
    """Follows the tags of a document."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) != len(names) or "style" in names or any(name.startswith("on") for name in names):
            self.faults.append(f"{tag} {names}")
        if tag in {"script", "style", "h1"}:
            self.faults.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"/{tag}")


@given(TEXTS)
def test_every_text_has_a_well_formed_body_whose_slots_match_its_gaps(text: str) -> None:
    body = render_body(text, MarkdownOptions())
    gaps = [int(number) for number in re.findall("\0(\\d+)\0", body.html)]
    assert sorted(gaps) == list(range(len(body.slots)))
    filled = fill(body.html, ["x"] * len(body.slots))
    assert "\0" not in filled
    balance = Balance()
    balance.feed(filled)
    balance.close()
    assert balance.faults == []
    assert balance.open == []


@given(TEXTS)
def test_findings_have_a_place_in_the_text_and_a_sentence(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in render_body(text, MarkdownOptions()).findings:
        assert 1 <= finding.span.line <= len(lines)
        assert 0 <= finding.span.column <= len(lines[finding.span.line - 1]) + 1
        assert finding.message
        assert finding.cure


@given(TEXTS)
def test_anchors_of_headings_are_unique_unless_reported(text: str) -> None:
    body = render_body(text, MarkdownOptions())
    anchors = [heading.id for heading in body.headings]
    assert len(set(anchors)) == len(anchors) or any(finding.code == "SG224" for finding in body.findings)


MARKS = "\"'.- z.B10€§5"
CODE = st.text(alphabet=MARKS + "ab", min_size=1).filter(lambda text: text.strip())


@given(CODE, st.sampled_from(list(Language)))
def test_typography_never_touches_code_addresses_and_attributes(text: str, language: Language) -> None:
    source = (
        f'"a" <b title="{text.replace(chr(34), "")}">b</b> ``{text} `` [c](<https://example.org/{text}>)\n\n    {text}'
    )
    html = render_body(source, MarkdownOptions(language=language)).html
    typed = set("„“‚‘’«»‹›–…\u00a0")
    for machine_read in re.findall(r"<code>([^<]*)</code>|title=\"([^\"]*)\"|href=\"([^\"]*)\"", html):
        assert not typed & set("".join(machine_read))


@given(TEXTS)
def test_leaving_idle_rules_out_changes_no_block(text: str) -> None:
    with_all: list[Token] = []
    without_idle: list[Token] = []
    source = text.replace("\0", "")
    every = parser_for("    ```:::>#|<]:\n---\n")
    every.block.parse(source, every, {}, with_all)
    quick = parser_for(source)
    quick.block.parse(source, quick, {}, without_idle)
    assert without_idle == with_all


@given(st.text("*[:a"), st.sampled_from(["*[", "[*", ":::", ":"]))
def test_signs_are_found_wherever_they_stand(text: str, signs: str) -> None:
    assert holds(text, signs) is (signs in text)
