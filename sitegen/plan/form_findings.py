"""What is wrong with the forms of a site: names that mean nothing, pages that are missing, receivers that cannot.

Judged is what stands on published pages; a site without forms and comments has nothing to be told. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.entries import Entry
from sitegen.model.site import Site
from sitegen.plan.forms import SiteForms
from sitegen.plan.references import Meaning, References, meant
from sitegen.schema.fields import Choice, fields_of, fold
from sitegen.schema.places import Step
from sitegen.settings.forms import Form, form_name
from sitegen.settings.load import SITE_FILE
from sitegen.sources.whereabouts import Whereabouts
from sitegen.text.suggest import closest

if TYPE_CHECKING:
    from sitegen.model.forms.faults import FormFault


class Declared(msgspec.Struct, frozen=True, kw_only=True):
    """A form as its owner has written it, and where."""

    form: Form
    file: str
    path: tuple[Step, ...]


def form_findings(site: Site, forms: SiteForms, refer: References, where: Whereabouts) -> Iterator[Diagnostic]:
    """All of it."""
    declared = tuple(_declared(site))
    if declared:
        yield from _faults_within(site, declared, where)
    yield from _unknown(site, forms, where)
    yield from _namesakes(declared, where)
    if not refer.faulty:  # else one of these texts may show it
        yield from _unshown(site, forms, where)
    for one in declared:
        if one.form.thanks:
            span = where.field(one.file, *one.path, "thanks")
            yield from _missing_page("SG723", one.form.thanks, refer, span)
    if forms.shown or site.settings.comments.open:
        yield from _receiver(site, forms, where)
        yield from _unable(site, forms, declared, where)
        if not forms.by_mail:
            target, span = site.settings.delivery.privacy_page, where.field(SITE_FILE, "delivery", "privacy_page")
            yield from _missing_page("SG724", target, refer, span)


def _entries(site: Site) -> tuple[Entry, ...]:
    return (*site.pages, *site.services, *site.posts)


def _declared(site: Site) -> Iterator[Declared]:
    for number, form in enumerate(site.settings.forms):
        yield Declared(form=form, file=SITE_FILE, path=("forms", number))
    for entry in _entries(site):
        if isinstance(entry.form, Form):
            yield Declared(form=entry.form, file=entry.source, path=("form",))


def _faults_within(site: Site, declared: tuple[Declared, ...], where: Whereabouts) -> Iterator[Diagnostic]:
    """What is wrong with a form by itself."""
    from sitegen.model.forms.faults import form_faults, name_faults
    from sitegen.model.forms.providers import key_faults

    for fault in name_faults(site.settings.forms):
        yield _placed(fault, SITE_FILE, ("forms", *fault.path), where)
    for one in declared:
        for fault in (*form_faults(one.form), *key_faults(one.form.key, site.settings.delivery.provider)):
            yield _placed(fault, one.file, (*one.path, *fault.path), where)
        if one.file != SITE_FILE:
            for fault in name_faults((one.form,)):
                yield _placed(fault, one.file, (*one.path, *fault.path[1:]), where)


def _placed(fault: FormFault, file: str, path: tuple[Step, ...], where: Whereabouts) -> Diagnostic:
    return Diagnostic(code=fault.code, span=where.field(file, *path), facts=fault.facts)


def _unknown(site: Site, forms: SiteForms, where: Whereabouts) -> Iterator[Diagnostic]:
    """Names that no form has; a kind in German is meant as the kind."""
    for entry in _entries(site):
        if isinstance(entry.form, str) and entry.form not in forms.offered:
            kind = fields_of(Form)["kind"].shape
            german = kind.synonyms if isinstance(kind, Choice) else {}
            near = german.get(fold(entry.form)) or closest(entry.form, forms.offered) or ""
            cure = meant(near) if near else f"Es gibt: {', '.join(forms.offered)}."
            facts = {"name": entry.form, "cure": cure}
            yield Diagnostic(code="SG720", span=where.field(entry.source, "form"), facts=facts)


def _namesakes(declared: tuple[Declared, ...], where: Whereabouts) -> Iterator[Diagnostic]:
    """A form in the head of a text that is called like another one; two in `site.yaml` are a fault of that list."""
    first: dict[str, Declared] = {}
    for one in declared:
        name = form_name(one.form)
        other = first.setdefault(name, one)
        if other.form != one.form and one.file != SITE_FILE:
            facts = {"name": name, "other": other.file}
            yield Diagnostic(code="SG721", span=where.field(one.file, *one.path), facts=facts)


def _unshown(site: Site, forms: SiteForms, where: Whereabouts) -> Iterator[Diagnostic]:
    named = {entry.form for entry in _entries(site) if isinstance(entry.form, str)}
    for number, form in enumerate(site.settings.forms):
        if form_name(form) not in named and forms.offered[form_name(form)] == form:
            span = where.field(SITE_FILE, "forms", number)
            yield Diagnostic(code="SG722", span=span, facts={"name": form_name(form)})


def _missing_page(code: str, target: str, refer: References, span: Span) -> Iterator[Diagnostic]:
    """A page that a form leads to; one with faults of its own is told there."""
    reference = refer.link(target.removeprefix("content/"), "content/")
    if reference.meaning not in (Meaning.ENTRY, Meaning.FAULTY):
        near = reference.suggestion
        cure = meant(near) if near else f"Legen Sie „content/{target}“ an, oder nennen Sie eine andere Seite."
        yield Diagnostic(code=code, span=span, facts={"target": target, "cure": cure})


def _receiver(site: Site, forms: SiteForms, where: Whereabouts) -> Iterator[Diagnostic]:
    """What is missing for anything to arrive at all."""
    from sitegen.model.forms.providers import PROVIDERS, is_safe_address, key_faults

    delivery = site.settings.delivery
    for fault in key_faults(delivery.key, delivery.provider):
        yield _placed(fault, SITE_FILE, ("delivery", *fault.path), where)
    if forms.to_inbox and not delivery.address:
        yield Diagnostic(code="SG730", span=where.field(SITE_FILE, "delivery", "provider"))
    elif forms.to_inbox and not is_safe_address(delivery.address):
        span = where.field(SITE_FILE, "delivery", "address")
        yield Diagnostic(code="SG731", span=span, facts={"address": delivery.address})
    if forms.by_mail and not site.settings.business.email:
        first = (forms.shown[0].entry.source, "form") if forms.shown else (SITE_FILE, "comments", "open")
        yield Diagnostic(code="SG733", span=where.field(*first))
    keyless = [one for one in forms.shown if not one.form.key]
    if PROVIDERS[delivery.provider].needs_key and not delivery.key and (keyless or site.settings.comments.open):
        facts = {"provider": PROVIDERS[delivery.provider].name}
        yield Diagnostic(code="SG732", span=where.field(SITE_FILE, "delivery", "provider"), facts=facts)
    if forms.to_inbox and delivery.sum and not forms.has_key:
        yield Diagnostic(code="SG736", span=where.field(SITE_FILE, "delivery", "sum"))


def _unable(site: Site, forms: SiteForms, declared: tuple[Declared, ...], where: Whereabouts) -> Iterator[Diagnostic]:
    """What is asked of the receiver and it cannot do."""
    from sitegen.model.forms.providers import PROVIDERS

    provider = PROVIDERS[site.settings.delivery.provider]
    facts = {"provider": provider.name}
    if not provider.confirms_newsletters:
        for one in forms.shown:
            if one.form.kind == "newsletter":
                yield Diagnostic(code="SG734", span=where.field(one.entry.source, "form"), facts=facts)
    if not provider.sends_receipts:
        for form in declared:
            if form.form.receipt:
                yield Diagnostic(code="SG735", span=where.field(form.file, *form.path, "receipt"), facts=facts)
