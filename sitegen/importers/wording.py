"""Every German sentence of an import: what became of each text, and of all of them together. Braces are filled here.

Sentences about HTML stand in `html.wording`; those about addresses with the addresses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from sitegen.importers.generators.wording import NOTES as GENERATOR_NOTES
from sitegen.importers.html.notes import Note
from sitegen.importers.html.wording import NOTES as HTML_NOTES
from sitegen.importers.html.wording import NOTES_OF_MANY as HTML_NOTES_OF_MANY

NOTES: Final = {
    # what became of a text as a whole
    "password": "War mit einem Passwort geschützt und ist jetzt ein Entwurf: Passwörter gibt es hier nicht.",
    "private": "War privat und ist jetzt ein Entwurf.",
    "pending": "Wartete auf Freigabe und ist jetzt ein Entwurf.",
    "page_scheduled": "War für später geplant; Seiten lassen sich nicht planen, deshalb ist sie ein Entwurf.",
    "status_unknown": "Hatte in WordPress den Zustand „{excerpt}“ und ist jetzt ein Entwurf.",
    "trash": "Lag im Papierkorb und ist weggelassen.",
    "auto_draft": "War ein automatisch angelegter Entwurf und ist weggelassen.",
    "type_draft": "War vom Typ „{excerpt}“ und ist jetzt eine Seite, als Entwurf.",
    "type_left_out": "Ist auf Ihren Wunsch weggelassen.",
    "date_unknown": "Hatte kein Datum; prüfen Sie, welches dasteht.",
    "title_made": "Hatte keinen Titel; der jetzige ist ein Notbehelf.",
    "slug_taken": "Der Name in der Adresse ist geändert, weil er so nicht ging oder vergeben war.",
    "page_there": "Diese Seite gibt es bei Ihnen schon ({excerpt}); der alte Text liegt als Entwurf daneben.",
    "sticky": "War oben angeheftet; das gibt es hier nicht.",
    "noindex_post": "Sollte in Suchmaschinen nicht erscheinen; bei Beiträgen gibt es das hier nicht.",
    "page_terms": "Trug Kategorien oder Schlagwörter, die Seiten hier nicht haben: {excerpt}",
    "terms_unfit": "Aus diesen Schlagwörtern wird keine Adresse; sie sind weggelassen: {excerpt}",
    "excerpt_replaced": "Statt des Auszugs steht die Beschreibung für Suchmaschinen da. Der Auszug war: {excerpt}",
    "failed": "Ließ sich nicht umwandeln und ist nicht übernommen.",
    "cut_off": "Die Datei bricht mitten in diesem Text ab; er ist nicht übernommen.",
    # what became of something in it
    "shortcode_kept": "Kürzel, die hier niemand kennt, stehen noch im Text, für Besucher meist unsichtbar: {excerpt}",
    "shortcode_empty": "Was diese Kürzel zeigten, steht nicht im Export; prüfen Sie, was dort fehlt: {excerpt}",
    "block_dropped": "Weggelassen, weil WordPress es erst beim Anzeigen füllt: {excerpt}",
    "table_missing": "Eine Tabelle steht nicht im Export: Nr. {excerpt}",
    "gallery_gap": "Eine Galerie nennt Bilder, die im Export nicht stehen: Nr. {excerpt}",
    "counter_dropped": "Weggelassen, weil es Besucher zählt oder wiedererkennt: {excerpt}",
    "fields_dropped": "Was in eigenen Feldern neben dem Text stand, ist nicht übernommen: {excerpt}",
    "text_empty": "War leer.",
    "block_missing": "Ein wiederverwendbarer Block steht nicht im Export: Nr. {excerpt}",
    "pattern_words": "In einem Muster standen hier eigene Worte, die nicht übernommen sind: {excerpt}",
    "builder_only": "Ist leer: {excerpt} hat den Inhalt in einer Form gespeichert, die nur {excerpt} lesen kann.",
    "picture_missing": "Ein Bild fehlt noch: {excerpt}",
    "featured_missing": "Das Beitragsbild steht nicht im Export: Nr. {excerpt}",
    "file_missing": "Eine Datei fehlt noch; ihr Verweis ist bis dahin nur Text: {excerpt}",
    "link_to_draft": "Ein Verweis führt zu einem Entwurf und ist deshalb nur Text: „{excerpt}“",
    "anchor_dropped": "Ein Verweis führte mitten in einen anderen Text; jetzt führt er an dessen Anfang: {excerpt}",
    "comment_changed": "In einem Kommentar ist etwas weggelassen, das Kommentare hier nicht haben: von {excerpt}",
    "comment_cut": "Ein sehr langer Kommentar ist gekürzt: von {excerpt}",
    "comments_unfit": "Seine Kommentare sind mit ihm weggelassen, an der Zahl {excerpt}",
}
"""A sentence for each kind of note, beside those of `html.wording`."""

NOTES_OF_MANY: Final = {
    "picture_missing": "{count} Bilder fehlen noch: {excerpt}",
    "file_missing": "{count} Dateien fehlen noch; ihre Verweise sind bis dahin nur Text: {excerpt}",
    "link_to_draft": "{count} Verweise führen zu Entwürfen und sind deshalb nur Text: „{excerpt}“",
    "anchor_dropped": "{count} Verweise führten mitten in andere Texte; jetzt führen sie an deren Anfang: {excerpt}",
    "comment_changed": "In {count} Kommentaren ist etwas weggelassen, das Kommentare hier nicht haben: von {excerpt}",
    "comment_cut": "{count} sehr lange Kommentare sind gekürzt: von {excerpt}",
    "code_kept": "{count} Kürzel kennt hier niemand; sie stehen noch im Text: {excerpt}",
}
"""A sentence for several notes of one kind in one text, beside those of `html.wording`; `{excerpt}` names each."""
NOTES_COUNTED: Final = {
    "picture_missing": ("Ein Bild fehlt noch.", "{count} Bilder fehlen noch."),
    "file_missing": (
        "Eine Datei fehlt noch; ihr Verweis ist bis dahin nur Text.",
        "{count} Dateien fehlen noch; ihre Verweise sind bis dahin nur Text.",
    ),
}
"""What is said of one and of several that a list of the report names anyway."""

TAKEN: Final = {
    "post": ("{count} übernommen, {noted} mit Hinweis, {lost} verloren.", "Beitrag", "Beiträge"),
    "page": ("{count} übernommen, {noted} mit Hinweis, {lost} verloren.", "Seite", "Seiten"),
}
HEADING: Final = "Aus {origin} übernommen: {title}"
NOTED_HEADING: Final = "Mit Hinweis:"
PLAIN_HEADING: Final = "Ohne Hinweis:"
LOST_HEADING: Final = "Verloren:"
LEFT_OUT_HEADING: Final = "Weggelassen:"
ALL_HEADING: Final = "Alle Texte:"
SITE_HEADING: Final = "Was die ganze Website betrifft:"
PICTURES_HEADING: Final = "Bilder und Dateien, die fehlen:"
STATES: Final = {"published": "", "scheduled": " (erscheint am {date})", "draft": " (Entwurf)", "left_out": ""}
REPORT_HEAD: Final = (
    "# Umzug von {origin}\n\n"
    "Was aus jedem Text geworden ist. Diese Datei gehört nicht zur Website; löschen Sie sie, wenn Sie fertig sind.\n"
)
REPORT_THERE: Final = "Der ganze Bericht steht in {path}."
UNCHANGED: Final = "Nichts zu tun: Alles ist schon so da."
WRITTEN: Final = "{written} geschrieben, {unchanged} unverändert."
KEPT_HEADING: Final = "Von Ihnen geändert und deshalb nicht angerührt:"
DELETED: Final = "Seit dem letzten Import von Ihnen gelöscht: {count}; dabei bleibt es (zurückholen: --restore)."
MORE: Final = "… und {count} weitere"
MORE_EXCERPTS: Final = "{names} und {count} weitere"

# -- WordPress

COMMENTS: Final = "Kommentare: {approved} freigegeben, {pending} noch offen, {mentions}."
COMMENTS_LEFT_OUT: Final = "Weggelassen: {spam} Spam, {trash} aus dem Papierkorb."
COMMENTS_INTERNAL: Final = "Nicht übernommen, weil nur für Sie bestimmt: {count} neben Texten und Bestellungen."
COMMENTS_PENDING: Final = "Die offenen zeigt „sitegen comment list“; sie liegen nur auf diesem Rechner."
COMMENTS_PRIVATE: Final = "E-Mail-Adressen, IP-Adressen und Angaben zum Browser sind nirgends übernommen."
MENTIONS: Final = {
    "pingback": ("Pingback", "Pingbacks"),
    "trackback": ("Trackback", "Trackbacks"),
    "webmention": ("Webmention", "Webmentions"),
}
PICTURES: Final = "Bilder und Dateien: {there} übernommen, {missing} nicht gefunden."
PICTURES_WANTED: Final = (
    "An der Stelle jedes fehlenden Bildes steht ein graues mit „Bild fehlt“. Laden Sie den Ordner wp-content/uploads von "
    "Ihrem alten Webspace und rufen Sie denselben Befehl noch einmal auf, mit --uploads ORDNER; oder mit --download, "
    "solange die alte Website noch im Netz steht."
)
RUNS: Final = "(ein Programm oder eine Webseite; so etwas wird nicht übernommen)"
MISSING_IN: Final = "{file}, in {titles}"
MISSING_IN_SEVERAL: Final = "{file}, in {count} Texten"
PARTIES: Final = (
    "Videos, Karten und Ähnliches stehen als Verweise da. Sollen sie sich auf der Seite zeigen, nennen Sie den Anbieter "
    "in site.yaml und rufen Sie den Import noch einmal auf:"
)
CATEGORIES: Final = "In mehreren Kategorien: {count}. Die erste ist es geblieben, die anderen sind Schlagwörter."
DESCRIPTIONS: Final = (
    "Beschreibungen von Kategorien und Schlagwörtern gibt es hier nicht; weggelassen sind die von: {names}."
)
BLOCKS_UNUSED: Final = "In keinem Text stehen und weggelassen sind die wiederverwendbaren Blöcke mit den Namen {names}."
TABLES_UNUSED: Final = "In keinem Text stehen und weggelassen sind die Tabellen mit den Namen {names}."
FILES_DESCRIBED: Final = (
    "Beschreibungen von Bildern und Dateien zeigte WordPress nur auf eigenen Seiten; weggelassen sind die von: {names}."
)
FILES_DISCUSSED: Final = (
    "Bilder und Dateien haben hier keine eigenen Seiten, also auch keine Kommentare; weggelassen: {count}, zu {names}."
)
MORE_NAMES: Final = "{names} und {count} weiteren"
FILE_NOWHERE: Final = "{title} (der Export nennt keine Adresse)"
MENUS: Final = "Menüs: {count} nicht übernommen. Der Kopf der Seite steht in site.yaml unter „navigation:“."
TECHNICAL: Final = "Weggelassen, weil es nur WordPress etwas nützt: {what}."
OF_PEOPLE: Final = (
    "Nicht übernommen, weil es Angaben Ihrer Kunden enthalten kann: {what}. Nichts davon steht in diesem Ordner; was Sie "
    "aufbewahren müssen, sichern Sie in WordPress. Ist ein Typ davon doch ein Text Ihrer Website, übernimmt ihn „--pages TYP“."
)
FORMATS: Final = "Formate wie „Zitat“ oder „Galerie“ gibt es hier nicht; davon betroffen: {count}."
TYPES: Final = (
    "Typ „{type}“: {count} als Seite übernommen, vorerst als Entwurf. „--pages {type}“ veröffentlicht sie, "
    "„--without {type}“ lässt sie weg."
)
MOST_BYTES: Final = "{most} GB"
MOST_PACKED: Final = "das Zweihundertfache ihrer Größe"
DAMAGE_XML: Final = "{file} ist ab Zeile {line} kein richtiges XML; gelesen ist, was gemeint war."
DAMAGE_END: Final = (
    "{file} bricht in Zeile {line} ab. Was davor steht, ist übernommen. Laden Sie den Export noch einmal herunter und "
    "importieren Sie ihn ebenfalls: Dazu kommt dann nur, was noch fehlt."
)
DAMAGE_LETTERS: Final = "{file}: falsch gespeichert und nach Möglichkeit als Umlaut gelesen: {count}."
DAMAGE_CHARACTERS: Final = "{file}: weggelassen: {count}."
DOWNLOADING: Final = "{count} von {host} geholt …"
DOWNLOAD_STOPPED: Final = "{count} Dateien hintereinander kamen nicht; die alte Website scheint nicht mehr da zu sein."
DOWNLOAD_FULL: Final = (
    "Mehr als {most} GB werden nicht geholt; der Rest fehlt noch. Laden Sie stattdessen den Ordner wp-content/uploads von "
    "Ihrem alten Webspace und nennen Sie ihn mit --uploads ORDNER."
)
NO_ANSWER: Final = "keine Antwort"
TOO_SLOW: Final = "die Antwort kam zu langsam"
NOT_THERE: Final = "dort gibt es sie nicht mehr"
REFUSED: Final = "der Server hat abgelehnt, mit dem Fehler {status}"
AT_HOME: Final = "diese Adresse führt in ein privates Netz, nicht ins Internet"
LEADS_AWAY: Final = "die Adresse leitet auf eine andere Website weiter"
LEADS_ON_AND_ON: Final = "die Adresse leitet immer weiter"
ANSWER_CUT_OFF: Final = "die Übertragung brach ab"
ANSWER_OTHER: Final = "es kam etwas anderes, als der Name sagt"
NO_SUCH_NAME: Final = "so kann hier keine Datei heißen"
ANSWER_IS_PAGE: Final = "statt der Datei kam eine Webseite"
ANSWER_TOO_LARGE: Final = "zu groß"
ANSWER_NO_PICTURE: Final = "kein lesbares Bild"
FOREIGN_HOST: Final = "liegt nicht auf der alten Website"
DOWNLOAD_REFUSED: Final = "Nicht geladen: {address} ({reason})"
ADMIN: Final = "Beiträge von „{login}“ stehen jetzt unter „{name}“."
ADMIN_STAYS: Final = "Beiträge stehen unter „{login}“. Ein richtiger Name geht mit --author „Vorname Nachname“."
NO_EXPORT: Final = {
    "empty": "Sie ist leer. Laden Sie den Export noch einmal herunter: „Werkzeuge → Daten exportieren → Alle Inhalte“.",
    "html": "Es ist eine Webseite, vermutlich eine Fehlerseite oder die Anmeldung. Melden Sie sich in WordPress an, und laden Sie den Export noch einmal herunter: „Werkzeuge → Daten exportieren → Alle Inhalte“.",
    "feed": "Es ist ein Feed; darin stehen nur die neuesten Beiträge. Laden Sie den Export herunter: „Werkzeuge → Daten exportieren → Alle Inhalte“.",
    "folder": "In diesem Ordner liegt keine XML-Datei. Nennen Sie den, in dem der Export liegt, oder die Datei selbst.",
    "zip": "In der ZIP-Datei ist keine XML-Datei. Ist es eine Sicherung der ganzen Website, brauchen Sie stattdessen den Export: „Werkzeuge → Daten exportieren → Alle Inhalte“.",
    "other": "Laden Sie in WordPress den Export herunter: „Werkzeuge → Daten exportieren → Alle Inhalte“.",
}
"""What helps, by what a file seems to be."""
ADDRESSES: Final = "Frühere Adressen: {count} stehen in {path}, {lost} davon ohne Ziel."
ADDRESSES_UNREAD: Final = (
    "Die früheren Adressen sind nicht eingetragen: content/data/old-urls.csv oder published-urls.txt lässt sich nicht lesen. "
    "Was daran nicht stimmt, sagt „sitegen build“. Bringen Sie es in Ordnung und rufen Sie den Import noch einmal auf."
)
ADDRESSES_ASKED: Final = (
    "{count} davon haben ein Fragezeichen („/?p=12“). Weiterleiten können sie Apache, nginx, Caddy und Netlify; bei "
    "GitHub Pages, GitLab Pages und Cloudflare Pages erscheint dort die Startseite. Was aus jeder wird, prüft nach dem "
    "Bau: sitegen check --old-urls"
)


def note_sentence(note: Note) -> str:
    """What `note` says to the owner."""
    sentence = NOTES.get(note.kind) or GENERATOR_NOTES.get(note.kind) or HTML_NOTES[note.kind]
    filled = sentence.format(excerpt=note.excerpt)
    return filled if note.excerpt else filled.removesuffix(": ").rstrip(".") + "."


def note_sentences(notes: Iterable[Note], *, listed: Collection[str], few: int) -> Iterator[str]:
    """What the notes of one text say, those of a kind together; what is in `listed` is named elsewhere and counted."""
    kinds: dict[str, list[Note]] = {}
    for note in notes:
        kinds.setdefault(note.kind, []).append(note)
    for kind, alike in kinds.items():
        elsewhere = [note for note in alike if kind in NOTES_COUNTED and note.excerpt in listed]
        named = [note for note in alike if note not in elsewhere]
        if elsewhere:
            yield NOTES_COUNTED[kind][len(elsewhere) > 1].format(count=len(elsewhere))
        several = NOTES_OF_MANY.get(kind) or HTML_NOTES_OF_MANY.get(kind)
        if several and len(named) > 1:
            names = [note.excerpt for note in named if note.excerpt]
            between = "“, „" if "„{excerpt}“" in several else "; "
            filled = several.format(count=len(named), excerpt=some_of(names, few, between=between))
            yield filled if names else f"{filled.removesuffix(': ')}."
        else:
            yield from map(note_sentence, named)


def some_of(names: Sequence[str], most: int, *, between: str = ", ", more: str = MORE_EXCERPTS) -> str:
    """Names in a row; of more than `most` only the first ones, and how many there are beside them."""
    shown, rest = between.join(names[:most]), len(names) - most
    return more.format(names=shown, count=rest) if rest > 0 else shown
