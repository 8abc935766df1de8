"""HTML as it is found, and the Markdown that a careful person would write instead, by what is tried."""

from __future__ import annotations

EXAMPLES = {
    "emphasis ends at letters": ("<p><b>fett </b>und<i> schräg</i>.</p>", "**fett** und *schräg*."),
    "emphasis in pieces is one": ("<p><b>fe</b><b>tt</b></p>", "**fett**"),
    "emphasis of nothing is none": ("<p>a<b> </b>b<i></i></p>", "a b"),
    "emphasis within words": ("<p><b>halb</b>fett</p>", "**halb**fett"),
    "emphasis that Markdown cannot say": ("<p><b>Tipp:</b>so</p>", "<strong>Tipp:</strong>so"),
    "looks are left out": (
        '<p><font color=red><u>rot</u></font> <span style="font-size:9px">klein</span></p>',
        "rot klein",
    ),
    "bold by style": ('<p><span style="font-weight:700">fett</span></p>', "**fett**"),
    "not bold by style": ('<b style="font-weight:normal"><p>Text</p></b>', "Text"),
    "no needless escapes": (
        "<p>Freund*innen, 5 * 3, a_b_c, [sic], C:\\Users, 1 &lt; 2 &amp; 3, #tag, Ja! {so}</p>",
        "Freund*innen, 5 * 3, a_b_c, [sic], C:\\Users, 1 < 2 & 3, #tag, Ja! {so}",
    ),
    "needed escapes": (
        "<p>Freund*innen und Kolleg*innen, [a](b), &lt;b&gt;, &amp;amp;, {{ x }}, [^1]</p>",
        "Freund\\*innen und Kolleg\\*innen, \\[a](b), \\<b>, \\&amp;, \\{{ x }}, \\[^1]",
    ),
    "a line that looks like a list": ("<p>1. Mai</p><p>- so</p><p>2024.</p>", "1\\. Mai\n\n\\- so\n\n2024\\."),
    "breaks and paragraphs": ("<p>a<br>b<br><br>c<br></p><p>&nbsp;</p>", "a\\\nb\n\nc"),
    "hard spaces that mean something": ("<p>10&nbsp;€ &nbsp; und&nbsp; mehr</p>", "10\u00a0€ und mehr"),
    "hard spaces that a program made": (
        "<p>das&nbsp;ist&nbsp;alles&nbsp;voll&nbsp;davon,&nbsp;10&nbsp;€</p>",
        "das ist alles voll davon, 10\u00a0€",
    ),
    "links": (
        (
            '<p><a href="https://a.example/x(1)" title="T">a</a> <a href="https://b.example">https://b.example</a> '
            '<a href="mailto:a@b.example">a@b.example</a> <a href="a b.html">c</a></p>'
        ),
        '[a](https://a.example/x(1) "T") <https://b.example> <a@b.example> [c](<a b.html>)',
    ),
    "links without a beginning": (
        '<a href="www.a.example">a</a> <a href="a@b.example">b</a>',
        "[a](https://www.a.example) [b](mailto:a@b.example)",
    ),
    "places in the text": (
        '<p><a href="#_Toc1">hin</a> <a href="#x">fort</a></p><h2><a id="_Toc1"></a>Über uns</h2><p id="x">Ende</p>',
        "[hin](#ueber-uns) [fort](#x)\n\n## Über uns\n\n{#x}\nEnde",
    ),
    "headings begin at the second level": ("<h1>A</h1><h2>B</h2><h3><b>C</b></h3>", "## A\n\n### B\n\n#### C"),
    "lists": (
        "<ul><li>a<ul><li>b</li></ul></li></ul><ol start=3><li>c</li><li value=7>d</li></ol>",
        "- a\n  - b\n\n3. c\n\n7) d",
    ),
    "lists with paragraphs": ("<ul><li><p>a</p></li><li><p>b</p></li></ul>", "- a\n- b"),
    "tasks": ('<ul><li><input type="checkbox" checked> a</li><li>[x] b</li></ul>', "- [x] a\n- \\[x] b"),
    "pasted bullets": ("<p>• a<br>• b</p><p>·&nbsp; c</p>", "- a\n- b\n- c"),
    "bullets in entries and cells": (
        "<ul><li>• a</li><li>·&nbsp;b</li></ul><table><tr><th>1. A<th>- B<tr><td>• c<br>• d<td># e</table>",
        "- a\n- b\n\n| 1. A | - B |\n| --- | --- |\n| • c<br>• d | # e |",
    ),
    "a quote": ("<blockquote><p>So.</p><cite>Wer</cite></blockquote>", "> So.\n>\n> <cite>Wer</cite>"),
    "code": (
        "<pre><code class=language-python>a = 1\n\n```</code></pre><p><code>a`b</code></p>",
        "````python\na = 1\n\n```\n````\n\n``a`b``",
    ),
    "a table": (
        '<table><tr><th>A<th style="text-align:right">B<tr><td>1|2<td align=right>x<br>y</table>',
        "| A | B |\n| --- | ---: |\n| 1\\|2 | x<br>y |",
    ),
    "a table without a head": (
        "<table><tr><td>a<td>b<tr><td>c<td>d</table>",
        "|  |  |\n| --- | --- |\n| a | b |\n| c | d |",
    ),
    "a table that only frames": ("<table><tr><td><p>a</p><p>b</p></table>", "a\n\nb"),
    "a table across columns": (
        '<table onclick=x><tr><td colspan=2 style="color:red">a <b>b</b><tr><td>c<td>{{ d }}</table>',
        (
            '<table>\n<tbody>\n<tr>\n<td colspan="2">a <strong>b</strong></td>\n</tr>\n<tr>\n<td>c</td>\n'
            "<td>{&#123; d }}</td>\n</tr>\n</tbody>\n</table>"
        ),
    ),
    "terms": (
        "<dl><dt>VA<dd>Virtuelle Assistenz<dt>X<dd>eins<dd>zwei</dl>",
        "VA\n: Virtuelle Assistenz\n\nX\n: eins\n: zwei",
    ),
    "abbreviations": (
        '<p>Eine <abbr title="Virtuelle Assistenz">VA</abbr>.</p>',
        "Eine VA.\n\n*[VA]: Virtuelle Assistenz",
    ),
    "keys, quotes, raised letters": (
        "<p><kbd>Strg+C</kbd> <q>so</q> m<sup>2</sup></p>",
        '{{ kbd "Strg+C" }} "so" m<sup>2</sup>',
    ),
    "another language": ("<p><span lang=en>call to action</span></p>", "[call to action]{lang=en}"),
    "pictures": (
        (
            '<p><img class="alignleft" src="a.jpg" alt="Eine [A]"> Text <img src="b.jpg"> mehr</p>'
            '<figure><a href="c.jpg"><img src="c-300x200.jpg" alt="C"></a>'
            "<figcaption>Der <b>Satz</b></figcaption></figure>"
        ),
        '![Eine [A]](a.jpg)\n\nText ![](b.jpg) mehr\n\n![C](c.jpg "Der Satz")',
    ),
    "a caption with a link": (
        '<figure><img src="a.jpg" alt="A"><figcaption>Von <a href="https://b.example/">B</a></figcaption></figure>',
        "<figure>\n\n![A](a.jpg)\n\n<figcaption>\n\nVon [B](https://b.example/)\n\n</figcaption>\n\n</figure>",
    ),
    "a gallery": (
        (
            "<figure><figure><img src=a.jpg alt=A></figure><figure><img src=b.jpg alt=B><figcaption>b</figure>"
            "<figcaption>Alle</figcaption></figure>"
        ),
        (
            '<figure class="gallery">\n\n![A](a.jpg)\n\n![B](b.jpg "b")\n\n<figcaption>\n\nAlle\n\n</figcaption>'
            "\n\n</figure>"
        ),
    ),
    "a picture to be loaded later": ('<img src="data:image/gif;base64,R0" data-src="a.jpg" alt="A">', "![A](a.jpg)"),
    "folded text": (
        "<details><summary>Mehr</summary><p>a</p></details>",
        "<details>\n<summary>Mehr</summary>\n\na\n\n</details>",
    ),
    "a verse": ('<pre class="wp-block-verse">Eins\nzwei <em>drei</em></pre>', "Eins\\\nzwei *drei*"),
    "code with links": (
        '<pre>Siehe <a href="https://a.example/">a</a>\nhier</pre>',
        "Siehe [a](https://a.example/)\\\nhier",
    ),
    "code in a language that nobody knows": ("<pre><code class=language-klingon>a</code></pre>", "```\na\n```"),
    "code with spaces at its ends": ("<p>a<code> b </code>c <code> </code></p>", "a `b` c"),
    "a list within a list, without an entry": ("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b"),
    "terms that share a text": (
        '<dl><dt>A<dt>B<dd>Beides <a href="https://a.example/">a</a></dl>',
        '<dl>\n<dt>A</dt>\n<dt>B</dt>\n<dd>Beides <a href="https://a.example/">a</a></dd>\n</dl>',
    ),
    "terms of blocks": ("<dl><dt><p>A</p><dd><p>b</p><p>c</p></dl>", "A\n\n: b\n\n  c"),
    "two lists of terms": ("<dl><dt>A<dd>b</dl><dl><dt>C<dd>d</dl>", "A\n: b\n\n<!-- -->\n\nC\n: d"),
    "a heading with a picture and lines": ("<h2><img src=a.jpg alt=A>Eins<br>zwei</h2>", "![A](a.jpg)\n\n## Eins zwei"),
    "a heading around paragraphs": ("<h2><p>Eins</p><p>zwei</p></h2>", "## Eins zwei"),
    "an abbreviation of two meanings": (
        '<abbr title="a b">X</abbr> <abbr title="c d">X</abbr> <abbr>Y</abbr>',
        'X <abbr title="c d">X</abbr> Y\n\n*[X]: a b',
    ),
    "keys with quotes": ('<kbd>"</kbd>', '<kbd>"</kbd>'),
    "quotes in quotes": ("<q>a <q>b</q></q>", "\"a 'b'\""),
    "places on a picture": (
        '<map><area href="https://a.example/" alt="A"><area href=x></map>',
        "[A](https://a.example/)",
    ),
    "smileys": ('<img class="wp-smiley" src=x.png alt=":)">', ":)"),
    "a caption in words": ('<img src="a.jpg" alt="A" title="Im Büro">', '![A](a.jpg "Im Büro")'),
    "a caption of older days": (
        '<div class="wp-caption"><img src=a.jpg alt=A><p class="wp-caption-text">So</p></div>',
        '![A](a.jpg "So")',
    ),
    "words for browsers without scripts": ("<noscript>Bitte</noscript><noscript><img src=x></noscript>", "Bitte"),
    "a picture in a table of HTML": (
        (
            '<table><tr><td colspan=2><img src="a.jpg" alt="A"> <a href="">b</a><br>'
            "<font>c</font><div>d</div><tr><td>e<td>f</table>"
        ),
        (
            '<table>\n<tbody>\n<tr>\n<td colspan="2"><img src="a.jpg" alt="A"> b<br>c\nd</td>\n</tr>\n'
            "<tr>\n<td>e</td>\n<td>f</td>\n</tr>\n</tbody>\n</table>"
        ),
    ),
    "an aligned table with a caption": (
        (
            '<table><caption>Preise</caption><thead><tr><td class="has-text-align-center">A<td>B<tbody><tr>'
            "<td align=center>c<td>d</table>"
        ),
        ("<figure>\n\n| A | B |\n| :---: | --- |\n| c | d |\n\n<figcaption>\n\nPreise\n\n</figcaption>\n\n</figure>"),
    ),
    "an empty frame": ("<p>a</p><iframe src='about:blank'></iframe>", "a"),
    "a file to listen to": (
        "<audio><source src='/uploads/a.mp3'></audio>",
        '<audio controls preload="none" src="/uploads/a.mp3"></audio>',
    ),
    "a film from elsewhere": (
        '<video src="https://b.example/a.mp4"></video>',
        "[a.mp4](https://b.example/a.mp4)",
    ),
    "a file to take along": (
        (
            '<div class="wp-block-file"><a href="/uploads/a.pdf">Preise</a>'
            '<a class="wp-block-file__button" href="/uploads/a.pdf" download>Herunterladen</a></div>'
        ),
        '::: file "/uploads/a.pdf" title="Preise"\n:::',
    ),
    "a table with heads of rows": (
        "<table><tr><th>A<th>B<tr><th>a<td>b</table>",
        (
            "<table>\n<tbody>\n<tr>\n<th>A</th>\n<th>B</th>\n</tr>\n<tr>\n<th>a</th>\n<td>b</td>\n</tr>\n</tbody>\n"
            "</table>"
        ),
    ),
    "code on several lines": ("<p><code>a {<br>  b<br>}</code></p>", "`a {`\\\n`b`\\\n`}`"),
    "a caption with a formula": (
        '<figure><img src="a.jpg" alt="A"><figcaption>CO<sub>2</sub></figcaption></figure>',
        "<figure>\n\n![A](a.jpg)\n\n<figcaption>\n\nCO<sub>2</sub>\n\n</figcaption>\n\n</figure>",
    ),
    "a gallery of older days": (
        '<ul class="wp-block-gallery"><li><figure><img src=a.jpg alt=A></figure><li><img src=b.jpg alt=B></ul>',
        '<figure class="gallery">\n\n![A](a.jpg)\n\n![B](b.jpg)\n\n</figure>',
    ),
    "a gallery of the classic editor": (
        (
            '<div id="gallery-1" class="gallery"><dl class="gallery-item"><dt class="gallery-icon"><a href="a.jpg">'
            '<img src="a-150x150.jpg" alt="A"></a></dt><dd class="wp-caption-text gallery-caption">a</dd>'
            '</dl><dl class="gallery-item"><dt><img src="b.jpg" alt="B"></dt></dl><br style="clear: both"></div>'
        ),
        '<figure class="gallery">\n\n![A](a.jpg "a")\n\n![B](b.jpg)\n\n</figure>',
    ),
    "a box that is called a gallery": (
        '<div class="gallery"><h2>Bilder</h2><img src="a.jpg" alt="A"><p>Text</p></div>',
        "## Bilder\n\n![A](a.jpg)\n\nText",
    ),
    "a figure of words": ("<figure><p>a</p><p>b</p></figure>", "a\n\nb"),
    "a film with subtitles": (
        '<video src="/a.mp4" poster="/a.jpg"><track src="/a.vtt" srclang="de" kind="subtitles"></video>',
        ('<video controls preload="none" src="/a.mp4">\n<track kind="subtitles" srclang="de" src="/a.vtt">\n</video>'),
    ),
    "a gallery of one": (
        '<figure class="wp-block-gallery"><figure><img src=a.jpg alt=A><figcaption>a</figure></figure>',
        '![A](a.jpg "a")',
    ),
    "a gallery of one, with two captions": (
        (
            '<figure class="wp-block-gallery"><figure><img src=a.jpg alt=A><figcaption>a</figure>'
            "<figcaption>Alle</figcaption></figure>"
        ),
        ('<figure class="gallery">\n\n![A](a.jpg "a")\n\n<figcaption>\n\nAlle\n\n</figcaption>\n\n</figure>'),
    ),
    "a quote in an entry": ("<ul><li>a<blockquote>b</blockquote></li><li>c</li></ul>", "- a\n\n  > b\n\n- c"),
    "a list that begins late, in an entry": ("<ul><li>a<ol start=3><li>b</ol></ul>", "- a\n\n  3. b"),
    "entries that Word numbered": (
        (
            "<p style='mso-list:l0 level1'><span style='mso-list:Ignore'>2.</span>zwei</p>"
            "<p style='mso-list:l0 level2'><span style='mso-list:Ignore'>a)</span>darunter</p>"
            "<p style='mso-list:l0 level1'><span style='mso-list:Ignore'>3.</span>drei</p>"
        ),
        "2. zwei\n   1. darunter\n3. drei",
    ),
    "a backslash, a backtick, a bullet": (
        "<p>\\* und ` und ``<br>• so</p>",
        "\\\\* und \\` und \\`\\`\\\n&#8226; so",
    ),
    "a link that wraps another": (
        '<a href="https://www.google.com/url?q=https%3A%2F%2Fa.example&sa=D">a</a>',
        "[a](https://a.example)",
    ),
    "footnotes of Word": (
        (
            '<p>Satz<sup><a href="#_ftn1" name="_ftnref1">[1]</a></sup></p><hr><div id="ftn1"><p>'
            '<a href="#_ftnref1" name="_ftn1">[1]</a> Mehr dazu</p></div>'
        ),
        "Satz[^1]\n\n[^1]: Mehr dazu",
    ),
    "footnotes of WordPress": (
        (
            '<p>Satz<sup data-fn="a" class="fn"><a href="#a" id="a-link">1</a></sup></p>'
            '<ol class="wp-block-footnotes"><li id="a">Mehr <em>dazu</em> <a href="#a-link">↩︎</a></li></ol>'
        ),
        "Satz[^1]\n\n[^1]: Mehr *dazu*",
    ),
}
