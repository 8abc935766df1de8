"""The questions a layout may ask of the site: the second half of the public theme contract, as `site` in every layout.

Each answer is made of frozen values and depends on the site alone. Layouts reach other pages only through here, which
is what lets a later build know which pages an edit concerns. It never renders and never reads a file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec

from sitegen.model.addresses import absolute_url, fill_pattern, with_base
from sitegen.model.entries import Author, Entry, Page, Post
from sitegen.model.page import BLOG_INTRODUCTION, SERVICES_INTRODUCTION
from sitegen.model.sections import Section, SectionPicture
from sitegen.model.site import Site, Taxonomy, Term
from sitegen.plan.credits import credited
from sitegen.plan.navigation import Menu, NavigationItem, resolve_links
from sitegen.plan.pictures import PictureCredit, PictureView, Tint, shared, sizes_for
from sitegen.plan.prices import terms_of
from sitegen.plan.questions.consent import ConsentQuestions
from sitegen.plan.questions.legal import LegalQuestions
from sitegen.plan.questions.policy import PolicyQuestions
from sitegen.plan.questions.unpublished import UnpublishedQuestions
from sitegen.plan.references import normal
from sitegen.plan.sections import section_link, sections_of
from sitegen.plan.terms import TermIndex, TermPosts, index_authors, index_terms
from sitegen.plan.theme import ThemeView, logo_of, theme_view
from sitegen.plan.views import PageView
from sitegen.settings.settings import OFF
from sitegen.text.collation import sort_key
from sitegen.text.slugs import slugify

if TYPE_CHECKING:
    from sitegen.plan.sharing import ShareLink
    from sitegen.plan.structured_data import Known


class Neighbours(msgspec.Struct, frozen=True, kw_only=True):
    """The posts before and after a post in time."""

    older: Post | None
    newer: Post | None


class YearPosts(msgspec.Struct, frozen=True, kw_only=True):
    """The posts of one year, newest first."""

    year: int
    url: str
    """Empty where the site has no page for a year."""
    posts: tuple[Post, ...]


class Files(msgspec.Struct, frozen=True, kw_only=True):
    """Where files other than pages are found."""

    assets: Mapping[str, str] = {}
    """Theme assets by name (`style.css`) → URL path."""
    pictures: Mapping[tuple[str, str], PictureView] = {}
    """(source file of the entry, `src` as written) → the published picture."""
    cards: Mapping[str, PictureView] = {}
    """Source file of an entry without a picture → the card that stands for it elsewhere; "" → that of the site."""
    credits: tuple[PictureCredit, ...] = ()
    tints: tuple[Tint, ...] = ()
    embedded: frozenset[str] = frozenset()
    """Hosts of what is embedded in texts."""
    search: str = ""
    """The folder of the search index below the output folder; empty where there is none."""


class SiteView(ConsentQuestions, PolicyQuestions, LegalQuestions, UnpublishedQuestions):
    """Answers questions about one frozen `Site`. Answers are computed once and kept for the build."""

    def __init__(
        self, site: Site, files: Files, *, form_key: bytes = b"", urls: Mapping[str, str] | None = None
    ) -> None:
        """`urls` are those of the entries (`urls_of`), where somebody knows them."""
        super().__init__(site, form_key=form_key)
        self._files = files
        if urls is not None:
            self._entry_urls = urls

    def _embedded(self) -> frozenset[str]:
        return self._files.embedded

    # What we look like

    @property
    def accent(self) -> str:
        """The accent colour as the owner chose it, `#rrggbb`."""
        return self.theme.brand

    @cached_property
    def theme(self) -> ThemeView:
        """The tokens of the look: `site.theme.light.paper`."""
        return theme_view(self._settings.theme, logo_of(self._settings.theme, self._files.pictures))

    @cached_property
    def _known(self) -> Known:
        from sitegen.plan.structured_data import Known

        return Known(
            site=self._site,
            business=self._business,
            terms=terms_of(self._settings, self._site.now),
            home=self.home,
            absolute=self.absolute,
            picture=self.picture,
        )

    def structured_data(self, page: PageView) -> str:
        """What the page is, as JSON-LD that may stand in a page as it is; empty where there is nothing to say."""
        from sitegen.plan.structured_data import structured_data

        return structured_data(page, self._known)

    # Addresses and files

    def url(self, path: str) -> str:
        """A path from the root of the site (`/feed.xml`) with the base path before it."""
        return with_base(path, self._base)

    def absolute(self, url: str) -> str:
        """A URL path as full address."""
        return absolute_url(url, self._settings.url)

    def listing(self, key: str) -> str:
        """The address of a list (`blog`, `services`, `categories`, `tags`, `archive`); empty if there is none.

        There is none where it is switched off, and where nothing would stand on it.
        """
        pattern = str(getattr(self._settings.permalinks, key))
        return with_base(fill_pattern(pattern), self._base) if pattern != OFF and self._fills(key) else ""

    def _fills(self, key: str) -> bool:
        """Whether the site has anything to show on a list."""
        match key:
            case "services":
                return bool(self._site.services) or SERVICES_INTRODUCTION in self._entry_urls
            case "search":
                return self._settings.search.enabled
            case "categories":
                return bool(self._terms["category"])
            case "tags":
                return bool(self._terms["tag"])
            case "blog":
                return bool(self._site.posts) or BLOG_INTRODUCTION in self._entry_urls
            case _:
                return bool(self._site.posts)

    def asset(self, name: str) -> str:
        """The address of a file of the theme. An unknown name is a fault of the layout: KeyError."""
        return self._files.assets[name]

    @property
    def search_index(self) -> str:
        """URL path of the folder that holds the search index; empty where there is none."""
        return with_base(f"/{self._files.search}/", self._base) if self._files.search else ""

    def picture(self, entry: Entry) -> PictureView | None:
        """The picture of an entry, ready to show, or None."""
        if entry.image is None:
            return None
        view = self._files.pictures.get((entry.source, entry.image.src))
        if view is None:
            return None
        image = entry.image
        return msgspec.structs.replace(credited(view, image.credit), alt=image.alt or view.alt, caption=image.caption)

    def picture_for_sharing(self, page: PageView) -> PictureView | None:
        """What a link to the page shows elsewhere: its picture, else its card, else that of the site; None for none."""
        entry = page.entry if isinstance(page.entry, Entry) else None
        picture = self.picture(entry) if entry else None
        cards = self._files.cards
        found = picture or (cards.get(entry.source) if entry else None) or cards.get("")
        return shared(found) if found else None

    def sizes(self, use: str) -> str:
        """How wide the layouts show pictures of this use, for the HTML attribute of that name; see `docs/theme.md`."""
        return sizes_for(use, self._settings.images.sizes)

    def credits(self) -> tuple[PictureCredit, ...]:
        """Every picture that is shown, with who made it and where it is shown."""
        return self._files.credits

    def tints(self) -> tuple[Tint, ...]:
        """The colours that stand in for pictures while they load; at most 64."""
        return self._files.tints

    # Sections of landing pages

    def sections(self, page: PageView) -> tuple[Section, ...]:
        """The sections of a page, in the owner's order; each names its `type`."""
        return sections_of(page.entry)

    def target(self, page: PageView, link: str) -> str:
        """Where a link of a section on `page` leads; empty when that is not published."""
        source = page.entry.source if isinstance(page.entry, Entry) else ""
        return section_link(link, source, self._entry_urls, self._base)

    def shown(self, page: PageView, image: SectionPicture | None) -> PictureView | None:
        """The picture of a section on `page`, ready to show, or None."""
        if image is None or not isinstance(page.entry, Entry):
            return None
        view = self._files.pictures.get((page.entry.source, image.src))
        if view is None:
            return None
        return msgspec.structs.replace(credited(view, image.credit), alt=image.alt or view.alt, caption=image.caption)

    # Navigation

    @cached_property
    def _navigation(self) -> Menu:
        return Menu(resolve_links(self._settings.navigation, self._entry_urls, self._base), self.home)

    @cached_property
    def _footer(self) -> Menu:
        from sitegen.plan.endings import ending_links

        named = resolve_links(self._settings.footer, self._entry_urls, self._base)
        return Menu((*named, *ending_links(self._settings, self.forms, named)), self.home)

    def navigation(self, page: PageView) -> tuple[NavigationItem, ...]:
        """The main navigation as seen from `page`."""
        return self._navigation.seen_from(page.url)

    def footer(self, page: PageView) -> tuple[NavigationItem, ...]:
        """The footer's links as seen from `page`."""
        return self._footer.seen_from(page.url)

    def link(self, path: str) -> str:
        """The address of the entry in `content/PATH`; empty when it is not published."""
        return self._entry_urls.get(normal(f"content/{path}"), "")

    # Posts

    def latest(self, count: int) -> tuple[Post, ...]:
        """The newest posts."""
        return self._site.posts[:count]

    def post(self, id: str) -> Post | None:  # noqa: A002 - the front matter's own word
        """One post by its id."""
        return self._posts_by_id.get(id)

    def expired_post(self, id: str) -> Post | None:  # noqa: A002 - as above
        """A post that was published and is no more."""
        return next((post for post in self._site.expired if post.id == id), None)

    def post_ids(self) -> tuple[str, ...]:
        """The ids of all posts."""
        return tuple(self._posts_by_id)

    def listed(self, page: PageView) -> tuple[Post, ...]:
        """The posts that stand on this page of a list (blog, home, term, year)."""
        posts = self._posts_of(page)
        if page.pagination is None:
            return posts
        size = self.page_size(page)
        first = (page.pagination.number - 1) * size
        return posts[first : first + size] if size else posts

    def page_size(self, page: PageView) -> int:
        """How many posts stand on one page of such a list; 0 for all."""
        blog = self._settings.blog
        return blog.page_size if page.kind == "blog" else blog.term_page_size

    def _posts_of(self, page: PageView) -> tuple[Post, ...]:
        match page.entry:
            case Term() as term:
                found = self.term_index(term.taxonomy).get(term.slug)
                return found.posts if found else ()
            case _ if page.kind == "year":
                return next((group.posts for group in self.years() if group.year == page.year), ())
            case _:
                return self._site.posts

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {post.id: position for position, post in enumerate(self._site.posts)}

    def neighbours(self, post: Post) -> Neighbours:
        """The posts published just before and just after."""
        posts, position = self._site.posts, self._positions[post.id]
        return Neighbours(
            older=posts[position + 1] if position + 1 < len(posts) else None,
            newer=posts[position - 1] if position else None,
        )

    def related(self, post: Post) -> tuple[Post, ...]:
        """Posts on the same subject, as many as the settings say."""
        from sitegen.plan.related import related_posts

        return related_posts(
            post,
            self._settings.blog.related,
            tags=self.term_index("tag"),
            categories=self.term_index("category"),
            series=self.series(post),
        )

    @cached_property
    def _series(self) -> dict[str, tuple[Post, ...]]:
        groups: dict[str, list[Post]] = defaultdict(list)
        for post in reversed(self._site.posts):
            if post.series:
                groups[slugify(post.series)].append(post)
        return {slug: tuple(posts) for slug, posts in groups.items()}

    def share(self, post: Post) -> tuple[ShareLink, ...]:
        """Plain addresses for passing a post on, in the owner's order."""
        from sitegen.plan.sharing import share_links

        return share_links(self._settings.blog.share, title=post.title, url=self.absolute(post.url))

    def series(self, post: Post) -> tuple[Post, ...]:
        """All parts of the post's series, the first part first; empty when it has none."""
        return self._series.get(slugify(post.series), ()) if post.series else ()

    @cached_property
    def _years(self) -> tuple[YearPosts, ...]:
        pattern = self._settings.permalinks.year
        return tuple(
            YearPosts(
                year=year,
                url="" if pattern == OFF else with_base(fill_pattern(pattern, year=year), self._base),
                posts=tuple(posts),
            )
            for year, posts in groupby(self._site.posts, key=lambda post: post.date.year)
        )

    def years(self) -> tuple[YearPosts, ...]:
        """All posts by year, the newest year first."""
        return self._years

    # Terms

    @cached_property
    def _terms(self) -> dict[Taxonomy, TermIndex]:
        posts, permalinks = self._site.posts, self._settings.permalinks
        category, tags = (lambda post: (post.category,) if post.category else ()), attrgetter("tags")
        return {
            "category": index_terms("category", posts, names_of=category, pattern=permalinks.category, base=self._base),
            "tag": index_terms("tag", posts, names_of=tags, pattern=permalinks.tag, base=self._base),
            "author": index_authors(self._site.authors, posts),
        }

    def term_index(self, taxonomy: Taxonomy) -> TermIndex:
        """All terms of a taxonomy by slug."""
        return self._terms[taxonomy]

    def terms(self, taxonomy: Taxonomy) -> tuple[TermPosts, ...]:
        """All terms with their posts, in German order: `site.terms("tag")`."""
        return tuple(self._terms[taxonomy].values())

    def category(self, post: Post) -> Term | None:
        """The post's category."""
        return self._terms["category"][slugify(post.category)].term if post.category else None

    def tags(self, post: Post) -> tuple[Term, ...]:
        """The post's tags in the order she typed them."""
        slugs = dict.fromkeys(slugify(tag) for tag in post.tags)
        return tuple(self._terms["tag"][slug].term for slug in slugs)

    @cached_property
    def _authors(self) -> dict[str, Author]:
        return {author.slug: author for author in self._site.authors}

    @cached_property
    def _bylines(self) -> dict[tuple[str, ...], tuple[Author, ...]]:
        return {}

    def authors(self, post: Post) -> tuple[Author, ...]:
        """Who wrote the post."""
        found = self._bylines.get(post.authors)
        if found is None:
            found = self._bylines[post.authors] = tuple(self._authors[slug] for slug in post.authors)
        return found

    def author(self, slug: str) -> Author | None:
        """One author by slug."""
        return self._authors.get(slug)

    # Pages

    @cached_property
    def _pages(self) -> tuple[Page, ...]:
        return tuple(sorted(self._site.pages, key=lambda page: sort_key(page.title)))

    def pages(self) -> tuple[Page, ...]:
        """All pages by title, in German order."""
        return self._pages
