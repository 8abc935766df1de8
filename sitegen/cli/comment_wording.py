"""Every German sentence of `sitegen comment`. Braces are filled by whoever prints."""

from __future__ import annotations

from typing import Final

HELP: Final = (
    "Kommentare als Dateien der Website, ohne Server: Aus einer Mail wird ein Kommentar, der auf Sie wartet (add). "
    "Geben Sie ihn frei, erscheint er nach dem nächsten Bau. "
    "Welcher Kommentar gemeint ist, sagt das Ende seiner Kennung aus „sitegen comment list“."
)
EPILOG: Final = "Mehr zu einem Befehl: sitegen comment BEFEHL --help"

SUMMARIES: Final = {
    "add": "Macht aus einer Mail einen wartenden Kommentar.",
    "list": "Zeigt, was auf Ihre Entscheidung wartet.",
    "show": "Zeigt einen Kommentar ganz.",
    "approve": "Gibt Kommentare frei, auf Wunsch gleich mit Ihrer Antwort.",
    "reject": "Lehnt wartende Kommentare ab.",
    "reply": "Antwortet auf einen freigegebenen Kommentar.",
    "edit": "Ändert den Text eines Kommentars.",
    "delete": "Löscht Kommentare, auch freigegebene.",
    "fetch": "Holt Freigegebenes vom eigenen Eingang, für die CI.",
}

ADD_HELP: Final = (
    "Liest die Mail, mit der ein Kommentar zu Ihnen kam: aus DATEI (auch .eml), aus der Standardeingabe oder aus dem "
    "Editor, in den Sie sie einfügen. E-Mail-Adresse, IP-Adresse und Kopfzeilen werden weggelassen, bevor etwas "
    "gespeichert wird. Zu welchem Beitrag der Kommentar gehört, steht meist in der Mail; sonst sagen Sie es mit --post."
)
LIST_HELP: Final = "Zeigt wartende Kommentare; mit --all auch die freigegebenen."
SHOW_HELP: Final = "Zeigt den Kommentar KOMMENTAR ganz, mit allen Angaben."
APPROVE_HELP: Final = (
    "Gibt die genannten Kommentare frei. Mit --reply veröffentlichen Sie im selben Schritt Ihre Antwort, gezeichnet "
    "mit dem Namen aus site.yaml (business: owner)."
)
REJECT_HELP: Final = "Lehnt die genannten wartenden Kommentare ab; sie werden gelöscht."
REPLY_HELP: Final = (
    "Antwortet auf einen freigegebenen Kommentar mit dem TEXT. Ohne TEXT öffnet sich Ihr Editor. Die Antwort ist "
    "sofort freigegeben und mit dem Namen aus site.yaml gezeichnet (business: owner)."
)
EDIT_HELP: Final = (
    "Öffnet den Text eines Kommentars in Ihrem Editor; ohne Terminal kommt der neue Text aus der Standardeingabe. "
    "Ändern Sie nur, was sein muss: Es sind die Worte eines anderen Menschen."
)
DELETE_HELP: Final = (
    "Löscht die genannten Kommentare. Wo Antworten darauf stehen, bleibt der Hinweis, dass hier ein Kommentar war; "
    "Name und Text sind auch dann weg."
)

FETCH_HELP: Final = (
    "Holt freigegebene Kommentare vom eigenen Eingang (delivery: in site.yaml) und legt sie als Dateien in die "
    "Website; zurückgenommene verschwinden. Gedacht für die CI, vor dem Bau. Das Geheimnis steht in "
    "SITEGEN_EXPORT_TOKEN."
)

