"""People and their pictures."""

from __future__ import annotations

from sitegen.model.entries import Author, Entry
from sitegen.plan.structured_data.known import Known
from sitegen.plan.structured_data.things import Thing, thing


def person(author: Author, known: Known) -> Thing:
    """An author with all that is known."""
    url = known.absolute(author.url) if author.url else ""
    return thing(
        "Person",
        {
            "@id": f"{url}#person" if url else "",
            "name": author.title,
            "url": url,
            "jobTitle": author.role,
            "description": author.summary,
            "image": image(author, known),
            "sameAs": [author.website] if author.website else [],
        },
    )


def person_in_short(author: Author, known: Known) -> Thing:
    """An author as the one who wrote something."""
    return thing("Person", {"name": author.title, "url": known.absolute(author.url) if author.url else ""})


def owner(known: Known) -> Thing | None:
    """Whom the business belongs to, with all that is known of an author of that name; None where nobody is named."""
    name = known.business.owner
    if not name:
        return None
    author = next((author for author in known.site.authors if author.title == name), None)
    return person(author, known) if author else thing("Person", {"name": name})


def image(entry: Entry, known: Known) -> Thing | None:
    """The picture of an entry, or None."""
    picture = known.picture(entry)
    if picture is None:
        return None
    size = {"width": picture.width or None, "height": picture.height or None}
    return thing("ImageObject", {"url": known.absolute(picture.url), **size})
