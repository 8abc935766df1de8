"""What somebody else does to the files of a site that was built: the next build finds it, as a clean one would."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from stale_case import built, rebuilt, warm
from warm_site import WarmSite

__all__ = ["built", "warm"]

Harm = Callable[[Path], None]


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.unlink(),
        lambda path: path.write_text("anders", "utf-8"),
        lambda path: path.write_bytes(path.read_bytes()),
        lambda path: path.write_bytes(b""),
    ],
    ids=["deleted", "changed", "touched", "emptied"],
)
def test_an_output_file_that_is_no_more_what_it_was(harm: Harm, warm: WarmSite) -> None:
    for name in ("kontakt/index.html", "feed.xml", "frueher/index.html", "robots.txt"):
        harm(warm.case.out / name)
    warm.assert_warm_equals_clean()


def test_texts_of_the_same_size_and_time(warm: WarmSite) -> None:
    """What make goes by says nothing."""
    for path, old, new in (("content/kontakt.md", "Hier", "Dort"), ("content/data/zahlen.yaml", "1", "2")):
        status = (warm.root / path).stat()
        warm.case.edit(path, old, new)
        os.utime(warm.root / path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert {"kontakt/index.html", "index.html"} <= set(rebuilt(warm).changes.changed)


def test_the_output_folder_is_gone(warm: WarmSite) -> None:
    shutil.rmtree(warm.case.out)
    assert len(rebuilt(warm).changes.created) > 10
    shutil.rmtree(warm.root / ".sitegen/cache")
    rebuilt(warm)
    shutil.rmtree(warm.root / ".sitegen")
    rebuilt(warm)
