"""What visitors are told about who receives a form: paragraphs for the privacy page, no ß, no quotation marks.

Each says what surely happens and claims no contract; what the owner has agreed with a provider only the owner knows.
"""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.sentence import Sentence

_HOSTED_SIE: Final = (
    "Was Sie in ein Formular dieser Website schreiben, nimmt {who} im Auftrag entgegen und leitet es per E-Mail weiter. "
    "Dabei verarbeitet {name} auch die IP-Adresse, die Zeit und Angaben zum Browser, um Missbrauch zu erkennen."
)
_HOSTED_DU: Final = (
    "Was du in ein Formular dieser Website schreibst, nimmt {who} im Auftrag entgegen und leitet es per E-Mail weiter. "
    "Dabei verarbeitet {name} auch die IP-Adresse, die Zeit und Angaben zum Browser, um Missbrauch zu erkennen."
)

SENTENCES: Final[dict[str, Sentence]] = {
    "provider_inbox": Sentence(
        "Was Sie in ein Formular schreiben, nimmt ein eigener Server entgegen, kein fremder Formulardienst. Ihre IP-Adresse wird dabei nicht gespeichert, und es wird kein Cookie gesetzt.",
        du="Was du in ein Formular schreibst, nimmt ein eigener Server entgegen, kein fremder Formulardienst. Deine IP-Adresse wird dabei nicht gespeichert, und es wird kein Cookie gesetzt.",
    ),
    "provider_hosted": Sentence(_HOSTED_SIE, du=_HOSTED_DU),
    "provider_netlify": Sentence(
        f"{_HOSTED_SIE} Jede Nachricht prüft zusätzlich der Dienst Akismet (Automattic, USA) auf Werbung.",
        du=f"{_HOSTED_DU} Jede Nachricht prüft zusätzlich der Dienst Akismet (Automattic, USA) auf Werbung.",
    ),
    "provider_basin": Sentence(
        f"{_HOSTED_SIE} Ob eine Nachricht Werbung ist, beurteilt dabei ein selbstlernendes Programm; was es dafür hält, bleibt 30\u00a0Tage gespeichert.",
        du=f"{_HOSTED_DU} Ob eine Nachricht Werbung ist, beurteilt dabei ein selbstlernendes Programm; was es dafür hält, bleibt 30\u00a0Tage gespeichert.",
    ),
    "provider_mailto": Sentence(
        "Formulare dieser Website öffnen Ihr eigenes E-Mail-Programm. Ihre Nachricht geht wie jede E-Mail von Postfach zu Postfach; ein Formulardienst ist nicht beteiligt.",
        du="Formulare dieser Website öffnen dein eigenes E-Mail-Programm. Deine Nachricht geht wie jede E-Mail von Postfach zu Postfach; ein Formulardienst ist nicht beteiligt.",
    ),
    "provider_third_country": Sentence(
        "Die Angaben können dabei in ein Land gelangen, in dem das Recht der EU nicht gilt."
    ),
}
"""`provider_hosted` and its kin need `{name}` and `{who}` (name and seat)."""
