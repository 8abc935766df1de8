"""Every German sentence of `sitegen inbox`. Braces are filled by whoever prints."""

from __future__ import annotations

from typing import Final

HELP: Final = (
    "Der Eingang nimmt auf einem Server Formulare und Kommentare Ihrer Website entgegen, schickt Ihnen dazu Mails und "
    "legt Freigegebenes in die Website. Seine Einstellungen stehen in inbox.yaml, seine Schlüssel und Kennwörter in "
    "der Umgebung. Welcher Eintrag gemeint ist, sagt das Ende seiner Kennung aus „sitegen inbox list“."
)
EPILOG: Final = "Mehr zu einem Befehl: sitegen inbox BEFEHL --help"

SUMMARIES: Final = {
    "new": "Legt inbox.yaml an, mit Erklärungen zu jeder Zeile.",
    "keys": "Erzeugt frische Schlüssel für die Umgebung.",
    "check": "Prüft Einstellungen und Umgebung.",
    "serve": "Startet den Eingang.",
    "work": "Verschickt und veröffentlicht, ohne entgegenzunehmen.",
    "list": "Zeigt, was auf Sie wartet.",
    "show": "Zeigt einen Eintrag ganz.",
    "approve": "Gibt Kommentare frei, auf Wunsch gleich mit Ihrer Antwort.",
    "reject": "Lehnt Kommentare ab.",
    "spam": "Ordnet Einträge als Spam ein, auf Wunsch samt Absender.",
    "undo": "Nimmt eine Entscheidung zurück.",
    "reply": "Antwortet auf einen freigegebenen Kommentar.",
    "edit": "Ändert Name, Website und Text eines Kommentars.",
    "status": "Zeigt, ob alles läuft.",
    "testmail": "Schickt Ihnen eine Mail zur Probe.",
    "subscribers": "Gibt aus, wer den Newsletter bestellt hat.",
    "export": "Gibt Kommentare aus, oder was über einen Menschen gespeichert ist.",
    "forget": "Löscht alles über einen Menschen oder einen Eintrag.",
    "backup": "Sichert die Datenbank.",
}

