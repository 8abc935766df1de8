"""What travels and in which order, whatever the two sites are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.publish.difference import Phase, difference, farewells, folders_above, phase_of, phases
from sitegen.publish.records import Stamp

NAMES = st.sampled_from(
    ["index.html", "blog/a/index.html", "blog/b/index.html", "a.css", "b.js", "feed.xml", ".htaccess", "a/.htaccess"]
)
TWINS = st.sampled_from(["", ".gz", ".br"])
PATHS = st.builds(str.__add__, NAMES, TWINS) | st.sampled_from(["a", "a/b", "a/b/c.html", "blog"])
STAMPS = st.builds(Stamp, st.sampled_from(["1", "2", ""]), st.integers(0, 9))
SITES = st.dictionaries(PATHS, STAMPS)


@given(SITES, SITES)
def test_done_in_order_one_becomes_the_other(wanted: dict[str, Stamp], there: dict[str, Stamp]) -> None:
    found = difference(wanted, there)
    site = {path: stamp for path, stamp in there.items() if path not in found.blocking}
    for _, paths in phases(found.put, found.new):
        site |= {path: found.put[path] for path in paths}
    site = {path: stamp for path, stamp in site.items() if path not in found.gone}
    assert {path: stamp.digest for path, stamp in site.items()} == {path: one.digest for path, one in wanted.items()}
    assert difference(wanted, wanted).is_empty


@given(SITES, SITES)
def test_nothing_is_sent_twice_and_none_that_is_there(wanted: dict[str, Stamp], there: dict[str, Stamp]) -> None:
    found = difference(wanted, there)
    sent = [path for _, paths in phases(found.put, found.new) for path in paths]
    assert sorted(sent) == sorted(found.put)
    assert not any(path in there and there[path].digest == wanted[path].digest for path in sent)


@given(SITES, SITES)
def test_no_page_before_its_assets(wanted: dict[str, Stamp], there: dict[str, Stamp]) -> None:
    found = difference(wanted, there)
    order = [phase_of(path, is_new=path in found.new) for path in found.put]
    assert order == sorted(order)


@given(SITES, SITES)
def test_what_takes_the_place_of_something_waits_for_it_to_go(
    wanted: dict[str, Stamp], there: dict[str, Stamp]
) -> None:
    found = difference(wanted, there)
    for path in set(found.gone) - set(found.blocking):
        assert path not in {above for put in found.put for above in folders_above(put)}
        assert not set(folders_above(path)) & found.put.keys()


def test_a_twin_travels_with_its_file() -> None:
    for twin in ("", ".gz", ".br"):
        assert phase_of(f"a/style.css{twin}", is_new=True) is Phase.ASSETS
        assert phase_of(f"a/index.html{twin}", is_new=True) is Phase.NEW_PAGES
        assert phase_of(f"a/index.html{twin}", is_new=False) is Phase.CHANGED_PAGES
        assert phase_of(f"sitemap.xml{twin}", is_new=False) is Phase.SIGNPOSTS


def test_the_start_page_is_the_last_page() -> None:
    wanted = {
        path: Stamp("1", 1) for path in ("index.html", "blog/index.html", "blog/a/index.html", "ueber/index.html")
    }
    assert list(difference(wanted, {}).put)[-1] == "index.html"


def test_pages_go_before_the_assets_they_refer_to() -> None:
    gone = ("assets/style.1.css", "blog/a/index.html", "blog/a/index.html.br", "blog/index.html", "feed.xml", "zz.png")
    assert list(farewells(gone)) == [
        ("feed.xml",),
        ("blog/index.html",),
        ("blog/a/index.html", "blog/a/index.html.br"),
        ("assets/style.1.css", "zz.png"),
    ]


def test_what_protects_a_folder_is_there_before_its_files_and_goes_after_them() -> None:
    paths = ("intern/a/b.pdf", "intern/.htaccess", "intern/index.html", ".htaccess")
    order = ["intern/.htaccess", "intern/a/b.pdf", "intern/index.html", ".htaccess"]
    assert list(difference({path: Stamp("1", 1) for path in paths}, {}).put) == order
    assert [path for part in farewells(paths) for path in part] == [*reversed(order)]
