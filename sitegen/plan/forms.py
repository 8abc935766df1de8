"""The forms of a site: which there are, on which pages they stand, in which tone, and where they are sent.

A form that stands on pages of both tones is two forms, one for each, since everything that follows it (thank-you page,
mails, pages of the inbox) speaks as the form did. Pure; what is wrong with forms is said in `form_findings`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

import msgspec
from markupsafe import Markup

from sitegen.model.addresses import absolute_url, base_path, fill_pattern, with_base
from sitegen.model.entries import Entry, Service
from sitegen.model.forms.form import COMMENT_FORM, REPORT_FORM, FormSpec, FormTarget, SumQuestion
from sitegen.model.site import Site
from sitegen.plan.references import normal
from sitegen.settings.forms import Form, form_name
from sitegen.settings.settings import OFF, Permalinks, Settings
from sitegen.text.tone import Tone

if TYPE_CHECKING:
    from sitegen.model.forms.kinds import FormContext
    from sitegen.model.forms.providers import ProviderFacts

OWN_INBOX: Final = "inbox"
BY_MAIL: Final = "mailto"
KINDS: Final[tuple[Literal["contact", "callback", "quote", "newsletter", "withdrawal", "cancellation"], ...]] = (
    "contact",
    "callback",
    "quote",
    "newsletter",
    "withdrawal",
    "cancellation",
)
"""What a text may name without more ado."""


class FormView(msgspec.Struct, frozen=True, kw_only=True):
    """A form as a layout shows it."""

    name: str
    title: str
    html: Markup
    """The whole form with its heading; safe to print."""
    mail: str
    """The e-mail address that is another way; empty where there is none, or where the form itself goes by mail."""


class ShownForm(msgspec.Struct, frozen=True, kw_only=True):
    """A form of the owner's on one page."""

    entry: Entry
    form: Form
    """With its final name."""
    spec: FormSpec
    """As it stands on this page: on the page of a service, that service is filled in."""