NEW_HELP: Final = (
    "Legt die Einstellungen als DATEI an, mit Erklärungen zu jeder Zeile. Vorhandenes wird nie überschrieben."
)
KEYS_HELP: Final = (
    "Erzeugt Schlüssel als Zeilen für die Umgebung des Eingangs, bei systemd etwa die Datei /etc/sitegen/inbox.env. "
    "Gespeichert wird nichts. Zum Wechseln: mit --name k2 einen zweiten erzeugen und in SITEGEN_INBOX_KEYS vor "
    "den ersten schreiben; die übrigen Zeilen bleiben dann, wie sie waren."
)
CHECK_HELP: Final = "Prüft inbox.yaml und ob in der Umgebung steht, was dazu nötig ist. Es wird nichts verändert."
SERVE_HELP: Final = (
    "Startet den Eingang auf diesem Rechner und erledigt nebenbei, was zu verschicken und zu veröffentlichen ist. "
    "Davor gehört ein Webserver, der HTTPS spricht. Beenden mit Strg-C oder SIGTERM."
)
WORK_HELP: Final = (
    "Erledigt, was zu verschicken und zu veröffentlichen ist, ohne selbst etwas entgegenzunehmen. "
    "Mit --once nur, was jetzt fällig ist."
)
LIST_HELP: Final = "Zeigt, was auf Ihre Entscheidung wartet, das Neueste zuletzt; mit --all alles, was aufbewahrt ist."
SHOW_HELP: Final = "Zeigt einen Eintrag mit allem, was dazu gespeichert ist."
APPROVE_HELP: Final = (
    "Gibt die genannten Kommentare frei. Mit --reply veröffentlichen Sie im selben Schritt Ihre Antwort."
)
REJECT_HELP: Final = "Lehnt die genannten Kommentare ab. Was schon veröffentlicht ist, verschwindet von der Website."
SPAM_HELP: Final = (
    "Ordnet die genannten Einträge als Spam ein; der Eingang merkt sich, woran er so etwas erkennt. Mit --block stehen "
    "spätere Einträge desselben Absenders gleich unter Verdacht."
)
UNDO_HELP: Final = "Die genannten Einträge warten wieder auf Ihre Entscheidung, was auch immer entschieden war."
REPLY_HELP: Final = (
    "Antwortet auf einen freigegebenen Kommentar mit dem TEXT. Ohne TEXT öffnet sich Ihr Editor. Die Antwort ist "
    "sofort freigegeben und mit Ihrem Namen gezeichnet."
)
EDIT_HELP: Final = (
    "Öffnet den Text eines Kommentars in Ihrem Editor; ohne Terminal kommt der neue Text aus der Standardeingabe. "
    "Mit --name und --website ändern Sie die Angaben darüber."
)
STATUS_HELP: Final = (
    "Zeigt, was wartet, was nicht verschickt werden konnte, welche Ihrer Programme stillstehen und wann zuletzt "
    "gesichert wurde. "
    "Ende 1 heißt: Darum sollten Sie sich kümmern."
)
TESTMAIL_HELP: Final = "Schickt der Inhaberin oder dem Inhaber jeder Website eine Mail zur Probe."
EXPORT_HELP: Final = (
    "Gibt die freigegebenen Kommentare aus, eine Zeile JSON je Kommentar, dazu die Kennungen der zurückgenommenen. Mit "
    "--person stattdessen alles, was über diese E-Mail-Adresse gespeichert ist, als Auskunft nach Art. 15 DSGVO."
)
SUBSCRIBERS_HELP: Final = (
    "Gibt als Tabelle (CSV) aus, wer den Newsletter bestellt und bestätigt hat, mit dem Zeitpunkt und der Adresse zum "
    "Abbestellen, die in jeden Newsletter gehört. Wer abbestellt, fehlt beim nächsten Mal."
)
FORGET_HELP: Final = (
    "Löscht alles, was zu dieser E-Mail-Adresse oder diesem Eintrag gespeichert ist, und sagt, was anderswo noch zu "
    "tun ist. Fragt vorher, außer mit --yes."
)
BACKUP_HELP: Final = (
    "Schreibt die ganze Datenbank als eine Datei, die nur Sie lesen dürfen, auch während der Eingang läuft."
)

FILE_METAVAR: Final = "DATEI"
ITEM_METAVAR: Final = "EINTRAG"
ITEMS_METAVAR: Final = "EINTRAG …"
TEXT_METAVAR: Final = "TEXT"
WORDS_METAVAR: Final = "[TEXT]"
WHO_METAVAR: Final = "ADRESSE|EINTRAG"
NAME_METAVAR: Final = "NAME"
SITE_METAVAR: Final = "WEBSITE"
MAIL_METAVAR: Final = "ADRESSE"
HOST_METAVAR: Final = "RECHNER"
PORT_METAVAR: Final = "NUMMER"

CONFIG_OPTION: Final = (
    "Die Einstellungen des Eingangs. Ohne Angabe die Datei, die SITEGEN_INBOX_CONFIG nennt, sonst inbox.yaml "
    "im aktuellen Ordner."
)
KID_OPTION: Final = "Wie der Schlüssel heißt: ein bis acht Kleinbuchstaben und Ziffern. Ohne Angabe k1."
HOST_OPTION: Final = "Auf welcher Adresse er lauscht. Ohne Angabe 127.0.0.1: nur auf diesem Rechner."
PORT_OPTION: Final = "Die Nummer des Ports. Ohne Angabe 8080."
ONCE_OPTION: Final = "Nur erledigen, was jetzt fällig ist, und enden."
SITE_OPTION: Final = "Nur diese Website, wie sie in inbox.yaml heißt."
ALL_OPTION: Final = "Auch, was entschieden ist."
REPLY_OPTION: Final = "Ihre Antwort, die mit dem Kommentar erscheint."
NOTE_OPTION: Final = "Ein Vermerk dazu, nur für Sie."
BLOCK_OPTION: Final = "Auch den Absender sperren."
NAME_OPTION: Final = "Der neue Name."
WEBSITE_OPTION: Final = "Die neue Website."
PERSON_OPTION: Final = "Die Adresse des Menschen, um den es geht."
YES_OPTION: Final = "Nicht nachfragen."
FORMAT_OPTION: Final = "Wie ausgegeben wird: {forms}. Ohne Angabe als Text."

