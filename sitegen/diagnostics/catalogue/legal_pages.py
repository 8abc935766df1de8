"""Sentences of the codes SG900 to SG920: rules that are off, and what legal pages say against what is true."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_OFF: Final = (
    Entry(
        code="SG900",
        severity=Severity.ERROR,
        message="Eine Regel „{rule}“ gibt es nicht, also lässt sie sich auch nicht abschalten.",
        cure="{cure}",
        explanation=(
            "Unter „legal: off:“ stehen Kürzel von Regeln der Rechtsprüfung, jedes mit einem Grund. Alle Regeln zeigt: "
            "sitegen check --rules"
        ),
    ),
    Entry(
        code="SG901",
        severity=Severity.ERROR,
        message="Der Grund „{reason}“ sagt zu wenig, um {rule} abzuschalten.",
        cure="Schreiben Sie in einem Satz, warum die Regel hier nicht passt, zum Beispiel:\nlegal:\n  off:\n    IMP-010: Der Blog ist nur eine Sammlung von Rezepten.",
        explanation=(
            "Eine Regel ist erst aus, wenn ein Grund dabeisteht. Der Grund ist für Sie selbst: In einem Jahr wissen Sie noch, "
            "warum. Er erscheint am Ende von „sitegen check“, aber nicht auf der Website."
        ),
    ),
    Entry(
        code="SG902",
        severity=Severity.NOTE,
        message="{rule} hält nie etwas an und muss nicht abgeschaltet werden.",
        cure="Sie können die Zeile löschen.",
        explanation=(
            "Was allein die Zeit mit sich bringt, ist immer nur ein Hinweis. Abgeschaltet bleibt auch der Hinweis aus, und "
            "niemand erinnert Sie daran, die Texte durchzusehen."
        ),
    ),
)

_PAGES: Final = (
    Entry(
        code="SG903",
        severity=Severity.WARNING,
        message="Die Website hat kein Impressum.",
        cure='Legen Sie content/impressum.md an, mit dem Titel „Impressum“ und der Zeile:\n{{{{ legal "impressum" }}}}',
        explanation=(
            "Wer eine Website geschäftlich betreibt, muss sagen, wer er ist. Aus {{ legal }} wird der ganze Text, aus den "
            "Angaben unter „business:“. Ein eigener Text geht auch; erkannt wird die Seite an ihrer Überschrift „Impressum“."
        ),
    ),
    Entry(
        code="SG904",
        severity=Severity.WARNING,
        message="{who} zum Impressum.",
        cure="Setzen Sie einen Verweis, der so heißt, an den Fuß jeder Seite, in site.yaml:\nfooter:\n  - {{title: Impressum, page: {target}}}",
        explanation=(
            "Das Impressum muss von jeder Seite aus leicht zu erkennen und unmittelbar zu erreichen sein. Darum heißt der Verweis "
            "„Impressum“ und steht auf jeder Seite an derselben Stelle. Eigene Layouts müssen den Fuß der Seite mit ausgeben."
        ),
    ),
    Entry(
        code="SG905",
        severity=Severity.WARNING,
        message="Die Website hat keine Datenschutzerklärung.",
        cure='Legen Sie content/datenschutz.md an, mit dem Titel „Datenschutz“ und der Zeile:\n{{{{ legal "datenschutz" }}}}',
        explanation=(
            "Schon beim Aufruf einer Seite werden Daten verarbeitet, mindestens die IP-Adresse. Wozu und wie lange, muss auf der "
            "Website stehen. Aus {{ legal }} wird der ganze Text; er hat Abschnitte nur für das, was die Website wirklich tut."
        ),
    ),
    Entry(
        code="SG906",
        severity=Severity.WARNING,
        message="{who} zur Datenschutzerklärung.",
        cure="Setzen Sie einen Verweis, der so heißt, an den Fuß jeder Seite, in site.yaml:\nfooter:\n  - {{title: Datenschutz, page: {target}}}",
        explanation=(
            "Wer Ihre Website besucht, soll von jeder Seite aus nachlesen können, was mit seinen Daten geschieht. Das Wort "
            "„Datenschutz“ muss im Verweis stehen."
        ),
    ),
    Entry(
        code="SG907",
        severity=Severity.WARNING,
        message="Auf {page} fehlt: {what}.",
        cure='Ergänzen Sie es, oder lassen Sie den Text aus Ihren Angaben entstehen:\n{{{{ legal "datenschutz" }}}}',
        explanation=(
            "Was in einer Datenschutzerklärung stehen muss, zählt Art. 13 DSGVO auf, in der Schweiz Art. 19 DSG. Gesucht wird nach "
            "Wörtern, die in jedem solchen Abschnitt vorkommen; ob er richtig ist, sieht der Bau nicht."
        ),
    ),
)

_IMPRINT: Final = (
    Entry(
        code="SG908",
        severity=Severity.WARNING,
        message="Im Impressum ({page}) fehlt: {what}.",
        cure='Ergänzen Sie es auf der Seite, oder lassen Sie den Text aus Ihren Angaben entstehen:\n{{{{ legal "impressum" }}}}',
        explanation=(
            "Geprüft wird die fertige Seite, auch wenn Sie sie selbst geschrieben haben. Steht die Angabe nur in einem Bild, "
            "können viele sie nicht lesen; sie gehört als Text auf die Seite."
        ),
    ),
    Entry(
        code="SG909",
        severity=Severity.ERROR,
        message="Im Impressum ({page}) steht „{other}“, in site.yaml ({key}) aber „{told}“.",
        cure="Nehmen Sie an beiden Stellen die Angabe, die stimmt.",
        explanation=(
            "Aus site.yaml kommen die Angaben im Fuß der Seiten, auf der Kontaktseite und für Suchmaschinen. Sagt das Impressum "
            "etwas anderes, ist eines von beiden falsch, und Post oder Anrufe kommen nicht an."
        ),
    ),
    Entry(
        code="SG910",
        severity=Severity.WARNING,
        message="„{text}“ auf {page} gibt es nicht mehr.",
        cure="Heute heißt das: {today}.",
        explanation=(
            "Das TMG gilt seit dem 14. Mai 2024 nicht mehr, an seine Stelle ist das DDG getreten; aus dem TTDSG wurde das TDDDG, aus "
            "dem Rundfunkstaatsvertrag der Medienstaatsvertrag. Alte Namen verraten einen alten Text. Wer über früher schreibt, "
            "sagt das im selben Satz, dann wird nichts gemeldet."
        ),
    ),
    Entry(
        code="SG912",
        severity=Severity.WARNING,
        message="„{text}“ auf {page} sieht nach einer Steuernummer aus.",
        cure="Löschen Sie sie. Nötig ist nur die Umsatzsteuer- oder Wirtschafts-Identifikationsnummer, wenn Sie eine haben.",
        explanation=(
            "Mit der Steuernummer kann sich jemand beim Finanzamt für Sie ausgeben. Sie steht auf Rechnungen, nicht im Netz."
        ),
    ),
)

_TEXTS: Final = (
    Entry(
        code="SG911",
        severity=Severity.WARNING,
        message="Die Datenschutzerklärung ({page}) sagt nichts über {what}.",
        cure='Ergänzen Sie einen Abschnitt, oder lassen Sie den Text aus Ihren Angaben entstehen:\n{{{{ legal "datenschutz" }}}}',
        explanation=(
            "Wer Daten bekommt und wohin sie gehen, gehört in die Datenschutzerklärung. Aus {{ legal }} wird ein Text, der genau "
            "das nennt, was in site.yaml steht."
        ),
    ),
    Entry(
        code="SG913",
        severity=Severity.ERROR,
        message="Ein Verweis auf {page} führt zur Plattform der EU für Streitbeilegung. Die ist abgeschaltet.",
        cure="Löschen Sie den Verweis und den Satz dazu; ein Ersatz ist nicht nötig.",
        explanation=(
            "Die Plattform wurde am 20. Juli 2025 abgeschaltet, die Pflicht zum Hinweis ist entfallen. Der alte Verweis führt ins "
            "Leere und weckt falsche Erwartungen; er ist mit Suchmaschinen leicht zu finden und wird abgemahnt."
        ),
    ),
    Entry(
        code="SG914",
        severity=Severity.WARNING,
        message="„{text}“ auf {page}: Diese Streitbeilegung gibt es seit dem 20. Juli 2025 nicht mehr.",
        cure="Löschen Sie den Satz; ein Ersatz ist nicht nötig.",
        explanation=(
            "Mit der Plattform ist auch die Pflicht entfallen, auf sie hinzuweisen. Im Impressum und in den AGB ist der alte Satz ein "
            "Fehler, weil er etwas verspricht, das es nicht gibt."
        ),
    ),
    Entry(
        code="SG915",
        severity=Severity.ERROR,
        message="Auf {page} steht, dass Sie an einer Schlichtung teilnehmen, aber nicht, bei welcher Stelle.",
        cure="Nennen Sie Namen, Anschrift und Website der Verbraucherschlichtungsstelle gleich dahinter, oder löschen Sie den Satz.",
        explanation=(
            "Wer sich zur Teilnahme verpflichtet, muss die Stelle mit Anschrift und Website nennen (§ 36 Abs. 1 Nr. 2 VSBG). Wer zehn "
            "oder weniger Menschen beschäftigt und nicht teilnimmt, braucht gar keinen Hinweis."
        ),
    ),
    Entry(
        code="SG916",
        severity=Severity.WARNING,
        message="Die Datenschutzerklärung ({page}) hat einen Abschnitt über {name}, aber die Website nutzt es nicht.",
        cure="Löschen Sie den Abschnitt. Nutzen Sie es doch, nennen Sie es in site.yaml unter „third_parties:“.",
        explanation=(
            "Abschnitte aus Vorlagen, die nicht zutreffen, machen die Erklärung falsch und lang. Auf der Website geladen wird nur, "
            "was in site.yaml genannt ist; darum weiß der Bau, was es nicht gibt."
        ),
    ),
    Entry(
        code="SG920",
        severity=Severity.WARNING,
        message="„{name}“ steht unter „third_parties“, aber keine Seite zeigt oder lädt etwas davon.",
        cure="Zeigen Sie etwas davon, oder streichen Sie den Eintrag; er lässt sich jederzeit wieder ergänzen.",
        explanation=(
            "Besucher werden nach allen gefragt, die genannt sind und eine Einwilligung brauchen, und die Datenschutzerklärung "
            "beschreibt sie. Ein Anbieter, von dem nichts mehr da ist, macht beides länger, als es sein muss, und falsch."
        ),
    ),
    Entry(
        code="SG917",
        severity=Severity.NOTE,
        message="Die Datenschutzerklärung ({page}) hat den Stand {date}; {reason}.",
        cure="Sehen Sie den Text durch und nennen Sie den Tag. Entsteht er aus Ihren Angaben, steht der Tag in site.yaml:\nbusiness:\n  legal:\n    as_of: 22.11.2026",
        explanation=(
            "Ein Jahr ist eine Faustregel. Ob sich seither etwas geändert hat, wissen nur Sie; der Bau sieht allein, ob ein Vertrag "
            "mit einem Anbieter jünger ist als der Text. Das ist immer nur ein Hinweis."
        ),
    ),
    Entry(
        code="SG918",
        severity=Severity.WARNING,
        message="„{text}“ auf {page}: Das hat niemand amtlich geprüft.",
        cure="Schreiben Sie lieber, was Sie getan haben, zum Beispiel: Diese Website lässt sich ganz mit der Tastatur bedienen.",
        explanation=(
            "Ein amtliches Zeichen oder eine Zertifizierung nach dem Barrierefreiheitsstärkungsgesetz gibt es nicht, und kleine "
            "Büros, die Dienstleistungen anbieten, fallen nicht darunter (§ 3 Abs. 3 BFSG). Eine Erklärung zur Barrierefreiheit, "
            'die nichts verspricht, macht {{ legal "barrierefreiheit" }}.'
        ),
    ),
    Entry(
        code="SG919",
        severity=Severity.NOTE,
        message="Die Regeln der Rechtsprüfung sind {days} Tage alt.",
        cure="Sehen Sie nach, ob es eine neuere Ausgabe von sitegen gibt.",
        explanation=(
            "Gesetze ändern sich. Die Regeln kommen mit dem Programm; was danach beschlossen wurde, kennen sie nicht. Nach einem "
            "halben Jahr erinnert dieser Hinweis daran; anhalten wird er nie etwas."
        ),
    ),
    Entry(
        code="SG809",
        severity=Severity.WARNING,
        message="Mit {name} fehlt der Tag des Vertrags zur Auftragsverarbeitung.",
        cure="Schließen Sie ihn ab, meist im Kundenkonto, und nennen Sie den Tag in site.yaml:\n{lines}",
        explanation=(
            "Wer für Sie Daten verarbeitet, braucht einen Vertrag darüber (Art. 28 DSGVO). Anbieter halten ihn bereit, oft genügt ein "
            "Häkchen im Kundenkonto. Ob er wirklich geschlossen ist, kann der Bau nicht wissen; der Tag hilft, daran zu denken."
        ),
    ),
)

ENTRIES: Final[tuple[Entry, ...]] = (*_OFF, *_PAGES, *_IMPRINT, *_TEXTS)
