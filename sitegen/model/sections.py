"""The sections of a landing page, as the owner lists them in the front matter and as layouts show them.

Each type has its own fields and its own template in `layouts/sections/`. Texts are plain, typeset by
`typeset_sections`; an empty line begins a paragraph. Nothing here knows where a link leads or what a picture weighs.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, TypeVar

import msgspec
from msgspec import Meta

from sitegen.settings.link import Reference
from sitegen.text.locales import Language, typography_of
from sitegen.text.typography import typeset_text

T = TypeVar("T")

AS_TYPED: Final = frozenset({"link", "src", "category", "only"})
"""Fields that name something and are no prose."""

LinkField = Annotated[
    str,
    Meta(
        pattern=r"^(\S.*)?$",
        description="Wohin es führt: eine Datei unter content/ („kontakt.md“), ein Pfad („/blog/“) oder eine Adresse.",
        extra={"german": ("verweis", "ziel"), "example": "link: kontakt.md"},
    ),
]
LabelField = Annotated[
    str,
    Meta(
        description="Der Text des Verweises.",
        extra={"german": ("beschriftung", "knopf"), "example": "label: Anfrage schreiben"},
    ),
]
CountField = Annotated[int, Meta(description="Wie viele höchstens.", ge=1, le=24, extra={"german": ("anzahl",)})]
CategoryField = Annotated[str, Meta(description="Nur diese Kategorie.", extra={"german": ("kategorie",)})]


TitleField = Annotated[
    str,
    Meta(
        description="Die Überschrift des Abschnitts.",
        extra={"german": ("titel", "überschrift"), "example": "title: So fangen wir an"},
    ),
]


class SectionPicture(msgspec.Struct, frozen=True, kw_only=True):
    """A picture within a section."""

    src: Annotated[
        Reference,
        Meta(
            description="Die Bilddatei: neben dem Text oder in content/pictures/.",
            extra={"german": ("datei", "bild"), "example": "src: schreibtisch.jpg"},
        ),
    ]
    alt: Annotated[str, Meta(description="Was zu sehen ist.", extra={"german": ("alternativtext", "beschreibung")})] = (
        ""
    )
    credit: Annotated[
        str, Meta(description="Wer das Bild gemacht hat.", extra={"german": ("quelle", "bildnachweis", "urheber")})
    ] = ""
    caption: Annotated[str, Meta(description="Die Bildunterschrift.", extra={"german": ("bildunterschrift",)})] = ""


PictureField = Annotated[
    SectionPicture | str | None,
    Meta(
        description="Ein Bild: eine Datei, oder src, alt, credit, caption.",
        extra={"german": ("bild",), "example": "image:\n  src: schreibtisch.jpg\n  alt: Ein Schreibtisch"},
    ),
]


class Button(msgspec.Struct, frozen=True, kw_only=True):
    """A link that looks like a button."""

    label: LabelField
    link: LinkField


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a process."""

    title: Annotated[
        str,
        Meta(
            description="Der Schritt in wenigen Worten.", extra={"german": ("titel",), "example": "title: Kennenlernen"}
        ),
    ]
    text: Annotated[str, Meta(description="Was dabei geschieht.", extra={"german": ("text", "beschreibung")})] = ""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A question with its answer."""

    question: Annotated[
        str,
        Meta(description="Die Frage.", extra={"german": ("frage",), "example": "question: Ab wann lohnt sich das?"}),
    ]
    answer: Annotated[
        str,
        Meta(
            description="Die Antwort.", extra={"german": ("antwort",), "example": "answer: Ab zwei Stunden je Woche."}
        ),
    ]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The answer, paragraph by paragraph."""
        return paragraphs_of(self.answer)


class Logo(msgspec.Struct, frozen=True, kw_only=True):
    """A picture mark of somebody else."""

    image: PictureField
    name: Annotated[
        str,
        Meta(
            description="Wessen Zeichen das ist; wird vorgelesen.",
            extra={"german": ("name",), "example": "name: Geigenbau Berg"},
        ),
    ]
    link: LinkField = ""


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The parts of `text` between empty lines."""
    return tuple(part.strip() for part in text.split("\n\n") if part.strip())


class BaseSection(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """What all sections have in common."""

    title: TitleField = ""
    text: Annotated[
        str,
        Meta(
            description="Ein kurzer Text; eine leere Zeile beginnt einen Absatz.", extra={"german": ("beschreibung",)}
        ),
    ] = ""

    @property
    def type(self) -> str:
        """The name of the type, which is that of its template."""
        return str(self.__struct_config__.tag)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text, paragraph by paragraph."""
        return paragraphs_of(self.text)


class Hero(BaseSection, frozen=True, kw_only=True, tag="hero"):
    """How a page begins."""

    kicker: Annotated[str, Meta(description="Die kleine Zeile darüber.", extra={"german": ("dachzeile",)})] = ""
    image: PictureField = None
    buttons: Annotated[
        tuple[Button, ...],
        Meta(
            description="Knöpfe; der erste ist hervorgehoben.",
            extra={"german": ("knöpfe",), "example": "buttons:\n  - {label: Anfrage schreiben, link: kontakt.md}"},
        ),
    ] = ()


