"""Pages made, looked at, asked about and laid ready in one go, by several processes where that pays.

What comes of a page is small: its HTML stays where it was made, as a file of the stage. Never decides which pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

import msgspec

from sitegen.build.crew import Crew
from sitegen.build.files.searching import is_found
from sitegen.build.pages.hearing import LOUD, Heard, Listener
from sitegen.build.pages.looking import Looker, Seen, Sight, looked_at
from sitegen.build.pages.paging import Page, Rendering, Sheet
from sitegen.build.pages.pressing import Lay, Press, Pressed
from sitegen.build.result import Progress
from sitegen.checks.requests.request import Requests
from sitegen.diagnostics import Diagnostic
from sitegen.plan.policy import Policies
from sitegen.plan.routes import Route

_WORTH: Final = 25
"""Pages for each worker; fewer are done sooner than a worker is made."""
_TOGETHER: Final = 16
"""Pages whose texts are looked up at once, and about which rules are asked at once."""
_SAMPLES: Final = 12
_POST: Final = "post"


class Printed(msgspec.Struct, frozen=True, array_like=True):
    """What comes of a route in one go."""

    sheet: Sheet
    """Without its HTML where that was pressed."""
    sight: Sight | None = None
    """None where the layout is at fault."""
    heard: Heard = LOUD
    pressed: Pressed | None = None
    words: str | None = None
    """What can be found on it; None where nobody searches."""


class Prints(msgspec.Struct, frozen=True, kw_only=True):
    """All pages that could be made, how checks see each, and the faults of layouts."""

    pages: tuple[Page, ...]
    seen: tuple[Seen, ...]
    findings: tuple[Diagnostic, ...]
    words: Mapping[str, str]
    """What can be found on pages, by output file."""
    policies: Policies | None
    """Those that pages were pressed with; None where they were not."""

    @property
    def pressed(self) -> dict[str, Pressed]:
        """Pages as they shall stand, by output file, as far as they were pressed."""
        return {page.route.output: page.pressed for page in self.pages if page.pressed}

    def unfinished(self, policies: Policies) -> tuple[Page, ...]:
        """The pages to be pressed with the policies that they shall have, since they were not, or with others."""
        is_right = self.policies == policies
        return tuple(page for page in self.pages if not page.pressed or (page.pressed.has_policy and not is_right))


class Printer:
    """Makes the pages of one build."""

    def __init__(
        self,
        rendering: Rendering,
        looker: Looker,
        listener: Listener,
        *,
        crew: Crew,
        lay: Lay,
        is_searched: bool,
        meanwhile: Callable[[], None],
    ) -> None:
        """`meanwhile` is called once others are at work at pages."""
        self._rendering = rendering
        self._looker = looker
        self._listener = listener
        self._crew = crew
        self._lay = lay
        self._is_searched = is_searched
        self._meanwhile = meanwhile

    def prints(self, routes: Sequence[Route], policies: Policies | None, progress: Progress) -> Prints:
        """Make the pages of `routes`, look at each, and press it with the policies that it will most likely have."""
        import selectolax.lexbor  # noqa: F401 -- once, before the workers are made

        work = partial(self._printed, Press(self._lay, policies) if policies else None)
        watch = partial(progress, "layouts")
        with self._crew.begin_together(work, routes, type=Printed, worth=_WORTH, watch=watch) as job:
            self._meanwhile()
            if job.is_shared:
                from sitegen.build.beforehand import import_for_rules

                import_for_rules()
            printed = job.results()
        pages: list[Page] = []
        seen: list[Seen] = []
        words: dict[str, str] = {}
        for route, one in zip(routes, printed, strict=True):
            sheet, sight = one.sheet, one.sight
            if sight is not None:
                page = Page(route=route, html=sheet.html, pressed=one.pressed, asked=sheet.asked, answers=sheet.answers)
                pages.append(page)
                seen.append(self._looker.seen(route, sight, one.heard))
                words |= {} if one.words is None else {route.output: one.words}
        findings = tuple(one.sheet.finding for one in printed if one.sheet.finding)
        return Prints(pages=tuple(pages), seen=tuple(seen), findings=findings, words=words, policies=policies)

    def again(self, press: Press, page: Page) -> Pressed:
        """Press a page, which is made once more where its HTML is gone."""
        html = (self._rendering.page(page.route).html if page.html is None else page.html) or b""
        return press.pressed(page.route.output, html)

    def asked(self, routes: Iterable[Route]) -> Iterator[tuple[str, Requests]]:
        """What the pages of `routes` ask for, each by its address."""
        for route in routes:
            page = looked_at(route, self._rendering.page(route).html)
            if page:
                yield page.url, page.facts.requests

    def _printed(self, press: Press | None, routes: Sequence[Route]) -> Iterator[Printed]:
        for first in range(0, len(routes), _TOGETHER):
            few = routes[first : first + _TOGETHER]
            self._rendering.bodies.expect(few)
            sheets = [self._rendering.page(route) for route in few]
            looks = self._looker.looks((route, sheet.html) for route, sheet in zip(few, sheets, strict=True))
            heard = self._listener.heard([look.page for look in looks if look])
            for route, sheet, look in zip(few, sheets, looks, strict=True):
                if look and sheet.html is not None:
                    sight = self._looker.sight_of(route, look)
                    pressed = press.pressed(route.output, sheet.html) if press else None
                    yield Printed(
                        msgspec.structs.replace(sheet, html=None) if pressed else sheet,
                        sight,
                        next(heard),
                        pressed,
                        words_on(sheet.html) if self._is_searched and is_found(route) else None,
                    )
                else:
                    yield Printed(sheet)


def words_on(html: bytes) -> str:
    """What can be found on a page."""
    from sitegen.features.search.records import page_to_index

    return page_to_index(html.decode())


def samples_of(routes: Iterable[Route]) -> list[Route]:
    """The pages of a site on which pictures, forms and what is embedded will be seen first: each small, few of them."""
    texts = [route for route in routes if route.source]
    firsts = {route.layout: route for route in reversed(texts)}.values()
    others = (route for route in texts if route.view.kind != _POST)
    return list({route.output: route for route in (*firsts, *others)}.values())[:_SAMPLES]