# Setting up

CREATED: Final = "Angelegt: {path}\nTragen Sie dort Ihre Adressen ein und prüfen Sie sie: sitegen inbox check"
KEYS_HINT: Final = "Diese Zeilen sind geheim: Sie gehören in eine Datei, die nur der Eingang lesen darf (Rechte 0600)."
BAD_KID: Final = "„{name}“ geht nicht als Name eines Schlüssels: ein bis acht Kleinbuchstaben und Ziffern."
CHECKED: Final = "In Ordnung: {path}"

# Running

LISTENING: Final = "Der Eingang läuft: http://{host}:{port}/ – von außen {address} (beenden mit Strg-C)"
WORKING: Final = "Der Eingang arbeitet ab, was zu verschicken und zu veröffentlichen ist (beenden mit Strg-C)."
WORKED: Final = "Erledigt: {count}."
STOPPED: Final = "Der Eingang ist beendet."
BAD_PORT: Final = "„{value}“ ist keine Nummer von 1 bis 65535."
PORT_TAKEN: Final = (
    "Auf {host}:{port} kann der Eingang nicht lauschen. Vielleicht tut das schon etwas anderes; nennen Sie mit --port "
    "eine andere Nummer."
)

# Lists

KINDS: Final = {
    "comment": "Kommentar",
    "contact": "Nachricht",
    "report": "Meldung",
    "subscription": "Newsletter",
}
STATES: Final = {
    "pending": "wartet",
    "suspected": "verdächtig",
    "approved": "freigegeben",
    "published": "veröffentlicht",
    "rejected": "abgelehnt",
    "spam": "Spam",
    "deleted": "gelöscht",
}
NOTHING_WAITS: Final = "Nichts wartet auf Sie."
NOTHING_THERE: Final = "Der Eingang ist leer."
ENTRY: Final = "{id}  {state}  {kind}  {date}  {name}"
ABOUT: Final = "  zu {post}"
WITHOUT_NAME: Final = "ohne Namen"
NEXT: Final = "Freigeben: sitegen inbox approve {id} · ganz lesen: sitegen inbox show {id}"
AND_OLDER: Final = "… und {count} ältere; alle zeigt: sitegen inbox list --format json"

KIND: Final = "Art"
SITE: Final = "Für"
POST: Final = "Beitrag"
PAGE: Final = "Seite"
NAME: Final = "Name"
MAIL: Final = "E-Mail"
WEBSITE: Final = "Website"
DATE: Final = "Datum"
ANSWER_TO: Final = "Antwort auf"
STATE: Final = "Stand"
SCORE: Final = "Verdacht"
REASONS: Final = "Gründe"
DECISION: Final = "Entschieden"
DECIDED: Final = "{date} ({by})"
ID: Final = "Kennung"
BY: Final = {"link": "über eine Mail", "cli": "hier", "forget": "auf Wunsch"}
BY_HOOK: Final = "Ihr Programm {name}"

# Decisions

