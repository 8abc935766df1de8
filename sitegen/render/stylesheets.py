"""The stylesheet as it goes out: without comments and blanks, which only its authors read.

Changes nothing that a browser sees; a rule stays on its line, so that the published file can still be read.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_STRING_OR_SPARE: Final = re.compile(
    r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')  # a string stays as it is
      | \s*/\*.*?\*/                                # a comment, with what stands before it
      | (?<=\n)[ \t\n]+                             # indentation and empty lines
      | (?<=[:;,{])[ \t]+ | [ \t]+(?=[{}])           # blanks that part nothing
    """,
    re.VERBOSE | re.DOTALL,
)


@lru_cache(maxsize=4)  # in a preview the stylesheet seldom changes
def squeezed(css: str) -> str:
    """`css` without what no browser needs."""
    return _STRING_OR_SPARE.sub(lambda found: found.group(1) or "", css).lstrip()
