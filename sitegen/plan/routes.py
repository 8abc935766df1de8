"""Every page the site will have, before anything is rendered: address, file, layout, and what the layout sees.

Pure: from the site view to routes. The order of the routes is the order of the site and never depends on the file
system. Collisions are looked for in `collisions`.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sitegen.model.addresses import base_path, fill_pattern, output_path
from sitegen.model.entries import Author, Entry, Image, Page, Post, Service
from sitegen.model.page import BLOG_INTRODUCTION, HOME, NOT_FOUND, SERVICES_INTRODUCTION
from sitegen.model.site import Site, Taxonomy
from sitegen.plan.questions.site import SiteView
from sitegen.plan.terms import TermPosts
from sitegen.plan.views import Crumb, Kind, PageView, Pagination
from sitegen.settings.settings import OFF
from sitegen.text.wording import say

LAYOUTS: dict[Kind, str] = {
    "home": "home.html",
    "page": "page.html",
    "post": "post.html",
    "service": "service.html",
    "services": "services.html",
    "blog": "blog.html",
    "term": "term.html",
    "terms": "terms.html",
    "archive": "archive.html",
    "year": "year.html",
    "search": "search.html",
    "thanks": "thanks.html",
    "error": "404.html",
    "redirect": "redirect.html",
}


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """One HTML page to be."""

    output: str
    """File path below the output folder, with forward slashes."""
    layout: str
    view: PageView
    source: str = ""
    """The file of the owner that the page comes from; empty for generated lists without a text."""
    has_body: bool = False
    """Whether the page shows the body of `source`."""


class Planner:
    """Makes routes for one site. Holds what all routes share, nothing that changes."""

    def __init__(self, site: Site, questions: SiteView) -> None:
        self._site = site
        self._settings = site.settings
        self._ask = questions
        self._base = base_path(site.settings.url)
        self._pages = {page.source: page for page in site.pages}

    def routes(self) -> tuple[Route, ...]:
        """All pages: the home page, lists, entries, what is said after forms, the page for errors, and redirects."""
        return tuple(
            route
            for part in (
                self._home(),
                self._posts(),
                self._blog(),
                self._terms("category"),
                self._terms("tag"),
                self._authors(),
                self._archive(),
                self._search(),
                self._services(),
                self._plain_pages(),
                self._thanks(),
                self._not_found(),
                self._redirects(),
            )
            for route in part
        )

    def picture(self, entry: Entry, src: str) -> str:
        """Where the picture `src` of an entry is shown, in the form that everything can read; empty for nowhere."""
        view = self._ask.picture(msgspec.structs.replace(entry, image=Image(src=src)))
        return view.url if view else ""

    # Building blocks

    def _route(self, view: PageView, source: str = "", layout: str = "") -> Route:
        return Route(
            output=output_path(view.url, self._base),
            layout=f"{layout}.html" if layout else LAYOUTS[view.kind],
            view=view,
            source=source,
            has_body=bool(source),
        )

    def _of_entry(self, kind: Kind, entry: Entry, crumbs: tuple[Crumb, ...]) -> Route:
        view = PageView(
            kind=kind,
            url=entry.url,
            title=entry.title,
            description=entry.summary,
            search_title=entry.search_title,
            tone=entry.tone or self._settings.tone,
            entry=entry if isinstance(entry, (Post, Page, Service, Author)) else None,
            crumbs=crumbs,
            noindex=isinstance(entry, Page) and entry.noindex,
        )
        return self._route(view, entry.source, entry.layout)

    def _listed(self, view: PageView, count: int, source: str = "") -> Iterator[Route]:
        """A list as one route for each of its pages; the text above stands on the first alone."""
        size = self._ask.page_size(view)
        total = max(1, -(-count // size)) if size else 1
        urls = [self._numbered(view.url, number) for number in range(1, total + 1)]
        for number, url in enumerate(urls, 1):
            pagination = Pagination(
                number=number,
                total=total,
                previous_url=urls[number - 2] if number > 1 else "",
                next_url=urls[number] if number < total else "",
            )
            page = msgspec.structs.replace(view, url=url, pagination=pagination)
            yield self._route(page, source if number == 1 else "")

    def _numbered(self, url: str, number: int) -> str:
        pattern = self._settings.permalinks.pagination
        return url if number == 1 else url + fill_pattern(pattern, number=number).lstrip("/")

    def _generated(self, kind: Kind, url: str, title: str, *, crumbs: tuple[Crumb, ...]) -> PageView:
        return PageView(kind=kind, url=url, title=title, description="", tone=self._settings.tone, crumbs=crumbs)

    @property
    def _home_crumb(self) -> Crumb:
        return Crumb(title=self._settings.names.home, url=self._ask.home)

    @property
    def _blog_crumbs(self) -> tuple[Crumb, ...]:
        url = self._ask.listing("blog")
        blog = (Crumb(title=self._settings.names.blog, url=url),) if url else ()
        return (self._home_crumb, *blog)

    # The parts of a site

    def _home(self) -> Iterator[Route]:
        home = self._pages.get(HOME)
        if self._settings.home == "posts":
            view = PageView(
                kind="blog",
                url=self._ask.home,
                title=home.title if home else self._settings.title,
                description=(home.summary if home else "") or self._settings.description,
                tone=self._settings.tone,
                entry=home,
            )
            yield from self._listed(view, len(self._site.posts), HOME if home else "")
        elif home:
            yield self._of_entry("home", home, ())
        else:
            yield self._route(self._generated("home", self._ask.home, self._settings.title, crumbs=()))

    def _posts(self) -> Iterator[Route]:
        blog = self._blog_crumbs
        crumbs: dict[str, tuple[Crumb, ...]] = {}
        for post in self._site.posts:
            if post.category not in crumbs:
                term = self._ask.category(post)
                category = (Crumb(title=term.name, url=term.url),) if term and term.url else ()
                crumbs[post.category] = (*blog, *category)
            yield self._of_entry("post", post, crumbs[post.category])

    def _blog(self) -> Iterator[Route]:
        url = self._ask.listing("blog")
        if not url:
            return
        introduction = self._pages.get(BLOG_INTRODUCTION)
        view = PageView(
            kind="blog",
            url=url,
            title=introduction.title if introduction else self._settings.names.blog,
            description=introduction.summary if introduction else "",
            tone=self._settings.tone,
            entry=introduction,
            crumbs=(self._home_crumb,),
        )
        yield from self._listed(view, len(self._site.posts), introduction.source if introduction else "")

    def _terms(self, taxonomy: Taxonomy) -> Iterator[Route]:
        terms = self._ask.terms(taxonomy)
        plural = {"category": "categories", "tag": "tags"}[taxonomy]
        overview = self._ask.listing(plural)
        crumbs = self._blog_crumbs
        if overview:
            title = self._ask.name(plural)
            view = self._generated("terms", overview, title, crumbs=crumbs)
            yield self._route(msgspec.structs.replace(view, taxonomy=taxonomy))
            crumbs = (*crumbs, Crumb(title=title, url=overview))
        for group in terms:
            yield from self._term(group, crumbs)

    def _term(self, group: TermPosts, crumbs: tuple[Crumb, ...]) -> Iterator[Route]:
        term = group.term
        if term.url:
            view = self._generated("term", term.url, term.name, crumbs=crumbs)
            view = msgspec.structs.replace(view, entry=term, description=term.summary)
            yield from self._listed(view, group.count)

    def _authors(self) -> Iterator[Route]:
        sources = {author.slug: author.source for author in self._site.authors}
        for group in self._ask.terms("author"):
            for route in self._term(group, self._blog_crumbs):
                first = route.view.pagination is None or route.view.pagination.number == 1
                source = sources[group.term.slug] if first else ""
                yield msgspec.structs.replace(route, source=source, has_body=bool(source))

    def _archive(self) -> Iterator[Route]:
        if not self._site.posts:
            return
        url, crumbs = self._ask.listing("archive"), self._blog_crumbs
        if url:
            yield self._route(self._generated("archive", url, self._settings.names.archive, crumbs=crumbs))
            crumbs = (*crumbs, Crumb(title=self._settings.names.archive, url=url))
        for group in self._ask.years():
            if group.url:
                view = self._generated("year", group.url, str(group.year), crumbs=crumbs)
                yield from self._listed(msgspec.structs.replace(view, year=group.year), len(group.posts))

    def _search(self) -> Iterator[Route]:
        url = self._ask.listing("search")
        if url:
            crumbs = (self._home_crumb,)
            yield self._route(self._generated("search", url, self._settings.names.search, crumbs=crumbs))

    def _services(self) -> Iterator[Route]:
        url = self._ask.listing("services")
        crumbs: tuple[Crumb, ...] = (self._home_crumb,)
        introduction = self._pages.get(SERVICES_INTRODUCTION)
        if url:
            title = introduction.title if introduction else self._settings.names.services
            view = self._generated("services", url, title, crumbs=crumbs)
            summary = introduction.summary if introduction else ""
            view = msgspec.structs.replace(view, entry=introduction, description=summary)
            yield self._route(view, introduction.source if introduction else "")
            crumbs = (*crumbs, Crumb(title=title, url=url))
        for service in self._site.services:
            yield self._of_entry("service", service, crumbs)

    def _plain_pages(self) -> Iterator[Route]:
        lists = self._settings.permalinks
        elsewhere = {HOME, NOT_FOUND}
        elsewhere |= {BLOG_INTRODUCTION} if lists.blog != OFF else set()
        elsewhere |= {SERVICES_INTRODUCTION} if lists.services != OFF else set()
        titles = {page.url: page.title for page in self._site.pages}
        for page in self._site.pages:
            if page.source not in elsewhere:
                yield self._of_entry("page", page, (self._home_crumb, *self._parents(page.url, titles)))

    def _parents(self, url: str, titles: dict[str, str]) -> Iterator[Crumb]:
        """The pages above `url`, as far as they exist."""
        parts = url.removeprefix(self._base).strip("/").split("/")
        for depth in range(1, len(parts)):
            above = f"{self._base}/{'/'.join(parts[:depth])}/"
            if above in titles:
                yield Crumb(title=titles[above], url=above)

    def _thanks(self) -> Iterator[Route]:
        for spec in self._ask.forms.with_thanks:
            view = PageView(
                kind="thanks",
                url=self._ask.forms.thanks_path(spec.name),
                title=say(f"thanks_{spec.kind}_title", spec.tone, {}),
                description=say(f"thanks_{spec.kind}", spec.tone, {}),
                tone=spec.tone,
                crumbs=(self._home_crumb,),
                noindex=True,
                form=spec,
            )
            yield self._route(view)

    def _not_found(self) -> Iterator[Route]:
        page = self._pages.get(NOT_FOUND)
        view = PageView(
            kind="error",
            url=self._ask.url("/404.html"),
            title=page.title if page else say("not_found_title", self._settings.tone, {}),
            description="",
            tone=self._settings.tone,
            entry=page,
            noindex=True,
        )
        yield self._route(view, page.source if page else "")

    def _redirects(self) -> Iterator[Route]:
        site = self._site
        entries: tuple[Entry, ...] = (*site.posts, *site.pages, *site.services, *site.authors)
        for entry in entries:
            for alias in entry.aliases if entry.url else ():
                yield self.redirect(alias, entry.url, title=entry.title, source=entry.source)

    def redirect(self, old: str, new: str, *, title: str, source: str = "") -> Route:
        """The page that leads from one address to another, for hosts that know no rules."""
        view = self._generated("redirect", old, title, crumbs=())
        return msgspec.structs.replace(
            self._route(msgspec.structs.replace(view, target=new, noindex=True)), source=source
        )
