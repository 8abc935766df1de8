"""The questions about comments: the part of `SiteView` by which visitors hear one another.

Each answer is made of frozen values and depends on the site, its moment and the key of its forms alone.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final
from urllib.parse import quote, urlencode

from sitegen.model.addresses import absolute_url, with_base
from sitegen.model.comments.closing import takes_comments
from sitegen.model.comments.comment import Comment, comment_anchor
from sitegen.model.entries import Page, Post
from sitegen.model.forms.form import COMMENT_FORM, PAGE_FIELD, PARENT_FIELD, POST_FIELD, REPORT_FORM
from sitegen.plan.comments import (
    FEED_NAME,
    FORM_ID,
    NOTHING_SAID,
    DiscussionView,
    Ways,
    mention_views,
    said_about,
    shown_comments,
    shown_mentions,
    thread_views,
)
from sitegen.plan.forms import FormView, tone_of
from sitegen.plan.questions.forms import FormQuestions, on_site
from sitegen.text.tone import Tone
from sitegen.text.wording import say

_LINE_END: Final = "\r\n"
"""In a link that begins a mail (RFC 6068, 5)."""


class CommentQuestions(FormQuestions):
    """Answers questions about the comments of one frozen `Site`."""

    @cached_property
    def _discussions(self) -> dict[str, DiscussionView]:
        """Those that were asked about, by id."""
        return {}

    @cached_property
    def _page_ids(self) -> frozenset[str]:
        """Pages about which something may have been said; a post comes first with its id."""
        return frozenset(page.id for page in self._site.pages) - self._posts_by_id.keys()

    def discussion(self, about: Post | Page) -> DiscussionView:
        """What was said about a post or a page, and where more can be said.

        Pages take no comments; what was said about them on another site stays.
        """
        known = self._posts_by_id if isinstance(about, Post) else self._page_ids
        if about.id not in known:
            return NOTHING_SAID
        if about.id not in self._discussions:
            self._discussions[about.id] = self._discussion(about)
        return self._discussions[about.id]

    def comments_feed(self) -> str:
        """URL path of the feed of all comments; empty while there are none."""
        return self._comments_feed

    @cached_property
    def _comments_feed(self) -> str:
        said = any(shown_comments(said_about(post, self._site)) for post in self._site.posts)
        return with_base(FEED_NAME, self._base) if said else ""

    def _discussion(self, post: Post | Page) -> DiscussionView:
        said = said_about(post, self._site)
        form = self._comment_form(post) if isinstance(post, Post) else None
        count = len(shown_comments(said))
        ways = Ways(
            reply=lambda comment: self._reply_url(post, comment) if form else "",
            report=lambda comment: self._report_url(post, comment),
        )
        return DiscussionView(
            comment_count=count,
            mention_count=len(shown_mentions(said)),
            threads=thread_views(said, ways, depth=self._settings.comments.depth),
            mentions=tuple(mention_views(said)),
            form=form,
            feed_url=f"{post.url}{FEED_NAME}" if count and isinstance(post, Post) else "",
        )

    def _comment_form(self, post: Post) -> FormView | None:
        """The form below a post; none where nothing new is taken, and where nobody would receive it."""
        forms = self.forms
        if not forms.comments_open or not takes_comments(post, self._settings.comments, self._site.now):
            return None
        from sitegen.model.forms.markup import form_markup

        spec = forms.comment(tone_of(post, self._settings))
        target = forms.target(spec)
        page = post.url if forms.to_inbox else absolute_url(post.url, self._settings.url)
        html = form_markup(
            on_site(spec),
            target,
            question=forms.question(spec, post.url),
            form_id=FORM_ID,
            extra_hidden=((PAGE_FIELD, page), (POST_FIELD, post.id)),
        )
        mail = "" if target.is_mail else self._settings.business.email
        return FormView(name=spec.name, title=spec.title, html=html, mail=mail)

    def _inbox_url(self, form: str, post: Post | Page, comment: Comment) -> str:
        delivery = self._settings.delivery
        address = f"{delivery.address.rstrip('/')}/f/{quote(delivery.site)}/{form}"
        return f"{address}?{POST_FIELD}={quote(post.id, safe='')}&{PARENT_FIELD}={comment.id}"

    def _reply_url(self, post: Post | Page, comment: Comment) -> str:
        return self._inbox_url(COMMENT_FORM, post, comment) if self.forms.to_inbox else ""

    def _report_url(self, post: Post | Page, comment: Comment) -> str:
        """The form of the inbox (DSA Art. 16) as long as it has one, else a mail; nothing without either."""
        if self.forms.to_inbox and self.forms.of_comments:
            return self._inbox_url(REPORT_FORM, post, comment)
        email = self._settings.business.email
        if not email:
            return ""
        address = absolute_url(f"{post.url}#{comment_anchor(comment.id)}", self._settings.url)
        subject = say("comment_report_subject", Tone.SIE, {})
        body = say("comment_report_body", Tone.SIE, {"address": address}).replace("\n", _LINE_END)
        return f"mailto:{quote(email, safe='@+._-')}?{urlencode({'subject': subject, 'body': body}, quote_via=quote)}"