class SiteForms:
    """The forms of one frozen site. Holds what all of them share, nothing that changes."""

    def __init__(self, site: Site, *, urls: Mapping[str, str], key: bytes) -> None:
        """`urls` are the entries' by source file (NFC); without a `key` no form asks for a sum."""
        self._site = site
        self._settings = site.settings
        self._delivery = site.settings.delivery
        self._urls = urls
        self._key = key

    # What holds for all

    @property
    def has_key(self) -> bool:
        """Whether sums can be signed."""
        return bool(self._key)

    @property
    def to_inbox(self) -> bool:
        """Whether the owner's own inbox receives them."""
        return self._delivery.provider == OWN_INBOX

    @property
    def by_mail(self) -> bool:
        """Whether the visitor's own mail program sends them."""
        return self._delivery.provider == BY_MAIL

    @property
    def can_be_sent(self) -> bool:
        """Whether the settings name a receiver; without one no form is shown, and the owner is told."""
        if self.to_inbox:
            from sitegen.model.forms.providers import is_safe_address

            return bool(self._delivery.address) and is_safe_address(self._delivery.address)
        return bool(self._settings.business.email) or not self.by_mail

    @property
    def comments_open(self) -> bool:
        """Whether new comments are taken at all."""
        return self._settings.comments.open and self.can_be_sent and self._has_key_for("")

    @property
    def _provider(self) -> ProviderFacts:
        from sitegen.model.forms.providers import PROVIDERS

        return PROVIDERS[self._delivery.provider]

    def context(self, tone: Tone) -> FormContext:
        """What a form on a page of this tone takes from the site."""
        from sitegen.model.forms.kinds import FormContext

        return FormContext(
            tone=tone,
            language=self._settings.language,
            privacy=self._delivery.privacy,
            privacy_url=self.page_url(self._delivery.privacy_page),
            asks_sum=self.to_inbox and self._delivery.sum and self.has_key,
        )

    def page_url(self, file: str) -> str:
        """Full address of the page in `content/FILE`; empty where it is not published."""
        url = self._urls.get(normal(f"content/{file.removeprefix('content/')}"), "")
        return absolute_url(url, self._settings.url) if url else ""

    def thanks_path(self, name: str) -> str:
        """URL path of the page after a form, with base path."""
        pattern = self._settings.permalinks.thanks
        # A sender is always led somewhere: there is no form without such a page.
        pattern = Permalinks().thanks if pattern == OFF else pattern
        return with_base(fill_pattern(pattern, form=name), base_path(self._settings.url))

    def _thanks_url(self, name: str, own: str = "") -> str:
        return (self.page_url(own) if own else "") or absolute_url(self.thanks_path(name), self._settings.url)

    # The owner's forms

    @cached_property
    def offered(self) -> dict[str, Form]:
        """The forms that a text may name: those of `site.yaml`, and each kind as it is."""
        plain: dict[str, Form] = {kind: Form(kind=kind) for kind in KINDS}
        return plain | {form_name(form): form for form in reversed(self._settings.forms)}

    def form_of(self, entry: Entry) -> Form | None:
        """The form that an entry asks for; None for none, and for a name that means nothing."""
        form = self.offered.get(entry.form) if isinstance(entry.form, str) else entry.form
        if form is None:
            return None
        name, tone = form_name(form), tone_of(entry, self._settings)
        name = name if tone is self._settings.tone else f"{name}-{tone}"
        receipt = form.receipt and self._provider.sends_receipts
        return msgspec.structs.replace(form, name=name, receipt=receipt)

    @cached_property
    def shown(self) -> tuple[ShownForm, ...]:
        """Every form on every page, in the order of the site."""
        return tuple(self._shown())

    def _shown(self) -> Iterator[ShownForm]:
        site = self._site
        entries: tuple[Entry, ...] = (*site.pages, *site.services, *site.posts)
        for entry in entries:
            form = self.form_of(entry) if entry.form else None
            if form:
                service = entry.title if isinstance(entry, Service) else ""
                tone = tone_of(entry, self._settings)
                yield ShownForm(entry=entry, form=form, spec=self._spec(form, tone, service))

    def _spec(self, form: Form, tone: Tone, service: str = "") -> FormSpec:
        from sitegen.model.forms.kinds import form_spec

        return form_spec(
            form,
            self.context(tone),
            thanks_url=self._thanks_url(form.name, form.thanks),
            services=tuple(service.title for service in self._site.services),
            service=service,
        )

    @cached_property
    def specs(self) -> tuple[FormSpec, ...]:
        """Each of them once, by name, for no page in particular."""
        found = {one.form.name: self._spec(one.form, one.spec.tone) for one in self.shown}
        return tuple(found[name] for name in sorted(found))

    # The forms of comments

    def comment(self, tone: Tone) -> FormSpec:
        """The form below posts."""
        from sitegen.model.forms.kinds import comment_spec

        return comment_spec(self._settings.comments, self.context(tone), thanks_url=self._thanks_url(COMMENT_FORM))

    def report(self, tone: Tone) -> FormSpec:
        """The form to report a comment, which the inbox serves."""
        from sitegen.model.forms.kinds import report_spec

        return report_spec(self.context(tone), thanks_url=self._thanks_url(REPORT_FORM))

    @cached_property
    def of_comments(self) -> tuple[FormSpec, ...]:
        """Those that the site's comments need, in its tone; a comment can be reported as long as it is shown."""
        tone = self._settings.tone
        comment = (self.comment(tone),) if self.comments_open else ()
        reportable = self.to_inbox and self.can_be_sent and (self.comments_open or bool(self._site.comments))
        return (*comment, self.report(tone)) if reportable else comment

    # From a spec to a page

    @property
    def with_thanks(self) -> tuple[FormSpec, ...]:
        """The forms whose thank-you page has to be made: all that are sent and have none of the owner's."""
        if self.by_mail:
            return ()
        own = {one.form.name for one in self.shown if one.form.thanks}
        return (*(spec for spec in self.specs if spec.name not in own), *self.of_comments)

    def target(self, spec: FormSpec, key: str = "") -> FormTarget:
        """Where a form is sent; `key` is its own at the provider. Only where `can_be_sent`."""
        from sitegen.model.forms.providers import target_of

        return target_of(spec, self._delivery, key=key, email=self._settings.business.email)

    def question(self, spec: FormSpec, url: str) -> SumQuestion | None:
        """The sum of a form on the page at a URL path, or none."""
        from sitegen.model.forms.sum import sum_for

        return sum_for(spec.name, url, site=self._delivery.site, key=self._key) if spec.sum else None

    def is_deliverable(self, form: Form) -> bool:
        """Whether this form reaches anybody."""
        return self.can_be_sent and self._has_key_for(form.key)

    def _has_key_for(self, own: str) -> bool:
        return bool(own or self._delivery.key) or not self._provider.needs_key


def tone_of(entry: Entry, settings: Settings) -> Tone:
    """How an entry speaks to visitors."""
    return entry.tone or settings.tone
