"""What is told of a whole export: counted while it is read, said when it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Final

from sitegen.importers import wording
from sitegen.importers.html.convert import Note
from sitegen.importers.old_urls import OLD_URLS_FILE, OldUrl
from sitegen.importers.report import Names, Told, quoted
from sitegen.importers.wordpress.authors import Writer
from sitegen.importers.wordpress.comments import CommentsMade
from sitegen.importers.wordpress.kinds import TABLE, is_of_people, is_working
from sitegen.importers.wordpress.layout import Place
from sitegen.importers.wordpress.naming import plain, without_mailbox
from sitegen.importers.wordpress.naming import title_of as item_title
from sitegen.importers.wordpress.placing import Wanted, host_of
from sitegen.importers.wordpress.reading import Damage
from sitegen.importers.wordpress.records import Channel, Item
from sitegen.importers.wordpress.survey import Survey
from sitegen.importers.wordpress.tables import table_number
from sitegen.importers.wordpress.terms import Filed
from sitegen.text.plurals import counted

_UNSEEN: Final = frozenset({"trash", "auto-draft"})
_NAMES: Final = {
    "nav_menu_item": ("Menüeintrag", "Menüeinträge"),
    "revision": ("frühere Fassung", "frühere Fassungen"),
    "wp_block": (
        "wiederverwendbarer Block (eingesetzt, wo er in einem Text stand)",
        "wiederverwendbare Blöcke (eingesetzt, wo sie in einem Text standen)",
    ),
    TABLE: ("Tabelle (eingesetzt, wo sie in einem Text stand)", "Tabellen (eingesetzt, wo sie in einem Text standen)"),
    "custom_css": ("eigenes CSS", "eigene CSS"),
    "product_variation": ("Ausführung eines Produkts", "Ausführungen von Produkten"),
    "shop_order": ("Bestellung", "Bestellungen"),
    "shop_order_placehold": ("Bestellung", "Bestellungen"),
    "shop_order_refund": ("Erstattung", "Erstattungen"),
    "shop_subscription": ("Abonnement", "Abonnements"),
    "wpcf7_contact_form": ("Formular", "Formulare"),
    "wc_booking": ("Buchung", "Buchungen"),
    "nf_sub": ("Formularnachricht", "Formularnachrichten"),
    "user_request": ("Anfrage zum Datenschutz", "Anfragen zum Datenschutz"),
    "feedback": ("Formularnachricht", "Formularnachrichten"),
    "flamingo_inbound": ("Formularnachricht", "Formularnachrichten"),
}


class CommentSums:
    """How many comments there were of each fate."""

    def __init__(self) -> None:
        self.approved = self.pending = self.spam = self.trash = self.internal = 0
        self.mentions: Counter[str] = Counter()

    def add(self, made: CommentsMade) -> None:
        """Count those of one text."""
        self.approved += made.approved
        self.pending += made.pending
        self.spam += made.spam
        self.trash += made.trash
        self.internal += made.internal
        self.mentions.update(made.mentions)


class Tally:
    """What is counted over all texts."""

    def __init__(self) -> None:
        self.comments = CommentSums()
        self.several_categories = 0
        self.formats = 0
        self.discussed = False
        """Whether anything stands below a published post; then there is a feed of comments."""
        self._parties: dict[str, None] = {}

    def count(self, item: Item, place: Place, comments: CommentsMade, filed: Filed) -> None:
        """Count one text that is taken over."""
        self.comments.add(comments)
        self.discussed |= place.kind == "post" and place.state == "published" and comments.approved > 0
        if place.kind == "post" and filed.category:
            self.several_categories += sum(term.taxonomy == "category" for term in item.terms) > 1
        self.formats += any(term.taxonomy == "post_format" for term in item.terms)

    def want(self, parties: Iterable[str]) -> None:
        """Remember third parties that would have to be declared."""
        self._parties |= dict.fromkeys(parties)

    @property
    def parties(self) -> tuple[str, ...]:
        """Their names under `third_parties:`, sorted."""
        return tuple(sorted(self._parties))


def named_file(item: Item) -> str:
    """An attachment of which nobody knows where it is, as the report names it."""
    return item.attachment_url or wording.FILE_NOWHERE.format(title=quoted(item_title(item, None)))


def title_of(channel: Channel) -> str:
    """„Büro Nachmittag (www.example.org)“."""
    title, host = plain(channel.title), host_of(channel.url)
    return f"{title} ({host})" if title and host else title or host


def cut_off(damages: Sequence[Damage]) -> Iterator[Told]:
    """The text in the middle of which a file breaks off."""
    for damage in damages:
        if damage.lost is not None:
            title = plain(damage.lost) or f"{damage.file}, Zeile {damage.ends_at}"
            yield Told(kind="post", title=title, state="lost", notes=(Note(kind="cut_off"),))


def about_site(survey: Survey, tally: Tally, found: Mapping[str, Writer], types: Wanted) -> Iterator[str | Names]:
    """Sentences about the whole site."""
    yield from _damages(survey.damages)
    for login in survey.nameless:
        if login in found:
            name, shown = found[login].name, without_mailbox(login)
            same = name.casefold() == shown.casefold()
            yield (wording.ADMIN_STAYS if same else wording.ADMIN).format(login=shown, name=name)
    for kind, count in survey.special.items():
        if kind not in types.pages | types.without:
            yield wording.TYPES.format(type=kind, count=counted(count, "Text", "Texte"))
    if tally.several_categories:
        yield wording.CATEGORIES.format(count=counted(tally.several_categories, "Beitrag", "Beiträge"))
    if tally.formats:
        yield wording.FORMATS.format(count=counted(tally.formats, "Beitrag", "Beiträge"))
    yield from _of_head(survey)
    yield from _of_files(survey)
    yield from _of_workings(survey, types)
    if tally.parties:
        yield wording.PARTIES
        yield "    third_parties:"
        yield from (f"      - use: {party}" for party in tally.parties)


def closing(tally: Tally, there: int, missing: int, addresses: Sequence[OldUrl]) -> Iterator[str]:
    """Comments, pictures and addresses in numbers."""
    sums = tally.comments
    left_out = sums.spam or sums.trash
    if sums.approved or sums.pending or sums.mentions or left_out:
        mentions = [
            counted(sums.mentions[kind], *words) for kind, words in wording.MENTIONS.items() if sums.mentions[kind]
        ]
        yield wording.COMMENTS.format(
            approved=sums.approved,
            pending=sums.pending,
            mentions=", ".join(mentions) or counted(0, "Pingback", "Pingbacks"),
        )
        if left_out:
            yield wording.COMMENTS_LEFT_OUT.format(spam=sums.spam, trash=sums.trash)
        if sums.pending:
            yield wording.COMMENTS_PENDING
        yield wording.COMMENTS_PRIVATE
    if sums.internal:
        yield wording.COMMENTS_INTERNAL.format(count=counted(sums.internal, "Vermerk", "Vermerke"))
    if there or missing:
        yield wording.PICTURES.format(there=there, missing=missing)
    if missing:
        yield wording.PICTURES_WANTED
    lost = sum(not one.target for one in addresses)
    yield wording.ADDRESSES.format(count=len(addresses), path=OLD_URLS_FILE, lost=lost)
    if asked := sum("?" in one.old for one in addresses):
        yield wording.ADDRESSES_ASKED.format(count=asked)


def _damages(damages: Iterable[Damage]) -> Iterator[str]:
    for damage in damages:
        if damage.ends_at or damage.packed:
            yield wording.DAMAGE_END.format(file=damage.file, line=damage.ends_at or damage.line)
        elif damage.line:
            yield wording.DAMAGE_XML.format(file=damage.file, line=damage.line)
        if damage.letters:
            count = counted(damage.letters, "Buchstabe", "Buchstaben")
            yield wording.DAMAGE_LETTERS.format(file=damage.file, count=count)
        if damage.characters:
            count = counted(damage.characters, "unsichtbares Steuerzeichen", "unsichtbare Steuerzeichen")
            yield wording.DAMAGE_CHARACTERS.format(file=damage.file, count=count)


def _of_head(survey: Survey) -> Iterator[str | Names]:
    terms = [term for term in survey.channel.terms if term.taxonomy != "nav_menu"]
    described = [plain(term.name) or term.slug for term in terms if plain(term.description)]
    if described:
        yield Names(sentence=wording.DESCRIPTIONS, names=tuple(described))


def _of_files(survey: Survey) -> Iterator[str | Names]:
    if survey.described:
        yield Names(sentence=wording.FILES_DESCRIBED, names=tuple(survey.described))
    if survey.discussed:
        count = counted(sum(survey.discussed.values()), "Kommentar", "Kommentare")
        sentence = wording.FILES_DISCUSSED.format(count=count, names="{names}")
        yield Names(sentence=sentence, names=tuple(survey.discussed))


def unused_blocks(survey: Survey, placed: Container[str]) -> Iterator[Names]:
    """Reusable blocks that stand in no text of the site."""
    blocks = [item for item in survey.items if item.type == "wp_block" and item.status not in _UNSEEN]
    unused = tuple(item_title(item, None) for item in blocks if item.id not in placed)
    if unused:
        yield Names(sentence=wording.BLOCKS_UNUSED, names=unused)


def unused_tables(survey: Survey, placed: Container[str]) -> Iterator[Names]:
    """Tables of TablePress that stand in no text of the site."""
    tables = [item for item in survey.items if item.type == TABLE and item.status not in _UNSEEN]
    unused = tuple(item_title(item, None) for item in tables if table_number(item) not in placed)
    if unused:
        yield Names(sentence=wording.TABLES_UNUSED, names=unused)


def _of_workings(survey: Survey, types: Wanted) -> Iterator[str]:
    workings = [item for item in survey.items if is_working(item, wanted=types.pages)]
    kinds = Counter(item.type for item in workings if not is_of_people(item))
    menus = kinds.pop("nav_menu_item", 0)
    if menus:
        yield wording.MENUS.format(count=counted(menus, "Eintrag", "Einträge"))
    if kinds:
        yield wording.TECHNICAL.format(what=_list_of(kinds))
    if entrusted := Counter(item.type for item in workings if is_of_people(item)):
        yield wording.OF_PEOPLE.format(what=_list_of(entrusted))


def _list_of(kinds: Mapping[str, int]) -> str:
    """Types that go by one name are one."""
    named: Counter[tuple[str, str]] = Counter()
    for kind, count in kinds.items():
        named[_NAMES.get(kind, (f"× {kind}", f"× {kind}"))] += count
    return ", ".join(counted(count, *words) for words, count in named.items())
