"""Sentences of the codes SG650 to SG669: what keeps `sitegen publish` from bringing the site to its visitors."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG650",
        severity=Severity.ERROR,
        message="„{key}“ in Zeile {line} sieht nach einem Passwort oder geheimen Schlüssel aus. In site.yaml darf keines stehen.",
        cure=(
            "Löschen Sie die Zeile. Ein Passwort geben Sie beim Veröffentlichen ein, oder es steht in der "
            "Umgebungsvariablen SITEGEN_PUBLISH_PASSWORD. War die Datei schon in Git, ändern Sie das Passwort bitte."
        ),
        explanation=(
            "site.yaml wird mit der Website weitergegeben, in Git aufgehoben und oft von anderen gelesen. Ein Passwort "
            "darin lässt sich nicht mehr zurückholen. Darum liest sitegen Passwörter nur aus der Umgebung, aus dem "
            "Schlüsselbund des Systems oder aus Ihrer Eingabe, und Schlüssel nur aus Dateien außerhalb der Website."
        ),
    ),
    Entry(
        code="SG651",
        severity=Severity.ERROR,
        message="In site.yaml steht noch nicht, wohin die Website soll.",
        cure=(
            "Fügen Sie ein, was zu Ihrem Anbieter passt, zum Beispiel:\n"
            "publish:\n  to: sftp\n  webspace: ionos\n  host: …\n  user: …"
        ),
        explanation=(
            "Server, Benutzername und Passwort nennt Ihr Anbieter unter „SFTP“ oder „SSH“. Server und Benutzername "
            "gehören unter publish in site.yaml, das Passwort nicht. Was bei welchem Anbieter einzutragen ist, steht in "
            "docs/veroeffentlichen.md."
        ),
    ),
    Entry(
        code="SG652",
        severity=Severity.ERROR,
        message="Zum Veröffentlichen fehlt ein Zusatz zu sitegen ({library}).",
        cure="Installieren Sie ihn:\npip install 'sitegen[publish]'",
        explanation=(
            "Womit Dateien übertragen werden, gehört nicht zur Grundausstattung, weil viele es nicht brauchen. Der "
            "Zusatz „publish“ bringt alles mit, was SFTP, S3 und gepackte Fassungen brauchen."
        ),
    ),
    Entry(
        code="SG653",
        severity=Severity.ERROR,
        message="Den Server „{host}“ kennt dieser Rechner noch nicht. Sein Fingerabdruck ist {fingerprint} ({kind}).",
        cure=(
            "Vergleichen Sie ihn mit dem, den Ihr Anbieter nennt. Stimmt er, fügen Sie unter publish ein:\n"
            "host_key: {fingerprint}"
        ),
        explanation=(
            "Am Fingerabdruck erkennt sitegen, dass es wirklich mit Ihrem Webspace spricht und Ihr Passwort nicht bei "
            "jemandem landet, der sich dazwischengeschaltet hat. Viele Anbieter veröffentlichen ihn in ihrer Hilfe, "
            "sonst nennt ihn der Kundendienst. Wer schon mit ssh verbunden war, hat ihn in ~/.ssh/known_hosts; dann "
            "fragt sitegen nicht."
        ),
    ),
    Entry(
        code="SG654",
        severity=Severity.ERROR,
        message=(
            "Der Server „{host}“ weist sich mit einem anderen Schlüssel aus als bisher. Es wurde nichts gesendet, "
            "auch kein Passwort."
        ),
        cure=(
            "Fragen Sie Ihren Anbieter, ob er den Schlüssel gewechselt hat. Nur wenn er diesen Fingerabdruck bestätigt, "
            "ersetzen Sie den alten:\nhost_key: {fingerprint}"
        ),
        explanation=(
            "Entweder hat Ihr Anbieter den Server ausgetauscht, oder jemand gibt sich für ihn aus. Das kann sitegen "
            "nicht unterscheiden. Der alte Schlüssel steht unter publish in site.yaml oder in ~/.ssh/known_hosts."
        ),
    ),
    Entry(
        code="SG655",
        severity=Severity.ERROR,
        message="{target} lässt Sie mit diesen Zugangsdaten nicht herein.",
        cure=(
            "Prüfen Sie Benutzername und Passwort. Das Passwort kommt aus SITEGEN_PUBLISH_PASSWORD, dem Schlüsselbund "
            "oder Ihrer Eingabe, ein Schlüssel aus key_file oder dem SSH-Agenten."
        ),
        explanation=(
            "Häufig ist das Passwort des Kundenkontos ein anderes als das für SFTP, oder der SFTP-Zugang muss beim "
            "Anbieter erst eingeschaltet werden. Bei S3 stehen die Zugangsdaten in AWS_ACCESS_KEY_ID und "
            "AWS_SECRET_ACCESS_KEY oder in der Datei ~/.aws/credentials."
        ),
    ),
    Entry(
        code="SG656",
        severity=Severity.ERROR,
        message="Die Verbindung zu {target} kam nicht zustande oder ist abgebrochen. Ihre Website ist weiter ganz.",
        cure="Prüfen Sie Internet und Servernamen, und geben Sie noch einmal ein:\nsitegen publish",
        explanation=(
            "Nach einem Abbruch sehen Besucher jede Seite entweder im alten oder im neuen Stand, immer mit allem, was "
            "dazugehört. Der nächste Aufruf macht dort weiter: Was angekommen ist, wird nicht noch einmal gesendet. "
            "Kommt nie eine Verbindung zustande, stimmen Server oder Port nicht, oder eine Firewall ist dazwischen."
        ),
    ),
    Entry(
        code="SG657",
        severity=Severity.ERROR,
        message="Bei {target} lässt sich „{folder}“ nicht lesen oder beschreiben.",
        cure="Prüfen Sie folder unter publish und ob der Zugang dort schreiben darf.",
        explanation=(
            "Der Ordner muss vorhanden sein; sitegen legt ihn nicht an, damit ein Tippfehler nicht zu einer Website an "
            "unerwarteter Stelle führt. Bei manchen Anbietern heißt er „html“, „httpdocs“ oder „public_html“, bei "
            "anderen beginnt man schon darin."
        ),
    ),
    Entry(
        code="SG658",
        severity=Severity.ERROR,
        message="Bei {target} liegt schon, was nicht von sitegen stammt und ersetzt würde: {files}.",
        cure="Soll es ersetzt werden, geben Sie ein (es wird vorher gesichert):\nsitegen publish --replace",
        explanation=(
            "Dateien, die sitegen nicht selbst dorthin gebracht hat, bleiben liegen und werden nie stillschweigend "
            "überschrieben. Meist ist es die Begrüßungsseite des Anbieters oder eine frühere Website. Mit --replace "
            "werden sie zuerst nach .sitegen/published/replaced geholt und dann ersetzt."
        ),
    ),
    Entry(
        code="SG659",
        severity=Severity.ERROR,
        message="Das Verzeichnis der veröffentlichten Dateien bei {target} ist beschädigt oder nicht von sitegen.",
        cure="Löschen Sie dort die Dateien .sitegen-manifest.json und .sitegen-journal.json, dann:\nsitegen publish",
        explanation=(
            "In .sitegen-manifest.json steht, welche Dateien sitegen gebracht hat. Ist es verändert, etwa mit Wegen aus "
            "dem Ordner hinaus, wird nichts danach gelöscht oder überschrieben. Ohne die beiden Dateien gilt alles, was "
            "dort liegt, zunächst als fremd."
        ),
    ),
    Entry(
        code="SG660",
        severity=Severity.ERROR,
        message="Bei {target} wird gerade schon veröffentlicht, oder eben hat es jemand anderes getan.",
        cure="Warten Sie einen Augenblick und geben Sie noch einmal ein:\nsitegen publish",
        explanation=(
            "Zwei Übertragungen zugleich könnten eine Mischung aus zwei Fassungen hinterlassen. Darum geht immer nur "
            "eine; die andere beginnt neu, wenn die erste fertig ist. Eine Sperre, deren Inhaber sich zwanzig Sekunden "
            "lang nicht rührt, gilt als verlassen."
        ),
    ),
    Entry(
        code="SG661",
        severity=Severity.ERROR,
        message="Es gibt keine vorige Fassung, die wiederhergestellt werden könnte.",
        cure="Ändern Sie den Text und veröffentlichen Sie noch einmal:\nsitegen publish",
        explanation=(
            "sitegen hebt die letzten fünf Fassungen auf, die von diesem Rechner aus veröffentlicht wurden. Vor der "
            "ersten gibt es keine."
        ),
    ),
    Entry(
        code="SG662",
        severity=Severity.ERROR,
        message="Die vorige Fassung liegt nicht auf diesem Rechner: Die jetzige hat ein anderer veröffentlicht.",
        cure=(
            "Rufen Sie „sitegen publish --undo“ auf dem Rechner auf, der zuletzt veröffentlicht hat, oder nehmen Sie die "
            "Änderung im Text zurück und veröffentlichen Sie neu."
        ),
        explanation=(
            "Zum Wiederherstellen gehören alle Dateien der vorigen Fassung. Sie liegen in .sitegen/published auf dem "
            "Rechner, von dem aus veröffentlicht wurde, und nirgends sonst."
        ),
    ),
    Entry(
        code="SG663",
        severity=Severity.ERROR,
        message="Auf diesem Rechner fehlt das Programm „{program}“.",
        cure="Installieren Sie es, oder nehmen Sie ein anderes Ziel, am einfachsten:\nto: sftp",
        explanation=(
            "Für rsync werden rsync und ssh gebraucht, für git-branch und git-push das Programm git. SFTP und S3 "
            "kommen ohne weitere Programme aus."
        ),
    ),
    Entry(
        code="SG664",
        severity=Severity.ERROR,
        message="Git hat es abgelehnt: {reason}",
        cure="Beheben Sie, was Git meldet, und geben Sie noch einmal ein:\nsitegen publish",
        explanation=(
            "Häufige Gründe: Der Ordner ist kein Git-Verzeichnis, das entfernte Verzeichnis heißt nicht „origin“, das "
            "Recht zu schreiben fehlt, oder auf der anderen Seite liegt Neueres, das Sie zuerst holen müssen (git pull)."
        ),
    ),
    Entry(
        code="SG665",
        severity=Severity.ERROR,
        message="Bei {target} ist kein Platz mehr. Ihre Website ist weiter ganz.",
        cure="Schaffen Sie dort Platz und geben Sie noch einmal ein:\nsitegen publish",
        explanation=(
            "Der Speicher Ihres Pakets ist voll. Gelöscht wird erst ganz zum Schluss; für kurze Zeit liegen alte und neue "
            "Dateien nebeneinander."
        ),
    ),
    Entry(
        code="SG666",
        severity=Severity.ERROR,
        message="Den Speicher „{bucket}“ gibt es bei {target} nicht, oder Sie dürfen dort nicht schreiben.",
        cure="Prüfen Sie bucket, endpoint und region unter publish und die Rechte des Schlüssels.",
        explanation=(
            "Gebraucht werden die Rechte, Dateien zu lesen, zu schreiben, zu löschen und aufzulisten. Den Speicher selbst "
            "legt sitegen nicht an."
        ),
    ),
    Entry(
        code="SG667",
        severity=Severity.ERROR,
        message="Hier kann niemand gefragt werden, ob veröffentlicht werden soll.",
        cure="Soll es ohne Nachfrage geschehen, geben Sie ein:\nsitegen publish --yes",
        explanation=(
            "Ohne Terminal, etwa in einem Skript, kann niemand antworten. Damit nichts aus Versehen "
            "online geht, muss --yes ausdrücklich dastehen."
        ),
    ),
    Entry(
        code="SG668",
        severity=Severity.NOTE,
        message="Noch nicht in Git festgehalten und darum nicht dabei: {files}.",
        cure="Soll es mit, halten Sie es zuerst fest:\ngit add --all\ngit commit --message Neuigkeiten",
        explanation=(
            "Mit „to: git-push“ geht nur auf die Reise, was in Git festgehalten ist. Was Sie danach geändert haben, "
            "bleibt auf Ihrem Rechner."
        ),
    ),
    Entry(
        code="SG669",
        severity=Severity.ERROR,
        message="Für {target} fehlen die Zugangsdaten.",
        cure="Setzen Sie die Umgebungsvariable {variable}, oder rufen Sie sitegen publish in einem Terminal auf.",
        explanation=(
            "Ein Passwort wird nur aus der Umgebung, aus dem Schlüsselbund oder aus Ihrer Eingabe gelesen. Veröffentlicht "
            "GitHub oder GitLab für Sie, gehört es dort zu den geheimen Variablen."
        ),
    ),
)
