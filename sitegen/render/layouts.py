"""Layouts: where they are found, what they are given, and pages and stylesheets made from them.

A site's own `layouts/` come first, then the theme's; `theme/NAME` always means the theme's. A layout sees `page`,
`site`, `body` and the function `say`, and a handful of filters, nothing else. Jinja never sees an author's content.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import Final

import jinja2
import msgspec
from markupsafe import Markup

from sitegen.diagnostics import Diagnostic
from sitegen.plan.questions.answers import Digests, Question
from sitegen.plan.questions.asked import AskedSite, questions_of
from sitegen.plan.questions.site import SiteView
from sitegen.plan.routes import Route
from sitegen.plan.views import BodyView
from sitegen.render.compiled import Compiled, KeptCode
from sitegen.render.environment import Environment
from sitegen.render.filters import filters_for
from sitegen.sources.whereabouts import Whereabouts
from sitegen.text.locales import Language
from sitegen.text.tone import Tone
from sitegen.text.wording import say

THEME_PREFIX: Final = "theme"
LAYOUT_ENDINGS: Final = frozenset({".html", ".css", ".svg", ".xml"})

_EVERYWHERE: Final = ("404.html", "base.html", "favicon.svg", "page.html", "post.html", "style.css")
"""Layouts without which hardly any site is built, its own or the theme's."""

EMPTY_BODY: Final = BodyView(html=Markup())


class Rendered(msgspec.Struct, frozen=True, kw_only=True):
    """A page, or the fault of the layout that kept it from being made."""

    html: str | None
    finding: Diagnostic | None = None
    asked: tuple[Question, ...] = ()
    """What the layout asked of the site, in order."""
    answers: tuple[str, ...] = ()
    """The digests of the answers, likewise."""


class Layouts:
    """All layouts of one site in one language."""

    def __init__(
        self,
        own: Path,
        theme: Path,
        language: Language,
        *,
        compiled: Compiled | None = None,
        kept: Mapping[str, KeptCode] | None = None,
    ) -> None:
        """`own` is the site's folder of layouts (it need not exist), `theme` that of the theme.

        `compiled` is what others in this process have compiled; what this one compiles is added to it. `kept` is what a
        process before this one has compiled, as `Layouts.compiled` gave it.
        """
        self._own = own
        self._theme = theme
        self._compiled = (compiled or Compiled()).in_language(language, kept)
        packaged = jinja2.FileSystemLoader(theme)
        self._environment = Environment(
            loader=jinja2.ChoiceLoader(
                [jinja2.FileSystemLoader(own), jinja2.PrefixLoader({THEME_PREFIX: packaged}), packaged]
            ),
            undefined=jinja2.StrictUndefined,
            autoescape=cache(jinja2.select_autoescape(("html", "xml", "svg"))),  # is asked at each inclusion
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,  # without a limit there is no order to keep, which each of the many inclusions would pay for
            bytecode_cache=self._compiled,
        )
        self._environment.filters.update(filters_for(language))
        self.digests: Final = Digests()
        """Of the answers that layouts were given in this build."""

    @property
    def compiled(self) -> dict[str, KeptCode]:
        """What the next process need not compile."""
        return self._compiled.kept

    def get_ready(self) -> None:
        """Compile what pages will ask for, as far as one can tell without them: what the site itself has, and a few.

        What is wrong with a layout is told where a page asks for it.
        """
        own = (path.relative_to(self._own).as_posix() for path in sorted(self._own.rglob("*")))
        for name in dict.fromkeys((*_EVERYWHERE, *own)):
            if name.endswith(tuple(LAYOUT_ENDINGS)):
                with suppress(Exception):
                    self._environment.get_template(name)

    def page(self, route: Route, site: SiteView, body: BodyView, *, where: Whereabouts) -> Rendered:
        """The HTML of one page; `where` tells where its text asks for a layout."""
        view = route.view
        asked = AskedSite(site, view, self.digests)
        try:
            template = self._environment.get_template(route.layout)
            html = template.render(page=view, site=asked, body=body, say=partial(self._say, view.tone))
        except Exception as error:  # noqa: BLE001 - a layout may raise anything; it is the site's code, not ours
            return Rendered(html=None, finding=self._diagnose(error, route, where))
        questions = questions_of(asked)
        return Rendered(html=html, asked=questions, answers=tuple(map(self.digests.__getitem__, questions)))

    def asset(self, name: str, site: SiteView) -> Rendered:
        """The text of a stylesheet made from tokens."""
        try:
            return Rendered(html=self._environment.get_template(name).render(site=site))
        except Exception as error:  # noqa: BLE001 - as above
            return Rendered(html=None, finding=self._told(error, name))

    def assets(self) -> dict[str, Path]:
        """Files of the theme that are published beside the pages, by name: everything at the top that is no page."""
        found: dict[str, Path] = {}
        for folder in (self._theme, self._own):
            for path in files_in(folder):
                if path.suffix != ".html" and not path.name.startswith((".", "_")):
                    found[path.name] = path
        return dict(sorted(found.items()))

    def _diagnose(self, error: Exception, route: Route, where: Whereabouts) -> Diagnostic:
        if isinstance(error, jinja2.TemplateNotFound) and error.name == route.layout and route.source:
            span = where.field(route.source, "layout")
            return Diagnostic(code="SG503", span=span, facts={"layout": route.layout})
        return self._told(error, route.layout)

    def _told(self, error: Exception, layout: str) -> Diagnostic:
        from sitegen.render.template_errors import diagnose

        return diagnose(error, layout, (self._own, self._theme))

    @staticmethod
    def _say(tone: Tone, key: str, **facts: str | int) -> str:
        return say(key, tone, facts)


def files_in(folder: Path) -> Iterable[Path]:
    """The files right in `folder`; nothing when it does not exist."""
    return (path for path in folder.iterdir() if path.is_file()) if folder.is_dir() else ()
