"""What a later build could forget of layouts: of those that are edited, come, or lie elsewhere.

Every test begins with a site that was built already, edits it, and says where the edit must be seen.
"""

from __future__ import annotations

from pathlib import Path

from stale_case import SECOND, built, layout, rebuilt, warm
from warm_site import WarmSite

__all__ = ["built", "warm"]


def test_features_see_no_layouts_but_what_else_changes_with_them(warm: WarmSite) -> None:
    made = {"feed.xml", "sitemap.xml", "_headers"}
    warm.lay("layouts/post.html", layout("<p>unten</p>"))
    assert not made & set(rebuilt(warm).changes.changed)
    warm.lay("layouts/post.html", layout("<p>ganz unten</p>"))
    warm.case.edit(SECOND, "title: Zweiter", "title: Umbenannt")
    assert made & set(rebuilt(warm).changes.changed) == {"feed.xml"}
    warm.lay("layouts/post.html", layout("<p>noch weiter unten</p>"))
    warm.lay("content/zusatz.md", "---\ntitle: Zusatz\n---\nText.\n")
    assert made & set(rebuilt(warm).changes.changed) == {"sitemap.xml"}
    warm.lay("layouts/style.css", "main { max-width: 41rem; }\n")
    assert made & set(rebuilt(warm).changes.changed) == {"_headers"}


def test_what_a_layout_asks_again_after_a_while(warm: WarmSite) -> None:
    """Where nothing but layouts is another, answers are not digested anew; those that nobody was given are."""
    asks = layout("{% for post in site.latest(2) %}<p>neu: {{ post.title }}</p>{% endfor %}")
    warm.lay("layouts/home.html", layout("<p>nichts</p>"))
    rebuilt(warm)
    warm.case.edit(SECOND, "title: Zweiter", "title: Umbenannt")
    rebuilt(warm)
    warm.lay("layouts/home.html", asks)
    rebuilt(warm)
    warm.case.edit(SECOND, "title: Umbenannt", "title: Zweiter")
    assert "index.html" in rebuilt(warm).changes.changed
    warm.lay("layouts/base.html", (warm.root / "layouts/base.html").read_text("utf-8") + "<!-- neu -->")
    rebuilt(warm)
    warm.case.edit(SECOND, "title: Zweiter", "title: Umbenannt")
    assert "index.html" in rebuilt(warm).changes.changed


def test_an_own_layout_that_was_not_there(warm: WarmSite) -> None:
    """Absence counts: a name that led to the theme leads to the site from now on."""
    warm.lay(
        "layouts/blog.html",
        "{% extends 'base.html' %}{% block main %}{% include 'parts/eigen.html' ignore missing %}{% endblock %}",
    )
    rebuilt(warm)
    warm.lay("layouts/parts/eigen.html", "eigenes")
    assert "eigenes" in (rebuilt(warm), warm.case.html("blog/index.html"))[1]
    (warm.root / "layouts/parts/eigen.html").unlink()
    assert "blog/index.html" in rebuilt(warm).changes.changed


def test_layouts_that_lie_elsewhere(warm: WarmSite, tmp_path: Path) -> None:
    """A folder that several sites share, and a link in it that leads in a circle."""
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "kreis").symlink_to(shared)
    (shared / "teil.html").write_text("eins\n", "utf-8")
    (warm.root / "layouts/geteilt").symlink_to(shared)
    warm.lay("layouts/home.html", layout("{% include 'geteilt/teil.html' %}"))
    assert warm.build().written
    (shared / "teil.html").write_text("zwei\n", "utf-8")
    assert "index.html" in warm.build().changes.changed
    assert "zwei" in warm.case.html("index.html")
