"""What `sitegen new` and `sitegen setup` ask, and the kind word where an answer cannot be right."""

from __future__ import annotations

from typing import Final

HELP: Final = (
    "Stellt dieselben acht Fragen wie „sitegen new“ und trägt die Antworten in site.yaml ein. Was dort schon steht, "
    "zeigt die Frage; die Eingabetaste lässt es so. Alles andere in der Datei bleibt, wie es ist."
)

NEW_INTRODUCTION: Final = (
    "Acht kurze Fragen, dann steht Ihre Website. Die Eingabetaste überspringt eine Frage; „sitegen setup“ stellt sie "
    "später noch einmal."
)
SETUP_INTRODUCTION: Final = (
    "Acht kurze Fragen. In eckigen Klammern steht, was schon eingetragen ist; die Eingabetaste lässt es so."
)

QUESTIONS: Final = {
    "owner": "Wie heißen Sie? (Vor- und Nachname)",
    "street": "In welcher Straße arbeiten Sie? (mit Hausnummer)",
    "place": "Und in welchem Ort? (mit Postleitzahl)",
    "phone": "Unter welcher Nummer sind Sie am Telefon zu erreichen?",
    "email": "Und unter welcher E-Mail-Adresse?",
    "small_business": "Arbeiten Sie als Kleinunternehmen, ohne Umsatzsteuer? (ja oder nein)",
    "tone": "Wie spricht Ihre Website die Besucher an? (Sie oder Du)",
    "host": "Wo wird die Website liegen? (zum Beispiel bei Hetzner, IONOS, Strato)",
}
WITH_CURRENT: Final = "{question} [{current}]"

DOUBTS: Final = {
    "one_name": "Das ist erst ein Name. Für das Impressum braucht es Vor- und Nachnamen.",
    "no_house_number": "Fehlt da noch die Hausnummer?",
    "no_postcode": "Bitte mit der Postleitzahl davor, zum Beispiel: 01067 Dresden.",
    "four_digits": "Vier Ziffern: Ist das in Österreich oder in der Schweiz? Dann bitte so: A-1010 Wien, CH-3011 Bern.",
    "yes_or_no": "Hier genügt ein ja oder ein nein.",
    "sie_or_du": "Hier genügt Sie oder Du.",
    "not_kept": "Diese Antwort lässt sich in site.yaml nicht eintragen, weil dort etwas anders geschrieben ist als "
    "üblich. Tragen Sie sie bitte selbst ein.",
}
"""What is said where an answer is asked for again; other reasons are findings, which bring their own sentence."""
AGAIN_KEPT: Final = "Soll es so bleiben, drücken Sie noch einmal die Eingabetaste."
AGAIN_SKIPPED: Final = "Leeren Sie die Zeile, um die Frage zu überspringen."

NOTHING_CHANGED: Final = "Alles bleibt, wie es ist."
CHANGED: Final = "Eingetragen in {path}."
NEXT: Final = "Was noch fehlt, sagt: sitegen build"
NOBODY_THERE: Final = (
    "„sitegen setup“ stellt Fragen, und hier kann niemand antworten. Rufen Sie es in einem Terminal auf, oder tragen "
    "Sie die Angaben in site.yaml ein."
)
EXAMPLE_OPTION: Final = (
    "Legt statt einer eigenen Website die des erfundenen Büros Nachmittag an, mit allem: zum Ansehen und Abschauen."
)
EXAMPLE_CREATED: Final = """\
Die Beispiel-Website liegt in {folder}.

So sehen Sie sie an:
  cd {path}
  sitegen build

Büro, Menschen und Preise darin sind erfunden. Ihre eigene Website legt an: sitegen new NAME"""
