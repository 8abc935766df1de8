"""Sentences of the codes SG5xx: layouts."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG501",
        severity=Severity.ERROR,
        message="Diese Vorlage lässt sich nicht lesen: {reason}",
        cure="Prüfen Sie in dieser Zeile die Klammern {{{{ }}}} und {{% %}} und ob jeder Block geschlossen ist.",
        explanation=(
            "Vorlagen sind in der Sprache Jinja geschrieben: {{{{ … }}}} gibt etwas aus, {{% … %}} steuert. Zu jedem "
            "{{% block %}}, {{% if %}} und {{% for %}} gehört ein Ende: {{% endblock %}}, {{% endif %}}, {{% endfor %}}."
        ),
    ),
    Entry(
        code="SG502",
        severity=Severity.ERROR,
        message="Den Namen „{name}“ gibt es hier nicht.",
        cure="{cure}",
        explanation=(
            "Eine Vorlage kennt „page“ (die Seite), „site“ (Fragen an die Website), „body“ (den Text) und „say“ (die Sätze "
            "der Oberfläche). Was man sie fragen kann, steht in docs/theme.md. Ein unbekannter Name wird nie "
            "stillschweigend leer ausgegeben."
        ),
    ),
    Entry(
        code="SG503",
        severity=Severity.ERROR,
        message="Die Vorlage „{layout}“ gibt es nicht.",
        cure="Prüfen Sie den Namen hinter „layout:“, oder legen Sie die Datei layouts/{layout} an.",
        explanation=(
            "Vorlagen liegen im Ordner layouts/ der Website; was dort fehlt, kommt aus dem mitgelieferten Aussehen. In "
            "einer eigenen Vorlage meint „theme/post.html“ immer die mitgelieferte."
        ),
    ),
    Entry(
        code="SG504",
        severity=Severity.ERROR,
        message="Den Satz oder die Datei „{name}“ gibt es nicht.",
        cure="Prüfen Sie den Namen in say(…) oder site.asset(…).",
        explanation="Sätze der Oberfläche und Dateien des Aussehens werden beim Namen genannt; beide stehen in docs/theme.md.",
    ),
    Entry(
        code="SG505",
        severity=Severity.ERROR,
        message="Die Vorlage lässt sich nicht ausführen ({reason}).",
        cure="Prüfen Sie diese Zeile: Wird etwas gerechnet oder verglichen, das fehlen kann?",
        explanation="Ein Ausdruck dieser Zeile verlangt etwas, das es für diese Seite nicht gibt.",
    ),
    Entry(
        code="SG506",
        severity=Severity.ERROR,
        message="Den Filter „{name}“ gibt es nicht.",
        cure="Eigene Filter sind: long_date, short_date, iso_date, amount, sort_german; dazu alle von Jinja.",
        explanation="Filter stehen hinter einem senkrechten Strich: {{{{ page.entry.date | long_date }}}}.",
    ),
)
