"""Sentences of the codes SG5xx: layouts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG501",
        severity=Severity.ERROR,
        message="Diese Vorlage lässt sich nicht lesen: {reason}",
        cure="Prüfen Sie in dieser Zeile und davor die Klammern {{{{ }}}} und {{% %}} und ob jeder Block geschlossen ist.",
        explanation=(
            "Vorlagen sind in der Sprache Jinja geschrieben: {{ … }} gibt etwas aus, {% … %} steuert. Zu jedem "
            "{% block %}, {% if %} und {% for %} gehört ein Ende: {% endblock %}, {% endif %}, {% endfor %}."
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
        cure="Prüfen Sie den Namen, oder legen Sie die Datei im Ordner „layouts“ an.",
        explanation=(
            "Vorlagen liegen im Ordner layouts/ der Website; was dort fehlt, kommt aus dem mitgelieferten Aussehen. Im Kopf "
            "eines Textes steht der Name ohne „.html“: layout: page. In einer eigenen Vorlage meint „theme/post.html“ immer "
            "die mitgelieferte."
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
        message="Diese Zeile der Vorlage lässt sich nicht ausführen. Python meldet: {reason}.",
        cure="Prüfen Sie, ob hier etwas gerechnet oder verglichen wird, das auf manchen Seiten fehlt oder anders aussieht.",
        explanation=(
            "Was zwischen den Klammern steht, wird für jede Seite ausgerechnet. Auf mindestens einer geht das nicht. Oft hilft "
            "es, vorher zu fragen, ob es den Wert gibt: {% if page.entry %} … {% endif %}."
        ),
    ),
    Entry(
        code="SG506",
        severity=Severity.ERROR,
        message="Den {kind} „{name}“ gibt es nicht.",
        cure="Zusätzlich zu allem, was Jinja mitbringt, gibt es die Filter long_date, short_date, iso_date, amount, sort_german.",
        explanation=(
            "Filter stehen hinter einem senkrechten Strich: {{ page.entry.date | long_date }}. Tests stehen hinter „is“: "
            "{% if page.entry is defined %}."
        ),
    ),
    Entry(
        code="SG507",
        severity=Severity.ERROR,
        message="Diese Vorlage ruft sich selbst auf, ohne je ein Ende zu finden.",
        cure="Nehmen Sie diese Zeile heraus. Die mitgelieferte Vorlage gleichen Namens heißt „theme/…“.",
        explanation=(
            "Eine Vorlage, die sich selbst einbindet oder erweitert, tut das auch im Aufgerufenen, und so fort. Meist ist die "
            'mitgelieferte gemeint: {% extends "theme/post.html" %} statt {% extends "post.html" %}.'
        ),
    ),
    Entry(
        code="SG508",
        severity=Severity.WARNING,
        message="Dieser Block steht auf keiner Seite: „{parent}“ hat keinen Block „{name}“.",
        cure="{cure}",
        explanation=(
            "Was mit {% extends %} beginnt, füllt nur Blöcke der Vorlage, die dort genannt ist. Ein Block mit anderem Namen hat "
            "keinen Platz und fällt ohne ein Wort weg. Die Blöcke der mitgelieferten Vorlagen stehen in docs/theme.md."
        ),
    ),
    Entry(
        code="SG509",
        severity=Severity.WARNING,
        message="Dieser Block steht auf keiner Seite: „{name}“ liegt in „{outer}“, und der ist neu gefüllt.",
        cure="Setzen Sie den Block in „{outer}“ hinein, oder nehmen Sie ihn heraus.",
        explanation=(
            "Manche Blöcke liegen in anderen. Wer den äußeren neu füllt, ersetzt alles darin; der innere hat dann keinen Platz "
            "mehr, außer er steht auch im neuen. {{ super() }} zeigt, was vorher dort stand, mit allen Blöcken darin."
        ),
    ),
)

_SYNTAX_REASONS: Final[dict[str, str]] = {
    "still_open": "Hier steht {{% {tag} %}}, aber davor ist {{% {open} %}} noch offen.",
    "unknown_tag": "Den Befehl {{% {tag} %}} gibt es nicht.",
    "never_closed": "Sie ist zu Ende, aber {{% {open} %}} ist noch offen.",
    "wrong_token": "Erwartet wird hier {wanted}, da steht aber {found}.",
    "unexpected": "{found} hat hier keinen Sinn.",
    "no_expression": "Hier fehlt ein Ausdruck; es folgt gleich {found}.",
    "open_comment": "Ein Kommentar {{# … wird nicht mit #}} geschlossen.",
    "block_twice": "Den Block „{name}“ gibt es zweimal.",
    "other": "Jinja meldet „{message}“.",
}

_TOKENS: Final[dict[str, str]] = {
    "end of print statement": "das Ende }}",
    "end of statement block": "das Ende %}",
    "end of template": "das Ende der Datei",
    "name": "ein Name",
    "string": "ein Text in Anführungszeichen",
    "integer": "eine Zahl",
}


def syntax_reason(key: str, **facts: str) -> str:
    """The fact `reason` of SG501: what Jinja has against a layout, in German."""
    shown = {
        name: _TOKENS.get(fact, f"„{fact}“") if name in {"wanted", "found"} else fact for name, fact in facts.items()
    }
    return _SYNTAX_REASONS[key].format_map(shown)


def block_meant(suggestion: str | None, known: Sequence[str]) -> str:
    """The fact `cure` of SG508: the block that was meant, or all that there are."""
    if suggestion:
        return f"Meinten Sie „{suggestion}“?"
    return f"Dort gibt es: {', '.join(known)}." if known else "Dort gibt es keine Blöcke."
