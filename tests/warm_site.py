"""A site that is edited and built again and again, held at every turn against a clean build of the same files.

It is built as owners build it: by processes of their own (`process`), which share nothing but the cache, or by one that
goes on (`serving`), which keeps values as well.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Final, Self
from unittest.mock import patch

import msgspec

from compiled_once import COMPILED
from plain_site import lay_plain_layouts
from site_case import NOON, SiteCase, lay_cards_aside, lay_law_aside
from sitegen.build import stages
from sitegen.build.audience import Audience
from sitegen.build.pipeline import build
from sitegen.build.result import BuildOptions, BuildResult
from sitegen.build.warmth import Warmth
from sitegen.diagnostics import Diagnostic
from sitegen.model.visibility import Showing
from sitegen.output.commit import Changes, commit_steps
from sitegen.output.place import PREVIEW_FOLDER, SERVER_FOLDER, Place
from sitegen.output.staging import Stage

COMPLETED = "SG613"
"""The note that an interrupted commit was completed: only a build that follows one has it."""
DAMAGED = "SG615"
"""The note that the cache was damaged."""

_PROCESS: Final = Warmth(compiled=COMPILED)
"""What a process begins with, made once: to digest the code takes longer than to build."""

State = dict[str, tuple[bytes, int, int]]


class CutOffError(BaseException):
    """Ends a build in the middle of its commit, past every `except Exception`, as a kill would."""


@contextmanager
def cut_off_after(steps: int) -> Iterator[None]:
    """Let builds die after so many steps of their commit; a commit with fewer ends well."""

    def cut(changes: Changes, *, place: Place, stage: Stage) -> tuple[Diagnostic, ...]:
        if changes.findings:
            return changes.findings
        done = sum(1 for _ in islice(commit_steps(changes, place=place, stage=stage), steps))
        if done == steps:
            raise CutOffError
        return ()

    with patch.object(stages, "commit", cut):
        yield


class WarmSite:
    """A site with its cache; `root` holds it, and `spare` is where clean copies are built."""

    def __init__(self, root: Path, spare: Path, files: dict[str, str | bytes]) -> None:
        self.case = SiteCase(root)
        self.options = BuildOptions(now=NOON)
        """What all builds are asked for from here on, clean ones too."""
        self._spare = spare
        self._served: Warmth | None = None
        lay_plain_layouts(root)
        for path, content in files.items():
            self.lay(path, content)

    @classmethod
    def copied(cls, root: Path, spare: Path, site: Path) -> Self:
        """A copy of a site that was built, with its cache and its output."""
        shutil.copytree(site, root)
        return cls(root, spare, {})

    @property
    def root(self) -> Path:
        """The folder of the site."""
        return self.case.root

    def lay(self, path: str, content: str | bytes) -> None:
        """Write a file of the site."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)

    def rename(self, old: str, new: str) -> None:
        """Give a file of the site another name."""
        (self.root / new).parent.mkdir(parents=True, exist_ok=True)
        (self.root / old).replace(self.root / new)

    def set_clock(self, now: datetime) -> None:
        """Build as of `now` from here on."""
        self.case.now = now
        self.ask(now=now)

    def ask(self, **options: object) -> None:
        """Ask builds for something else from here on."""
        self.options = msgspec.structs.replace(self.options, **options)

    def serve(self) -> None:
        """From here on one process builds, and keeps what it has decoded."""
        self._served = Warmth(compiled=COMPILED)

    def stop_serving(self) -> None:
        """From here on each build is a process of its own again."""
        self._served = None

    def build(self, **options: object) -> BuildResult:
        """Build with the cache; `options` are for this build alone."""
        return self._build(self.root, self._served or fresh(), **options)

    def build_before(self, audience: Audience) -> BuildResult:
        """Build with the cache before somebody who waits for pages."""
        return build(self.root, self.options, warmth=self._served or fresh(), audience=audience)

    def _build(self, root: Path, warmth: Warmth, **options: object) -> BuildResult:
        lay_law_aside(root / "site.yaml")
        lay_cards_aside(root / "site.yaml")
        return build(root, msgspec.structs.replace(self.options, **options), warmth=warmth)

    def build_cut_off(self, steps: int) -> None:
        """Build, and die after so many steps of the commit if there are as many."""
        try:
            with cut_off_after(steps):
                self.build()
        except CutOffError:
            pass

    def state(self) -> State:
        """Every file of the output folder with its bytes, time and inode."""
        return {
            path: (content, (self.case.out / path).stat().st_mtime_ns, (self.case.out / path).stat().st_ino)
            for path, content in self.case.files().items()
        }

    def clean(self, **options: object) -> tuple[BuildResult, dict[str, bytes]]:
        """The result and output of a clean build of the same files, without cache and without output folder.

        Their times are those of the copying, so that no order of files may come from there.
        """
        folder = self._spare / "site"
        left_out = shutil.ignore_patterns(".sitegen", "public")
        shutil.copytree(self.root, folder, ignore=left_out, copy_function=shutil.copyfile)
        result = self._build(folder, fresh(), **{"workers": 1, **options})
        files = everything(result.out, folder)
        shutil.rmtree(folder)
        return result, files

    def assert_warm_equals_clean(self) -> BuildResult:
        """Build, and hold all that comes of it against a clean build; the result, for those who want to look."""
        before = self.state()
        warm = self.build()
        after = self.state()
        clean, wanted = self.clean()
        assert findings_of(warm) == findings_of(clean), self.case.report(warm)
        assert (warm.written, warm.tally, warm.withheld) == (clean.written, clean.tally, clean.withheld)
        if warm.written:
            assert everything(self.case.out, self.root) == wanted
            assert findings_of(self.assert_another_build_writes_nothing(after)) == findings_of(clean)
        elif not completed(warm):
            assert after == before
        return warm

    def assert_another_build_writes_nothing(self, stands: State) -> BuildResult:
        """A build of the same files leaves every file as it is, with its time and inode."""
        again = self.build()
        assert (again.changes.created, again.changes.changed, again.changes.removed) == ((), (), ())
        assert again.changes.unchanged == len(stands)
        assert self.state() == stands
        return again

    def assert_look_equals_clean(self, **options: object) -> BuildResult:
        """Look only, and hold the findings against those of a clean look; nothing is written."""
        before = self.state()
        warm = self.build(writes=False, **options)
        clean, _ = self.clean(writes=False, **options)
        assert findings_of(warm) == findings_of(clean)
        assert (warm.court, warm.abroad) == (clean.court, clean.abroad)
        assert self.state() == before
        return warm

    def assert_preview_equals_clean(self) -> BuildResult:
        """Build a preview with all that is not published yet, beside the site, and hold it against a clean one."""
        out = self.root / PREVIEW_FOLDER
        warm = self.build(showing=Showing.ALL, out=out)
        clean, wanted = self.clean(showing=Showing.ALL)
        assert findings_of(warm) == findings_of(clean)
        assert warm.written == clean.written
        if warm.written:
            found = everything(out, self.root)
            assert {path: found[path] for path in found if not path.startswith(SERVER_FOLDER)} == {
                path: wanted[path] for path in wanted if not path.startswith(SERVER_FOLDER)
            }
        return warm


def fresh() -> Warmth:
    """What a new process knows: nothing of any site."""
    _PROCESS.values.clear()
    return _PROCESS


def everything(out: Path, root: Path) -> dict[str, bytes]:
    """Every file that a build has written: for visitors below `out`, and for servers below the site in `root`."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for folder, top in ((out, out), (root, root / SERVER_FOLDER))
        for path in sorted(top.rglob("*"))
        if path.is_file()
    }


def completed(result: BuildResult) -> bool:
    """Whether the build first completed an interrupted commit."""
    return any(found.code == COMPLETED for found in result.findings)


def findings_of(result: BuildResult) -> list[Diagnostic]:
    """All findings but those that tell of an interrupted commit, or of a damaged cache."""
    return [found for found in result.findings if found.code not in {COMPLETED, DAMAGED}]
