"""The question about the form of a page: the part of `SiteView` by which visitors write to the owner.

Each answer is made of frozen values and depends on the site and the key of its forms alone. Never says what is wrong
with a form (that is `form_findings`).
"""

from __future__ import annotations

from functools import cached_property
from typing import Final
from urllib.parse import urlsplit

import msgspec

from sitegen.model.entries import Entry
from sitegen.model.forms.form import PAGE_FIELD, FormSpec
from sitegen.model.site import Site
from sitegen.plan.forms import FormView, ShownForm, SiteForms
from sitegen.plan.questions.identity import IdentityQuestions
from sitegen.plan.views import PageView
from sitegen.text.tone import Tone
from sitegen.text.wording import say

FORM_ID: Final = "_formular"
"""Where a link to the form of a page leads; no heading has such an id."""


def on_site(spec: FormSpec) -> FormSpec:
    """A form for a page of the site itself, which a link to the privacy page does not leave."""
    return msgspec.structs.replace(spec, privacy_url=urlsplit(spec.privacy_url).path)


class FormQuestions(IdentityQuestions):
    """Answers questions about the forms of one frozen `Site`."""

    def __init__(self, site: Site, *, form_key: bytes = b"") -> None:
        """With `form_key` forms ask for a sum; only the inbox, which has it too, can tell whether it is right."""
        super().__init__(site)
        self._form_key = form_key

    @cached_property
    def forms(self) -> SiteForms:
        """All forms of the site, and where they are sent."""
        return SiteForms(self._site, urls=self._entry_urls, key=self._form_key)

    @cached_property
    def _form_by_source(self) -> dict[str, ShownForm]:
        return {one.entry.source: one for one in self.forms.shown if self.forms.is_deliverable(one.form)}

    def form(self, page: PageView) -> FormView | None:
        """The form of a page, ready to be printed; none on the second page of a list, and where nobody receives it."""
        first = page.pagination is None or page.pagination.number == 1
        shown = self._form_by_source.get(page.entry.source) if first and isinstance(page.entry, Entry) else None
        if shown is None:
            return self._form_without_address(page) if first else None
        from sitegen.model.forms.markup import form_markup

        target = self.forms.target(shown.spec, shown.form.key)
        html = form_markup(
            on_site(shown.spec),
            target,
            question=self.forms.question(shown.spec, page.url),
            form_id=FORM_ID,
            extra_hidden=((PAGE_FIELD, page.url),) if self.forms.to_inbox else (),
        )
        mail = "" if target.is_mail else self._settings.business.email
        return FormView(name=shown.spec.name, title=shown.spec.title, html=html, mail=mail)

    def _form_without_address(self, page: PageView) -> FormView | None:
        """In place of a form that goes by mail to an address nobody has said: that it is missing, said to the owner."""
        from sitegen.legal.missing import EMAIL
        from sitegen.model.forms.controls import tag

        form = self.forms.form_of(page.entry) if isinstance(page.entry, Entry) else None
        if form is None or not self.forms.by_mail or self._settings.business.email:
            return None
        text = say("legal_missing", Tone.SIE, {"what": EMAIL.what, "key": EMAIL.key})
        html = tag("p", [("class", "note legal-missing"), ("id", FORM_ID)], tag("strong", [], text))
        return FormView(name=form.name, title=form.title, html=html, mail="")