FILE_METAVAR: Final = "[DATEI]"
COMMENT_METAVAR: Final = "KOMMENTAR"
COMMENTS_METAVAR: Final = "KOMMENTAR …"
TEXT_METAVAR: Final = "TEXT"
WORDS_METAVAR: Final = "[TEXT]"
POST_METAVAR: Final = "BEITRAG"
POST_OPTION: Final = "Zu welchem Beitrag: seine Kennung, seine Adresse oder sein Titel."
NAME_METAVAR: Final = "NAME"
NAME_OPTION: Final = "Wer ihn geschrieben hat, wenn es in der Mail nicht steht."
ALL_OPTION: Final = "Auch die freigegebenen."
REPLY_OPTION: Final = "Ihre Antwort, die mit dem Kommentar erscheint."
FORMAT_OPTION: Final = "Wie die Kommentare ausgegeben werden: {forms}. Ohne Angabe als Text."

# What is understood

UNDERSTOOD: Final = "Verstanden:"
POST: Final = "Beitrag"
NAME: Final = "Name"
WEBSITE: Final = "Website"
DATE: Final = "Datum"
ANSWER_TO: Final = "Antwort auf"
ID: Final = "Kennung"
STATE: Final = "Stand"
WITHOUT_NAME: Final = "ohne Namen"
DELETED: Final = "gelöscht"
PENDING: Final = "wartet"
PUBLISHED: Final = "freigegeben"
QUOTED: Final = "„{title}“"

LEFT_OUT: Final = "Weggelassen: {kinds}."
KINDS: Final = {
    "email": "die E-Mail-Adresse",
    "private": "Angaben zu Gerät und Anschluss (etwa die IP-Adresse)",
    "head": "Kopfzeilen der Mail",
    "address-in-text": "eine E-Mail-Adresse im Text",
    "name": "der Name (er ist eine E-Mail-Adresse)",
    "website": "die Website (sie ist keine Adresse mit http:// oder https://)",
}
KEPT_OUT_OF_GIT: Final = "In .gitignore steht jetzt, dass wartende Kommentare nicht in das Git-Archiv kommen."
WAITING: Final = "Der Kommentar wartet: {path}\nFreigeben: sitegen comment approve {id}"

# Lists

NOTHING_WAITS: Final = "Kein Kommentar wartet."
NOTHING_THERE: Final = "Es gibt noch keine Kommentare."
WAITING_HEADING: Final = "Es warten:"
PUBLISHED_HEADING: Final = "Freigegeben:"
ENTRY: Final = "  {id}  {date}  {name}  zu {post}"
NEXT: Final = "Freigeben: sitegen comment approve {id} · ganz lesen: sitegen comment show {id}"

# Decisions

APPROVED: Final = "Freigegeben: {name} zu {post}. Nach dem nächsten Bau steht der Kommentar auf der Website."
APPROVED_WITH_REPLY: Final = (
    "Freigegeben und beantwortet: {name} zu {post}. Nach dem nächsten Bau steht beides auf der Website."
)
REJECTED: Final = "Abgelehnt und gelöscht: {name} zu {post}."
REPLIED: Final = "Antwort an {name} geschrieben: {path}"
EDITED: Final = "Geändert: {path}"
UNCHANGED: Final = "Es hat sich nichts geändert."
REMOVED: Final = "Gelöscht: {name} zu {post}."
TOMBSTONE: Final = (
    "Gelöscht: {name} zu {post}. Weil Antworten darauf stehen, bleibt an seiner Stelle „Kommentar gelöscht“."
)
HISTORY: Final = (
    "Liegt Ihre Website in einem Git-Archiv, steht in dessen älteren Ständen weiterhin, was veröffentlicht war."
)

# Fetching

FETCHED: Final = "Geholt: {parts}."
FETCHED_NEW: Final = ("neuer oder geänderter Kommentar", "neue oder geänderte Kommentare")
FETCHED_GONE: Final = ("zurückgenommener", "zurückgenommene")
FETCHED_NOTHING: Final = "Es gibt nichts Neues."
FETCHED_REFUSED: Final = " {count}\u00a0× stand etwas darin, was kein Kommentar ist; es bleibt draußen."
VARIABLE_MISSING: Final = "Die Umgebungsvariable {name} fehlt: dasselbe Geheimnis, das der Eingang kennt."
NO_INBOX: Final = "In site.yaml steht kein eigener Eingang (delivery: mit provider: inbox und address: https://…)."
FETCH_FAILED: Final = {
    "unreachable": "Der Eingang antwortet nicht, wie er soll. Es bleibt bei den Kommentaren, die da sind.",
    "token": "Der Eingang kennt dieses Geheimnis nicht. Es bleibt bei den Kommentaren, die da sind.",
    "unsigned": "Die Antwort ist nicht vom Eingang unterschrieben. Es bleibt bei den Kommentaren, die da sind.",
}

