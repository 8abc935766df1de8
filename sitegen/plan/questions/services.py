"""The questions about services, their prices, and data: the part of `SiteView` that the owner sells by.

Each answer is made of frozen values and depends on the site alone. Never renders.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

import msgspec

from sitegen.model.addresses import base_path
from sitegen.model.entries import Page, Post, Service
from sitegen.model.records import TESTIMONIALS, DirectoryGroup, Testimonial, directory_of, testimonials_of
from sitegen.model.site import Datum, Site
from sitegen.plan.prices import PackageView, PriceTerms, PriceView, package_views, price_view, terms_of, vat_note
from sitegen.plan.references import urls_of
from sitegen.plan.services import ServiceCallView, call_view, posts_for
from sitegen.plan.views import PageView


class ServiceCategory(msgspec.Struct, frozen=True, kw_only=True):
    """Services of one category, in the owner's order."""

    name: str
    services: tuple[Service, ...]


class ServiceQuestions:
    """Answers questions about the services of one frozen `Site`. Answers are computed once and kept for the build."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._settings = site.settings
        self._base = base_path(site.settings.url)

    @cached_property
    def _entry_urls(self) -> Mapping[str, str]:
        return urls_of(self._site)

    @cached_property
    def _posts_by_id(self) -> dict[str, Post]:
        return {post.id: post for post in self._site.posts}

    # Services

    def services(self) -> tuple[Service, ...]:
        """All services in the owner's order."""
        return self._site.services

    @cached_property
    def _service_categories(self) -> tuple[ServiceCategory, ...]:
        groups: dict[str, list[Service]] = defaultdict(list)
        for service in self._site.services:
            groups[service.category].append(service)
        return tuple(ServiceCategory(name=name, services=tuple(services)) for name, services in groups.items())

    def service_categories(self) -> tuple[ServiceCategory, ...]:
        """Services grouped by category, in the order in which the categories first occur."""
        return self._service_categories

    def service(self, slug: str) -> Service | None:
        """One service by slug."""
        return next((service for service in self._site.services if service.slug == slug), None)

    def service_call(self, service: Service) -> ServiceCallView:
        """The call to action of a service."""
        return call_view(service, self._entry_urls, self._base)

    def service_posts(self, service: Service) -> tuple[Post, ...]:
        """The posts that a service names."""
        return posts_for(service, self._posts_by_id)

    # Prices

    @cached_property
    def _price_terms(self) -> PriceTerms:
        return terms_of(self._settings, self._site.now)

    def price(self, service: Service) -> PriceView:
        """What a service costs today, in words and as a number."""
        return price_view(service, self._price_terms)

    def packages(self, service: Service) -> tuple[PackageView, ...]:
        """The packages of a service beside what single hours cost."""
        return package_views(service, self._price_terms)

    def vat_note(self) -> str:
        """What is to be said about VAT where prices stand; empty as long as the owner has not said."""
        return vat_note(self._price_terms)

    # Data

    def data(self, name: str) -> Datum:
        """What `content/data/NAME.yaml` (or .json, .csv) holds; None where there is no such file."""
        return self._site.data.get(name)

    @cached_property
    def _testimonials(self) -> tuple[Testimonial, ...]:
        return testimonials_of(self.data(TESTIMONIALS), self._settings.language)

    def testimonials(self) -> tuple[Testimonial, ...]:
        """What customers said, from `content/data/testimonials.yaml`."""
        return self._testimonials

    def directory(self, page: PageView) -> tuple[DirectoryGroup, ...]:
        """The data file that the page names, as a list by category."""
        entry = page.entry
        name = entry.data if isinstance(entry, Page) else ""
        return directory_of(self.data(name), self._settings.language) if name else ()
