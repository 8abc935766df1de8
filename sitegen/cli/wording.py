"""Every German sentence of the command line, in one place: help, misuse, reports, crashes.

Sentences about faults in a site are not here but in `diagnostics.catalogue`. Braces are filled by whoever prints.
"""

from __future__ import annotations

from typing import Final

# How commands are described

USAGE_PREFIX: Final = "Aufruf: "
OPTIONS_METAVAR: Final = "[OPTIONEN]"
COMMAND_METAVAR: Final = "BEFEHL …"
OPTIONS_HEADING: Final = "Optionen"
COMMANDS_HEADING: Final = "Befehle"
FOLDER_METAVAR: Final = "ORDNER"
FORM_METAVAR: Final = "FORM"
MOMENT_METAVAR: Final = "ZEITPUNKT"

ROOT_HELP: Final = (
    "sitegen macht aus Markdown-Dateien eine deutsche Website. "
    "Die Befehle arbeiten im aktuellen Ordner oder in dem, den --site nennt."
)
ROOT_EPILOG: Final = "Mehr zu einem Befehl: sitegen BEFEHL --help"
HELP_OPTION: Final = "Zeigt diese Hilfe."
VERSION_OPTION: Final = "Zeigt, welche Version das ist."
TRACEBACK_OPTION: Final = "Zeigt bei einem Fehler in sitegen selbst die technischen Einzelheiten."
SITE_OPTION: Final = "Der Ordner der Website, in dem site.yaml liegt. Ohne Angabe der aktuelle oder einer darüber."
AT_OPTION: Final = "Die Uhr: so tun, als wäre es dieser Zeitpunkt, etwa 2026-12-24T08:00. Ohne Angabe jetzt."

BUILD_SUMMARY: Final = "Baut die Website."
BUILD_HELP: Final = (
    "Baut die Website in den Ordner public. Zuerst wird alles geprüft; bei einem Fehler bleibt public, wie es ist."
)
OUT_OPTION: Final = "Wohin die fertigen Seiten kommen, wenn nicht nach public."
FORMAT_OPTION: Final = "Wie die Befunde ausgegeben werden: {forms}. Ohne Angabe als Text."
STRICT_OPTION: Final = "Auch Warnungen halten den Bau an."

NEW_SUMMARY: Final = "Legt eine neue Website an."
NEW_HELP: Final = (
    "Legt im Ordner NAME eine neue Website an, mit ersten Texten, die Sie durch Ihre eigenen ersetzen. Vorher stellt "
    "es acht kurze Fragen, wenn jemand am Bildschirm sitzt. Vorhandenes wird niemals überschrieben."
)
ADD_SUMMARY: Final = "Legt einen Beitrag, eine Leistung oder eine Seite an."
ADD_HELP: Final = (
    "Legt einen neuen Text an: post ist ein Beitrag im Blog, service eine Leistung, page eine Seite. "
    "Der Dateiname entsteht aus dem TITEL. Vorhandenes wird niemals überschrieben."
)
FIX_SUMMARY: Final = "Trennt Absätze in eingefügten Texten; verkleinert Bilder."
FIX_HELP: Final = (
    "Fügt in Texten, die zum Beispiel aus Word eingefügt sind, die fehlenden Leerzeilen zwischen den Absätzen ein. "
    "Sonst ändert sich an den Dateien nichts. "
    "„sitegen fix pictures“ verkleinert stattdessen alle Bilder unter content/ und static/ auf 2400 Bildpunkte an der "
    "längsten Seite und nimmt heraus, wann und wo sie entstanden sind. Die Originale werden dabei ersetzt."
)
COMMENT_SUMMARY: Final = "Nimmt Kommentare aus Mails auf und gibt sie frei, ohne Server."
INBOX_SUMMARY: Final = "Betreibt den Eingang für Formulare und Kommentare auf einem Server."
PUBLISH_SUMMARY: Final = "Veröffentlicht die Website."
EXPLAIN_SUMMARY: Final = "Erklärt einen Befund oder eine Rechtsregel ausführlich."
EXPLAIN_HELP: Final = (
    "Erklärt den Befund mit diesem CODE, zum Beispiel SG003, oder die Regel der Rechtsprüfung, zum Beispiel IMP-003. "
    "Ohne CODE: alle Codes mit je einer Zeile. Alle Regeln zeigt: sitegen check --rules"
)
SCHEMA_SUMMARY: Final = "Gibt aus, was in site.yaml und im Kopf der Texte stehen darf."
SCHEMA_HELP: Final = (
    "Gibt als JSON-Schema aus, was in site.yaml (site) oder im Kopf eines Textes (post, page, service, author) stehen "
    "darf. Editoren, die YAML verstehen, ergänzen und prüfen damit beim Tippen."
)
CHECK_SUMMARY: Final = "Prüft die Website, bevor sie veröffentlicht wird."
CI_SUMMARY: Final = "Schritte der Abläufe; von Hand braucht sie niemand."
IMPORT_SUMMARY: Final = "Übernimmt eine Website, die bisher anderswo war."
SERVE_SUMMARY: Final = "Zeigt die Website im Browser, während Sie schreiben."
PREVIEW_SUMMARY: Final = "Zeigt die Website, wie sie zu einem Zeitpunkt aussieht."
DUE_SUMMARY: Final = "Zeigt, wann sich die Website von selbst ändert."
SETUP_SUMMARY: Final = "Fragt nach Namen, Anschrift, Anrede und Anbieter."
UPDATE_SUMMARY: Final = "Hebt die Fassung von sitegen an, nach einem Vergleich."
WHY_SUMMARY: Final = "Zeigt, warum eine Seite neu gemacht wurde oder nicht."
PRICES_SUMMARY: Final = "Zeigt alle Preise."
PRICES_HELP: Final = (
    "Zeigt alle Leistungen mit Preisen, Paketen und angekündigten Änderungen, ohne etwas zu bauen. Was an einer "
    "Leistung nicht stimmt, steht darüber."
)
PRICES_FORMAT_OPTION: Final = "Wie die Preise ausgegeben werden: {forms}. Ohne Angabe als Text."
NO_SERVICES: Final = 'Diese Website hat noch keine Leistungen. Die erste legt an: sitegen add service "Mein Titel"'
WRITE_OPTION: Final = "Schreibt alle Schemas nach .schema in der Website, statt eines auszugeben."

