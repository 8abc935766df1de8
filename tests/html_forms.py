"""Where our Markdown has another form than programs that write HTML: each with its reason, as a change of the tree.

Whatever is not in this table must come back as the same tree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from html_trees import HEADINGS, Element

Change = Callable[[Element], bool]


class Form(NamedTuple):
    """One difference; `change` makes it in a tree, and says whether there was one to make."""

    reason: str
    change: Change


def in_our_forms(root: Element) -> set[str]:
    """Change `root` into what our Markdown says instead; the names of the differences that it had."""
    return {name for name, form in FORMS.items() if form.change(root)}


def _text(words: str) -> Element:
    return Element("-text", text=words)


def _around(root: Element) -> Iterator[tuple[Element, Element]]:
    """Each element with the one around it."""
    for above in [root, *root.walk()]:
        for child in list(above.children):
            yield above, child


def _levels(root: Element) -> bool:
    headings = root.elements(*HEADINGS)
    if not any(each.tag == "h1" for each in headings):
        return False
    step = 0 if any(each.tag == "h6" for each in headings) else 1
    for each in headings:
        each.tag = f"h{max(2, int(each.tag[1]) + step)}"
    return True


def _bold_heading(root: Element) -> bool:
    done = False
    for heading in root.elements(*HEADINGS):
        while len(heading.children) == 1 and heading.children[0].tag in {"strong", "b"}:
            heading.children = heading.children[0].children
            done = True
    return done


GALLERIES: Final = {"wp-block-gallery", "blocks-gallery-grid", "gallery"}


def _galleries(root: Element) -> bool:
    done = False
    for each in list(root.walk()):
        if each.classes & GALLERIES and each.tag in {"figure", "ul", "div"}:
            while any(child.tag in {"ul", "li"} for child in each.children):
                for child in [child for child in each.children if child.tag in {"ul", "li"}]:
                    inner = child.children if child.tag == "ul" else [Element("div", *child.children)]
                    each.replace(child, *inner)
            each.tag = "figure"
            each.attributes["class"] = "gallery"
            done = True
    return done


def _to_itself(root: Element) -> bool:
    done = False
    for above, link in _around(root):
        pictures = link.elements("img")
        if link.tag == "a" and len(pictures) == 1 and _stem(pictures[0].get("src")) == _stem(link.get("href")) != "":
            pictures[0].attributes["src"] = link.get("href")
            above.replace(link, *link.children)
            done = True
    return done


def _stem(address: str) -> str:
    found = re.search(r"([^/]+?)(?:-\d+x\d+)?\.(?:jpe?g|png|gif)(?:\?.*)?$", address)
    return found[1] if found else ""


def _titles(root: Element) -> bool:
    done = False
    for above, picture in _around(root):
        title = picture.get("title")
        stem = _stem(picture.get("src")).lower()
        known = {picture.get("alt").lower(), stem, re.sub("[-_]", " ", stem)}
        is_captioned = any(child.tag == "figcaption" for child in above.children)
        if picture.tag == "img" and title and title.lower() not in known and not is_captioned:
            above.replace(picture, Element("figure", picture, Element("figcaption", _text(title))))
            done = True
    return done


def _aside(root: Element) -> bool:
    """Pictures at the ends of a paragraph that were made to stand beside it."""
    done = False
    for above, paragraph in _around(root):
        if paragraph.tag != "p" or not paragraph.words():
            continue
        for end in (0, -1):
            child = paragraph.children[end] if paragraph.children else Element("")
            picture = child if child.tag == "img" else next(iter(child.elements("img")), Element(""))
            if any(name.startswith(("align", "size-")) for name in picture.classes):
                paragraph.children.remove(child)
                above.children.insert(above.children.index(paragraph) + (end < 0), Element("p", child))
                done = True
    return done


def _shown_by_others(root: Element) -> bool:
    done = False
    for above, each in _around(root):
        source = next((one.get("src") for one in [each, *each.elements("source")] if one.get("src")), "")
        is_own = each.tag in {"audio", "video"} and not re.match(r"https?:|//", source)
        if each.tag not in {"iframe", "audio", "video"} or is_own:
            continue
        path = re.sub(r"^https?://[^/]*", "", source).partition("?")[0]
        name = path.rpartition("/")[2] if "." in path.rpartition("/")[2] else source
        link = Element("a", _text(each.get("title") or name))
        link.attributes["href"] = source
        above.replace(each, Element("p", link))
        done = True
    return done


def _verses(root: Element) -> bool:
    done = False
    for each in root.elements("pre"):
        if "wp-block-verse" in each.classes or each.elements("a", "img"):
            each.tag = "div"
            for above, text in _around(each):
                if text.tag == "-text":
                    above.replace(text, *_lines(text.text))
            done = True
    return done


def _lines(text: str) -> Iterator[Element]:
    for index, line in enumerate(text.split("\n")):
        yield from [Element("br")] if index else []
        yield _text(line)


def _captions_of_tables(root: Element) -> bool:
    done = False
    for above, table in _around(root):
        captions = [child for child in table.children if child.tag == "caption"]
        if table.tag == "table" and captions and not _spans(table):
            table.children = [child for child in table.children if child.tag != "caption"]
            words = [Element("figcaption", *each.children) for each in captions]
            above.replace(table, Element("figure", table, *words))
            done = True
    return done


def _spans(table: Element) -> bool:
    return any(cell.get("colspan") or cell.get("rowspan") for cell in table.elements("td", "th"))


def _marked_captions(root: Element) -> bool:
    done = False
    for figure in root.elements("figure"):
        caption = next((child for child in figure.children if child.tag == "figcaption"), Element(""))
        shown = [each.tag for child in figure.children if child is not caption for each in (child, *child.walk())]
        is_picture = sorted({*shown} - {"-text", "a", "p", "div"}) == ["img"] and shown.count("img") == 1
        marked = caption.elements("strong", "em", "b", "i")
        if is_picture and marked and not caption.elements("a", "code", "sub", "sup", "s", "del", "kbd"):
            caption.children = [_text(caption.words())]
            done = True
    return done


def _files(root: Element) -> bool:
    done = False
    for above, box in _around(root):
        links = box.elements("a")
        if "wp-block-file" in box.classes and len({link.get("href") for link in links}) == 1:
            first = links[0]
            ending = first.get("href").rpartition(".")[2].upper()
            above.replace(box, Element("p", first, _text(f" ({ending})")))
            done = True
    return done


def _to_nowhere(root: Element) -> bool:
    done = False
    places = {name for each in root.walk() for name in (each.get("id"), each.get("name")) if name}
    for above, link in _around(root):
        href = link.get("href")
        if link.tag == "a" and href.startswith("#") and href[1:] not in places:
            above.replace(link, *link.children)
            done = True
    return done


def _frames(root: Element) -> bool:
    done = False
    for above, table in _around(root):
        if table.tag == "table" and len(table.elements("td", "th")) == 1:
            above.replace(table, Element("div", *table.elements("td", "th")[0].children))
            done = True
    return done


def _without(*tags: str) -> Change:
    def change(root: Element) -> bool:
        found = [(above, child) for above, child in _around(root) if child.tag in tags]
        for above, child in found:
            above.children.remove(child)
        return bool(found)

    return change


FORMS: Final[dict[str, Form]] = {
    "levels": Form("Only the title of a page is a heading of level 1.", _levels),
    "bold headings": Form("A heading is bold anyway.", _bold_heading),
    "galleries": Form("A gallery is a figure of pictures, whichever year wrote it; older ones were lists.", _galleries),
    "pictures to themselves": Form("The build makes all sizes; nobody needs a link to the largest.", _to_itself),
    "titles": Form("What a tooltip said stands below the picture, since no phone shows tooltips.", _titles),
    "pictures aside": Form("A picture beside the words stands before or behind them: screens are narrow.", _aside),
    "shown by others": Form("Third parties load nothing unasked: a link, or an embed that waits.", _shown_by_others),
    "verses": Form("Code keeps its blanks here, verses keep their lines.", _verses),
    "captions of tables": Form("HTML has it so where a table is all of a figure.", _captions_of_tables),
    "marked captions": Form("The caption of a picture is the title of Markdown, which has no marks.", _marked_captions),
    "files": Form("A file is one link that names its kind; the button led to the same.", _files),
    "links to nowhere": Form("Only words are left of a link that leads nowhere; told in the report.", _to_nowhere),
    "frames": Form("A table of one cell only frames what is in it.", _frames),
    "forms": Form("Forms are set up anew; told in the report.", _without("form", "input", "select", "textarea")),
}
"""Each difference that is meant."""
