"""Our code for layouts prints what Jinja's own code prints, and fails where it fails, with the same words."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from sitegen.render.environment import Environment, escaped

LAYOUTS = {
    "base.html": "<title>{% block title %}{{ page.title }}{% endblock %}</title>{% block main %}-{% endblock %}.",
    "middle.html": "{% extends 'base.html' %}{% set x = page.url %}{% block title %}({{ super() }}){% endblock %}",
    "part.html": "[{{ word }}{% set word = 1 %}{{ loop is defined }}{{ x is defined }}]",
    "alone.html": "<hr>{% for n in range(2) %}{{ n }}{% endfor %}{{ page is defined }}",
    "macros.html": "{% macro bold(text, class='b') %}{{ class }}{{ text }}{{ caller() if caller }}{% endmacro %}",
    "broken.html": "\n\n{{ page.nothing }}",
}
PIECES = (
    "<p>\n",
    "{{ page.title }}",
    "{{ page.marked }}{{ page.number }}{{ page.none }}{{ page.list }}",
    "{{ page.title if page.number > 1 else '&' }}",
    "{{ page.table.key }}{{ page.table['key'] }}{{ page.table.items()|list }}{{ page.list[1:] }}",
    "{{ page.nothing is defined }}{{ page.nothing|default('<') }}{{ nowhere|default(page.url) }}",
    "{{ ask('a<b', of=page.title) }}{{ said('x') }}{{ page.title.upper() }}{{ page.greet('&') }}",
    "{{ dict(a=1, **page.table) }}{{ dict(**{'class': 1}) }}{{ ask(*page.list) }}{{ joiner('<')() }}",
    "{% for n in page.list %}{{ n }}{{ loop.index }}{{ loop.cycle('<', '>') }},{% endfor %}",
    "{% for n in page.list if n is string %}{{ n }}{% include 'part.html' %}{% else %}none{% endfor %}",
    "{% for n in [] %}{{ n }}{% else %}{{ page.title }}{% endfor %}",
    "{% for n in [[1, []]] recursive %}{{ n[0] }}{{ loop(n[1:]) if n[1] }}{% endfor %}",
    "{% set word = page.title %}{% include 'part.html' %}{{ word }}",
    "{% set word %}<i>{{ page.title }}</i>{% endset %}{{ word }}",
    "{% set box = namespace(n=0) %}{% for n in page.list %}{% set box.n = box.n + 1 %}{% endfor %}{{ box.n }}",
    "{% with word = page.marked %}{% include 'part.html' ignore missing %}{% endwith %}",
    "{% include 'alone.html' without context %}{{ page.title }}",
    "{% include 'missing.html' ignore missing %}{% include ['missing.html', 'alone.html'] %}",
    "{% from 'macros.html' import bold %}{{ bold(page.title) }}{% call bold('<') %}{{ page.url }}{% endcall %}",
    "{% import 'macros.html' as macros with context %}{{ macros.bold(**{'class': '&', 'text': page.title}) }}",
    "{% macro own(n) %}{{ n }}{{ page.title }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ own(1, 2, z='>') }}",
    "{% filter upper %}{{ page.title }}<b>{% endfilter %}",
    "{% autoescape false %}{{ page.title }}{{ ask('<') }}{% endautoescape %}",
    "{% autoescape page.none is none %}{{ page.title }}{{ page.greet('<') }}{% endautoescape %}",
    "{{ 'a<' ~ page.title ~ page.marked }}{{ page.title ~ 1 }}{{ 1 < 2 < page.number }}",
    "{{ page.list|map('string')|join('<') }}{{ [page]|map(attribute='title')|first }}",
    "{{ self.__class__ is defined }}{% block inner %}{{ page.title }}{% endblock %}",
    "{{ nowhere.__class__ is defined }}{{ page.__class__.__name__ }}",
    "{% if page.none %}a{% elif page.title %}{{ page.url }}{% else %}c{% endif %}",
)
HEADS = (
    "",
    "{% extends 'base.html' %}",
    "{% extends 'middle.html' %}",
    "Davor {% if page.number > 1 %}{% extends 'base.html' %}{% endif %}",
    "{% extends page.table.layout %}",
)
BROKEN = (
    "{{ page.nothing }}",
    "{{ page.nothing.deeper }}",
    "{{ nowhere }}",
    "{{ nowhere.field }}",
    "{{ page.title.nothing() }}",
    "{{ nowhere(1) }}",
    "{{ page.title(1) }}",
    "{{ page.table.nokey }}",
    "{{ page.table['nokey'] }}",
    "{{ ask() }}",
    "{{ page.fail() }}",
    "{{ page.failing }}",
    "{% include 'missing.html' %}",
    "{% include 'broken.html' %}",
    "{% extends 'missing.html' %}",
    "{% extends 'base.html' %}{% extends 'base.html' %}",
    "{% for n in page.none %}{% endfor %}",
    "{{ super() }}",
    "{% block a %}{{ super() }}{% endblock %}",
    "{{ page.title|nofilter }}",
    "{% if %}",
    "{{ ask(class=1) }}",
)


@dataclass
class Page:
    title: str = "Büro & <Briefe> „A'B\""
    url: str = "/b%C3%BC/?a=1&b=2"
    marked: Markup = Markup("<b>M</b>")  # noqa: RUF009 - never changed
    number: int = 3
    none: None = None
    list: tuple[object, ...] = (1, "<z>")
    table: dict[str, str] = field(default_factory=lambda: {"key": "<k>", "layout": "middle.html"})

    @property
    def failing(self) -> str:
        raise AttributeError("nothing<")

    def greet(self, whom: str) -> str:
        return f"{whom}{self.title}"

    def fail(self) -> str:
        raise ZeroDivisionError("so it is")


def asked(first: object, second: object = "", *, of: object = "") -> str:
    return f"{first}{second}{of}"


def outcome(kind: type[jinja2.Environment], layouts: dict[str, str]) -> object:
    """What comes out, or what is wrong and in which line of which layout."""
    environment = kind(
        loader=jinja2.DictLoader(layouts),
        undefined=jinja2.StrictUndefined,
        autoescape=jinja2.select_autoescape(("html",)),
        trim_blocks=True,
    )
    given: dict[str, Any] = {"page": Page(), "ask": asked, "said": partial(asked, "&")}
    try:
        return environment.get_template("page.html").render(given)
    except Exception as error:  # noqa: BLE001 - any of them is to be the same
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
        return type(error), str(error), lines


def check(text: str) -> None:
    layouts = LAYOUTS | {"page.html": text}
    assert outcome(Environment, layouts) == outcome(jinja2.Environment, layouts)


@pytest.mark.parametrize("piece", [*PIECES, *BROKEN])
def test_each_thing_a_layout_can_say(piece: str) -> None:
    check(f"Vor\n{piece}\nNach")
    check(f"{{% extends 'middle.html' %}}\n{{% block main %}}\n{{% if 1 %}}\n{piece}{{% endif %}}{{% endblock %}}")


@given(
    st.sampled_from(HEADS),
    st.lists(st.sampled_from(PIECES), max_size=4),
    st.lists(st.sampled_from((*PIECES, *BROKEN)), max_size=4),
)
def test_any_layout_prints_what_jinja_prints(head: str, outside: list[str], inside: list[str]) -> None:
    block = f"{{% block main %}}{{{{ super is defined }}}}{''.join(inside)}\n{{% endblock %}}"
    check(f"{head}{''.join(outside)}{block}")


@given(st.text(st.sampled_from("&<>'\"aß–;#3")))
def test_texts_are_escaped_as_markup_is(text: str) -> None:
    assert escaped(text) == str(escape(text))
