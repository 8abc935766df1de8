"""Sentences of the codes SG6xx: the output folder, the cache and a second build at the same time.

SG600 to SG649 belong to writing; codes from SG650 on are free for rules over the finished pages.
"""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG601",
        severity=Severity.ERROR,
        message="„{folder}“ ist der Ordner Ihrer Website oder enthält ihn. Dorthin wird nichts geschrieben.",
        cure="Nehmen Sie für die fertigen Seiten einen eigenen Ordner, am einfachsten:\n--out public",
        explanation=(
            "Der Ausgabeordner wird bei jedem Bau abgeglichen: Seiten, die es nicht mehr gibt, verschwinden daraus. "
            "Darum liegt er nie dort, wo Ihre Texte liegen. Ohne Angabe ist es der Ordner „public“ in Ihrer Website."
        ),
    ),
    Entry(
        code="SG602",
        severity=Severity.ERROR,
        message="„{folder}“ liegt in „{inside}“. Dort stehen Ihre eigenen Dateien, dorthin wird nichts geschrieben.",
        cure="Nehmen Sie für die fertigen Seiten einen eigenen Ordner, am einfachsten:\n--out public",
        explanation=(
            "Fertige Seiten zwischen Ihren Texten, Vorlagen oder Bildern würden beim nächsten Bau selbst wieder "
            "mitgelesen. Wählen Sie einen Ordner daneben, zum Beispiel „public“."
        ),
    ),
    Entry(
        code="SG603",
        severity=Severity.ERROR,
        message="„{folder}“ ist eine Datei. Für die fertigen Seiten wird ein Ordner gebraucht.",
        cure="Benennen Sie die Datei um oder wählen Sie mit --out einen anderen Ordner.",
        explanation="Liegt an der Stelle des Ausgabeordners schon eine Datei, bleibt sie unberührt und der Bau endet.",
    ),
    Entry(
        code="SG604",
        severity=Severity.ERROR,
        message="Für „{path}“ fehlt das Recht zu schreiben.",
        cure="Geben Sie sich Schreibrechte auf diesen Ordner oder wählen Sie mit --out einen anderen.",
        explanation=(
            "Das passiert oft, wenn ein Ordner von einem anderen Benutzer angelegt wurde, auf einem schreibgeschützten "
            "Datenträger liegt oder von einem Schutzprogramm bewacht wird."
        ),
    ),
    Entry(
        code="SG605",
        severity=Severity.ERROR,
        message="Der Platz auf dem Datenträger reicht nicht, um „{path}“ zu schreiben.",
        cure="Schaffen Sie Platz und bauen Sie noch einmal. Jede Datei ist heil: Sie hat den alten oder neuen Stand.",
        explanation=(
            "Neue Seiten werden zuerst vollständig beiseitegelegt und erst dann an ihren Platz gerückt. Geht dabei der "
            "Platz aus, ist deshalb keine Seite halb geschrieben."
        ),
    ),
    Entry(
        code="SG606",
        severity=Severity.ERROR,
        message="„{path}“ soll eine Datei werden, dort liegt aber ein Ordner, der nicht von sitegen stammt.",
        cure="Verschieben Sie den Ordner oder ändern Sie die Adresse der Seite. Bis dahin bleibt alles, wie es ist.",
        explanation=(
            "Was Sie selbst in den Ausgabeordner legen, wird nie gelöscht. Steht es einer Seite im Weg, "
            "müssen Sie entscheiden, was Vorrang hat."
        ),
    ),
    Entry(
        code="SG607",
        severity=Severity.ERROR,
        message="„{path}“ soll ein Ordner werden, dort liegt aber eine Datei, die nicht von sitegen stammt.",
        cure="Verschieben Sie die Datei oder ändern Sie die Adressen darunter. Bis dahin bleibt alles, wie es ist.",
        explanation=(
            "Was Sie selbst in den Ausgabeordner legen, wird nie gelöscht. Steht es einer Seite im Weg, "
            "müssen Sie entscheiden, was Vorrang hat."
        ),
    ),
    Entry(
        code="SG608",
        severity=Severity.ERROR,
        message="„{path}“ ist eine Verknüpfung auf einen anderen Ordner. Durch sie hindurch wird nichts geschrieben.",
        cure="Ersetzen Sie die Verknüpfung durch einen echten Ordner oder entfernen Sie sie.",
        explanation=(
            "Eine Verknüpfung im Ausgabeordner kann überallhin führen. Damit nie etwas außerhalb überschrieben oder "
            "gelöscht wird, folgt sitegen ihr nicht. Der Ausgabeordner selbst darf eine Verknüpfung sein."
        ),
    ),
    Entry(
        code="SG609",
        severity=Severity.ERROR,
        message="„{path}“ müsste zugleich eine Datei und ein Ordner sein.",
        cure="Ändern Sie eine der beiden Adressen, oder benennen Sie die Datei in „static“ um.",
        explanation=(
            "Eine Datei „static/blog“ und die Seite „/blog/“ brauchen denselben Namen, einmal als Datei und einmal als "
            "Ordner. Das kann kein Dateisystem."
        ),
    ),
    Entry(
        code="SG610",
        severity=Severity.ERROR,
        message="„{path}“ ist gerade in einem anderen Programm geöffnet und lässt sich nicht ersetzen.",
        cure="Schließen Sie das Programm und bauen Sie noch einmal. Der begonnene Stand wird dann fertig geschrieben.",
        explanation=(
            "Unter Windows lässt sich eine Datei nicht ersetzen, solange ein anderes Programm sie festhält: Editor, "
            "Vorschau oder Virenschutz. sitegen wartet einen Moment und gibt dann Bescheid."
        ),
    ),
    Entry(
        code="SG611",
        severity=Severity.ERROR,
        message="„{source}“ hat sich während des Bauens geändert oder ist nicht mehr lesbar.",
        cure="Warten Sie, bis die Datei fertig gespeichert ist, und bauen Sie noch einmal.",
        explanation=(
            "Bilder und feste Dateien werden beim Schreiben noch einmal geprüft. Stimmt ihr Inhalt nicht mehr mit dem "
            "überein, was am Anfang gelesen wurde, passt vielleicht auch die Seite dazu nicht mehr."
        ),
    ),
    Entry(
        code="SG612",
        severity=Severity.ERROR,
        message="Ein Name in diesem Pfad ist mit {bytes}\N{NO-BREAK SPACE}Bytes zu lang: Mehr als {limit} kann kein Dateisystem.",
        cure="Kürzen Sie die Adresse mit „slug:“ im Kopf des Beitrags oder den Namen der Datei.",
        explanation="Umlaute zählen in Dateinamen zwei Bytes. Kurze Adressen sind auch leichter weiterzugeben.",
    ),
    Entry(
        code="SG613",
        severity=Severity.NOTE,
        message="Ein früherer Lauf wurde beim Schreiben von „{folder}“ unterbrochen. Das ist jetzt aufgeräumt.",
        cure="Sie müssen nichts tun. Der nächste Bau bringt alle Seiten auf den neuesten Stand.",
        explanation=(
            "Wird sitegen mitten im Schreiben beendet, steht in „.sitegen“, was noch fehlte. Der nächste Befehl holt "
            "es nach. Keine Datei war je halb geschrieben."
        ),
    ),
    Entry(
        code="SG614",
        severity=Severity.NOTE,
        message="Das Verzeichnis der geschriebenen Dateien zu „{folder}“ war beschädigt und wird neu angelegt.",
        cure="Liegen im Ausgabeordner noch Seiten, die es nicht mehr gibt, löschen Sie den Ordner und bauen Sie neu.",
        explanation=(
            "In „.sitegen“ steht, welche Dateien sitegen geschrieben hat; nur solche werden je gelöscht. Fehlt diese "
            "Liste, gilt alles Übrige als Ihr Eigentum und bleibt liegen, auch eine inzwischen gelöschte Seite."
        ),
    ),
    Entry(
        code="SG615",
        severity=Severity.NOTE,
        message="Der Zwischenspeicher war beschädigt und wird neu angelegt.",
        cure="Sie müssen nichts tun. Dieser Bau hat nur etwas länger gedauert.",
        explanation=(
            "In „.sitegen/cache“ hebt sitegen fertige Teile auf, damit der nächste Bau schneller ist. Jeder Teil trägt "
            "eine Prüfsumme; stimmt eine nicht, wird alles verworfen. Sie dürfen den Ordner jederzeit löschen."
        ),
    ),
    Entry(
        code="SG616",
        severity=Severity.NOTE,
        message="Der Zwischenspeicher in „{folder}“ ließ sich nicht benutzen. Es wurde ohne ihn gearbeitet.",
        cure="Bleibt das so, löschen Sie diesen Ordner oder prüfen Sie Schreibrechte und freien Platz.",
        explanation=(
            "Ohne den Zwischenspeicher dauert ein Bau länger, das Ergebnis ist dasselbe. Häufige Gründe sind fehlende "
            "Schreibrechte, ein voller Datenträger oder ein zweiter Bau zur selben Zeit."
        ),
    ),
    Entry(
        code="SG617",
        severity=Severity.ERROR,
        message="Diese Website wird gerade schon gebaut. Auch nach {seconds}\N{NO-BREAK SPACE}s Warten war kein Ende in Sicht.",
        cure="Warten Sie, bis der andere Bau fertig ist, oder beenden Sie ihn, und versuchen Sie es noch einmal.",
        explanation=(
            "Damit sich zwei Läufe nicht in die Quere kommen, schreibt immer nur einer. Läuft in einem anderen Fenster "
            "noch ein Bau? Endet ein Lauf, auch durch einen Absturz, ist der Weg von selbst wieder frei."
        ),
    ),
    Entry(
        code="SG618",
        severity=Severity.ERROR,
        message="„{path}“ lässt sich nicht schreiben. Das Betriebssystem meldet: {reason}.",
        cure="Prüfen Sie, ob der Datenträger erreichbar ist, und bauen Sie noch einmal.",
        explanation=(
            "Häufig ist ein Netzlaufwerk getrennt oder ein Datenträger fehlerhaft. Jede Datei im Ausgabeordner ist "
            "heil: Sie hat den alten oder den neuen Stand."
        ),
    ),
    Entry(
        code="SG619",
        severity=Severity.ERROR,
        message="Eine Seite „{page}“ hat diese Website nicht.",
        cure="{cure}",
        explanation=(
            "Gemeint ist eine fertige Seite, so wie sie im Ausgabeordner liegt (public/blog/rechnungen/index.html), "
            "oder ihre Adresse (/blog/rechnungen/)."
        ),
    ),
)
