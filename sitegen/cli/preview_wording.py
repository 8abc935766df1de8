"""Every German sentence of `sitegen serve`, `sitegen preview` and `sitegen due`.

Sentences about what is wrong are not here but in `diagnostics.catalogue`. Braces are filled by whoever prints.
"""

from __future__ import annotations

from typing import Final

SERVE_HELP: Final = (
    "Zeigt die Website im Browser, während Sie schreiben: Was Sie speichern, erscheint sofort. Auch Entwürfe und "
    "künftige Beiträge sind zu sehen und als solche gekennzeichnet. Der Ordner public bleibt, wie er ist. "
    "Strg+C beendet die Vorschau."
)
PREVIEW_HELP: Final = (
    "Zeigt die Website so, wie sie zu einem Zeitpunkt öffentlich zu sehen ist: ohne Entwürfe, mit den Beiträgen, "
    "Preisen und Hinweisen, die dann gelten. Mit --no-open wird nur gebaut, nach .sitegen/preview."
)
NO_OPEN_OPTION: Final = "Öffnet keinen Browser."
NO_OPEN_PREVIEW_OPTION: Final = "Baut nur und zeigt nichts."
PORT_OPTION: Final = "Der Port, an dem die Vorschau antwortet. Ohne Angabe 8000 oder der nächste freie."
HOST_OPTION: Final = (
    "Die eigene Adresse, unter der die Vorschau antwortet. Ohne Angabe nur auf diesem Rechner; mit 0.0.0.0 sieht sie "
    "jeder in Ihrem Netz."
)
PORT_METAVAR: Final = "PORT"
HOST_METAVAR: Final = "ADRESSE"
BAD_PORT: Final = "„{value}“ ist kein Port. Möglich sind Nummern bis 65535."

READY: Final = "Ihre Website zur Ansicht: {address}"
OTHER_PORT: Final = "Port {usual} ist belegt, darum antwortet die Vorschau an Port {port}."
OPEN_TO_ALL: Final = "Achtung: Wer in Ihrem Netz ist, kann diese Vorschau sehen, auch Ihre Entwürfe."
WITH_UNPUBLISHED: Final = "Entwürfe und künftige Beiträge sind mit zu sehen; sie sind gekennzeichnet."
AS_OF: Final = "So ist sie am {date} um {time}\u00a0Uhr öffentlich zu sehen."
HOW_TO_END: Final = "Zum Beenden: Strg+C"
RUNNING: Final = "Die Vorschau dieser Website läuft schon: {address}"
BUILT: Final = "{clock}  {changes}"
MENDED: Final = "{clock}  Alles ist wieder in Ordnung. {changes}"
FAULTY: Final = "{clock}  Im Browser bleibt der letzte gute Stand erreichbar."
FAULTY_AT_FIRST: Final = "{clock}  Auch im Browser steht, was zu ändern ist."
CRASHED: Final = "{clock}  In sitegen selbst ist etwas schiefgegangen; an Ihren Texten liegt es nicht."
CRASH_REPORT: Final = "Ein Bericht für die Fehlersuche liegt hier: {path}"
ENDED: Final = "Die Vorschau ist beendet."

DUE_HELP: Final = (
    "Zeigt alle Zeitpunkte, zu denen sich die Website von selbst ändert: Beiträge erscheinen oder laufen ab, Preise "
    "und Hinweise wechseln, Kommentare schließen. Gebaut wird dabei nichts."
)
SINCE_OPTION: Final = "Zeigt nur, was seit diesem Zeitpunkt fällig geworden ist, etwa seit dem letzten Veröffentlichen."
DUE_FORMAT_OPTION: Final = "Wie die Zeitpunkte ausgegeben werden: {forms}. Ohne Angabe als Text."
NOTHING_DUE: Final = "Nichts fällig."
NOTHING_AHEAD: Final = "Von selbst ändert sich an der Website nichts mehr."
AT: Final = "{date}, {time}\u00a0Uhr"
CHANGES: Final = {
    "post-appears": "Beitrag „{title}“ erscheint ({source})",
    "post-expires": "Beitrag „{title}“ läuft ab ({source})",
    "comments-close": "Kommentare zu „{title}“ schließen ({source})",
    "price-changes": "Preis von „{title}“: {before} → {after} ({source})",
    "notice-begins": "Hinweis „{title}“ erscheint ({source})",
    "notice-ends": "Hinweis „{title}“ verschwindet ({source})",
    "closing-days-announced": "Schließzeit {days} wird angekündigt ({source})",
    "closing-days-over": "Schließzeit {days} ist vorbei ({source})",
    "year-begins": "Die Jahreszahl am Fuß der Seiten wird {title}",
    "security-txt-renewed": "security.txt gilt ein halbes Jahr länger",
}
"""What changes, by kind."""
ONE_DAY: Final = "am {first}"
DAYS: Final = "vom {first} bis {last}"
