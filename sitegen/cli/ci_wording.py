"""Every German sentence of `sitegen ci`. Braces are filled by whoever prints."""

from __future__ import annotations

from typing import Final

HELP: Final = (
    "Diese Befehle rufen die Abläufe auf, die „sitegen publish setup“ geschrieben hat. Von Hand braucht sie niemand."
)
SUMMARIES: Final = {
    "last": "Gibt aus, wann die Website zuletzt veröffentlicht wurde.",
    "remember": "Merkt sich die Fassung, die jetzt online ist.",
    "restore": "Holt eine frühere Fassung zurück.",
    "comment": "Trägt einen Kommentar ein.",
    "pages": "Bringt die fertigen Seiten in den Zweig „pages“.",
    "keep": "Nimmt eine geänderte Datei in das Projekt auf.",
    "report": "Macht aus Befunden einen Bericht.",
    "proposal": "Macht aus einem Vergleich zweier Fassungen einen Vorschlag.",
    "issue": "Hält die eine Meldung über das, was zu ändern ist, auf dem neuesten Stand.",
}
LAST_HELP: Final = (
    "Gibt den Zeitpunkt aus, für den die Website zuletzt gebaut und veröffentlicht wurde; nichts, wenn es den nicht "
    "gibt. Er steht als Datum am letzten Eintrag des Zweigs „veroeffentlicht“."
)
REMEMBER_HELP: Final = (
    "Schreibt einen Eintrag in den Zweig „veroeffentlicht“: die Dateien, aus denen die Website entstanden ist. "
    "Damit lässt sie sich später wiederherstellen."
)
RESTORE_HELP: Final = (
    "Holt die Fassung zurück, die vor der jetzigen online war, als neuen Eintrag im Arbeitszweig. Nichts geht "
    "verloren: Derselbe Befehl noch einmal holt die neuere zurück."
)
COMMENT_HELP: Final = (
    "Trägt einen Kommentar ein, den Sie damit freigeben. Beitrag, Name, Text und Antwort stehen in "
    "SITEGEN_COMMENT_POST, SITEGEN_COMMENT_NAME, SITEGEN_COMMENT_TEXT und SITEGEN_COMMENT_REPLY. "
    "Zwei senkrechte Striche (||) trennen Absätze."
)
REPORT_HELP: Final = (
    "Macht aus der DATEI, die „sitegen build --format json“ geschrieben hat, einen Bericht für Menschen: als Text für "
    "die Zusammenfassung eines Laufs (summary) oder als eine Zeile für den nächsten Schritt (line)."
)
PROPOSAL_HELP: Final = (
    "Macht aus der DATEI, die „sitegen update --dry-run --format json“ geschrieben hat, einen Vorschlag als eine Zeile."
)
PAGES_HELP: Final = (
    "Bringt den Inhalt von public in den Zweig „pages“, aus dem Forgejo die Website ausliefert. Alle Seiten wechseln auf "
    "einmal; frühere Fassungen bleiben im Zweig."
)
KEEP_HELP: Final = "Nimmt die DATEI, wie sie jetzt ist, in das Projekt auf."
ISSUE_HELP: Final = (
    "Legt eine Meldung an, bringt die offene auf den neuesten Stand oder schließt sie. Der Bericht steht in "
    "SITEGEN_REPORT, als Zeile von „sitegen ci report“."
)
SOURCE_OPTION: Final = "Der Stand, aus dem gebaut wurde, als Kennung von git."
BUILT_AT_OPTION: Final = "Der Zeitpunkt, für den gebaut wurde."
BACK_OPTION: Final = "Wie viele Fassungen zurück; ohne Angabe eine."
REPORT_FORMAT_OPTION: Final = "Wie der Bericht aussieht: {forms}. Ohne Angabe summary."
OUTCOME_OPTION: Final = "Wie der Lauf ausging: {forms}. Ohne Angabe sagen es die Befunde."
FIRST_OPTION: Final = "Die Website war noch nie online."
KIND_OPTION: Final = "Welche Meldung: {forms}. Ohne Angabe findings."
REPORT_METAVAR: Final = "DATEI"
NUMBER_METAVAR: Final = "ANZAHL"
COMMIT_METAVAR: Final = "STAND"

NO_BRANCH: Final = (
    "Auf welchem Zweig die Website liegt, sagt keine Variable der Umgebung. Erwartet wird ein Lauf der CI."
)
GIT_FAILED: Final = "git hat abgelehnt: {reason}"
NO_RIGHT_TO_WRITE: Final = (
    "Der Lauf darf nicht in Ihr Projekt schreiben. Wo Sie das erlauben, steht oben in der Datei des Ablaufs."
)
SOMEBODY_PUSHED: Final = (
    "Gerade eben hat sich etwas an den Dateien geändert. Es wurde nichts zurückgeholt; starten Sie den Lauf bitte "
    "noch einmal."
)
REMEMBERED: Final = "Gemerkt als Fassung vom {when}."
ADDRESSES_KEPT: Final = "Ergänze published-urls.txt"
ADDRESSES_LATER: Final = "Die Liste der Adressen konnte nicht ergänzt werden; der nächste Lauf holt es nach."
RESTORED: Final = (
    "Wiederhergestellt wird die Fassung vom {when}. Derselbe Knopf noch einmal holt die neuere zurück: "
    "Nichts ist verloren."
)
NO_VERSION: Final = "So eine frühere Fassung gibt es nicht. Es wurde nichts geändert."
BAD_NUMBER: Final = "„{value}“ ist keine Anzahl. Schreiben Sie eine Zahl ab 1."

COMMENT_WITHOUT_TEXT: Final = "Der Kommentar hat keinen Text. Es wurde nichts gespeichert."
COMMENT_WITHOUT_NAME: Final = "Es fehlt der Name. Es wurde nichts gespeichert."
NAME_TOO_LONG: Final = "Der Name ist zu lang: höchstens 80\u00a0Zeichen. Es wurde nichts gespeichert."
COMMENT_KEPT: Final = "Eingetragen: der Kommentar von {name} zu „{title}“."
COMMENT_KEPT_WITH_REPLY: Final = "Eingetragen: der Kommentar von {name} zu „{title}“, mit Ihrer Antwort."
COMMENT_MESSAGE: Final = "Trage einen Kommentar ein"

PAGES_MESSAGE: Final = "Website vom {when}"
PAGES_DONE: Final = "Die Seiten sind im Zweig „{branch}“."
NOTHING_BUILT: Final = "Hier ist noch nichts gebaut. Vorher: sitegen build"
NO_FILE: Final = "Eine Datei {path} gibt es hier nicht."
KEEP_MESSAGE: Final = "Erneuere {path}"
KEPT: Final = "{path} ist aufgenommen."
KEPT_ALREADY: Final = "{path} ist schon so, wie es sein soll."
