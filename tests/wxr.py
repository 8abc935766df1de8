"""Exports of WordPress made for tests, as WordPress writes them: by channel, items and comments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

HOST = "https://www.buero-alt.example"

_HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.4" created="2026-01-01 10:00" -->
<rss version="2.0"
	xmlns:excerpt="{scheme}://wordpress.org/export/{version}/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="{scheme}://wordpress.org/export/{version}/">
<channel>
	<title>Büro Alt</title>
	<link>{host}</link>
	<description>Alles im Griff</description>
	<pubDate>Thu, 01 Jan 2026 09:00:00 +0000</pubDate>
	<language>de-DE</language>
	<wp:wxr_version>{version}</wp:wxr_version>
	<wp:base_site_url>{host}</wp:base_site_url>
	<wp:base_blog_url>{host}</wp:base_blog_url>
"""


def cdata(text: str) -> str:
    """As WordPress writes it: a `]]>` within is split."""
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def export(
    *items: str,
    head: str = "",
    version: str = "1.2",
    host: str = HOST,
    scheme: str = "http",
    authors: str | None = None,
) -> str:
    """A whole export."""
    writer = author("eva", "Eva Müller") if authors is None else authors
    start = _HEAD.format(host=host, version=version, scheme=scheme)
    return f"{start}{writer}{head}{''.join(items)}</channel>\n</rss>\n"


def author(login: str, name: str, number: int = 1) -> str:
    """`wp:author`."""
    return (
        f"\t<wp:author><wp:author_id>{number}</wp:author_id><wp:author_login>{cdata(login)}</wp:author_login>"
        f"<wp:author_email>{cdata('geheim@buero-alt.example')}</wp:author_email>"
        f"<wp:author_display_name>{cdata(name)}</wp:author_display_name></wp:author>\n"
    )


def category(slug: str, name: str, *, number: int = 1, parent: str = "", description: str = "") -> str:
    """`wp:category` in the head."""
    return (
        f"\t<wp:category><wp:term_id>{number}</wp:term_id><wp:category_nicename>{cdata(slug)}</wp:category_nicename>"
        f"<wp:category_parent>{cdata(parent)}</wp:category_parent><wp:cat_name>{cdata(name)}</wp:cat_name>"
        f"<wp:category_description>{cdata(description)}</wp:category_description></wp:category>\n"
    )


def item(
    number: int | str = 1,
    *,
    title: str = "Rechnungen",
    slug: str = "rechnungen",
    content: str = "<p>Ein Text.</p>",
    kind: str = "post",
    status: str = "publish",
    date: str = "2019-03-01 09:30:00",
    link: str = "",
    excerpt: str = "",
    parent: int | str = 0,
    password: str = "",
    writer: str = "eva",
    terms: Iterable[tuple[str, str, str]] = (),
    meta: Mapping[str, str] | None = None,
    comments: Iterable[str] = (),
    more: str = "",
) -> str:
    """An item; `terms` are domain, slug and name."""
    return f"""	<item>
		<title>{cdata(title)}</title>
		<link>{escape(link or f"{HOST}/{slug or f'?p={number}'}/")}</link>
		<pubDate>Fri, 01 Mar 2019 08:30:00 +0000</pubDate>
		<dc:creator>{cdata(writer)}</dc:creator>
		<guid isPermaLink="false">{HOST}/?p={number}</guid>
		<description></description>
		<content:encoded>{cdata(content)}</content:encoded>
		<excerpt:encoded>{cdata(excerpt)}</excerpt:encoded>
		<wp:post_id>{number}</wp:post_id>
		<wp:post_date>{cdata(date)}</wp:post_date>
		<wp:post_date_gmt>{cdata(date)}</wp:post_date_gmt>
		<wp:post_modified>{cdata(date)}</wp:post_modified>
		<wp:comment_status>{cdata("open")}</wp:comment_status>
		<wp:post_name>{cdata(slug)}</wp:post_name>
		<wp:status>{cdata(status)}</wp:status>
		<wp:post_parent>{parent}</wp:post_parent>
		<wp:menu_order>0</wp:menu_order>
		<wp:post_type>{cdata(kind)}</wp:post_type>
		<wp:post_password>{cdata(password)}</wp:post_password>
		<wp:is_sticky>0</wp:is_sticky>
{_filed(terms)}{_fields(meta or {})}{"".join(comments)}{more}	</item>
"""


def _filed(terms: Iterable[tuple[str, str, str]]) -> str:
    """`category` of an item."""
    return "".join(
        f'\t\t<category domain="{domain}" nicename="{escape(nice)}">{cdata(name)}</category>\n'
        for domain, nice, name in terms
    )


def _fields(meta: Mapping[str, str]) -> str:
    """`wp:postmeta` of an item."""
    return "".join(
        f"\t\t<wp:postmeta><wp:meta_key>{cdata(key)}</wp:meta_key><wp:meta_value>{cdata(value)}</wp:meta_value>"
        "</wp:postmeta>\n"
        for key, value in meta.items()
    )


def attachment(number: int, upload: str, *, parent: int = 0, alt: str = "", caption: str = "", title: str = "") -> str:
    """A file of the media library."""
    url = f"{HOST}/wp-content/uploads/{upload}"
    return item(
        number,
        title=title or upload,
        slug=f"datei-{number}",
        content="",
        excerpt=caption,
        kind="attachment",
        status="inherit",
        parent=parent,
        meta={"_wp_attachment_image_alt": alt, "_wp_attached_file": upload} if alt else {"_wp_attached_file": upload},
        more=f"\t\t<wp:attachment_url>{cdata(url)}</wp:attachment_url>\n",
    )


def comment(
    number: int,
    *,
    text: str = "Danke!",
    name: str = "Anna K.",
    parent: int = 0,
    approved: str = "1",
    kind: str = "comment",
    user: int = 0,
    website: str = "",
    date: str = "2019-03-02 10:00:00",
) -> str:
    """A comment with everything that must not leave the export."""
    return f"""		<wp:comment>
			<wp:comment_id>{number}</wp:comment_id>
			<wp:comment_author>{cdata(name)}</wp:comment_author>
			<wp:comment_author_email>{cdata("anna@privat.example")}</wp:comment_author_email>
			<wp:comment_author_url>{escape(website)}</wp:comment_author_url>
			<wp:comment_author_IP>{cdata("203.0.113.77")}</wp:comment_author_IP>
			<wp:comment_agent>{cdata("Mozilla/5.0 (Geheim)")}</wp:comment_agent>
			<wp:comment_date>{cdata(date)}</wp:comment_date>
			<wp:comment_date_gmt>{cdata(date)}</wp:comment_date_gmt>
			<wp:comment_content>{cdata(text)}</wp:comment_content>
			<wp:comment_approved>{cdata(approved)}</wp:comment_approved>
			<wp:comment_type>{cdata(kind)}</wp:comment_type>
			<wp:comment_parent>{parent}</wp:comment_parent>
			<wp:comment_user_id>{user}</wp:comment_user_id>
		</wp:comment>
"""
