"""Exports made by chance, as large as real ones: every word, picture, link and secret in them has a name of its own.

What is made says what has to be found again, so that `unaccounted` can ask for each of them; nothing here knows how an
import works.
"""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec
from PIL import Image

from import_case import ImportCase
from sitegen.importers.report import quoted
from wxr import HOST, attachment, author, category, comment, export, item

UPLOADS: Final = f"{HOST}/wp-content/uploads"
SECRETS: Final = ("geheim", "203.0.113.77", "Mozilla")
_SOMEWHERE: Final = (
    *(
        f"{HOST}/wp-login.php",
        f"{HOST}/2019/03/",
        f"{HOST}/feed/",
        f"{HOST}/?cat=4711",
        f"{HOST}/nie-da/",
        "mailto:a@b.example",
    ),
    *(
        "https://anderswo.example/x?a=1&b=2",
        "#unten",
        "//anderswo.example/",
        "ftp://alt.example/",
        f"{HOST}/category/amt/",
    ),
    *(
        f"{HOST}/author/eva/",
        "tel:+49301",
        "javascript:void(0)",
        " ",
        "http://[kaputt",
        "/tag/post/",
        f"{HOST}/?s=suche",
    ),
)


def _pieces() -> Mapping[str, tuple[str, ...]]:
    """By editor, what texts are made of; `@word` and the like stand for what gets a name of its own."""
    kinds = re.split(
        r"^=== (\w+)\n", (Path(__file__).parent / "exports/pieces.txt").read_text("utf-8"), flags=re.MULTILINE
    )
    return {
        name: tuple(part.strip("\n") for part in text.split("~~~\n"))
        for name, text in zip(kinds[1::2], kinds[2::2], strict=True)
    }


PIECES: Final = _pieces()


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """An export, and what is in it."""

    xml: str
    titles: tuple[str, ...]
    """Of texts that are to be taken over or told."""
    words: tuple[str, ...]
    pictures: tuple[str, ...]
    """Names of files, without ending."""
    links: tuple[tuple[str, str], ...]
    """The word that leads, and the title of the text it leads to; empty for elsewhere."""
    comments: tuple[str, ...]
    addresses: tuple[str, ...]
    """Paths of published texts."""
    uploads: dict[str, bytes]


