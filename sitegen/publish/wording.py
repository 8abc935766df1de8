"""The German sentences of this room that are not in the catalogue: why git refused, and what stands above commits."""

from __future__ import annotations

from typing import Final

NO_REPOSITORY: Final = "Der Ordner der Website ist kein Git-Verzeichnis."
NO_REMOTE: Final = "Das entfernte Verzeichnis „{remote}“ gibt es nicht oder es ist nicht erreichbar."
NO_ACCESS: Final = "Die Anmeldung wurde abgelehnt."
NO_BRANCH: Final = "Gerade ist kein Zweig ausgewählt (git switch main)."
NOTHING_COMMITTED: Final = "Hier ist noch nichts festgehalten (git commit)."
BEHIND: Final = "Auf der anderen Seite liegt Neueres; holen Sie es zuerst mit „git pull“."
UNCOMMITTED: Final = "Es gibt Änderungen, die noch nicht festgehalten sind (git commit)."
UNPUSHED: Final = "Hier liegt Neueres, das noch nicht veröffentlicht ist; veröffentlichen Sie es zuerst."
REFUSED: Final = "Die andere Seite nimmt es nicht an."
OTHERWISE: Final = "git meldet „{said}“"

COMMIT: Final = "Veröffentlicht am {date}"
RESTORED: Final = "Vorige Fassung wiederhergestellt"