# What went wrong

NO_FILE: Final = "Die Datei „{path}“ gibt es nicht."
TOO_LARGE: Final = "Das ist zu groß für eine Mail mit einem Kommentar."
NO_TEXT: Final = (
    "Darin ist kein Kommentar zu finden. Vor seinem Text sollte „Kommentar:“ oder „Nachricht:“ stehen. "
    "Es wurde nichts gespeichert."
)
TOO_LONG: Final = (
    "Der Kommentar ist zu lang: Er darf höchstens 8\u202f000\u00a0Zeichen haben. Es wurde nichts gespeichert."
)
NO_POST: Final = (
    "Aus der Mail geht nicht hervor, zu welchem Beitrag der Kommentar gehört. Sagen Sie es dazu: "
    "sitegen comment add --post BEITRAG … Es wurde nichts gespeichert."
)
UNKNOWN_POST: Final = "Einen Beitrag „{named}“ gibt es hier nicht.{hint} Es wurde nichts gespeichert."
UNFIT_POST: Final = (
    "Der Beitrag hat die Kennung „{named}“, und so kann kein Ordner heißen. Geben Sie ihm in seinem Kopf eine andere "
    "(id:). Es wurde nichts gespeichert."
)
SEVERAL_POSTS: Final = "In der Mail sind mehrere Beiträge genannt. Sagen Sie mit --post, welcher es ist:"
POST_LINE: Final = "  {id}  „{title}“"
NOT_FOUND: Final = "Den Kommentar „{word}“ gibt es nicht. Welche es gibt, zeigt: sitegen comment list --all"
AMBIGUOUS: Final = "„{word}“ passt auf mehrere Kommentare. Nennen Sie mehr Zeichen der Kennung."
THERE_ALREADY: Final = "Diesen Kommentar gibt es schon: {id}. Es wurde nichts gespeichert."
PARENT_WAITS: Final = "Er antwortet auf einen Kommentar, der noch wartet: {id}. Bis dahin steht er für sich."
NOT_PENDING: Final = "Der Kommentar {id} ist schon freigegeben."
NOT_REJECTABLE: Final = "Der Kommentar {id} ist schon freigegeben. Löschen: sitegen comment delete {id}"
NOT_PUBLISHED: Final = (
    "Der Kommentar {id} wartet noch. Freigeben und antworten in einem Schritt: "
    'sitegen comment approve {id} --reply "Ihre Antwort"'
)
GONE: Final = "Der Kommentar {id} ist gelöscht."
ONE_REPLY: Final = "Mit --reply geht nur ein Kommentar auf einmal."
NO_WORDS: Final = "Ohne Text wird nichts gespeichert."
REPLY_TOO_LONG: Final = "Der Text ist zu lang: höchstens 8\u202f000\u00a0Zeichen. Es wurde nichts gespeichert."
UNREADABLE: Final = "Was sonst in den Dateien steht, lässt sich nicht lesen:"

# In the editor

PASTE_HERE: Final = "Fügen Sie oben die ganze Mail ein, speichern Sie und schließen Sie den Editor."
REPLY_HERE: Final = "Schreiben Sie oben Ihre Antwort an {name}:\n\n{text}"
EDIT_HERE: Final = "Ändern Sie oben den Text von {name}, speichern Sie und schließen Sie den Editor."
NO_EDITOR: Final = (
    "Es ließ sich kein Editor öffnen. Nennen Sie eine Datei, oder sagen Sie in der Umgebungsvariablen EDITOR, welcher "
    "es sein soll."
)
