"""The letters to people who wrote something: a copy of it, and the question whether a newsletter is wanted.

Anybody can type anybody's address into a form. So these letters say as little as possible that a stranger could have
put into them: no name, no links, and once what was written. Pure: values in, a letter out.
"""

from __future__ import annotations

from sitegen.inbox.mail.composing import Letter
from sitegen.inbox.mail.instants import when_in_words
from sitegen.inbox.mail.quoting import labelled, quoted
from sitegen.inbox.mail.wording import VISITORS
from sitegen.inbox.records import Item, Subscriber
from sitegen.inbox.tokens import CONFIRM_LASTS
from sitegen.model.inbox_manifest import InboxManifest
from sitegen.text.tone import Tone


def receipt(item: Item, *, manifest: InboxManifest) -> Letter:
    """A copy of a message for whoever sent it."""
    tone = _tone_of(item.form, manifest)
    answer = _say("response_time", tone, time=manifest.response_time) if manifest.response_time else ""
    opening = _say("receipt", tone)
    subject = _say("receipt_subject", tone, owner=manifest.owner)
    return _letter(subject, (opening, _copy(item), answer, _say("stranger", tone)), manifest, to=item.email, tone=tone)


def declaration_receipt(item: Item, *, manifest: InboxManifest) -> Letter:
    """That a withdrawal or a termination has come, when, and what it says (§ 356a BGB, § 312k (4) BGB)."""
    form = manifest.form(item.form)
    kind = form.kind if form else "withdrawal"
    tone = _tone_of(item.form, manifest)
    when = when_in_words(item.created, manifest.language)
    subject = _say(f"{kind}_subject", tone, owner=manifest.owner)
    end = _say("cancellation_end", tone) if kind == "cancellation" else ""
    parts = (_say(kind, tone, when=when), _declared(item), end, _say("stranger", tone))
    return _letter(subject, parts, manifest, to=item.email, tone=tone)


def report_receipt(item: Item, *, manifest: InboxManifest) -> Letter:
    """That a report has come (DSA Art. 16 (4)), with a copy."""
    tone = _tone_of(item.form, manifest)
    subject = _say("report_subject", tone, owner=manifest.owner)
    parts = (_say("report", tone), _copy(item), _say("stranger", tone))
    return _letter(subject, parts, manifest, to=item.email, tone=tone)


def confirmation(subscriber: Subscriber, *, manifest: InboxManifest, confirm_url: str, unsubscribe_url: str) -> Letter:
    """The question of the double opt-in, without a word of advertising."""
    tone = _tone_of(subscriber.form, manifest)
    subject = _say("confirm_subject", tone, owner=manifest.owner)
    parts = (
        _say("confirm", tone, owner=manifest.owner, url=confirm_url),
        _say("confirm_until", tone, days=CONFIRM_LASTS.days),
        _say("confirm_stranger", tone),
    )
    headers = (
        ("List-Unsubscribe", f"<{unsubscribe_url}>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    )
    return _letter(subject, parts, manifest, to=subscriber.email, tone=tone, headers=headers)


def _letter(
    subject: str,
    parts: tuple[str, ...],
    manifest: InboxManifest,
    *,
    to: str,
    tone: Tone,
    headers: tuple[tuple[str, str], ...] = (),
) -> Letter:
    signature = _say("signature", tone, owner=manifest.owner, url=manifest.url)
    body = "\n\n".join(part for part in (_say("greeting", tone), *parts, signature) if part)
    return Letter(to=to, sender_name=manifest.owner, subject=subject, body=f"{body}\n", headers=headers)


def _copy(item: Item) -> str:
    """What was sent, all of it a quotation."""
    fields = "\n".join(labelled(label, value) for label, value in item.fields if value)
    return quoted("\n\n".join(part for part in (fields, item.text) if part))


def _declared(item: Item) -> str:
    """All that was declared, the name included: it belongs to the declaration."""
    return quoted("\n".join(labelled(label, value) for label, value in (("Name", item.name), *item.fields) if value))


def _tone_of(form_name: str, manifest: InboxManifest) -> Tone:
    form = manifest.form(form_name)
    return form.tone if form else manifest.tone


def _say(key: str, tone: Tone, **facts: str | int) -> str:
    sentence = VISITORS[key]
    return (sentence.du if tone is Tone.DU and sentence.du else sentence.text).format_map(facts)
