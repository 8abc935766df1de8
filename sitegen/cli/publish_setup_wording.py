"""Every German sentence of `sitegen publish setup`. Braces are filled by whoever prints.

What stands between „ and “ is as the forges write it on their pages.
"""

from __future__ import annotations

from typing import Final

HELP: Final = (
    "Schreibt die Abläufe, mit denen DIENST Ihre Website baut, prüft und veröffentlicht, und sagt, was Sie dort einmal "
    "einstellen: github, gitlab, forgejo, netlify oder cloudflare. Steht in site.yaml unter publish ein Webspace, geht die "
    "Website dorthin. Was Sie an den Dateien geändert haben, bleibt. Geheimnisse schreibt der Befehl nie."
)
SERVICE_METAVAR: Final = "DIENST"
FORCE_OPTION: Final = "Ersetzt auch Dateien, die Sie geändert haben."
FORGE_OPTION: Final = (
    "Für netlify und cloudflare: wo die Abläufe laufen ({forms}). Ohne Angabe dort, wo Ihr Projekt schon liegt."
)
FORGE_METAVAR: Final = "DIENST"

FATES: Final = {
    "written": "Geschrieben: {path}",
    "renewed": "Erneuert: {path}",
    "same": "Schon auf dem neuesten Stand: {path}",
}
KIND_BRANCH: Final = "Zweig"
KIND_FOLDER: Final = "Ordner"

NAMES: Final = {"github": "GitHub", "gitlab": "GitLab", "forgejo": "Forgejo"}

PUBLIC: Final = (
    "Ist Ihr Projekt bei {forge} öffentlich, kann dort jeder Ihre Entwürfe lesen, die Beiträge, die erst später erscheinen, "
    "und Ihre Bilder im Original sehen, mit Ort und Zeit der Aufnahme; bei einem privaten Projekt nicht."
)
NEXT: Final = "So geht es weiter:"
STEP: Final = "  {number}. {text}"

WHEEL: Final = (
    "Legen Sie die Datei {path} in Ihr Projekt und nehmen Sie sie in git auf: sitegen steht noch in keinem Verzeichnis, "
    "aus dem {forge} es holen könnte."
)
PUSH: Final = (
    "Übertragen Sie Ihr Projekt zu {forge} (git add, git commit, git push). Der erste Lauf beginnt von selbst."
)

SECRET: Final = {
    "github": "Legen Sie bei GitHub unter „Settings“ → „Secrets and variables“ → „Actions“ → „New repository secret“ an: {names}.",
    "gitlab": (
        "Legen Sie bei GitLab unter „Settings“ → „CI/CD“ → „Variables“ → „Add variable“ an, jeweils „Masked and hidden“ und "
        "„Protect variable“: {names}."
    ),
    "forgejo": "Legen Sie bei Forgejo unter „Settings“ → „Actions“ → „Secrets“ → „Add secret“ an: {names}.",
}
NAMED: Final = "{name} ({what})"
AND: Final = " und "
SECRETS: Final = {
    "SITEGEN_TOKEN": (
        "den Zugriffsschlüssel aus „Settings“ → „Access tokens“, Rolle „Maintainer“, mit „api“ und „write_repository“"
    ),
    "SITEGEN_PUBLISH_PASSWORD": "das Passwort Ihres Webspace",
    "SITEGEN_PUBLISH_SSH_KEY": "den privaten SSH-Schlüssel, wenn Sie sich damit anmelden statt mit einem Passwort",
    "AWS_ACCESS_KEY_ID": "die Kennung des Zugangs zum Speicher",
    "AWS_SECRET_ACCESS_KEY": "den Schlüssel dazu",
    "NETLIFY_AUTH_TOKEN": "bei Netlify unter „User settings“ → „Applications“ → „New access token“",
    "NETLIFY_SITE_ID": "bei Netlify unter „Project configuration“ → „Project ID“",
    "CLOUDFLARE_API_TOKEN": "bei Cloudflare unter „My Profile“ → „API Tokens“, mit dem Recht „Cloudflare Pages: Edit“",
    "CLOUDFLARE_ACCOUNT_ID": "bei Cloudflare unter „Workers & Pages“ rechts am Rand",
    "CLOUDFLARE_PROJECT": "der Name des Projekts bei Cloudflare Pages",
    "SITEGEN_EXPORT_TOKEN": "das Geheimnis, mit dem Ihr Eingang die Kommentare herausgibt",
    "SITEGEN_FORM_KEY": "derselbe Schlüssel wie bei Ihrem Eingang, für die Rechenaufgabe an Formularen",
}
"""Each secret, and where its value comes from."""

CLICKS: Final = {
    ("github", "pages"): (
        "Wählen Sie bei GitHub unter „Settings“ → „Pages“ → „Build and deployment“ → „Source“: „GitHub Actions“.",
    ),
    ("gitlab", "*"): (
        "Legen Sie bei GitLab unter „Build“ → „Pipeline schedules“ → „New schedule“ zwei Zeitpläne an: jede Stunde mit dem Muster 7 * * * *, und monatlich mit 23 5 3 * * und der Variablen AUFGABE = „sitegen erneuern“.",
    ),
    ("forgejo", "*"): (
        "Schalten Sie bei Forgejo unter „Settings“ → „Units“ → „Overview“ die „Actions“ ein, wenn sie es noch nicht sind.",
    ),
    ("*", "netlify"): ("Legen Sie bei Netlify ein leeres Projekt an: „Add new project“ → „Deploy manually“.",),
    ("*", "cloudflare"): (
        "Legen Sie bei Cloudflare unter „Workers & Pages“ ein Projekt an, das Dateien annimmt („Upload assets“).",
    ),
}
"""By forge and host, `*` for any."""

BUTTONS: Final = {
    "github": "Die Knöpfe „Kommentar eintragen“ und „Vorige Fassung wiederherstellen“ finden Sie danach bei GitHub unter „Actions“.",
    "forgejo": "Die Knöpfe „Kommentar eintragen“ und „Vorige Fassung wiederherstellen“ finden Sie danach bei Forgejo unter „Actions“.",
    "gitlab": "„Kommentar eintragen“ und „Vorige Fassung wiederherstellen“ finden Sie danach bei GitLab unter „Build“ → „Pipelines“ → „New pipeline“.",
}
