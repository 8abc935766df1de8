"""Answers put into any `site.yaml` are read again, and every other line stays as it was, byte for byte."""

from __future__ import annotations

from difflib import SequenceMatcher

from hypothesis import assume, given
from hypothesis import strategies as st

from sitegen.scaffold.questions import Question, answered, current
from sitegen.scaffold.settings_lines import Path, value_at, with_values

PATHS: tuple[Path, ...] = (
    ("title",),
    ("tone",),
    ("business", "owner"),
    ("business", "email"),
    ("business", "address", "street"),
    ("business", "address", "city"),
    ("business", "legal", "hosting", "use"),
)
COMMENTS = st.sampled_from(["", "   # was es ist", "  #"])
VALUES = st.sampled_from(["", "Eva Müller", "'Weg 1'", '"a: b"', "x#y", "[eins]", "0351 1", "Müller & Söhne: Büro"])
STRANGERS = st.sampled_from(["# ein Wort dazu", "", "  ", "    # eingerückt"])
TYPED = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp", "Zs", "Cf")), min_size=1, max_size=12)


@st.composite
def settings_texts(draw: st.DrawFn) -> str:
    """A file as owners keep it: keys in any order, comments and empty lines anywhere, groups long or in brackets."""
    end = draw(st.sampled_from(["\n", "\r\n"]))
    top = [f"{key}: {draw(VALUES)}{draw(COMMENTS)}" for key in draw(st.permutations(["tone", "title", "tagline"]))]
    inner = [f"  {key}: {draw(VALUES)}{draw(COMMENTS)}" for key in draw(st.permutations(["owner", "email", "name"]))]
    address = ["  address:", f"    street: {draw(VALUES)}", f"    city: {draw(VALUES)}{draw(COMMENTS)}"]
    short = ["  address: {street: Weg 1, city: 'Bad Ems'}  # kurz"]
    group = ["business:", *inner, *draw(st.sampled_from([[], address, short])), "  profiles:", "  - https://a.example"]
    blocks = draw(st.permutations([top, group, ["forms:", "- kind: contact   # eins"]]))
    lines: list[str] = []
    for line in (line for block in blocks for line in block):
        lines += [draw(STRANGERS)] if draw(st.booleans()) else []
        lines.append(line)
    return end.join(lines) + draw(st.sampled_from(["", end]))


@given(settings_texts(), st.sampled_from(PATHS), st.one_of(TYPED, VALUES.filter(bool)))
def test_a_value_is_read_again_and_nothing_else_changes(text: str, path: Path, value: str) -> None:
    value = value.strip()
    edited = with_values(text, {path: value})
    assume(edited is not None)
    assert edited is not None
    assert value_at(edited, path) == value
    before, after = text.splitlines(keepends=True), edited.splitlines(keepends=True)
    changes = [
        code for code in SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if code[0] != "equal"
    ]
    lost = [line for _, start, end, _, _ in changes for line in before[start:end]]
    assert all(path[-1] in line or line == before[-1] for line in lost), lost
    assert edited.count("#") >= text.count("#") - sum(line.split(":", 1)[-1].count("#") for line in lost)


@given(settings_texts(), st.sampled_from(PATHS), TYPED)
def test_what_was_typed_in_plain_keys_can_always_be_put_in(text: str, path: Path, value: str) -> None:
    value = value.strip()
    assume(value)
    assert with_values(text, {path: value}) is not None


@given(settings_texts(), st.sampled_from(list(Question)), st.text(max_size=30).filter(str.strip))
def test_an_answer_that_is_kept_is_the_answer_that_is_shown(text: str, question: Question, typed: str) -> None:
    answer = answered(text, question, typed)
    if answer.text is None or question is Question.HOST:
        return
    assert current(answer.text, question)