APPROVED: Final = "{id}: freigegeben."
APPROVED_WITH_REPLY: Final = "{id}: freigegeben, und Ihre Antwort gleich mit."
REJECTED: Final = "{id}: abgelehnt."
SPAM: Final = "{id}: als Spam eingeordnet."
BLOCKED: Final = "{id}: als Spam eingeordnet, der Absender ist gesperrt."
NOT_BLOCKED: Final = (
    "{id}: als Spam eingeordnet. Sperren lässt sich hier niemand: Ohne E-Mail-Adresse und Website ist der Absender "
    "nicht wiederzuerkennen."
)
UNDONE: Final = "{id}: wartet wieder auf Ihre Entscheidung."
REPLIED: Final = "{id}: Ihre Antwort ist freigegeben."
EDITED: Final = "{id}: geändert."
ALREADY_AT: Final = "{id}: war schon {state}, seit {date} ({by})."
ALREADY_SO: Final = "{id}: Es hat sich nichts geändert."
GONE: Final = "{id}: ist gelöscht."
CHANGED: Final = "{id}: hat sich eben geändert. Sehen Sie noch einmal nach: sitegen inbox show {id}"
NOT_ALLOWED: Final = "{id}: Das geht hier nicht, denn der Stand ist „{state}“ ({kind})."
FAULTY: Final = "Das lässt sich so nicht speichern: {sentence}"
ONE_REPLY: Final = "Mit --reply geht nur ein Kommentar auf einmal."
NO_WORDS: Final = "Ohne Text wird nichts gespeichert."

# Status

WAITING: Final = "Wartet auf Sie: {parts}."
WAITS: Final = {
    "comment": ("Kommentar", "Kommentare"),
    "contact": ("Nachricht", "Nachrichten"),
    "report": ("Meldung", "Meldungen"),
}
SUSPECTED: Final = " ({count} verdächtig)"
JOBS: Final = "Zu erledigen: {count}."
NO_JOBS: Final = "Zu erledigen: nichts."
OLDEST_MAIL: Final = "Eine Mail wartet seit {age} darauf, verschickt zu werden.{error}"
STUCK: Final = "Seit {age} nicht an {site} zu übergeben: {count}.{error}"
BECAUSE: Final = " Grund: {error}"
DEAD: Final = "Aufgegeben, weil es immer wieder nicht ging:"
DEAD_JOB: Final = "  {count}\u00a0× {kind}: {error}"
JOB_KINDS: Final = {
    "mail": "Mail",
    "event": "Ereignis",
    "hook": "Eigenes Programm",
    "webhook": "Webhook",
    "publish": "Veröffentlichen",
    "probe": "Nachsehen auf der Website",
}
TASK: Final = ("Aufgabe", "Aufgaben")
HOOK_DISABLED: Final = (
    "Ihr Programm „{name}“ steht still, seit {date}: Es sagt, dass an ihm etwas einzustellen ist. Sobald Sie seine "
    "Datei ändern, läuft es wieder."
)
WEBHOOK_DISABLED: Final = (
    "Der Webhook „{name}“ bekommt nichts mehr, seit {date}: Der Empfänger sagt, dass es ihn nicht mehr gibt (410). "
    "Mit einer anderen Adresse in inbox.yaml geht es weiter."
)
HOOK_REFUSED: Final = "„{name}“ ist nicht in Betrieb: {reason}."
HOOK_BEHIND: Final = "„{name}“ hat {count}\u00a0× nicht angenommen, was der Eingang zu melden hatte ({error})."
TROUBLES: Final = {
    "not_executable": "Die Datei ist nicht ausführbar",
    "outside": "Die Datei liegt außerhalb des Ordners für Ihre Programme",
    "writable": "Auf diesem Rechner könnte sie jeder ändern",
    "no_file": "Das ist keine Datei",
    "no_folder": "Den Ordner gibt es nicht",
    "no_secret": "In der Umgebung fehlt sein Geheimnis",
    "bad_secret": "Sein Geheimnis ist unbrauchbar",
    "no_https": "Seine Adresse beginnt nicht mit https://",
}
BACKED_UP: Final = "Zuletzt gesichert: {date}."
NEVER_BACKED_UP: Final = "Noch nie gesichert. Das geht so: sitegen inbox backup sicherung.sqlite"
BACKUP_OLD: Final = "Zuletzt gesichert vor {age}. Das geht so: sitegen inbox backup sicherung.sqlite"
MANIFEST: Final = "{site}: {forms}, {posts}."
FORMS: Final = ("Formular", "Formulare")
POSTS: Final = ("Beitrag", "Beiträge")
NO_MANIFEST: Final = (
    "{site}: Die Datei inbox.json lässt sich nicht lesen. Solange das so ist, nimmt der Eingang für sie nichts an."
)
STORE_FULL: Final = "In die Datenbank lässt sich gerade nicht schreiben."
ALL_WELL: Final = "Alles läuft."
MINUTES: Final = ("Minute", "Minuten")
HOURS: Final = ("Stunde", "Stunden")
DAYS: Final = ("Tag", "Tagen")

