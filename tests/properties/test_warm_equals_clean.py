"""A build with a warm cache gives the bytes and the findings of a clean build, whatever was edited before.

The table holds one edit of each kind, so that a key of the cache that forgets something is named; the machine holds
any sequence of edits, faults, moved clocks, interrupted commits, harm done to output and cache, and other builds.
`make soak` tries some 2,500 steps with a new seed, which it prints; `SITEGEN_SEED` takes one of those up again.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from comment_case import comment
from site_case import NOON
from sitegen.legal.purpose import Purpose
from sitegen.model.comments.comment import PENDING_FOLDER
from sitegen.model.comments.file import comment_bytes
from warm_edits import EDITS, FILES, PHOTOGRAPHS, SETTINGS
from warm_site import WarmSite
from warm_strategies import (
    BODIES,
    CLOCKS,
    EXTRAS,
    FIELDS,
    HEADS,
    LAYOUTS,
    MOVING,
    OTHERS,
    POSTS,
    SITE_LINES,
    TITLES,
)

SOAKING = bool(os.environ.get("SITEGEN_SOAK"))
SEED = int(os.environ.get("SITEGEN_SEED") or (int.from_bytes(os.urandom(4)) if SOAKING else 1))


@pytest.fixture
def warm(tmp_path: Path) -> WarmSite:
    return WarmSite(tmp_path / "site", tmp_path / "copies", FILES)


SOME = dict([*EDITS.items()][:: 1 if SOAKING else 3])
"""All of them in the long run: `test_stale_pages` knows most of them as well."""


@pytest.mark.soak
@pytest.mark.parametrize("edit", SOME.values(), ids=SOME.keys())
def test_one_edit_there_and_back(edit: dict[str, tuple[str, str]], warm: WarmSite) -> None:
    """On the way back everything is in the cache, beside what the edit has left there."""
    assert warm.build().written
    first = warm.case.files()
    for path, (old, new) in edit.items():
        warm.case.edit(path, old, new)
    warm.assert_warm_equals_clean()
    for path, (old, new) in edit.items():
        warm.case.edit(path, new, old)
    assert warm.build().written
    assert warm.case.files() == first


@pytest.mark.parametrize("hours", [-24 * 400, -24 * 200, 24 * 365], ids=["before all", "before some", "next year"])
def test_the_clock_moves(hours: int, warm: WarmSite) -> None:
    warm.assert_warm_equals_clean()
    warm.lay("content/index.md", "---\ntitle: Start\n---\nGuten Tag.\n")
    warm.lay("content/blog/2026-03-02-zweiter.md", "---\ntitle: Z\ndate: 2026-03-02\nexpires: 2027-01-01\n---\nText.\n")
    warm.assert_warm_equals_clean()
    warm.set_clock(NOON + timedelta(hours=hours))
    assert warm.assert_warm_equals_clean().written


def test_a_file_is_renamed_copied_and_deleted(warm: WarmSite) -> None:
    """The bytes of all three are known; the address and the id of each come from its name."""
    warm.assert_warm_equals_clean()
    warm.rename("content/blog/2026-03-02-zweiter.md", "content/blog/2026-03-02-anders.md")
    assert "blog/anders/index.html" in warm.assert_warm_equals_clean().changes.created
    shutil.copy(warm.root / "content/blog/2026-03-02-anders.md", warm.root / "content/blog/2026-03-02-kopie.md")
    assert warm.assert_warm_equals_clean().changes.created
    (warm.root / "content/blog/2026-03-02-anders.md").unlink()
    assert "blog/anders/index.html" in warm.assert_warm_equals_clean().changes.removed


@pytest.mark.parametrize("steps", [1, 8, 20, 30, 40, 50])
def test_a_build_that_dies_in_its_commit(steps: int, warm: WarmSite) -> None:
    warm.build()
    warm.case.edit("site.yaml", "Büro Test", "Büro Neu")
    warm.build_cut_off(steps)
    warm.case.edit("site.yaml", "Büro Neu", "Büro Ganz Neu")
    assert warm.assert_warm_equals_clean().written


def test_a_photograph_is_replaced_and_put_back(warm: WarmSite) -> None:
    """Its sizes are kept beside the cache; those of both lie there in the end."""
    warm.assert_warm_equals_clean()
    first = warm.case.files()
    warm.lay("content/pictures/foto.jpg", PHOTOGRAPHS[1])
    assert warm.assert_warm_equals_clean().changes.created
    warm.lay("content/pictures/foto.jpg", PHOTOGRAPHS[0])
    assert warm.build().written
    assert warm.case.files() == first


def test_a_touched_file_is_no_edited_file(warm: WarmSite) -> None:
    warm.assert_warm_equals_clean()
    stands = warm.state()
    for path in warm.root.rglob("*.md"):
        os.utime(path, (0, 0))
    warm.assert_another_build_writes_nothing(stands)


def test_an_edit_that_keeps_size_and_time_of_a_file_is_seen(warm: WarmSite) -> None:
    warm.assert_warm_equals_clean()
    for path in ("content/kontakt.md", "static/robots.txt", "layouts/style.css"):
        status = (warm.root / path).stat()
        text = (warm.root / path).read_text("utf-8")
        warm.lay(path, text.replace("Hier", "Dort").replace("*", "x").replace("40rem", "50rem"))
        os.utime(warm.root / path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert len(warm.assert_warm_equals_clean().changes.changed) > 1


def test_an_output_file_that_somebody_changed_or_deleted_is_restored(warm: WarmSite) -> None:
    warm.assert_warm_equals_clean()
    (warm.case.out / "index.html").write_text("verändert", "utf-8")
    (warm.case.out / "feed.xml").unlink()
    result = warm.assert_warm_equals_clean()
    assert (result.changes.created, result.changes.changed) == (("feed.xml",), ("index.html",))


class Edits(RuleBasedStateMachine):
    """Somebody edits a site and builds; after every step the warm build is held against a clean one."""

    steps = 0
    """Of all runs."""

    paths = Bundle("paths")

    def __init__(self) -> None:
        super().__init__()
        self._folder = Path(tempfile.mkdtemp(prefix="sitegen-test-"))
        self.warm = WarmSite(self._folder / "site", self._folder / "copies", FILES)
        self.broken: dict[str, bytes] = {}

    def teardown(self) -> None:
        shutil.rmtree(self._folder)

    @initialize(target=paths)
    def first_path(self) -> str:
        return "content/blog/2026-03-02-zweiter.md"

    @rule(target=paths, name=POSTS, fields=FIELDS, body=BODIES, extra=EXTRAS)
    def write_a_post(self, name: str, fields: dict[str, str], body: str, extra: dict[str, str]) -> str:
        fields = fields | extra
        head = "".join(f"{key}: {value}\n" for key, value in fields.items() if value)
        path = f"content/blog/{name}.md"
        self.warm.lay(path, f"---\n{head}---\n{body}\n")
        self.broken.pop(path, None)
        return path

    @rule(path=paths)
    def delete_a_post(self, path: str) -> None:
        (self.warm.root / path).unlink(missing_ok=True)
        self.broken.pop(path, None)

    @rule(path=paths, name=POSTS)
    def rename_a_post(self, path: str, name: str) -> None:
        if (self.warm.root / path).exists():
            self.warm.rename(path, f"content/blog/{name}.md")

    @rule(path=paths, how=st.sampled_from(["head", "body"]))
    def break_a_post(self, path: str, how: str) -> None:
        target = self.warm.root / path
        if target.exists() and path not in self.broken:
            self.broken[path] = target.read_bytes()
            text = self.broken[path].decode()
            target.write_text(
                text.replace("title: ", 'title: "', 1) if how == "head" else f"{text}\n::: note\n", "utf-8"
            )

    @rule()
    def mend_all_posts(self) -> None:
        for path, content in self.broken.items():
            self.warm.lay(path, content)
        self.broken.clear()

    @rule(path=st.sampled_from(sorted(OTHERS)), number=st.integers(0, 2))
    def write_another_file(self, path: str, number: int) -> None:
        versions = OTHERS[path]
        self.warm.lay(path, versions[number % len(versions)])

    @rule(path=st.sampled_from(sorted(set(OTHERS) - {"content/authors/jo.md"})))
    def put_back_another_file(self, path: str) -> None:
        if path in FILES:
            self.warm.lay(path, FILES[path])
        else:
            (self.warm.root / path).unlink(missing_ok=True)

    @rule(path=st.sampled_from(sorted(LAYOUTS)), number=st.integers(0, 2))
    def write_a_layout(self, path: str, number: int) -> None:
        versions = LAYOUTS[path]
        self.warm.lay(path, versions[number % len(versions)])

    @rule(path=st.sampled_from(sorted(LAYOUTS)))
    def delete_a_layout(self, path: str) -> None:
        (self.warm.root / path).unlink(missing_ok=True)
        if path in FILES:
            self.warm.lay(path, FILES[path])

    @rule(head=HEADS, lines=SITE_LINES)
    def change_settings(self, head: str, lines: str) -> None:
        self.warm.lay("site.yaml", head + lines)

    @rule(number=st.integers(1, 5), parent=st.integers(0, 4), where=st.sampled_from(["said", "waits", "gone"]))
    def comment_on_a_post(self, number: int, parent: int, where: str) -> None:
        """A comment that is published, waits for a decision, or was deleted; answers may be there without a parent."""
        made = comment(number, "Eva", f"Gruß {parent}", post="anker", parent=parent if parent < number else 0)
        waiting = f"{PENDING_FOLDER}/{made.path.rpartition('/')[2]}"
        for path in (made.path, waiting):
            (self.warm.root / path).unlink(missing_ok=True)
        if where != "gone":
            self.warm.lay(made.path if where == "said" else waiting, comment_bytes(made))

    @rule(old=st.sampled_from(MOVING), new=st.sampled_from(MOVING))
    def rename_another_text(self, old: str, new: str) -> None:
        if (self.warm.root / old).exists():
            self.warm.rename(old, new)

    @rule(data=st.data(), how=st.sampled_from(["delete", "change", "empty", "touch"]))
    def harm_the_output(self, data: st.DataObject, how: str) -> None:
        """Somebody else was at the output folder."""
        files = sorted(path for path in self.warm.case.out.rglob("*") if path.is_file())
        if not files:
            return
        path = data.draw(st.sampled_from(files))
        if how == "delete":
            path.unlink()
        elif how == "touch":
            os.utime(path, (0, 0))
        else:
            path.write_bytes(b"" if how == "empty" else b"somebody else")

    @rule(how=st.sampled_from(["delete", "garbage", "cut", "empty"]))
    def harm_the_cache(self, how: str) -> None:
        for path in (self.warm.root / ".sitegen/cache").glob("memo-*.sqlite"):
            content = path.read_bytes()
            if how == "delete":
                path.unlink()
            else:
                path.write_bytes(
                    {"garbage": b"x" * len(content), "cut": content[: len(content) // 2], "empty": b""}[how]
                )

    @rule()
    def preview(self) -> None:
        self.warm.assert_preview_equals_clean()

    @rule(purpose=st.sampled_from(list(Purpose)))
    def look(self, purpose: Purpose) -> None:
        self.warm.assert_look_equals_clean(purpose=purpose)

    @rule(workers=st.sampled_from([1, 2]), key=st.sampled_from([b"", b"k" * 32]), serving=st.booleans())
    def build_otherwise(self, workers: int, key: bytes, serving: bool) -> None:  # noqa: FBT001 - a field of chance
        """By so many workers, with this key of forms, and by one process that goes on or by one for each build."""
        self.warm.ask(workers=workers, form_key=key)
        if serving:
            self.warm.serve()
        else:
            self.warm.stop_serving()

    @rule()
    def do_nothing(self) -> None:
        pass

    @rule(now=st.sampled_from(CLOCKS))
    def move_the_clock(self, now: datetime) -> None:
        self.warm.set_clock(now)

    @rule(steps=st.integers(1, 60), title=TITLES)
    def build_and_die(self, steps: int, title: str) -> None:
        """The title of the site stands on every page, so that the commit has many steps."""
        self.warm.lay("site.yaml", SETTINGS.replace("title: Büro Test", f"title: {title}"))
        self.warm.build_cut_off(steps)

    @rule()
    def start_afresh(self) -> None:
        """All faults mended: most sequences would otherwise end in a site that never builds."""
        self.broken.clear()
        for file in self.warm.root.rglob("*"):
            name = file.relative_to(self.warm.root).as_posix()
            if file.is_file() and name.startswith(("content/", "static/")) and name not in FILES:
                file.unlink()
        for name, content in (FILES | {"layouts/post.html": "{% extends 'base.html' %}\n"}).items():
            self.warm.lay(name, content)

    @invariant()
    def warm_equals_clean(self) -> None:
        type(self).steps += 1
        self.warm.assert_warm_equals_clean()


BUDGET = settings(
    max_examples=50 if SOAKING else 2,
    stateful_step_count=50 if SOAKING else 16,
    phases=(Phase.generate, Phase.shrink) if SOAKING else (Phase.generate,),
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.soak
def test_any_sequence_of_edits(capsys: pytest.CaptureFixture[str]) -> None:
    tell(capsys, f"any sequence of edits: SITEGEN_SEED={SEED}")
    run_state_machine_as_test(seed(SEED)(Edits), settings=BUDGET)
    tell(capsys, f"any sequence of edits: {Edits.steps} steps")
    assert Edits.steps >= (2000 if SOAKING else 10)


def tell(capsys: pytest.CaptureFixture[str], text: str) -> None:
    """Past pytest, which shows what a test says only where it fails."""
    if SOAKING:
        with capsys.disabled():
            sys.stderr.write(f"\n{text}\n")
