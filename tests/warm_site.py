"""A site that is edited and built again and again, held at every turn against a clean build of the same files."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import count, islice
from pathlib import Path
from unittest.mock import patch

from plain_site import lay_plain_layouts
from site_case import SiteCase
from sitegen.build import stages
from sitegen.build.result import BuildResult
from sitegen.diagnostics import Diagnostic
from sitegen.output.commit import Changes, commit_steps
from sitegen.output.place import Place

COMPLETED = "SG613"
"""The note that an interrupted commit was completed: only a build that follows one has it."""

State = dict[str, tuple[bytes, int, int]]


class CutOffError(BaseException):
    """Ends a build in the middle of its commit, past every `except Exception`, as a kill would."""


@contextmanager
def cut_off_after(steps: int) -> Iterator[None]:
    """Let builds die after so many steps of their commit; a commit with fewer ends well."""

    def cut(changes: Changes, *, place: Place) -> tuple[Diagnostic, ...]:
        if changes.findings:
            return changes.findings
        done = sum(1 for _ in islice(commit_steps(changes, place=place), steps))
        if done == steps:
            raise CutOffError
        return ()

    with patch.object(stages, "commit", cut):
        yield


class WarmSite:
    """A site with its cache; `root` holds it, and `spare` is where clean copies are built."""

    def __init__(self, root: Path, spare: Path, files: dict[str, str | bytes]) -> None:
        self.case = SiteCase(root)
        self._spare = spare
        self._copies = count()
        lay_plain_layouts(root)
        for path, content in files.items():
            self.lay(path, content)

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

    def build_cut_off(self, steps: int) -> None:
        """Build, and die after so many steps of the commit if there are as many."""
        try:
            with cut_off_after(steps):
                self.case.build()
        except CutOffError:
            pass

    def state(self) -> State:
        """Every file of the output folder with its bytes, time and inode."""
        return {
            path: (content, (self.case.out / path).stat().st_mtime_ns, (self.case.out / path).stat().st_ino)
            for path, content in self.case.files().items()
        }

    def clean(self) -> tuple[BuildResult, dict[str, bytes]]:
        """The result and output of a clean build of the same files, without cache and without output folder.

        Their times are those of the copying, so that no order of files may come from there.
        """
        folder = self._spare / str(next(self._copies))
        left_out = shutil.ignore_patterns(".sitegen", "public")
        shutil.copytree(self.root, folder, ignore=left_out, copy_function=shutil.copyfile)
        copy = SiteCase(folder)
        copy.now = self.case.now
        result = copy.build()
        files = copy.files()
        shutil.rmtree(folder)
        return result, files

    def assert_warm_equals_clean(self) -> BuildResult:
        """Build, and hold all that comes of it against a clean build; the result, for those who want to look."""
        before = self.state()
        warm = self.case.build()
        after = self.state()
        clean, wanted = self.clean()
        assert findings_of(warm) == findings_of(clean), self.case.report(warm)
        assert (warm.written, warm.tally, warm.withheld) == (clean.written, clean.tally, clean.withheld)
        if warm.written:
            assert {path: content for path, (content, *_) in after.items()} == wanted
            self.assert_another_build_writes_nothing(after)
        elif not completed(warm):
            assert after == before
        return warm

    def assert_another_build_writes_nothing(self, stands: State) -> None:
        """A build of the same files leaves every file as it is, with its time and inode."""
        again = self.case.build()
        assert (again.changes.created, again.changes.changed, again.changes.removed) == ((), (), ())
        assert again.changes.unchanged == len(stands)
        assert self.state() == stands


def completed(result: BuildResult) -> bool:
    """Whether the build first completed an interrupted commit."""
    return any(found.code == COMPLETED for found in result.findings)


def findings_of(result: BuildResult) -> list[Diagnostic]:
    """All findings but the one that tells of an interrupted commit."""
    return [found for found in result.findings if found.code != COMPLETED]
