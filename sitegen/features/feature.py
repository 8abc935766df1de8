"""What a feature is: a value that says which files it adds to a site and how each is made.

Features hold no state, know nothing of one another, and are put in order in one list, `build.lineup`. A feature never
writes; it answers with bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from sitegen.model.site import Site
from sitegen.plan.policy import Policies
from sitegen.plan.promises import Promises
from sitegen.plan.questions.site import SiteView
from sitegen.plan.routes import Route
from sitegen.settings.settings import Settings
from sitegen.text.moments import Moment


class Finished(msgspec.Struct, frozen=True, kw_only=True):
    """The finished site as features see it, after all pages are rendered."""

    site: Site
    questions: SiteView
    routes: Sequence[Route]
    bodies: Mapping[str, str]
    """Source file → HTML of its body with every address filled in."""
    policies: Policies = Policies()
    """What browsers may be asked for; the pages hold it already."""
    assets: Sequence[str] = ()
    """URL paths of the theme's files, whose names change with their content."""
    promises: Promises = Promises()
    """Former addresses; those with a page of their own are routes, too."""

    @property
    def settings(self) -> Settings:
        """What `site.yaml` says."""
        return self.site.settings

    @property
    def now(self) -> Moment:
        """The moment the site is built for; a file that names it must change seldom."""
        return self.site.now


class Contribution(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the output folder that is no page."""

    output: str
    """Path below the output folder."""
    make: Callable[[Finished], bytes]
    wordless: bool = False
    """Whether it stands where only words of posts have changed (`Post.shape`), and their bodies."""


class Feature(msgspec.Struct, frozen=True, kw_only=True):
    """A feature. `contributions` names its files before anything is rendered, so that collisions are found in time."""

    name: str
    """What the owner knows it as, in German: it stands in messages about addresses."""
    contributions: Callable[[Site], tuple[Contribution, ...]]
    """Which files a site gets; asked more than once, so it is quick."""
