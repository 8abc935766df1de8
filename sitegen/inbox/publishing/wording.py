"""Why a comment could not be handed over, for `sitegen inbox status`: to the owner, without anybody’s data."""

from __future__ import annotations

from typing import Final

NO_SITE: Final = "Diese Website steht nicht mehr in inbox.yaml."
UNFIT: Final = "Die Kennung des Beitrags taugt nicht als Ordner; bitte geben Sie ihm in seinem Kopf eine einfache id:."
TOO_LARGE: Final = "Der Kommentar ist für eine Datei zu groß; bitte kürzen Sie ihn."
BUSY: Final = "Gerade wird schon etwas an diese Website übergeben."

NO_GIT: Final = "Auf diesem Rechner fehlt das Programm git."
UNREACHABLE: Final = "Das Git-Archiv ist nicht zu erreichen."
HOST_KEY: Final = "Der Server des Git-Archivs ist hier noch nicht bekannt: Sein Schlüssel fehlt in known_hosts."
ACCESS: Final = (
    "Das Git-Archiv gewährt keinen Zugang. Bitte prüfen Sie den Schlüssel des Eingangs und ob er schreiben darf."
)
NO_BRANCH: Final = "Den Zweig aus inbox.yaml gibt es im Git-Archiv nicht."
REFUSED: Final = "Das Git-Archiv nimmt die Änderung nicht an; vielleicht ist der Zweig geschützt."
CONTESTED: Final = "Im Git-Archiv ändert sich gerade so viel, dass der Eingang nicht dazwischenkommt."
SLOW: Final = "Das Git-Archiv antwortet nicht."
DAMAGED: Final = "Die Arbeitskopie des Git-Archivs ist nicht zu gebrauchen."

NO_FOLDER: Final = "Den Ordner der Website gibt es nicht."
LINKED: Final = "Im Ordner der Website führt eine Verknüpfung woandershin; dort schreibt der Eingang nicht."
DISK: Final = "Auf den Datenträger lässt sich gerade nicht schreiben."
COMMAND: Final = "Der Befehl, der nach dem Schreiben laufen soll, ist gescheitert."

NOT_SEEN: Final = "Der Kommentar steht noch nicht auf der Seite."
