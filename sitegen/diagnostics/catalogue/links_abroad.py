"""Sentences of the codes SG971 to SG979: links to others, as `sitegen check --links` found them."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_SELDOM: Final = "Gefragt wird nur mit „sitegen check --links“, jede Adresse höchstens alle 30 Tage. Ein Verweis zu anderen hält den Bau nie auf."

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG971",
        severity=Severity.WARNING,
        message="{target} gibt es nicht mehr (Status {status}, gefragt am {asked}).",
        cure="Suchen Sie die Seite unter einer neuen Adresse, oder nehmen Sie den Verweis heraus.",
        explanation=f"Der Server hat gesagt, dass dort nichts mehr ist. {_SELDOM}",
    ),
    Entry(
        code="SG972",
        severity=Severity.NOTE,
        message="{target} ist dauerhaft umgezogen.",
        cure="Die neue Adresse:\n{new}",
        explanation=(
            "Noch leitet der Server weiter. Tragen Sie bei Gelegenheit die neue Adresse ein, dann stimmt der Verweis auch, wenn "
            f"die alte verschwindet. {_SELDOM}"
        ),
    ),
    Entry(
        code="SG973",
        severity=Severity.NOTE,
        message="Bei {target} hatte der Server gerade zu tun (Status {status}, gefragt am {asked}).",
        cure="Sie müssen nichts tun. Beim nächsten Mal wird wieder gefragt.",
        explanation=f"Der Server hat einen Fehler gemeldet oder um eine Pause gebeten. Das geht meist vorbei. {_SELDOM}",
    ),
    Entry(
        code="SG974",
        severity=Severity.NOTE,
        message="{target} war nicht zu erreichen: {reason} (gefragt am {asked}).",
        cure="Öffnen Sie die Adresse einmal selbst. Bleibt es dabei, nehmen Sie den Verweis heraus.",
        explanation=f"Das kann am eigenen Netz liegen, am fremden Server oder daran, dass es ihn nicht mehr gibt. {_SELDOM}",
    ),
    Entry(
        code="SG975",
        severity=Severity.NOTE,
        message="{target} führt in ein internes Netz und wurde nicht gefragt.",
        cure="Ihre Besucher kommen dort nicht hin. Nehmen Sie den Verweis heraus, wenn er nicht nur ein Beispiel ist.",
        explanation=f"Namen wie localhost und Adressen wie 192.168.0.1 meinen bei jedem ein anderes Gerät. {_SELDOM}",
    ),
    Entry(
        code="SG976",
        severity=Severity.NOTE,
        message="Noch nicht gefragt: {count} Verweise zu anderen.",
        cure="Rufen Sie „sitegen check --links“ später noch einmal auf; es geht dort weiter, wo es aufgehört hat.",
        explanation=(
            "Damit niemand belästigt wird, sind es bei jedem Mal höchstens 200, für jeden Server einer nach dem anderen, und wer um "
            f"eine Pause bittet, bekommt sie. {_SELDOM}"
        ),
    ),
    Entry(
        code="SG977",
        severity=Severity.NOTE,
        message="Keine einzige Adresse war zu erreichen; vermutlich fehlt gerade die Verbindung ins Netz.",
        cure="Stellen Sie die Verbindung her, und rufen Sie „sitegen check --links“ noch einmal auf.",
        explanation=f"Gemerkt wird davon nichts, denn an den Verweisen liegt es wohl nicht. {_SELDOM}",
    ),
)
