"""Each kind of block of WordPress: HTML → Markdown → HTML is the same tree, but for the differences in `html_forms`.

What our renderer makes is compared, not what the Markdown looks like; that is `test_html_to_markdown`'s matter.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from html_forms import FORMS, in_our_forms
from html_trees import parsed, rendered, tree
from sitegen.importers.html.convert import AsWritten, markdown_of
from sitegen.importers.wordpress.blocks import BlocksRead, html_of
from sitegen.importers.wordpress.codes import KNOWN, Codes
from sitegen.importers.wordpress.shortcodes import replaced

PICTURE = '<img src="/uploads/tisch-300x200.jpg" alt="Ein Tisch" class="wp-image-7"/>'
FIGURE = f'<figure class="wp-block-image size-large">{PICTURE}</figure>'
BOX = "<!-- wp:paragraph --><p>Mit einem <em>Satz</em> darin.</p><!-- /wp:paragraph -->"
CELLS = (
    "<tr><td>Ablage</td><td>45&nbsp;€</td></tr><tr><td>Post &amp; Telefon</td><td><strong>60</strong>&nbsp;€</td></tr>"
)
HEAD = "<thead><tr><th>Was</th><th>Preis</th></tr></thead>"

BLOCKS = {
    "paragraph": (
        '<p class="has-text-align-center has-drop-cap">„So geht\'s“ – <strong>fett</strong>, <em>schräg</em> und '
        '<a href="https://a.example/?x=1&amp;y=2#z">ein Verweis</a>,<br>zweite Zeile: 5 &lt; 6 * 7 [x] `y`</p>'
    ),
    "heading": "<h2>Über <em>uns</em></h2><h3>Was &amp; wie</h3><h4>1. Punkt</h4>",
    "heading of level 1": "<h1><strong>Ganz oben</strong></h1><h2>Darunter</h2>",
    "heading of all levels": "<h1>Eins</h1><h2>Zwei</h2><h6>Sechs</h6>",
    "list": (
        "<ul><li>eins<ul><li>eins a<ol><li>tief</li><li>tiefer</li></ol></li><li>eins b</li></ul></li>"
        '<li><strong>zwei</strong></li></ul><ol start="4"><li>vier</li><li>fünf</li></ol>'
    ),
    "list-item": "<ul><li>a</li><li><p>b</p><p>c</p><pre><code>d</code></pre></li></ul>",
    "quote": (
        '<blockquote class="wp-block-quote"><p>Erster Satz.</p><p>Zweiter.</p><ul><li>dazu</li></ul>'
        "<cite>Wer es <em>gesagt</em> hat</cite></blockquote>"
    ),
    "pullquote": (
        '<figure class="wp-block-pullquote"><blockquote><p>Ein Satz zum Merken.</p><cite>Jemand</cite></blockquote>'
        "</figure>"
    ),
    "verse": '<pre class="wp-block-verse">Eine Zeile,\nnoch <em>eine</em>,\n\n  und die letzte</pre>',
    "preformatted": '<pre class="wp-block-preformatted">so  wie\n   es steht<br>und *bleibt*</pre>',
    "code": '<pre class="wp-block-code"><code>a = "```"\n\nif a &lt; b:\n    &amp;c</code></pre>',
    "table": f'<figure class="wp-block-table"><table>{HEAD}<tbody>{CELLS}</tbody></table></figure>',
    "table with foot and caption": (
        f'<figure class="wp-block-table is-style-stripes"><table class="has-fixed-layout">{HEAD}<tbody>{CELLS}</tbody>'
        "<tfoot><tr><td>Summe</td><td>105&nbsp;€</td></tr></tfoot></table>"
        '<figcaption>Preise, <a href="/kontakt/">auf Anfrage</a> auch andere</figcaption></figure>'
    ),
    "table without a head": f'<figure class="wp-block-table"><table><tbody>{CELLS}</tbody></table></figure>',
    "table of older days": f"<table><caption>Meine <b>Preise</b></caption>{HEAD}{CELLS}</table>",
    "table with heads of rows": (
        f"<table>{HEAD}<tr><th>Ablage</th><td>45</td></tr><tr><th>Post</th><td>60</td></tr></table>"
    ),
    "table across columns": f'<table>{HEAD}<tr><td colspan="2"><p>a</p><ul><li>b</li></ul></td></tr></table>',
    "table as a frame": "<table><tbody><tr><td><p>Nur <b>das</b>.</p></td></tr></tbody></table>",
    "image": f"{FIGURE}<p>Text</p>",
    "image with a caption": f'<figure class="wp-block-image">{PICTURE}<figcaption>Im „Büro“</figcaption></figure>',
    "image with emphasis below": f"<figure>{PICTURE}<figcaption>Im <em>alten</em> Büro</figcaption></figure>",
    "image with a link below": (
        f'<figure>{PICTURE}<figcaption>Von <a href="https://b.example/">B</a>, CO<sub>2</sub></figcaption></figure>'
    ),
    "image that leads somewhere": (
        f'<figure class="wp-block-image"><a href="https://b.example/">{PICTURE}</a><figcaption>Dorthin</figcaption></figure>'
    ),
    "image that leads to itself": f'<figure class="wp-block-image"><a href="/uploads/tisch.jpg">{PICTURE}</a></figure>',
    "image beside the words": (
        '<p><img class="alignleft size-medium" src="/uploads/tisch.jpg" alt="Ein Tisch">Daneben steht der Text.</p>'
        '<p>Und hier <img src="/uploads/punkt.png" alt="ein Punkt"> mittendrin.</p>'
    ),
    "image with a tooltip": '<p><img src="/uploads/tisch.jpg" alt="Ein Tisch" title="Mein erster Tisch"></p>',
    "gallery": (
        f'<figure class="wp-block-gallery has-nested-images columns-3">{FIGURE}<figure class="wp-block-image">'
        '<a href="https://b.example/"><img src="/uploads/stuhl.jpg" alt="Stuhl"></a><figcaption>Ein Stuhl</figcaption>'
        '</figure><figcaption class="blocks-gallery-caption">Was <em>hier</em> steht</figcaption></figure>'
    ),
    "gallery of 2018": (
        f'<ul class="wp-block-gallery columns-2"><li class="blocks-gallery-item"><figure>{PICTURE}</figure></li>'
        '<li class="blocks-gallery-item"><figure><img src="/uploads/b.jpg" alt="B"><figcaption>b</figcaption></figure>'
        "</li></ul>"
    ),
    "gallery of 2019": (
        f'<figure class="wp-block-gallery"><ul class="blocks-gallery-grid"><li><figure>{PICTURE}</figure></li><li>'
        '<figure><img src="/uploads/b.jpg" alt="B"></figure></li></ul><figcaption>Alle</figcaption></figure>'
    ),
    "cover": (
        '<div class="wp-block-cover"><span aria-hidden="true"></span><img class="wp-block-cover__image-background" '
        f'src="/uploads/wald.jpg" alt="Wald"><div class="wp-block-cover__inner-container">{BOX}</div></div>'
    ),
    "cover that moves": (
        '<div class="wp-block-cover"><video class="wp-block-cover__video-background" autoplay muted loop '
        f'src="/uploads/wald.mp4"></video><div>{BOX}</div></div>'
    ),
    "media-text": (
        '<div class="wp-block-media-text"><figure class="wp-block-media-text__media">'
        f'{PICTURE}</figure><div class="wp-block-media-text__content">{BOX}</div></div>'
    ),
    "columns": (
        f'<div class="wp-block-columns"><!-- wp:column --><div class="wp-block-column">{BOX}</div><!-- /wp:column -->'
        f'<!-- wp:column --><div class="wp-block-column">{FIGURE}{BOX}</div><!-- /wp:column --></div>'
    ),
    "group": f'<div class="wp-block-group"><div class="wp-block-group__inner-container"><h3>Eins</h3>{BOX}</div></div>',
    "buttons": (
        '<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="/kontakt/">'
        'Schreiben Sie mir</a></div><div class="wp-block-button"><a class="wp-block-button__link">Ohne Ziel</a></div>'
        "</div>"
    ),
    "file": (
        '<div class="wp-block-file"><a href="/uploads/preise.pdf">Preise</a><a href="/uploads/preise.pdf" '
        'class="wp-block-file__button" download>Herunterladen</a></div>'
    ),
    "audio": (
        '<figure class="wp-block-audio"><audio controls src="/uploads/a.mp3"></audio>'
        "<figcaption>Zum Hören</figcaption></figure>"
    ),
    "video": '<figure class="wp-block-video"><video controls src="/uploads/a.mp4"></video></figure>',
    "video from elsewhere": (
        '<figure class="wp-block-video"><video src="https://b.example/a.mp4"></video>'
        "<figcaption>Ein Film</figcaption></figure>"
    ),
    "embed": (
        '<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/abc\n</div>'
        "<figcaption>Ein <strong>Film</strong></figcaption></figure>"
    ),
    "social-links": (
        '<ul class="wp-block-social-links"><!-- wp:social-link {"url":"https://a.example/x","service":"mastodon"} /-->'
        '<!-- wp:social-link {"url":"#","service":"xing"} /--></ul>'
    ),
    "separator": '<p>a</p><hr class="wp-block-separator is-style-dots"/><p>b</p>',
    "spacer": '<p>a</p><div style="height:100px" aria-hidden="true" class="wp-block-spacer"></div><p>b</p>',
    "html": (
        '<div class="eigenes"><p>Ein <mark>Absatz</mark> von Hand</p><address>Straße 1<br>12345 Ort</address></div>'
    ),
    "details": "<details><summary>Mehr dazu</summary><p>Hier steht es.</p><ul><li>und das</li></ul></details>",
    "freeform": "<p>Ein Absatz mit <q>Worten</q>, m<sup>2</sup> und <del>falschem</del>.</p>\n<p>Noch einer.</p>",
    "classic": (
        "Ein Absatz\nmit zwei Zeilen\n\n<blockquote>Zitat</blockquote>\nund noch einer\n\n"
        '[caption id="attachment_7" align="alignleft" width="300"]<a href="/uploads/tisch.jpg">'
        f"{PICTURE}</a> Mein Tisch[/caption]\n\n<!--more-->Ende"
    ),
    "terms": "<dl><dt>VA</dt><dd>Virtuelle <b>Assistenz</b></dd><dt>ABC</dt><dd>eins</dd><dd>zwei</dd></dl>",
    "code on lines": "<p>So: <code>a {<br>  b: c;<br>}</code> und <code>``d`</code>.</p>",
    "form": '<p>Vorher</p><form action="/x"><input name="a"><textarea name="b">c</textarea></form><p>Danach</p>',
}
"""One or more of each kind, as the editors of WordPress have written them over the years."""

HOLD_OTHERS = frozenset({"column", "button", "more", "nextpage", "shortcode"})
"""Kinds of the test data that are in the samples of others, or hold no words of their own."""

TEMPLATES = ("query", "post-", "comment", "navigation")
"""Parts of a theme that stand in one text of the test data; WordPress fills them when it shows them."""


def blocks_of(text: str) -> str:
    """The HTML of a text, as the import reads it."""
    codes = Codes(lambda _ids: (), attached=lambda _post: (), address_of=lambda file: file.item.attachment_url)
    return html_of(text, BlocksRead({}), codes=lambda part: replaced(part, KNOWN, codes.html))


def differences(html: str) -> tuple[list[object], list[object], set[str]]:
    """The tree that went in, in our forms, the one that came back, and the names of the forms."""
    root = parsed(html)
    names = in_our_forms(root)
    return [*tree(root)], [*tree(rendered(markdown_of(html, rewrite=AsWritten()).markdown))], names


def block(name: str) -> str:
    """A sample as it stands in an export."""
    kind = name.partition(" ")[0]
    return BLOCKS[name] if kind == "classic" else f"<!-- wp:{kind} -->{BLOCKS[name]}<!-- /wp:{kind} -->"


@pytest.mark.parametrize("name", BLOCKS)
def test_each_kind_of_block_comes_back_as_the_same_tree(name: str) -> None:
    given, found, _ = differences(blocks_of(block(name)))
    assert found == given


def test_no_difference_is_allowed_that_no_block_has() -> None:
    assert {form for name in BLOCKS for form in differences(blocks_of(block(name)))[2]} == set(FORMS)
    assert all(form.reason for form in FORMS.values())


def test_the_film_behind_a_cover_is_no_picture() -> None:
    text = '<!-- wp:cover {"url":"/a.mp4","backgroundType":"video"} --><video src="/a.mp4"></video><!-- /wp:cover -->'
    assert blocks_of(text) == '<video src="/a.mp4"></video>'


needs_theme_data = pytest.mark.skipif(
    "SITEGEN_THEME_TEST_DATA" not in os.environ, reason="needs WordPress' theme test data"
)


def theme_texts() -> Iterator[tuple[str, str]]:
    """The titles and contents of the theme test data."""
    for item in ET.parse(Path(os.environ["SITEGEN_THEME_TEST_DATA"])).iter("item"):
        found = {child.tag.rpartition("}")[2]: child.text or "" for child in item}
        if found["post_type"] in {"post", "page"}:
            content = next(child.text or "" for child in item if child.tag.endswith("content/}encoded"))
            yield found["title"], content


@needs_theme_data
def test_every_text_of_the_theme_data_comes_back_as_the_same_tree() -> None:
    texts = list(theme_texts())
    assert len(texts) == 79
    wrong = [title for title, text in texts for given, found, _ in [differences(blocks_of(text))] if given != found]
    assert wrong == []


@needs_theme_data
def test_every_kind_of_block_in_the_theme_data_has_a_sample() -> None:
    kind = re.compile(r"<!-- wp:(?:core-)?([a-z-]+)(?:/[a-z-]+)? (?:\{.*?\} )?-->")
    found = {each for _, text in theme_texts() for each in kind.findall(text)}
    assert {each for each in found if not each.startswith(TEMPLATES)} - HOLD_OTHERS <= {
        name.partition(" ")[0] for name in BLOCKS
    }
