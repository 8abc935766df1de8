"""Sections of the privacy page on how people write: mail, forms, comments, newsletter. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from sitegen.legal.document import Paragraph, Part, Section
from sitegen.legal.facts import LegalFacts
from sitegen.legal.law import PROCESSING
from sitegen.legal.privacy_party import NEWSLETTER, all_about
from sitegen.legal.voice import Voice, plain
from sitegen.model.forms.providers import privacy_paragraphs
from sitegen.settings.business import Country
from sitegen.settings.comments import Comments


def writing_sections(facts: LegalFacts, voice: Voice) -> Iterator[Section]:
    """Those that the site needs, in the order of the page."""
    yield voice.section("nachrichten", "privacy_messages", *_messages(facts, voice))
    if facts.forms - {NEWSLETTER}:
        yield voice.section("formulare", "privacy_forms", *_forms(facts, voice))
    if facts.comments:
        yield voice.section("kommentare", "privacy_comments", *_comments(facts.comments, facts, voice))
    senders = [involved for involved in facts.parties if involved.party.category == NEWSLETTER]
    if NEWSLETTER in facts.forms or senders:
        about = all_about(senders, facts, voice)
        yield voice.section("newsletter", "privacy_newsletter", _newsletter(facts, voice), *about)


def _messages(facts: LegalFacts, voice: Voice) -> Iterator[Part]:
    business = facts.business
    yield voice.paragraph(
        "privacy_messages_text", _unless_swiss(facts, "privacy_messages_basis"), "privacy_messages_until"
    )
    if business.whatsapp:
        yield voice.paragraph("privacy_whatsapp")
    if business.booking:
        yield voice.paragraph("privacy_booking", host=urlsplit(business.booking).hostname or business.booking)


def _forms(facts: LegalFacts, voice: Voice) -> Iterator[Part]:
    yield voice.paragraph("privacy_forms_required")
    for paragraph in privacy_paragraphs(facts.provider, voice.tone):
        yield plain(voice.set(paragraph))
    if facts.receiver and facts.receiver.contract:
        yield voice.paragraph("privacy_processor", law=PROCESSING[facts.country])
    if basis := _unless_swiss(facts, "privacy_forms_basis"):
        yield voice.paragraph(basis)


def _comments(comments: Comments, facts: LegalFacts, voice: Voice) -> Iterator[Part]:
    asked = {"optional": "privacy_comments_optional", "required": "privacy_comments_required", "off": ""}
    yield voice.paragraph(
        "privacy_comments_text",
        asked[comments.email],
        "privacy_comments_website" if comments.website else "",
    )
    if not facts.forms - {NEWSLETTER}:
        for paragraph in privacy_paragraphs(facts.provider, voice.tone):
            yield plain(voice.set(paragraph))
    yield voice.paragraph(_unless_swiss(facts, "privacy_comments_basis"), "privacy_comments_until")
    yield voice.paragraph("privacy_comments_report", _unless_swiss(facts, "privacy_comments_report_basis"))


def _newsletter(facts: LegalFacts, voice: Voice) -> Paragraph:
    return voice.paragraph(
        "privacy_newsletter_text", _unless_swiss(facts, "privacy_newsletter_basis"), "privacy_newsletter_until"
    )


def _unless_swiss(facts: LegalFacts, key: str) -> str:
    """A sentence on the legal ground, which Swiss law does not ask for."""
    return "" if facts.country is Country.CH else key