class Services(BaseSection, frozen=True, kw_only=True, tag="services"):
    """Services with their prices."""

    category: CategoryField = ""
    only: Annotated[
        tuple[str, ...],
        Meta(
            description="Nur diese Leistungen, in dieser Reihenfolge: ihre Dateinamen ohne „.md“.",
            extra={"german": ("nur",), "example": "only: posteingang, rechnungen"},
        ),
    ] = ()


class Process(BaseSection, frozen=True, kw_only=True, tag="process"):
    """What happens one after another."""

    title: TitleField
    items: Annotated[
        tuple[Step, ...],
        Meta(
            description="Die Schritte.",
            extra={
                "german": ("schritte", "punkte"),
                "example": "items:\n  - title: Kennenlernen\n    text: Eine halbe Stunde.",
            },
        ),
    ]


class Testimonials(BaseSection, frozen=True, kw_only=True, tag="testimonials"):
    """Voices of customers, from `content/data/testimonials.yaml`."""

    count: CountField = 2


class About(BaseSection, frozen=True, kw_only=True, tag="about"):
    """Who is behind it."""

    title: TitleField
    image: PictureField = None
    link: LinkField = ""
    label: LabelField = ""


class Faq(BaseSection, frozen=True, kw_only=True, tag="faq"):
    """Questions with answers."""

    title: TitleField
    items: Annotated[
        tuple[Question, ...],
        Meta(
            description="Fragen mit Antworten.",
            extra={
                "german": ("fragen", "punkte"),
                "example": "items:\n  - question: Ab wann lohnt sich das?\n    answer: Bald.",
            },
        ),
    ]
    link: LinkField = ""
    label: LabelField = ""


class Posts(BaseSection, frozen=True, kw_only=True, tag="posts"):
    """The newest posts."""

    category: CategoryField = ""
    count: CountField = 3


class Cta(BaseSection, frozen=True, kw_only=True, tag="cta"):
    """A call to do something."""

    title: TitleField
    link: LinkField
    label: LabelField


class Prices(BaseSection, frozen=True, kw_only=True, tag="prices"):
    """The table of all prices."""


class Logos(BaseSection, frozen=True, kw_only=True, tag="logos"):
    """Picture marks of customers, associations, tools."""

    title: TitleField
    items: Annotated[
        tuple[Logo, ...],
        Meta(
            description="Die Zeichen.",
            extra={
                "german": ("zeichen", "punkte"),
                "example": "items:\n  - {name: Geigenbau Berg, image: geigenbau.svg}",
            },
        ),
    ]


Section = Hero | Services | Process | Testimonials | About | Faq | Posts | Cta | Prices | Logos

SectionsField = Annotated[
    tuple[Section, ...],
    Meta(
        description=(
            "Abschnitte unter dem Text, jeder mit „type“: hero, services, process, testimonials, about, faq, posts, "
            "cta, prices, logos."
        ),
        extra={
            "german": ("abschnitte",),
            "example": "sections:\n  - type: posts\n    title: Aus dem Blog",
            "types": {
                "Auftakt": "hero",
                "Titelbild": "hero",
                "Leistungen": "services",
                "Ablauf": "process",
                "Schritte": "process",
                "Kundenstimmen": "testimonials",
                "Stimmen": "testimonials",
                "Über mich": "about",
                "Fragen": "faq",
                "Beiträge": "posts",
                "Blog": "posts",
                "Aufruf": "cta",
                "Kontakt": "cta",
                "Preise": "prices",
                "Preisliste": "prices",
                "Referenzen": "logos",
            },
        },
    ),
]


def typeset_sections(sections: tuple[Section, ...], language: Language) -> tuple[Section, ...]:
    """The sections with German typography in every text, and every picture with its parts."""
    return tuple(_typeset(section, language) for section in sections)


def pictures_in(sections: tuple[Section, ...]) -> tuple[str, ...]:
    """The pictures that sections show, as written."""
    parts = (part for section in sections for part in (section, *getattr(section, "items", ())))
    images = (getattr(part, "image", None) for part in parts)
    return tuple(image.src for image in images if isinstance(image, SectionPicture))


def picture_of(image: SectionPicture | str | None) -> SectionPicture | None:
    """A picture with its parts, however short it was written."""
    return SectionPicture(src=image) if isinstance(image, str) and image else image or None


def _typeset(record: T, language: Language) -> T:
    if not isinstance(record, msgspec.Struct):
        raise TypeError(f"no part of a section: {record!r}")
    changed = {name: _typeset_value(name, getattr(record, name), language) for name in record.__struct_fields__}
    return msgspec.structs.replace(record, **changed)


def _typeset_value(name: str, value: Any, language: Language) -> Any:  # noqa: ANN401 - fields of any section
    match value:
        case _ if name == "image":
            image = picture_of(value)
            return _typeset(image, language) if image else None
        case str() if name not in AS_TYPED:
            return typeset_text(value, typography_of(language)) if value else value
        case tuple() if name not in AS_TYPED:
            return tuple(_typeset(item, language) for item in value)
        case _:
            return value
