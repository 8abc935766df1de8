"""Sentences of the codes SG420 to SG429: addresses that were published once, and what has become of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

REPLACED: Final = (
    "Nennen Sie sie im Kopf des Textes, der an ihre Stelle tritt. Gibt es keinen, gehört die zweite Angabe in site.yaml:\n"
    "aliases: {path}\ngone:\n  - {path}"
)
"""SG420 for a page."""
REPLACED_FILE: Final = (
    "Führen Sie in site.yaml zur neuen Datei, oder sagen Sie dort, dass es sie nicht mehr gibt:\n"
    "redirects:\n  - from: {path}\n    to: {target}\ngone:\n  - {path}"
)
"""SG420 for a document."""
WITHDRAWN_POST: Final = (
    "Soll er vom Netz, ersetzen Sie „draft: ja“ durch die erste Angabe; kommt er nie wieder, ist es die zweite in site.yaml:\n"
    "expires: {today}\ngone:\n  - {path}"
)
"""SG423 for a post."""
WITHDRAWN: Final = (
    "Nehmen Sie „draft: ja“ heraus, oder sagen Sie in site.yaml, dass es die Seite nicht mehr gibt:\ngone:\n  - {path}"
)
"""SG423 for everything else."""

_SHOWN: Final = 3


def and_more(paths: Sequence[str]) -> str:
    """The first few addresses and how many more there are: „/a/, /b/, /c/ und 2 weitere“."""
    shown = ", ".join(paths[:_SHOWN])
    rest = len(paths) - _SHOWN
    return shown if rest <= 0 else f"{shown} und {rest} weitere"


ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG420",
        severity=Severity.ERROR,
        message="Unter {path} war Ihre Website zu finden; jetzt führt die Adresse ins Leere.",
        cure="{cure}",
        explanation=(
            "Auf veröffentlichte Adressen verweisen andere: Suchmaschinen, Kundinnen, alte E-Mails. Darum steht jede in "
            "published-urls.txt, und keine verschwindet ohne ein Wort. Tritt ein anderer Text an die Stelle, nennt er sie unter "
            "„aliases:“, und Besucher kommen dort an. Was kein Text sein kann, leiten Sie in site.yaml unter „redirects:“ "
            "weiter. Und was es nicht mehr gibt, steht unter „gone:“; Server antworten dann mit „gibt es nicht mehr“ (410), wo "
            "sie das können. Mehr steht in docs/adressen.md."
        ),
    ),
    Entry(
        code="SG421",
        severity=Severity.ERROR,
        message="Unter {path} war Ihre Website zu finden. Haben Sie die Datei in {file} umbenannt?",
        cure=(
            "Dann gehört die erste Zeile in den Kopf dieser Datei. Gibt es den alten Text nicht mehr, gehört die zweite Angabe "
            "in site.yaml:\n{line}\ngone:\n  - {path}"
        ),
        explanation=(
            "Adresse und Kennung eines Textes kommen aus seinem Dateinamen. Wird die Datei umbenannt, wäre sie unter der alten "
            "Adresse nicht mehr zu finden, und ihre Kommentare auch nicht. Mit der alten Kennung („id:“) im Kopf ist es für das "
            "Programm derselbe Text: Die Weiterleitung entsteht von selbst, und die Kommentare bleiben."
        ),
    ),
    Entry(
        code="SG422",
        severity=Severity.NOTE,
        message="„{to}“ ist jetzt nicht veröffentlicht; wer dorthin weitergeleitet wird, kommt zur Liste der Beiträge.",
        cure="Zu tun ist nichts, wenn der Text wieder erscheint. Sonst nennen Sie hinter „to:“ einen anderen.",
        explanation=(
            "Unter „redirects:“ steht, wohin frühere Adressen führen. Ist das Ziel ein Entwurf, noch nicht erschienen oder "
            "abgelaufen, soll trotzdem niemand ins Leere kommen. Das Verstreichen der Zeit allein hält nie auf."
        ),
    ),
    Entry(
        code="SG423",
        severity=Severity.ERROR,
        message="Dieser Text war unter {path} zu finden. Als Entwurf ist er es nicht mehr.",
        cure="{cure}",
        explanation=(
            "Ein Entwurf ist für Texte gedacht, die noch niemand kennt. Was schon veröffentlicht war, darauf verweisen andere. "
            "Soll ein Beitrag vom Netz, sagt ein Tag hinter „expires:“, dass das Absicht ist. Seiten und Leistungen, die es nicht "
            "mehr gibt, stehen in site.yaml unter „gone:“."
        ),
    ),
    Entry(
        code="SG424",
        severity=Severity.NOTE,
        message="Zurzeit nicht zu finden, weil abgelaufen oder noch nicht erschienen: {paths}.",
        cure="Zu tun ist nichts. Soll eine Adresse anderswohin führen, nennt ein anderer Text sie unter „aliases:“.",
        explanation=(
            "Diese Adressen waren veröffentlicht und stehen in published-urls.txt. Wer einen abgelaufenen Beitrag aufruft, "
            "erfährt, dass es ihn nicht mehr gibt. Das Verstreichen der Zeit allein hält nie auf."
        ),
    ),
    Entry(
        code="SG425",
        severity=Severity.NOTE,
        message="Diese Listen gibt es nicht mehr; wer sie aufruft, kommt eine Ebene höher an: {paths}.",
        cure="Heißt ein Schlagwort oder eine Kategorie jetzt anders, führen Sie in site.yaml dorthin:\nredirects:\n  - from: {path}\n    to: {target}",
        explanation=(
            "Die Seite zu einem Schlagwort, einer Kategorie oder einer Person verschwindet mit dem letzten Beitrag. Besucher "
            "kommen dann von selbst auf die Übersicht darüber. Besser ist die Liste, die heute dasselbe meint; welche das ist, "
            "wissen nur Sie."
        ),
    ),
    Entry(
        code="SG426",
        severity=Severity.ERROR,
        message="„{to}“ gibt es nicht; dorthin kann keine frühere Adresse führen.",
        cure="{suggestion}",
        explanation=(
            "Hinter „to:“ steht eine Datei unter content/ („kontakt.md“) oder ein Pfad dieser Website („/blog/“). Zu einer "
            "anderen Website führt keine frühere Adresse von selbst; dafür genügt eine Seite mit einem Verweis. Und eine Adresse, "
            "die selbst unter „redirects:“ steht, ist kein Ziel: Nennen Sie gleich das letzte."
        ),
    ),
    Entry(
        code="SG427",
        severity=Severity.NOTE,
        message="Diese Zeile unter „{key}“ gilt nicht: {path} ist vergeben.",
        cure="Nehmen Sie sie heraus, wenn die Seite bleiben soll.",
        explanation=(
            "Unter der Adresse steht eine Seite oder eine Datei, ein Text nennt sie unter „aliases:“, oder sie steht hier schon "
            "einmal. Die Seite geht vor, sonst die frühere Zeile."
        ),
    ),
    Entry(
        code="SG428",
        severity=Severity.WARNING,
        message="Diese Zeile ist keine Adresse.",
        cure="Stellen Sie die Zeile wieder her, oder löschen Sie sie. So sieht eine aus:\n/blog/rechnungen/ post:rechnungen",
        explanation=(
            "In published-urls.txt steht je Zeile eine Adresse, wie sie auf der Website beginnt: mit einem Schrägstrich; dahinter, "
            "wem sie gehört. Das Programm ergänzt die Datei beim Veröffentlichen und lässt stehen, was es nicht versteht."
        ),
    ),
    Entry(
        code="SG429",
        severity=Severity.ERROR,
        message="„{path}“ ist kein Pfad dieser Website.",
        cure="Schreiben Sie ihn mit einem Schrägstrich am Anfang und ohne den Namen der Website, zum Beispiel „/alter-name/“.",
        explanation=(
            "Unter „redirects:“ (hinter „from:“) und „gone:“ stehen frühere Adressen dieser Website. Der Teil mit https:// gehört "
            "nicht dazu, und ein Fragezeichen, eine Raute, Anführungszeichen oder „..“ können nicht darin stehen."
        ),
    ),
)
