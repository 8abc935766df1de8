"""Sentences on what stands for a video, a map or a calendar until somebody asks for it.

Like those of the theme they are shared by three countries: no ß, no quotation marks, set as they stand. Endings of the
keys are the shapes of `model.body.EmbedSlot`.
"""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.sentence import Sentence

_VIDEO: Final = {
    "embed_title": Sentence("Video"),
    "embed_from": Sentence("Dieses Video liegt bei {name} ({provider})."),
    "embed_load": Sentence("Video laden"),
    "embed_page": Sentence("Bei {name} ansehen"),
}
_SOUND: Final = {
    "embed_title": Sentence("Zum Anhören"),
    "embed_from": Sentence("Diese Aufnahme liegt bei {name} ({provider})."),
    "embed_load": Sentence("Aufnahme laden"),
    "embed_page": Sentence("Bei {name} anhören"),
}
_BY_SHAPE: Final = {
    "video": _VIDEO,
    "portrait": _VIDEO,
    "sound": _SOUND,
    "playlist": _SOUND,
    "map": {
        "embed_title": Sentence("Karte"),
        "embed_from": Sentence("Diese Karte kommt von {name} ({provider})."),
        "embed_load": Sentence("Karte laden"),
        "embed_page": Sentence("Karte bei {name} öffnen"),
    },
    "booking": {
        "embed_title": Sentence("Termin aussuchen"),
        "embed_from": Sentence("Dieser Kalender liegt bei {name} ({provider})."),
        "embed_load": Sentence("Kalender laden"),
        "embed_page": Sentence("Kalender bei {name} öffnen"),
    },
    "other": {
        "embed_title": Sentence("Inhalt von einer anderen Website"),
        "embed_from": Sentence("Dieser Inhalt kommt von {name} ({provider})."),
        "embed_load": Sentence("Inhalt laden"),
        "embed_page": Sentence("Bei {name} öffnen"),
    },
}

SENTENCES: Final[dict[str, Sentence]] = {
    "embed_data": Sentence(
        "Beim Laden erfährt der Anbieter Ihre IP-Adresse, welchen Browser Sie benutzen und von welcher Website Sie kommen.",
        du="Beim Laden erfährt der Anbieter deine IP-Adresse, welchen Browser du benutzt und von welcher Website du kommst.",
    ),
    "embed_storage": Sentence(
        "Er kann Cookies und Ähnliches auf Ihrem Gerät speichern.",
        du="Er kann Cookies und Ähnliches auf deinem Gerät speichern.",
    ),
    "embed_country": Sentence("Dabei gelangen Daten auch in ein Drittland: {country}."),
    "embed_consent": Sentence(
        "Mit dem Laden willigen Sie darin ein; das können Sie jederzeit widerrufen.",
        du="Mit dem Laden willigst du darin ein; das kannst du jederzeit widerrufen.",
    ),
    "embed_privacy": Sentence("Mehr in der Datenschutzerklärung"),
    "embed_privacy_theirs": Sentence("Datenschutzerklärung von {name}"),
    "embed_always": Sentence("Inhalte von {name} immer laden"),
    **{f"{key}_{shape}": sentence for shape, said in _BY_SHAPE.items() for key, sentence in said.items()},
}
