"""Code with its parts marked by pygments' short class names; the colours are the theme's.

Never writes a `style` attribute, and never guesses a language.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from sitegen.text.suggest import closest

if TYPE_CHECKING:
    from pygments.formatters import HtmlFormatter
    from pygments.lexer import Lexer

UNMARKED: Final = frozenset({"", "text", "txt", "plain", "plaintext", "none", "nohighlight"})
"""Names by which an author says that nothing is to be marked."""


def highlighted(code: str, language: str) -> str | None:
    """The HTML inside `<code>`, or None for a language that pygments does not know."""
    from pygments import highlight

    lexer = _lexer(language.lower())
    return None if lexer is None else highlight(code, lexer, _formatter())


def nearest_language(language: str) -> str | None:
    """The known name most like `language`."""
    from pygments.lexers import get_all_lexers

    return closest(language, (alias for lexer in get_all_lexers(plugins=False) for alias in lexer[1]))


@cache
def _lexer(language: str) -> Lexer | None:
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return None


@cache
def _formatter() -> HtmlFormatter[str]:
    from pygments.formatters import HtmlFormatter

    return HtmlFormatter(nowrap=True)