# What is wrong with a call

DID_YOU_MEAN: Final = " Meinten Sie „{word}“?"
NO_SUCH_COMMAND: Final = "Den Befehl „{name}“ gibt es nicht."
NO_SUCH_OPTION: Final = "Die Option „{name}“ gibt es nicht."
OPTION_TAKES_NO_VALUE: Final = "Zu „{name}“ gehört kein Wert."
OPTION_NEEDS_VALUE: Final = "Zu „{name}“ fehlt der Wert."
MISSING: Final = "Es fehlt: {name}."
MISSING_COMMAND: Final = "Es fehlt ein Befehl."
POSSIBLE: Final = "Möglich sind: {choices}."
NOT_ONE_OF: Final = "„{value}“ gibt es hier nicht. Möglich sind: {choices}."
BAD_VALUE: Final = "{name}: {message}"
BAD_MOMENT: Final = "„{value}“ ist kein Zeitpunkt. Schreiben Sie ihn so: 2026-12-24T08:00"
SURPLUS: Final = "Das ist zu viel: {words}"
MORE_HELP: Final = "Mehr dazu: {command}"
NO_SUCH_CODE: Final = (
    "Den Code „{code}“ gibt es nicht. Alle Codes zeigt: sitegen explain, alle Regeln: sitegen check --rules"
)
NO_TITLE: Final = 'Es fehlt der Titel. So geht es: sitegen add {kind} "Mein Titel"'
WRITE_IS_FOR_ALL: Final = "--write schreibt alle Schemas. Lassen Sie „{of}“ oder --write weg."
ABORTED: Final = "Abgebrochen."

# What commands say

VERSION: Final = "sitegen {version}"
SITE_FOUND_ABOVE: Final = "Website: {folder} (in einem Ordner darüber gefunden)"

STAGES: Final = {
    "read": "Dateien lesen",
    "markdown": "Texte setzen",
    "pictures": "Bilder umrechnen",
    "layouts": "Seiten bauen",
    "check": "Prüfen",
    "write": "Schreiben",
    "send": "Übertragen",
}

UNTOUCHED: Final = "Nichts wurde verändert: {out} ist auf dem letzten guten Stand."
NOTHING_WRITTEN: Final = "Es wurde noch nichts geschrieben."
STRICT_STOPPED: Final = "Mit --strict halten auch Warnungen den Bau an."
CHANGED: Final = "{parts} – in {seconds} s."
OPEN: Final = "Zum Ansehen öffnen: {path}"

