"""Sentences of the codes SG77x to SG79x: `inbox.yaml`, and what the inbox needs from its environment."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_KEYS: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG770",
        severity=Severity.ERROR,
        message="Der Eingang hat keinen Schlüssel: Die Umgebungsvariable SITEGEN_INBOX_KEYS fehlt.",
        cure="Diese Zeile erzeugt einen; tragen Sie die Ausgabe dort ein, wo der Eingang gestartet wird:\nsitegen inbox keys",
        explanation=(
            "Mit dem Schlüssel unterschreibt der Eingang die Verweise in seinen Mails: Nur wer einen solchen hat, kann einen "
            "Kommentar freigeben. Der Schlüssel steht nie in einer Datei der Website und nie in „inbox.yaml“, sondern nur in der "
            "Umgebung des Programms, bei systemd etwa in einer Datei, die allein der Dienst lesen darf."
        ),
    ),
    Entry(
        code="SG771",
        severity=Severity.ERROR,
        message="Der {number}. Schlüssel in SITEGEN_INBOX_KEYS ist unbrauchbar.",
        cure="Ein Schlüssel sieht aus wie „k1:“ mit mindestens {bytes} Byte in Base64 dahinter. Einen neuen erzeugt:\nsitegen inbox keys",
        explanation=(
            "Vor dem Doppelpunkt steht ein kurzer Name aus Kleinbuchstaben und Ziffern, dahinter der Schlüssel selbst. Mehrere "
            "trennt ein Leerzeichen: Der erste unterschreibt, alle werden anerkannt. Wer den Schlüssel wechselt, setzt den neuen "
            "davor und lässt den alten dahinter stehen, solange seine Verweise gelten sollen: 14 Tage für Kommentare, auf Dauer, "
            "wenn Newsletter damit abbestellt werden."
        ),
    ),
    Entry(
        code="SG772",
        severity=Severity.ERROR,
        message="Zwei Schlüssel in SITEGEN_INBOX_KEYS heißen gleich.",
        cure="Geben Sie jedem einen eigenen Namen, zum Beispiel k1 und k2.",
        explanation="In jedem Verweis steht der Name des Schlüssels, mit dem er unterschrieben ist. Bei gleichen Namen wäre unklar, welcher gilt.",
    ),
    Entry(
        code="SG786",
        severity=Severity.WARNING,
        message="Das Kennwort für den Mailserver fehlt: Die Umgebungsvariable {name} ist leer.",
        cure="Setzen Sie sie dort, wo der Eingang gestartet wird, oder löschen Sie „user:“ unter „mail:“.",
        explanation=(
            "Unter „mail:“ ist ein Name zum Anmelden genannt. Ohne Kennwort nimmt der Mailserver nichts an; die Mails bleiben dann "
            "liegen und werden immer wieder versucht, bis es stimmt. Verloren geht nichts."
        ),
    ),
    Entry(
        code="SG788",
        severity=Severity.WARNING,
        message="Freigegebene Kommentare sollen abgeholt werden, aber niemand darf das: Die Umgebungsvariable {name} ist leer.",
        cure="Setzen Sie sie auf ein langes, zufälliges Wort („sitegen inbox keys“ nennt eines) und geben Sie dasselbe Ihrer CI, oder wählen Sie „to: git“ oder „to: folder“.",
        explanation=(
            "Bei „publish: to: export“ holt der Bau der Website die Kommentare beim Eingang ab und weist sich dabei mit diesem Wort "
            "aus. „export“ gilt auch, wenn unter „publish:“ nichts steht."
        ),
    ),
    Entry(
        code="SG789",
        severity=Severity.WARNING,
        message="Das Geheimnis eines Webhooks fehlt: Die Umgebungsvariable {name} ist leer.",
        cure="Setzen Sie sie auf das Geheimnis („whsec_…“), das auch der Empfänger kennt.",
        explanation="Jede Nachricht an einen Webhook ist unterschrieben, damit der Empfänger weiß, dass sie von Ihnen kommt. Ohne Geheimnis geht keine hinaus.",
    ),
)

_FILE: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG773",
        severity=Severity.ERROR,
        message="Die Datei „{path}“ gibt es nicht, oder sie lässt sich nicht lesen.",
        cure="Nennen Sie eine andere mit „--config“, oder legen Sie eine an:\nsitegen inbox new",
        explanation="In „inbox.yaml“ steht, welche Websites der Eingang bedient, wer Bescheid bekommt und wohin freigegebene Kommentare kommen.",
    ),
    Entry(
        code="SG774",
        severity=Severity.ERROR,
        message="„{value}“ ist nicht genau eine E-Mail-Adresse.",
        cure="Schreiben Sie hinter „{key}:“ eine einzelne Adresse ohne Namen und ohne Klammern, zum Beispiel post@mein-buero.example.",
        explanation=(
            "An „owner:“ gehen die Nachrichten, „sender:“ steht als Absender darin. Sollen mehrere Menschen sie bekommen, richten Sie "
            "bei Ihrem Mailanbieter eine Adresse ein, die an alle weiterleitet."
        ),
    ),
    Entry(
        code="SG775",
        severity=Severity.ERROR,
        message="Zu „to: {to}“ fehlt „{key}:“.",
        cure="Ergänzen Sie unter „publish:“ eine Zeile, zum Beispiel:\n{line}",
        explanation=(
            "Freigegebene Kommentare werden bei „git“ in ein Git-Archiv geschoben (dazu gehört „remote:“), bei „folder“ in den "
            "Ordner der Website geschrieben (dazu gehört „folder:“) und bei „export“ abgeholt (dazu gehört nichts weiter)."
        ),
    ),
    Entry(
        code="SG776",
        severity=Severity.ERROR,
        message="Den Ordner „{folder}“ gibt es nicht.",
        cure="Legen Sie ihn an, oder berichtigen Sie den Pfad hinter „{key}:“.",
        explanation="Ein Pfad ohne Schrägstrich am Anfang gilt von dem Ordner aus, in dem „inbox.yaml“ liegt.",
    ),
    Entry(
        code="SG777",
        severity=Severity.ERROR,
        message="„{value}“ ist nicht verschlüsselt.",
        cure="Schreiben Sie hinter „{key}:“ die Adresse mit https://:\n{key}: {suggestion}",
        explanation=(
            "Über http:// kann jeder, der dazwischen sitzt, Nachrichten mitlesen und verändern. Nur auf demselben Rechner "
            "(127.0.0.1, localhost) ist das erlaubt, etwa zum Ausprobieren."
        ),
    ),
    Entry(
        code="SG778",
        severity=Severity.ERROR,
        message="Zwei Websites heißen „{id}“.",
        cure="Geben Sie jeder eine eigene „id:“; dieselbe steht in ihrer site.yaml unter „delivery: site:“.",
        explanation="An der „id:“ erkennt der Eingang, von welcher Website eine Nachricht kommt. Sie steht in der Adresse, an die Formulare geschickt werden.",
    ),
    Entry(
        code="SG779",
        severity=Severity.ERROR,
        message="Hinter „database:“ steht ein Kennwort.",
        cure="Löschen Sie es dort, und setzen Sie es in der Umgebungsvariablen SITEGEN_DATABASE_PASSWORD.",
        explanation=(
            "„inbox.yaml“ wird kopiert, gesichert und gezeigt; ein Kennwort hat darin nichts zu suchen. Ist die Datei schon "
            "weitergegeben worden, ändern Sie das Kennwort auch in der Datenbank."
        ),
    ),
    Entry(
        code="SG790",
        severity=Severity.ERROR,
        message="Für PostgreSQL fehlt ein Teil dieses Programms.",
        cure="Richten Sie den Zusatz ein, oder nennen Sie hinter „database:“ einen Pfad; dann genügt eine Datei.\npip install 'sitegen[postgres]'",
        explanation=(
            "Ohne weiteres Zutun bewahrt der Eingang alles in einer Datei auf (SQLite). Das reicht auch für viel Betrieb. PostgreSQL "
            "brauchen Sie nur, wenn mehrere Eingänge nebeneinander laufen sollen."
        ),
    ),
    Entry(
        code="SG780",
        severity=Severity.ERROR,
        message="Der Eingang bedient keine Website.",
        cure="Nennen Sie unter „sites:“ mindestens eine:\nsites:\n  - id: mein-buero\n    manifest: https://www.mein-buero.example/inbox.json\n    owner: post@mein-buero.example",
        explanation="Der Eingang nimmt nur an, was von einer Website kommt, die er kennt.",
    ),
)

_VALUES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG781",
        severity=Severity.ERROR,
        message="Mails gingen unverschlüsselt an „{host}“.",
        cure="Schreiben Sie unter „mail:“ „security: starttls“ oder „security: tls“.",
        explanation=(
            "„security: none“ schickt Kennwort und Nachrichten lesbar durchs Netz. Erlaubt ist das nur, wenn der Mailserver auf "
            "demselben Rechner läuft (127.0.0.1, localhost)."
        ),
    ),
    Entry(
        code="SG782",
        severity=Severity.ERROR,
        message="„{value}“ ist keine IP-Adresse und kein Netz.",
        cure="Nennen Sie unter „proxies:“ die Adresse Ihres Webservers, zum Beispiel 127.0.0.1 oder 10.0.0.0/8.",
        explanation=(
            "Vor dem Eingang steht meist ein Webserver. Er sagt dem Eingang, von wem eine Anfrage kommt (X-Forwarded-For). "
            "Geglaubt wird das nur denen, die hier stehen; sonst könnte sich jeder für viele ausgeben."
        ),
    ),
    Entry(
        code="SG783",
        severity=Severity.ERROR,
        message="„{value}“ ist keine Herkunft.",
        cure="Nennen Sie hinter „origins:“ nur Anfang und Namen, ohne Pfad, zum Beispiel https://www.mein-buero.example.",
        explanation="Browser sagen beim Absenden, von welcher Website ein Formular kommt: https:// und der Name, sonst nichts. Damit wird verglichen.",
    ),
    Entry(
        code="SG784",
        severity=Severity.ERROR,
        message="Ein Ereignis „{value}“ gibt es nicht.",
        cure="{cure}",
        explanation="Hinter „events:“ steht, wovon ein Webhook erfahren soll, zum Beispiel comment.approved. Ohne diese Zeile erfährt er alles.",
    ),
    Entry(
        code="SG785",
        severity=Severity.WARNING,
        message="Ohne „mail:“ erfährt niemand, dass etwas eingegangen ist.",
        cure="Ergänzen Sie:\nmail:\n  host: smtp.mein-anbieter.example\n  user: eingang@mein-buero.example\n  sender: eingang@mein-buero.example",
        explanation=(
            "Der Eingang nimmt auch so alles an und bewahrt es auf; Sie sehen es dann nur mit „sitegen inbox list“. Eine Bestätigung "
            "für einen Newsletter kann ohne Mailserver aber nicht verschickt werden."
        ),
    ),
    Entry(
        code="SG787",
        severity=Severity.ERROR,
        message="Hinter „remote:“ steht ein Kennwort.",
        cure="Nehmen Sie eine Adresse für SSH (git@forge.example:eva/website.git) und einen Schlüssel, der nur dieses Git-Archiv ändern darf.",
        explanation=(
            "„inbox.yaml“ wird kopiert, gesichert und gezeigt; ein Kennwort oder Zugangstoken hat darin nichts zu suchen. Ist die Datei "
            "schon weitergegeben worden, machen Sie den Zugang ungültig."
        ),
    ),
)

ENTRIES: Final[tuple[Entry, ...]] = (*_KEYS, *_FILE, *_VALUES)