class Making:
    """Makes one export from a seed."""

    def __init__(self, seed: int, *, texts: int = 12, files: int = 8, comments: int = 10) -> None:
        self._chance = random.Random(seed)
        self._counts = (texts, files, comments)
        self._number = 0
        self._words: list[str] = []
        self._pictures: dict[str, None] = {}
        self._links: list[tuple[str, str]] = []
        self._texts: list[tuple[int, str, str, str, str]] = []
        """Number, kind, status, slug, title."""

    def made(self) -> Made:
        """The whole of it."""
        texts, files, comments = self._counts
        self._texts = [self._text(number) for number in range(1, texts + 1)]
        said = [self._comment(number) for number in range(1, comments + 1)]
        by_text: dict[int, list[str]] = {}
        for place, (xml, _) in enumerate(said):
            by_text.setdefault(place % texts, []).append(xml)
        attachments = [self._attachment(number) for number in range(files)]
        reusable = item(
            800, kind="wp_block", slug="b", content="<!-- wp:paragraph --><p>Baustein</p><!-- /wp:paragraph -->"
        )
        secret = item(900, kind="shop_order", title="geheim", content="geheim", comments=[comment(9000, text="geheim")])
        written = [self._item(place, by_text.get(place, [])) for place in range(texts)]
        shuffled = [*attachments, *written, reusable, secret]
        self._chance.shuffle(shuffled)
        shown = [one for one in self._texts if one[2] not in {"trash", "auto-draft"}]
        kept = {place for place, one in enumerate(self._texts) if one in shown}
        return Made(
            xml=export(*shuffled, head=category("amt", "Amt"), authors=author("eva", "Eva Müller")),
            titles=tuple(title for *_, title in self._texts),
            words=tuple(self._words),
            pictures=tuple(self._pictures),
            links=tuple(self._links),
            comments=tuple(word for place, (_, word) in enumerate(said) if word and place % texts in kept),
            addresses=tuple(f"/{slug}/" for _, _, status, slug, _ in self._texts if status == "publish"),
            uploads={f"2019/03/bild-{number}.png": _picture(number) for number in range(0, files, 2)},
        )

    # -- items

    def _text(self, number: int) -> tuple[int, str, str, str, str]:
        kind = self._chance.choice(("post", "post", "post", "page"))
        status = self._chance.choice(
            ("publish",) * 6 + ("draft", "future", "private", "pending", "trash", "auto-draft")
        )
        odd = self._chance.choice(("", " & mehr", " „so“", " <em>fett</em>", " 📎", " [sic]", " #1: {{ x }}"))
        return number, kind, status, f"text-{number}", f"Titel {number}{odd}"

    def _item(self, place: int, said: Sequence[str]) -> str:
        number, kind, status, slug, title = self._texts[place]
        parent = self._chance.choice((0, 0, number - 1)) if kind == "page" else 0
        before, pictures, links = len(self._words), dict(self._pictures), list(self._links)
        content = self._content()
        if status in {"trash", "auto-draft"}:
            del self._words[before:]
            self._pictures, self._links = pictures, links
        return item(
            number,
            title=title.replace("&", "&amp;"),
            slug=slug,
            content=content,
            kind=kind,
            status=status,
            parent=parent,
            date="2031-03-01 09:30:00" if status == "future" else f"20{10 + number % 14}-03-01 09:30:00",
            terms=[("category", "amt", "Amt"), ("post_tag", "post", "Post")],
            meta={"_billing_email": "geheim@geheim.example", "_edit_last": "1"},
            comments=said,
        )

    def _attachment(self, number: int) -> str:
        name = f"bild-{number}"
        ending = "png" if number % 2 == 0 else self._chance.choice(("jpg", "pdf", "mp3", "webp"))
        self._pictures[name] = None
        parent = self._chance.randint(0, self._counts[0])
        return attachment(
            500 + number, f"2019/03/{name}.{ending}", parent=parent, alt=self._chance.choice(("", "Ein Bild"))
        )

    def _comment(self, number: int) -> tuple[str, str]:
        fate = self._chance.choice(("1", "1", "1", "0", "spam", "trash"))
        kind = self._chance.choice(("", "comment", "pingback", "trackback", "note"))
        word = f"rede{number}w"
        made = comment(
            number,
            text=self._chance.choice(
                ("{0}", "<p>{0}</p>", "> {0}", "<b>{0}", "{0} geheim@geheim.example", "\n\n{0}\n")
            ).format(word),
            parent=self._chance.choice((0, number - 1, 4711)),
            approved=fate,
            kind=kind,
            user=self._chance.choice((0, 1)),
            name=self._chance.choice(("Anna K.", "Eva Müller", "x@geheim.example", "")),
            date=self._chance.choice(("2019-03-02 10:00:00", "0000-00-00 00:00:00")),
        ).replace(
            "</wp:comment>",
            "<wp:commentmeta><wp:meta_key>a</wp:meta_key><wp:meta_value>geheim</wp:meta_value></wp:commentmeta></wp:comment>",
        )
        return made, word if fate in {"0", "1"} and kind != "note" else ""

    # -- texts

    def _content(self) -> str:
        """Some pieces of one editor, with whatever they ask for put in."""
        kinds = self._chance.choice((("classic",), ("blocks",), ("blocks",), ("classic", "builders")))
        pieces = [piece for kind in kinds for piece in PIECES[kind]]
        chosen = "\n\n".join(self._chance.choice(pieces) for _ in range(self._chance.randint(1, 9)))
        made: dict[str, Callable[[], str]] = {
            "word": self._word,
            "link": self._link,
            "img": lambda: f'<img src="{self._upload()}" alt="{self._chance.choice(("", "Bild"))}" width="30">',
            "picture": self._upload,
            "pdf": lambda: self._upload(".pdf"),
            "sound": lambda: self._upload(".mp3"),
            "film": lambda: self._upload(".mp4"),
        }
        return re.sub(r"@([a-z]+)", lambda found: made[found[1]](), chosen)

    def _word(self) -> str:
        self._number += 1
        self._words.append(f"wort{self._number}w")
        return self._words[-1]

    def _link(self) -> str:
        self._number += 1
        word = f"verweis{self._number}w"
        number, _, _, slug, title = self._chance.choice(self._texts)
        ways = (
            *(
                f"{HOST}/{slug}/",
                f"{HOST}/{slug}",
                f"/{slug}/",
                f"{HOST}/?p={number}",
                f"/?page_id={number}",
                f"{slug}/",
            ),
            *(
                f"http://buero-alt.example/{slug}/#unten",
                f"//www.buero-alt.example/{slug}/?utm_source=x",
                f"{HOST}//{slug}/",
            ),
            *(f"{HOST}/{slug}/feed/", f"{HOST}/{slug.upper()}/", f"{HOST}/{slug}/2/", f"{HOST}/index.php?p={number}"),
        )
        where = self._chance.choice((*ways, *_SOMEWHERE, "", f"{HOST}/?attachment_id=500")).replace("&", "&amp;")
        self._links.append((word, title))
        return f'<a href="{where or self._upload(".pdf")}">{word}</a>'

    def _upload(self, ending: str = ".png") -> str:
        number = self._chance.randint(0, self._counts[1] + 1)
        self._pictures[f"bild-{number}"] = None
        ending = ending if ending != ".png" or number % 2 == 0 else ".jpg"
        hosts = (UPLOADS, UPLOADS.replace("https://www.", "http://"), UPLOADS.replace("https://", "https://i0.wp.com/"))
        size = self._chance.choice(("", "-300x200", "-scaled")) if ending in {".png", ".jpg"} else ""
        asked = self._chance.choice(("", "?w=300&amp;h=2"))
        return f"{self._chance.choice(hosts)}/2019/03/bild-{number}{size}{ending}{asked}"


