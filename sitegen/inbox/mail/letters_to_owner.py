"""The letters to the owner: what came in, what is suspicious, what needs attention. Pure: values in, a letter out.

What visitors typed stands in bodies alone, quoted and with nothing to click on; their address only as the one that an
answer goes to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from sitegen.inbox.mail import wording
from sitegen.inbox.mail.composing import Letter
from sitegen.inbox.mail.instants import when_in_words
from sitegen.inbox.mail.quoting import beginning, defanged, labelled, on_one_line, quoted
from sitegen.inbox.records import Item, State
from sitegen.inbox.tokens import REVIEW_LASTS
from sitegen.inbox.wording import reason_sentence
from sitegen.model.forms.email import EmailError, mail_address
from sitegen.model.forms.form import FormKind
from sitegen.model.inbox_manifest import InboxManifest
from sitegen.text.locales import Language

_SHOWN: Final = 50
"""Entries that a letter about many items holds in full view."""
_EXCERPT: Final = 600
"""Characters of each of them."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An item and the address where the owner decides about it."""

    item: Item
    url: str


def notice(told: Told, *, manifest: InboxManifest, owner: str) -> Letter:
    """One new item."""
    item = told.item
    paragraphs = (
        _opening(item, manifest),
        quoted(item.text) if item.text else "",
        _particulars(item, manifest.language),
        _link(told),
        wording.KEEP_LINK.format(days=REVIEW_LASTS.days),
        _how_to_answer(item),
        wording.BROKEN_LINKS if _is_broken(item) else "",
    )
    return _letter(_subject(item, manifest), paragraphs, manifest=manifest, owner=owner, reply_to=_answerable(item))


def digest(entries: Sequence[Told], *, manifest: InboxManifest, owner: str) -> Letter:
    """Many new items in one letter."""
    subject = wording.SUBJECT_DIGEST.format(n=len(entries), site=manifest.title)
    return _letter(subject, (wording.DIGEST, *_list(entries, len(entries), manifest)), manifest=manifest, owner=owner)


def overview(entries: Sequence[Told], *, total: int, manifest: InboxManifest, owner: str) -> Letter:
    """What is suspicious; `entries` may be fewer than `total`."""
    one, many = wording.SUBJECT_OVERVIEW_OF_ONE, wording.SUBJECT_OVERVIEW
    subject = (one if total == 1 else many).format(n=total, site=manifest.title)
    return _letter(subject, (wording.OVERVIEW, *_list(entries, total, manifest)), manifest=manifest, owner=owner)


def publishing_failed(*, manifest: InboxManifest, owner: str) -> Letter:
    """The site's repository or folder takes no comments."""
    text = wording.PUBLISH_FAILED.format(site=manifest.title)
    return _letter(wording.SUBJECT_PUBLISH_FAILED, (text,), manifest=manifest, owner=owner)


def page_missing(url: str, *, manifest: InboxManifest, owner: str) -> Letter:
    """A comment was handed over and does not appear."""
    text = wording.PAGE_MISSING.format(url=url)
    return _letter(wording.SUBJECT_PAGE_MISSING, (text,), manifest=manifest, owner=owner)


def hook_disabled(hook: str, *, manifest: InboxManifest, owner: str) -> Letter:
    """A hook said that it is set up wrong, or that it is no longer wanted."""
    text = wording.HOOK_DISABLED.format(hook=hook)
    return _letter(wording.SUBJECT_HOOK_DISABLED, (text,), manifest=manifest, owner=owner)


def hook_given_up(hook: str, *, manifest: InboxManifest, owner: str) -> Letter:
    """A hook took none of ten deliveries of the same event."""
    text = wording.HOOK_GIVEN_UP.format(hook=hook)
    return _letter(wording.SUBJECT_HOOK_GIVEN_UP, (text,), manifest=manifest, owner=owner)


def flood(*, manifest: InboxManifest, owner: str) -> Letter:
    """More comments than anybody writes."""
    subject, text = wording.SUBJECT_FLOOD, wording.FLOOD
    return _letter(subject.format(site=manifest.title), (text,), manifest=manifest, owner=owner)


def probe_letter(*, manifest: InboxManifest, owner: str) -> Letter:
    """A letter to see whether letters arrive."""
    text = wording.TEST.format(site=manifest.title)
    return _letter(wording.SUBJECT_TEST, (text,), manifest=manifest, owner=owner)


