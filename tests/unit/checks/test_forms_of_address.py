from __future__ import annotations

import pytest

from sitegen.checks.forms_of_address import addressed, check_forms_of_address
from sitegen.text.tone import Tone

SAYS_DU = {
    "Wenn du magst, ruf mich an.": "Wenn du",
    "Das kannst du mir überlassen.": "kannst du",
    "Ich nehme dir die Ablage ab.": "dir",
    "So bleibt dein Schreibtisch leer.": "dein",
    "Deine Ablage wird leichter.": "Deine Ablage",
    "Du hast keine Zeit?": "Du hast",
    "Ich freue mich auf Dich.": "Dich",
}
SAYS_SIE = {
    "Rufen Sie mich an.": "Sie",
    "Das schicke ich Ihnen gern.": "Ihnen",
    "Für mich ist Ihre Ablage kein Rätsel.": "Ihre",
}
NEITHER = (
    "Sie kommt jeden Dienstag.",
    "Meine Kundinnen sind treu: Sie bleiben seit Jahren.",
    "Ihre Zahlen kennt die Bäckerin selbst am besten.",
    "Das liegt an ihr und an ihnen.",
    "Zwischen uns sagen wir Du, deshalb steht es hier so.",
    "Wir sind längst per Du.",
    "Ich bleibe lieber beim Sie.",
    "Vom Sie zum Du war es nicht weit.",
    "Wer mich duzt, wird auch von mir geduzt, und Sie bekommen ein Sie zurück.",
    "Ihre Frage war: „Kannst du dir das vorstellen?“",
    'Sie sagte: "Du hast Zeit, und das sollen Sie wissen."',
    "Das Café du Monde öffnet um neun.",
    "Ein Dutzend Duden steht im Regal, dazu der Dirigent.",
    "Die Anrede mit du oder Sie ist Geschmackssache.",
    "Er dachte an Sieglinde und an Ihringen.",
)


@pytest.mark.parametrize(("sentence", "words"), SAYS_DU.items())
def test_du_is_heard(sentence: str, words: str) -> None:
    assert [one.text for one in addressed(f"<p>{sentence}</p>", Tone.DU)] == [words]


@pytest.mark.parametrize(("sentence", "words"), SAYS_SIE.items())
def test_sie_is_heard(sentence: str, words: str) -> None:
    assert [one.text for one in addressed(f"<p>{sentence}</p>", Tone.SIE)] == [words]


@pytest.mark.parametrize("sentence", NEITHER)
@pytest.mark.parametrize("tone", Tone)
def test_what_may_mean_others_is_not(sentence: str, tone: Tone) -> None:
    assert addressed(f"<p>{sentence}</p>", tone) == ()


@pytest.mark.parametrize("tone", Tone)
def test_what_others_say_is_not(tone: Tone) -> None:
    said = "Kannst du dir das vorstellen? Das sollten Sie wissen."
    for html in (f"<blockquote><p>{said}</p></blockquote>", f"<pre>{said}</pre>", f"<p><q>{said}</q></p>"):
        assert addressed(html, tone) == ()
    interview = f"<p><strong>Anna:</strong> {said}</p><p><strong>Ida Kranz:</strong> {said}</p><p>{said}</p>"
    assert addressed(interview, tone) == ()


def test_a_text_that_mixes_has_one_finding_at_the_first_place() -> None:
    html = "<p>Rufen Sie an.</p><p>Dann nehme ich dir die Ablage ab.</p><p>Wenn du magst, heute.</p>"
    typed = "Rufen Sie an.\n\nDann nehme ich *dir* die Ablage ab.\n\nWenn du magst, heute.\n"
    (finding,) = check_forms_of_address({"a.md": html}, {"a.md": Tone.SIE}, {"a.md": typed})
    assert (finding.code, finding.span.line, finding.span.column) == ("SG970", 3, 17)
    assert finding.message == "Hier steht „dir“ (und 1-mal mehr), sonst spricht die Website ihre Leser mit Sie an."
    assert "tone:" not in finding.cure


def test_a_text_that_speaks_otherwise_throughout_may_say_so() -> None:
    (finding,) = check_forms_of_address({"a.md": "<p>Ich nehme dir das ab.</p>"}, {"a.md": Tone.SIE}, {})
    assert finding.cure.endswith("tone: du")


def test_a_text_in_its_tone_is_left_in_peace() -> None:
    assert [*check_forms_of_address({"a.md": "<p>Ich nehme dir das ab.</p>"}, {"a.md": Tone.DU}, {})] == []