def _picture(number: int) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (8 + number % 5, 8), (number % 255, 90, 120)).save(stream, "PNG")
    return stream.getvalue()


def unaccounted(case: ImportCase, made: Made) -> Iterator[str]:
    """Whatever of an export is neither in the folder nor in the report, and what should not be there and is."""
    report = case.text("import-bericht.md")
    texts = {path: case.text(path) for path in case.paths("content") if path.endswith(".md")}
    content = "\n".join(texts.values())
    # What stands in a remark is to be found by nobody but the owner.
    everything = re.sub(r"<!--.*?-->", "", content, flags=re.DOTALL) + report
    yield from (f"title {title}" for title in made.titles if quoted(_plain(title)) not in report)
    yield from (f"word {word}" for word in made.words if word not in everything)
    yield from (f"comment {word}" for word in made.comments if word not in everything)
    files = "\n".join(case.sums())
    for name in made.pictures:
        if not re.search(rf"{name}(?:-\d+)?\.", files) and not re.search(rf"{name}(?:-300x200|-scaled)?\.", report):
            yield f"picture {name}"
    for word, title in made.links:
        is_link = re.search(rf"\[[^\]]*{word}[^\]]*\]\(|href=\"[^\"]+\"[^>]*>{word}", content)
        if not is_link and word not in report and quoted(_plain(title)) not in report:
            yield f"link {word}"
    old = case.text("content/data/old-urls.csv")
    yield from (f"address {path}" for path in made.addresses if not re.search(rf"(?m)^\S*{path};[^;]", old))
    for path in case.sums():
        raw = (case.root / path).read_bytes()
        yield from (f"secret {secret} in {path}" for secret in SECRETS if secret.encode() in raw)


def _plain(title: str) -> str:
    return re.sub(r"</?em>", "", title)
