"""The stylesheet loses what no browser needs and nothing else."""

from __future__ import annotations

from sitegen.render.stylesheets import squeezed


def test_comments_indentation_and_empty_lines_go() -> None:
    assert squeezed("/* a */\n@layer x {\n  a { b: c; }\n\n  /* d\n e */\n}\n") == "@layer x{\na{b:c;}\n}\n"


def test_a_string_stays_as_it_is() -> None:
    css = """a::before{content:"/* 1 */\\" { : 2";quotes:'/*' "*/";}\n"""
    assert squeezed(css) == css


def test_blanks_that_part_something_stay() -> None:
    css = "a :is(b, c) + d{margin:calc(1px + 2px) 3px;}\n"
    assert squeezed(css) == css.replace("b, c", "b,c")


def test_squeezing_twice_is_squeezing_once() -> None:
    once = squeezed("a {\n\n    b: c;\n  /* d */\n  }\n")
    assert squeezed(once) == once
