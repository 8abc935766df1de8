"""Blocks that no page shows, in layouts of any descent."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.render.blocks import Outline, outline, unseen_blocks
from sitegen.settings.packaged import packaged_folder

BASE = "{% block a %}{% block b %}{% endblock b %}{% endblock a %}{% block c %}{% endblock %}"
MIDDLE = '{% extends "base.html" %}{% block c %}{% block d %}{% endblock %}{% endblock %}'


def read(path: Path) -> Outline:
    return outline(path.read_bytes())


@pytest.mark.parametrize(
    ("layout", "unseen"),
    [
        ('{% extends "base.html" %}{% block a %}{% block neu %}{% endblock %}{% endblock %}', []),
        ('{% extends "base.html" %}{%- block x -%}{% block y %}{% endblock %}{%- endblock -%}', ["SG508 x"]),
        ('{% extends "base.html" %}{% block a %}{% endblock %}{% block b scoped %}{% endblock %}', ["SG509 b"]),
        ('{% extends "base.html" %}{% block a %}{{ super() }}{% endblock %}{% block b %}{% endblock %}', []),
        ('{% extends "base.html" %}{% block a %}{{ self.x() }}{% endblock %}{% block x %}{% endblock %}', []),
        ('{% extends "base.html" %}{# {% block x %}{% endblock %} #}{% raw %}{% block y %}{% endraw %}', []),
        ('{% extends "theme/base.html" %}{% block d %}{% endblock %}', []),
        ('{% extends "middle.html" %}{% block d %}{% endblock %}{% block b %}{% endblock %}', []),
        ('{% extends "middle.html" %}{% block c %}{% endblock %}{% block d %}{% endblock %}', ["SG509 d"]),
        ('{% extends "base.html" if page.entry else "x.html" %}{% block x %}{% endblock %}', []),
        ('{% extends "gibt-es-nicht.html" %}{% block x %}{% endblock %}', []),
        ("{% extends 5 %}{% block x %}{% endblock %}", []),
        ('{% extends "own.html" %}{% block x %}{% endblock %}', []),
        ("{% block x %}{% endblock %}{% endblock %}", []),
    ],
)
def test_blocks_that_no_page_shows(layout: str, unseen: list[str], tmp_path: Path) -> None:
    own, theme = tmp_path / "own", tmp_path / "theme"
    own.mkdir()
    theme.mkdir()
    (theme / "base.html").write_text(BASE.replace("block c", "block d"), "utf-8")
    for name, text in (("base.html", BASE), ("middle.html", MIDDLE), ("own.html", layout)):
        (own / name).write_text(text, "utf-8")
    assert [f"{one.code} {one.facts['name']}" for one in unseen_blocks(own, theme, read=read)] == unseen


def test_the_theme_shows_all_of_its_blocks() -> None:
    theme = packaged_folder("layouts")
    assert unseen_blocks(theme, theme, read=read) == ()