def _letter(
    subject: str, paragraphs: Sequence[str], *, manifest: InboxManifest, owner: str, reply_to: str = ""
) -> Letter:
    footer = wording.FOOTER.format(site=manifest.title)
    return Letter(
        to=owner,
        sender_name=wording.FROM_INBOX.format(site=manifest.title),
        subject=subject,
        body="\n\n".join(part for part in (*paragraphs, footer) if part) + "\n",
        reply_to=reply_to,
    )


def _subject(item: Item, manifest: InboxManifest) -> str:
    if item.kind == "contact":
        return wording.SUBJECTS[_form_kind(item, manifest)].format(site=manifest.title)
    if item.kind == "report":
        return wording.SUBJECT_REPORT.format(post=_post_title(item, manifest))
    pattern = wording.SUBJECT_ANSWER if item.parent else wording.SUBJECT_COMMENT
    return pattern.format(post=_post_title(item, manifest))


def _opening(item: Item, manifest: InboxManifest) -> str:
    if item.kind == "contact":
        return wording.CAME[_form_kind(item, manifest)].format(site=manifest.title)
    post = _post_title(item, manifest)
    if item.kind == "report":
        return wording.REPORT_CAME.format(post=post)
    if _is_approved(item):
        return wording.COMMENT_APPROVED.format(post=post)
    return (wording.ANSWER_WAITS if item.parent else wording.COMMENT_WAITS).format(post=post)


def _particulars(item: Item, language: Language) -> str:
    """Who it is and when, a line each."""
    fields = (labelled(label, value) for label, value in item.fields if value)
    lines = (
        wording.NAME.format(name=on_one_line(item.name)) if item.name else "",
        wording.WEBSITE.format(website=on_one_line(item.website)) if item.website else "",
        *fields,
        wording.RECEIVED.format(when=when_in_words(item.created, language)),
        _reasons(item),
    )
    return "\n".join(line for line in lines if line)


def _how_to_answer(item: Item) -> str:
    if not _answerable(item):
        return wording.NO_ADDRESS if item.kind == "contact" else ""
    return wording.ANSWER_IN_PRIVATE if item.kind == "comment" else wording.ANSWER_BY_MAIL


def _answerable(item: Item) -> str:
    """The sender's address, if it is exactly one that mail can be sent to."""
    try:
        return mail_address(item.email)
    except EmailError:
        return ""


def _is_approved(item: Item) -> bool:
    return item.state in {State.APPROVED, State.PUBLISHED}


def _is_broken(item: Item) -> bool:
    typed = (item.text, item.name, item.website, *(value for _, value in item.fields))
    return any(defanged(text) != text for text in typed)


def _link(told: Told) -> str:
    if told.item.kind != "comment":
        return wording.LOOK.format(url=told.url)
    pattern = wording.CHANGE_DECISION if _is_approved(told.item) else wording.DECIDE
    return pattern.format(url=told.url)


def _list(entries: Sequence[Told], total: int, manifest: InboxManifest) -> tuple[str, ...]:
    """The entries one below the other, and how many there are beside them."""
    shown = [_entry(number, told, manifest) for number, told in enumerate(entries[:_SHOWN], 1)]
    more = (wording.MORE.format(n=total - len(shown)),) if total > len(shown) else ()
    broken = (wording.BROKEN_LINKS,) if any(_is_broken(told.item) for told in entries[:_SHOWN]) else ()
    return (*shown, *more, *broken, wording.KEEP_LINKS.format(days=REVIEW_LASTS.days))


def _entry(number: int, told: Told, manifest: InboxManifest) -> str:
    item = told.item
    excerpt = f"{quoted(beginning(item.text, _EXCERPT))}\n" if item.text else ""
    parts = (_entry_head(number, item, manifest), excerpt, _particulars(item, manifest.language), told.url)
    return "\n".join(part for part in parts if part)


def _entry_head(number: int, item: Item, manifest: InboxManifest) -> str:
    if item.kind == "contact":
        return wording.ENTRIES[_form_kind(item, manifest)].format(number=number)
    pattern = wording.ENTRY_REPORT if item.kind == "report" else wording.ENTRY_COMMENT
    return pattern.format(number=number, post=_post_title(item, manifest))


def _reasons(item: Item) -> str:
    if item.state is not State.SUSPECTED or not item.reasons:
        return ""
    return wording.REASONS.format(reasons="; ".join(on_one_line(reason_sentence(name)) for name in item.reasons))


def _post_title(item: Item, manifest: InboxManifest) -> str:
    post = manifest.post(item.post)
    return post.title if post else wording.NO_POST


def _form_kind(item: Item, manifest: InboxManifest) -> FormKind:
    form = manifest.form(item.form)
    return form.kind if form and form.kind in wording.CAME else "contact"