# Mail, export, forgetting, backup

MAIL_SENT: Final = "{site}: Die Mail ist unterwegs an die Adresse aus inbox.yaml."
MAIL_FAILED: Final = "{site}: Die Mail ging nicht hinaus. {error}"
NO_SUCH_SITE: Final = "Eine Website „{site}“ steht nicht in inbox.yaml. Dort stehen: {sites}."
FORGET_ASK: Final = "Alles zu {what} löschen? Das lässt sich nicht zurücknehmen. (ja/nein)"
YES_WORDS: Final = frozenset({"j", "ja"})
NO: Final = "nein"
ITEM: Final = ("Eintrag", "Einträge")
SUBSCRIPTION: Final = ("Newsletter-Bestellung", "Newsletter-Bestellungen")
FORGOTTEN: Final = (
    "Gelöscht: {parts}. Die Datenbank ist neu geschrieben; Name, Adresse und Text stehen nicht mehr darin."
)
WITHDRAWN: Final = "Diese Kommentare nimmt der Eingang jetzt von der Website:"
REMAINS: Final = "Was an anderer Stelle noch sein kann und nur Sie löschen können:"
REMAINDERS: Final = {
    "mailbox": "die Mails des Eingangs in Ihrem Postfach",
    "git_history": "ältere Stände der Datei im Git-Archiv der Website",
    "backups": "Sicherungen der Datenbank",
    "receivers": "alles, wovon Ihre Programme und Webhooks erfahren haben",
    "answers": "Ihre eigenen Antworten, falls darin der Name steht",
}
NOTHING_FORGOTTEN: Final = "Es wurde nichts gelöscht."
NOTHING_KNOWN: Final = "Dazu ist nichts gespeichert."
FORGET_NEEDS_YES: Final = "Niemand ist da, um zu fragen. Wenn es so sein soll: sitegen inbox forget … --yes"
BACKUP_DONE: Final = "Gesichert: {path}\nDarin stehen persönliche Daten; bewahren Sie sie wie einen Brief auf."
BACKUP_SERVER: Final = "PostgreSQL sichern Sie mit seinem eigenen Werkzeug: pg_dump"
BACKUP_EXISTS: Final = "Die Datei „{path}“ gibt es schon; sie bleibt, wie sie ist."

# What went wrong

EXTRA_MISSING: Final = "Dem Eingang fehlen Teile dieses Programms. Sie kommen so dazu: pip install 'sitegen[inbox]'"
STORE_UNAVAILABLE: Final = (
    "Die Datenbank des Eingangs lässt sich gerade nicht lesen oder beschreiben. Prüfen Sie, ob der Datenträger voll "
    "ist und ob der Ordner Ihnen gehört."
)
MANIFEST_UNAVAILABLE: Final = (
    "Die Datei inbox.json der Website lässt sich nicht lesen. Bauen und veröffentlichen Sie die Website einmal, oder "
    "prüfen Sie „manifest:“ in inbox.yaml."
)
NOT_FOUND: Final = "Den Eintrag „{word}“ gibt es nicht. Was es gibt, zeigt: sitegen inbox list --all"
AMBIGUOUS: Final = "„{word}“ passt auf mehrere Einträge. Nennen Sie mehr Zeichen der Kennung."
NO_EDITOR: Final = (
    "Es ließ sich kein Editor öffnen. Sagen Sie in der Umgebungsvariablen EDITOR, welcher es sein soll, oder schreiben "
    "Sie den Text in die Standardeingabe."
)
REPLY_HERE: Final = "Schreiben Sie oben Ihre Antwort an {name}:\n\n{text}"
EDIT_HERE: Final = "Ändern Sie oben den Text von {name}, speichern Sie und schließen Sie den Editor."
