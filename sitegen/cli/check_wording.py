"""Every German sentence of `sitegen check`, and of `sitegen explain` about rules of law. Filled by whoever prints."""

from __future__ import annotations

from typing import Final

HELP: Final = (
    "Prüft alles, was auch der Bau prüft, aber so streng wie vor einer Veröffentlichung, und schreibt nichts: Was im "
    "Impressum oder in der Datenschutzerklärung noch fehlt, ist hier ein Fehler. Am Ende steht, was geprüft wurde und "
    "was kein Programm prüfen kann. Mit einem ORDNER prüft es dort fertige HTML-Seiten, gleich welches Programm sie "
    "gemacht hat, auf alles, was sich ohne Angaben aus einer site.yaml sagen lässt."
)
STRICT_OPTION: Final = "Auch bei Warnungen endet die Prüfung mit einem Fehler (Rückgabewert 1)."
FOLDER_METAVAR: Final = "[ORDNER]"
URL_METAVAR: Final = "ADRESSE"
URL_OPTION: Final = "Unter welcher Adresse die Seiten im ORDNER stehen, etwa https://www.example.org/."
URL_WITHOUT_FOLDER: Final = (
    "--url gehört zu einem ORDNER mit fertigen Seiten; bei der eigenen Website steht die Adresse in site.yaml."
)
LINKS_OPTION: Final = (
    "Fragt auch die Adressen anderer, auf die Sie verweisen, ob es sie noch gibt. Das dauert und braucht das Netz; "
    "gefragt wird jede höchstens alle 30 Tage."
)
LINKS_WITHOUT_SITE: Final = "--links gilt für die eigene Website, nicht für einen ORDNER mit fertigen Seiten."
NO_SUCH_FOLDER: Final = "Den Ordner „{folder}“ gibt es nicht."
NOT_AN_ADDRESS: Final = "„{url}“ ist keine Adresse, die mit https:// beginnt."
RULES_OPTION: Final = "Zeigt alle Regeln der Rechtsprüfung, statt zu prüfen."

COUNTRIES: Final = {"de": "Deutschland", "at": "Österreich", "ch": "die Schweiz"}

NOTHING_FOUND: Final = "Nichts gefunden."
MAY_GO_OUT: Final = "Nichts davon hindert die Veröffentlichung."
MUST_BE_MENDED: Final = "Was oben als Fehler steht, gehört vor der Veröffentlichung behoben."
STRICT_STOPPED: Final = "Mit --strict zählen auch Warnungen als Fehler."
NOT_CHECKED: Final = "Weiter kam die Prüfung nicht: Zuerst muss das behoben sein."
CHECKED: Final = "Geprüft: {rules} für {country}, Stand {date}, dazu Texte, Verweise, Bilder und die fertigen Seiten."
RULE: Final = ("Regel der Rechtsprüfung", "Regeln der Rechtsprüfung")
ALL_OFF: Final = "Die Rechtsprüfung ist abgeschaltet. Ihr Grund: {reason}"
ONE_OFF: Final = "Abgeschaltet: {id} ({title}). Ihr Grund: {reason}"
ADVICE: Final = (
    "Rat sind davon {count}, denn dafür wurde die Vorschrift nicht im Wortlaut nachgelesen. Welche, zeigt: "
    "sitegen check --rules"
)
UNSEEN: Final = (
    "Was kein Programm sieht: ob Ihre Angaben stimmen und vollständig sind, ob Verträge zur Auftragsverarbeitung "
    "wirklich geschlossen sind, was Skripte anderer erst im Browser nachladen und was Empfänger mit Nachrichten tun. "
    "Rechtsberatung ist die Prüfung nicht."
)

RULES_HEAD: Final = "{count} Regeln, Stand {date}. Mehr zu einer: sitegen explain IMP-003"
IN_FORCE: Final = "{country}: {statute}, seit {since}"
UNTIL: Final = "bis {until}"
IS_ADVICE: Final = "Rat"
SPOKEN_BY: Final = "Dazu gehören diese Befunde: {codes}"
ASKS_FOR_DATA: Final = (
    "Solange Sie an der Website arbeiten, ist das eine Warnung; vor der Veröffentlichung ist es ein Fehler."
)
BY_TIME: Final = "Das bringt die Zeit mit sich; darum ist es immer nur ein Hinweis und hält nichts an."
HOW_OFF: Final = "Passt die Regel nicht auf Ihre Website, schalten Sie sie mit einem Grund in site.yaml ab:"
OFF_LINES: Final = "legal:\n  off:\n    {id}: {sample}"
