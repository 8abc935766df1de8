"""What layouts run in: Jinja's environment, and what code of ours (`code_generator`) finds in it.

Nothing that it remembers outlives a build.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import partial
from types import FunctionType, MethodType
from typing import Any, Final

import jinja2
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import escape

from sitegen.render.code_generator import Generator

__all__ = ["Environment", "escaped"]

try:
    from markupsafe._speedups import _escape_inner as escaped
except ImportError:  # not on every Python, and a later version may call it otherwise

    def escaped(s: str, /) -> str:
        """A text as `markupsafe.escape` has it, without the object that it makes of it."""
        return str(escape(s))


class Environment(jinja2.Environment):
    """Jinja's environment for the layouts of one build."""

    code_generator_class = Generator

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Jinja's own
        super().__init__(**options)
        self.escaped: Final = escaped
        self.direct: Final = frozenset({FunctionType, MethodType, partial})
        """Types of what layouts call that never want the context, or end with StopIteration: questions, and `say`."""
        self._found: Final[dict[str | jinja2.Template, jinja2.Template]] = {}

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's own
    ) -> jinja2.Template:
        """A layout by its name, of which each inclusion asks; it is looked for once, since none changes in a build."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name, parent, globals)
        return found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What every layout can name, in one piece: Jinja looks into several, since others add to them later."""
        return {**self.globals, **(d or {})}

    def lacking(self, owner: object, field: str, name: str) -> Any:  # noqa: ANN401 - what Jinja makes of it
        """What Jinja makes of a field that `owner` does not have, the value of the variable `name` if it has any."""
        return self.getattr(self.undefined(name=name) if owner is missing else owner, field)

    @staticmethod
    def through(context: Context, called: Callable[..., Any], **variables: object) -> Callable[..., Any]:
        """`called` as Jinja calls it, with what it may want besides its arguments."""
        return partial(context.call, called, **variables)