CREATED: Final = "{count} neu"
UPDATED: Final = "{count} geändert"
REMOVED: Final = "{count} entfernt"
UNCHANGED: Final = "{count} unverändert"
FILE: Final = ("Datei", "Dateien")
POST: Final = ("Beitrag", "Beiträge")

PRICE_CHANGED: Final = "{title}: {before} → {after}, geändert auf {count}"
PAGE: Final = ("Seite", "Seiten")

WITHHELD: Final = {
    "draft": ("1\u00a0Entwurf nicht veröffentlicht", "{count}\u00a0Entwürfe nicht veröffentlicht"),
    "scheduled": ("1\u00a0Beitrag erscheint {when}", "{count}\u00a0Beiträge erscheinen später"),
    "expired": ("1\u00a0Beitrag ist {when} abgelaufen", "{count}\u00a0Beiträge sind abgelaufen"),
}
"""By reason: of one text and of several."""
ENTRY: Final = "„{title}“ ({source})"
ON: Final = "am {date} um {time}\u00a0Uhr"
SINCE: Final = "seit dem {date}"
LATER: Final = "später"
MEANWHILE: Final = "inzwischen"
AND_MORE: Final = "… und {count} weitere"

SITE_CREATED: Final = """\
Ihre neue Website liegt in {folder}.

So geht es weiter:
  cd {path}
  sitegen build
  sitegen add post "Mein erster Beitrag"

Was noch fehlt, sagt der Bau; „sitegen setup“ fragt noch einmal danach. Alles Weitere steht in {readme}."""

_TEXT_NEXT: Final = (
    "Schreiben Sie dort Ihren Text. Ist er fertig, löschen Sie die Zeile „draft: true“ und bauen: sitegen build"
)
ENTRY_CREATED: Final = "Angelegt: {path}"
ENTRY_NEXT: Final = {
    "post": _TEXT_NEXT,
    "service": "Tragen Sie dort Preis und Umfang ein. Ist alles fertig, löschen Sie die Zeile „draft: true“ "
    "und bauen: sitegen build",
    "page": _TEXT_NEXT,
}
TITLE_PROMPT: Final = "Titel"

BLANK_LINE: Final = ("Leerzeile", "Leerzeilen")
FIXED: Final = "{path}: {count} eingefügt."
PICTURE: Final = ("Bild", "Bilder")
PICTURE_SHRUNK: Final = "{path}: verkleinert, {before} → {after}."
PICTURE_STRIPPED: Final = "{path}: ohne Aufnahmedaten gespeichert, {before} → {after}."
PICTURES_FIXED: Final = "Geändert: {mended}. Schon in Ordnung: {fine}."
NO_PICTURES: Final = "Hier liegen keine Bilder."
NOTHING_TO_FIX: Final = "{path}: Hier fehlt keine Leerzeile."

WRITTEN: Final = "Geschrieben: {path}"
MOMENT: Final = "{date}, {time}\u00a0Uhr"
MORE: Final = " …"
SCISSORS: Final = "---------- Was ab dieser Zeile steht, wird nicht übernommen. ----------"
"""In an editor, between what is typed and what is only to be read."""

# When we fail

CRASH: Final = (
    "In sitegen selbst ist etwas schiefgegangen; an Ihren Texten liegt es nicht.\n"
    "Ein Bericht für die Fehlersuche liegt hier: {path}"
)
CRASH_WITHOUT_REPORT: Final = "In sitegen selbst ist etwas schiefgegangen; an Ihren Texten liegt es nicht."
CRASH_DETAILS: Final = "Die technischen Einzelheiten zeigt: {command}"
CRASH_REPORT: Final = """\
sitegen {version}, Python {python}, {system}
{at}
Aufruf: {command}

{traceback}"""

STANDARD_OUTPUT: Final = "Standardausgabe"
NO_RIGHT: Final = "das Recht dazu fehlt"
READ_ONLY: Final = "der Datenträger ist schreibgeschützt"
NO_SPACE: Final = "auf dem Datenträger ist kein Platz mehr"
NAME_TOO_LONG: Final = "der Name ist zu lang"
NOT_A_FOLDER: Final = "ein Teil des Weges ist kein Ordner"
IS_A_FOLDER: Final = "das ist ein Ordner"
