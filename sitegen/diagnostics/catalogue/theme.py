"""Sentences of the codes SG19x (sections of landing pages) and SG52x (the look in `site.yaml`)."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_SECTIONS: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG191",
        severity=Severity.ERROR,
        message="Bei diesem Abschnitt steht nicht, von welcher Art er ist: „{by}:“ fehlt.",
        cure="Nennen Sie als Erstes seine Art, zum Beispiel:\n{by}: {first}\nMöglich sind: {words}.",
        explanation=(
            "Unter „sections:“ beginnt jeder Abschnitt mit einem Strich und seiner Art. Sie entscheidet, welche Angaben "
            "folgen dürfen und wie der Abschnitt aussieht; alle stehen in docs/felder.md."
        ),
    ),
    Entry(
        code="SG192",
        severity=Severity.ERROR,
        message="Einen Abschnitt der Art „{value}“ gibt es nicht. Meinten Sie „{known}“?",
        cure="So ist es richtig:\n{line}",
        explanation="Die Arten der Abschnitte heißen auf allen Websites gleich und stehen in docs/felder.md.",
    ),
    Entry(
        code="SG193",
        severity=Severity.ERROR,
        message="Einen Abschnitt der Art „{value}“ gibt es nicht.",
        cure="Möglich sind: {words}.",
        explanation="Die Arten der Abschnitte heißen auf allen Websites gleich und stehen in docs/felder.md.",
    ),
    Entry(
        code="SG194",
        severity=Severity.ERROR,
        message="Die Leistung „{service}“ gibt es nicht, oder sie ist nicht veröffentlicht.",
        cure="{cure}",
        explanation=(
            "Hinter „only:“ stehen Leistungen mit dem Dateinamen ohne „.md“: content/services/rechnungen.md heißt hier "
            "„rechnungen“. Entwürfe zählen nicht mit."
        ),
    ),
    Entry(
        code="SG195",
        severity=Severity.ERROR,
        message="In der Kategorie „{category}“ steht nichts.",
        cure="{cure}",
        explanation="Ein Abschnitt mit „category:“ zeigt nur, was in dieser Kategorie veröffentlicht ist; so bliebe er leer.",
    ),
)

_LOOK: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG521",
        severity=Severity.WARNING,
        message="Verweise in der Akzentfarbe {colour} sind schlecht zu lesen: Der Kontrast ist {ratio} : 1, nötig sind 4,5 : 1.",
        cure="Die nächste Farbe, die man lesen kann; die Website nimmt sie schon jetzt:\n{line}",
        explanation=(
            "Der Kontrast zwischen Schrift und Grund soll mindestens 4,5 : 1 betragen (WCAG 2.2, Erfolgskriterium 1.4.3), "
            "sonst liest bei Sonne auf dem Bildschirm niemand mit. Gemessen wird auf allen hellen Flächen der Website. Für "
            "die dunkle Ansicht hellt das Programm die Farbe selbst auf. Das kleine Zeichen im Browser behält Ihre Farbe."
        ),
    ),
    Entry(
        code="SG522",
        severity=Severity.WARNING,
        message="Auf der Papierfarbe {colour} ist Text schlecht zu lesen: Der Kontrast ist {ratio} : 1, nötig sind 4,5 : 1.",
        cure="Die nächste Farbe, auf der man lesen kann; die Website nimmt sie schon jetzt:\n{line}",
        explanation=(
            "„neutral:“ ist die Farbe des hellen Papiers; Flächen, Linien und die graue Schrift werden aus ihr gemischt. Sie "
            "muss hell genug sein, dass auch die graue Schrift auf der dunkelsten Fläche lesbar bleibt (WCAG 2.2, "
            "Erfolgskriterium 1.4.3)."
        ),
    ),
    Entry(
        code="SG523",
        severity=Severity.ERROR,
        message="Das Bild „{logo}“ für den Kopf der Seiten ist nicht da.",
        cure="Legen Sie es in content/pictures/ oder static/, oder löschen Sie die Zeile „logo:“.",
        explanation=(
            "„logo:“ nennt eine Bilddatei mit ihrem Namen, am besten ein SVG. Groß- und Kleinschreibung zählt. Ohne eigenes "
            "Bild steht im Kopf das Zeichen des Programms in Ihrer Akzentfarbe."
        ),
    ),
)

ENTRIES: Final[tuple[Entry, ...]] = (*_SECTIONS, *_LOOK)
