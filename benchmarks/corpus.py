"""The texts that every program gets: posts of about 5.4 KB and twelve pages, the same for a seed on every machine.

It makes values and never writes; `laying.py` does. Bodies are CommonMark with tables, the same for all programs.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Final

import msgspec

from benchmarks import words
from benchmarks.sentences import HEADINGS, ITEM, PLAIN, Speaker, slug

SEED: Final = 1
POST_SIZE: Final = 4_750
"""Bytes at which the body of a post ends with the block begun; with that and its head a file comes to about 5.4 KB."""
PAGE_SIZE: Final = 3_000
PICTURE: Final = "/bilder/foto-000.jpg"

_FIRST_DAY: Final = datetime.fromisoformat("2017-01-01T00:00:00+01:00")
_DAYS: Final = 8 * 365
_SECONDS: Final = 86_400


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the site, as yet in no program's own form."""

    slug: str
    title: str
    summary: str
    body: str
    """Markdown."""
    date: datetime


class Post(Text, frozen=True, kw_only=True):
    """A post, which beside that has a place in every list."""

    author: str
    category: str
    tags: tuple[str, ...]


def post(number: int, *, posts: int, seed: int = SEED) -> Post:
    """The post `number` out of `posts`; no two have the same moment."""
    speaker = Speaker(Random(f"{seed}/post/{number}"), posts=posts)
    random = speaker.random
    return Post(
        slug=f"beitrag-{number:05d}",
        title=f"{speaker.say(HEADINGS)} – Folge {number}",
        summary=speaker.say(PLAIN),
        date=_FIRST_DAY + timedelta(days=random.randrange(_DAYS), seconds=number * 7 % _SECONDS),
        author=random.choice(words.PEOPLE),
        category=random.choice(words.CATEGORIES),
        tags=tuple(random.sample(words.TAGS, random.randint(1, 3))),
        body=_body(speaker, size=POST_SIZE, pictured=random.random() < 1 / 2),
    )


def all_posts(posts: int, *, seed: int = SEED) -> Iterator[Post]:
    """All of them, by number; made one by one, since whoever starts programs must be small (see `measuring.py`)."""
    return (post(number, posts=posts, seed=seed) for number in range(posts))


def all_pages(posts: int, *, seed: int = SEED) -> list[Text]:
    """The twelve pages; they link to the posts as well."""
    return [_page(number, title, posts=posts, seed=seed) for number, title in enumerate(words.PAGES)]


def _page(number: int, title: str, *, posts: int, seed: int) -> Text:
    speaker = Speaker(Random(f"{seed}/page/{number}"), posts=posts)
    return Text(
        slug=slug(title),
        title=title,
        summary=speaker.say(PLAIN),
        date=_FIRST_DAY + timedelta(hours=number),
        body=_body(speaker, size=PAGE_SIZE, pictured=False),
    )


def _body(speaker: Speaker, *, size: int, pictured: bool) -> str:
    """Sections until `size` bytes are reached; now and then one of them holds a table or code."""
    random = speaker.random
    rare = [block for block, share in ((_table, 0.17), (_code, 0.12)) if random.random() < share]
    blocks = [speaker.paragraph()]
    if pictured:
        blocks.append(f'![{speaker.say(("{S}",))}]({PICTURE} "{speaker.say(("{N}",))}")')
    levels: tuple[str, ...] = ("##",)  # a text that begins with ### is faulty, and sitegen says so
    while sum(len(block.encode()) + 2 for block in blocks) < size:
        blocks += _section(speaker, level=random.choice(levels))
        levels = ("##", "##", "###")
        if rare:
            blocks.append(rare.pop()(speaker))
    return "\n\n".join(blocks) + "\n"


def _section(speaker: Speaker, *, level: str) -> list[str]:
    """A heading, a paragraph, and what may come behind it."""
    random = speaker.random
    blocks = [f"{level} {speaker.say(HEADINGS)}", speaker.paragraph()]
    match random.randrange(20):
        case 0 | 1 | 2 | 3 | 4:
            blocks.append(_points(speaker))
        case 5 | 6 | 7:
            blocks.append(_steps(speaker))
        case 8 | 9:
            blocks.append(f"> {speaker.paragraph(1, 2)}")
    if random.random() < 1 / 2:
        blocks.append(speaker.paragraph(2, 4))
    return blocks


def _points(speaker: Speaker) -> str:
    random = speaker.random
    lines: list[str] = []
    for _ in range(random.randint(3, 6)):
        lines.append(f"- {speaker.say((ITEM,))}")
        if random.randrange(7) == 0:
            lines.append(f"    - {speaker.say((ITEM,))}")  # four spaces: Python-Markdown takes no fewer
    return "\n".join(lines)


def _steps(speaker: Speaker) -> str:
    return "\n".join(f"{step}. {speaker.say((ITEM,))}" for step in range(1, speaker.random.randint(4, 7)))


def _table(speaker: Speaker) -> str:
    random = speaker.random
    rows = [
        f"| {speaker.say(('{N}',))} | {random.randint(5, 90)} | {random.randint(5, 200) * 25} € |"
        for _ in range(random.randint(4, 7))
    ]
    return "\n".join(["| Vorgang | Dauer (Minuten) | Betrag |", "|---|---:|---:|", *rows])


def _code(speaker: Speaker) -> str:
    """With a language, though the others do not colour it: ours cannot leave that, and is not spared it."""
    random = speaker.random
    lines = [f"{speaker.say(('{C}',)).lower().replace('-', '_')} = {random.randint(5, 90)} / 60" for _ in range(4)]
    return "\n".join(["```python", "# Stunden je Vorgang", *lines, 'print("Summe: <", 7 & 3, ">")', "```"])
