"""From a document below `content/services/` to a service with its price."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal

from sitegen.model.addresses import fill_pattern, with_base
from sitegen.model.common import alias_findings, alias_paths, image_from, slug_findings, typeset
from sitegen.model.entries import Service
from sitegen.model.excerpt import excerpt_of
from sitegen.model.front_matter import ServiceFields
from sitegen.model.made import EntryOptions, Made
from sitegen.model.naming import bare_name
from sitegen.schema.convert import convert
from sitegen.sources.document import Document
from sitegen.text.slugs import slugify

PRICES_IN_WORDS: Final[dict[str, Decimal | None]] = {"free": Decimal(0), "on-request": None}


def service_from(document: Document, options: EntryOptions) -> Made[Service]:
    """The service of a document, or none and the errors of its front matter."""
    converted = convert(document.front, ServiceFields)
    fields = converted.value
    if fields is None:
        return Made(entry=None, findings=converted.findings)
    language = options.language
    name = bare_name(document.path)
    slug = slugify(fields.slug or name) or "leistung"
    service = Service(
        id=fields.id or name,
        source=document.path,
        body_line=document.body_line,
        url=with_base(fill_pattern(options.permalinks.service, slug=slug), options.base),
        slug=slug,
        title=typeset(fields.title, language),
        summary=typeset(fields.summary or excerpt_of(document.body), language),
        image=image_from(fields.image, language),
        aliases=alias_paths(fields.aliases, options.base),
        tone=fields.tone,
        category=typeset(fields.category, language),
        audience=typeset(fields.audience, language),
        included=tuple(typeset(item, language) for item in fields.included),
        not_included=tuple(typeset(item, language) for item in fields.not_included),
        price=price_of(fields.price),
        unit=fields.unit,
        starting=fields.starting,
        order=fields.order,
        draft=fields.draft,
    )
    findings = (*alias_findings(document, fields.aliases), *slug_findings(document, fields.slug))
    return Made(entry=service, findings=(*converted.findings, *findings))


def price_of(price: Decimal | Literal["free", "on-request"]) -> Decimal | None:
    """The price as a number; 0 when it is free, None when it is on request."""
    return price if isinstance(price, Decimal) else PRICES_IN_WORDS[price]
