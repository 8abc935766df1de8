"""What a first build makes of its layouts while copies of it render its texts.

Copies render the more texts meanwhile; later, each process at work at pages would compile every layout for itself.
Nothing depends on it: which layouts stand is seen when pages are planned, and what was compiled from another text is of
no use then.
"""

from __future__ import annotations

from pathlib import Path

from sitegen.build.memory.memo import Memo
from sitegen.build.planning import LAYOUTS, block_findings, digests_of_layouts
from sitegen.render.layouts import Layouts
from sitegen.settings.packaged import packaged_folder
from sitegen.text.locales import Language


def compile_layouts(root: Path, language: Language, memo: Memo, *, theme: str) -> None:
    """Leave in `memo` the layouts that pages will ask for, and what is wrong with blocks; `theme` as for `plan`."""
    block_findings(root, digests_of_layouts(root, theme), memo)
    layouts = Layouts(root / "layouts", packaged_folder("layouts"), language)
    layouts.get_ready()
    memo.keep_together(LAYOUTS, layouts.compiled)
