"""Sentences of the codes SG690–SG693: a document that was to become a post."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

SAVE_AS_DOCX: Final = "Öffnen Sie die Datei in Word oder LibreOffice und speichern Sie sie als „Word-Dokument (.docx)“."
"""The cure for most of them."""
WHAT: Final = {
    "doc": "Das ist eine Datei im alten Word-Format (.doc), oder sie ist mit einem Kennwort geschützt.",
    "odt": "Das ist eine Datei von LibreOffice oder OpenOffice.",
    "rtf": "Das ist eine RTF-Datei.",
    "pdf": "Das ist eine PDF-Datei.",
    "pages": "Das ist eine Datei von Apple Pages.",
    "xlsx": "Das ist eine Tabelle aus Excel.",
    "pptx": "Das ist eine Präsentation.",
    "html": "Das ist in Wahrheit eine Webseite.",
    "md": "Das ist schon Markdown.",
    "markdown": "Das ist schon Markdown.",
    "": "Gelesen werden .docx, .txt und .html.",
}
"""What a file is that cannot be read, by the fact `what`."""
CURES: Final = {
    "pdf": "Nehmen Sie das Dokument, aus dem die PDF-Datei entstanden ist, oder kopieren Sie den Text in eine neue Word-Datei.",
    "pages": "Öffnen Sie die Datei in Pages und exportieren Sie sie als Word-Dokument (.docx).",
    "html": "Geben Sie der Datei einen Namen, der auf .html endet, und versuchen Sie es noch einmal.",
    "md": "Legen Sie mit „sitegen add post“ einen Beitrag an und kopieren Sie den Text hinein.",
    "markdown": "Legen Sie mit „sitegen add post“ einen Beitrag an und kopieren Sie den Text hinein.",
    "": "Speichern Sie den Text in dem Programm, mit dem Sie ihn geschrieben haben, als Word-Dokument (.docx).",
}
"""What helps, where saving anew in Word does not."""

ENTRIES: Final = (
    Entry(
        code="SG690",
        severity=Severity.ERROR,
        message="Aus dieser Datei lässt sich kein Text lesen. {what}",
        cure="{cure}",
        explanation=(
            "„sitegen add post --from“ liest Word-Dokumente (.docx), reine Texte (.txt) und Webseiten (.html). Worauf der Name "
            "einer Datei endet, sagt nicht immer, was darin ist; entscheidend ist der Inhalt. Es wurde nichts verändert."
        ),
    ),
    Entry(
        code="SG691",
        severity=Severity.ERROR,
        message="Dieses Word-Dokument ist beschädigt oder unvollständig.",
        cure=f"{SAVE_AS_DOCX} Haben Sie die Datei per Mail oder aus einer Cloud, laden Sie sie noch einmal herunter.",
        explanation=(
            "Ein Word-Dokument ist ein Paket aus vielen Teilen. Fehlt eines oder ist es nicht lesbar, hält das Programm an, "
            "statt einen halben Text zu übernehmen. Es wurde nichts verändert."
        ),
    ),
    Entry(
        code="SG692",
        severity=Severity.ERROR,
        message="Diese Datei ist zu groß für einen Beitrag.",
        cure="Teilen Sie das Dokument, oder verkleinern Sie in Word die Bilder („Bilder komprimieren“).",
        explanation=(
            "Manche Dateien sind so gepackt, dass sie beim Öffnen den ganzen Speicher füllen. Deshalb gibt es eine Grenze: "
            "200 MB für die Datei, 400 MB für alles, was darin ist, 10 MB für den Text allein. Es wurde nichts verändert."
        ),
    ),
    Entry(
        code="SG693",
        severity=Severity.ERROR,
        message="In dieser Datei steht kein Text.",
        cure="Sehen Sie nach, ob es die richtige Datei ist. Steht der Text nur als Bild darin, tippen Sie ihn ab.",
        explanation=(
            "Das Dokument ließ sich lesen, aber es ist leer oder besteht nur aus Dingen, die sich nicht übernehmen lassen. "
            "Es wurde nichts verändert."
        ),
    ),
)
