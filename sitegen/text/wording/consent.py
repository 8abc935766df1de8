"""Sentences that ask for consent: the notice, the settings behind it, and the receipt.

Like those of the theme they are shared by three countries: no ß, no quotation marks, set as they stand. They name what
§ 25 TDDDG and Art. 7 and 13 GDPR want to be told, and never thank, urge or colour a choice.
"""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.sentence import Sentence

_NOTICE: Final[dict[str, Sentence]] = {
    "consent_title": Sentence("Ihre Einwilligung", du="Deine Einwilligung"),
    "consent_count": Sentence(
        "{n}\u00a0Anbieter möchten Daten auf diesem Gerät speichern oder lesen, für {purposes}.",
        one="Ein Anbieter möchte Daten auf diesem Gerät speichern oder lesen, für {purposes}.",
    ),
    "consent_third_country": Sentence(
        "Daten gehen dabei auch in Drittländer jenseits des Europäischen Wirtschaftsraums."
    ),
    "consent_no_third_country": Sentence(
        "Drittländer jenseits des Europäischen Wirtschaftsraums erhalten dabei keine Daten."
    ),
    "consent_revocable": Sentence(
        "Das geschieht nur mit Ihrer Einwilligung. Sie ist freiwillig und jederzeit widerrufbar: über "
        "Cookie-Einstellungen unten auf jeder Seite.",
        du="Das geschieht nur mit deiner Einwilligung. Sie ist freiwillig und jederzeit widerrufbar: über "
        "Cookie-Einstellungen unten auf jeder Seite.",
    ),
    "consent_signal": Sentence(
        "Ihr Browser sendet das Signal Global Privacy Control. Es gilt hier als Ablehnung: Von Anbietern, die eine "
        "Einwilligung brauchen, wird nichts geladen, solange Sie nichts anderes wählen.",
        du="Dein Browser sendet das Signal Global Privacy Control. Es gilt hier als Ablehnung: Von Anbietern, die eine "
        "Einwilligung brauchen, wird nichts geladen, solange du nichts anderes wählst.",
    ),
    "consent_accept": Sentence("Alle akzeptieren"),
    "consent_refuse": Sentence("Alle ablehnen"),
    "consent_choose": Sentence("Auswahl"),
    "consent_noted": Sentence("Verstanden"),
    "consent_imprint": Sentence("Impressum"),
    "consent_privacy": Sentence("Datenschutz"),
}

_SETTINGS: Final[dict[str, Sentence]] = {
    "consent_settings": Sentence("Cookie-Einstellungen"),
    "consent_settings_text": Sentence(
        "Hier entscheiden Sie für jeden Anbieter einzeln. Was Sie erlaubt haben, können Sie jederzeit widerrufen: "
        "Nehmen Sie das Häkchen weg und speichern Sie.",
        du="Hier entscheidest du für jeden Anbieter einzeln. Was du erlaubt hast, kannst du jederzeit widerrufen: "
        "Nimm das Häkchen weg und speichere.",
    ),
    "consent_details": Sentence("Was dabei geschieht"),
    "consent_provider": Sentence("Anbieter"),
    "consent_purpose": Sentence("Zweck"),
    "consent_stored": Sentence("Auf diesem Gerät"),
    "consent_item": Sentence("{name} ({kind}, {duration}): {purpose}"),
    "consent_stored_unknown": Sentence("Welche Einträge es sind, sagt der Anbieter."),
    "consent_country": Sentence("Drittland"),
    "consent_no_country": Sentence("keines"),
    "consent_more": Sentence("Erklärung von {name}"),
    "consent_save": Sentence("Auswahl speichern"),
    "consent_back": Sentence("Zurück ohne Änderung"),
    "consent_receipt": Sentence(
        "Ihre Auswahl gilt für {days}\u00a0Tage. Gespeichert ist sie nur in diesem Browser, seit:",
        du="Deine Auswahl gilt für {days}\u00a0Tage. Gespeichert ist sie nur in diesem Browser, seit:",
    ),
    "consent_export": Sentence("Als Datei sichern"),
}

_CATEGORIES: Final[dict[str, Sentence]] = {
    "consent_for_media": Sentence("Medien"),
    "consent_for_maps": Sentence("Karten"),
    "consent_for_booking": Sentence("Terminbuchung"),
    "consent_for_analytics": Sentence("Statistik"),
    "consent_for_marketing": Sentence("Werbung"),
    "consent_for_newsletter": Sentence("Newsletter"),
    "consent_for_forms": Sentence("Formulare"),
    "consent_for_hosting": Sentence("Betrieb der Website"),
    "consent_for_other": Sentence("weitere Zwecke"),
}

_KINDS: Final[dict[str, Sentence]] = {
    "consent_kind_cookie": Sentence("Cookie"),
    "consent_kind_local_storage": Sentence("Eintrag im Browser"),
    "consent_kind_session_storage": Sentence("Eintrag im Browser"),
    "consent_kind_indexed_db": Sentence("Datenbank im Browser"),
    "consent_kind_pixel": Sentence("Zählpixel"),
}

SENTENCES: Final[dict[str, Sentence]] = {**_NOTICE, **_SETTINGS, **_CATEGORIES, **_KINDS}
