"""Sentences of the codes SG4xx: addresses, redirects and names that two files want."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

ITSELF: Final = "diese Seite selbst"
"""What SG402 calls a page whose former address is the one it has."""

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG401",
        severity=Severity.ERROR,
        message="Die Adresse {url} wollen zwei haben: diese Datei und {other}.",
        cure="Benennen Sie eine der beiden Dateien um, oder geben Sie ihr eine eigene Adresse:\nslug: {suggestion}",
        explanation=(
            "Unter jeder Adresse kann nur eine Seite stehen. Die Adresse kommt aus „slug:“ oder aus dem Dateinamen; "
            "zwei Beiträge, deren Dateinamen sich nur im Datum unterscheiden, oder ein Text, der so heißt wie eine "
            "erzeugte Liste, treffen sich dort. Groß- und Kleinschreibung zählt nicht, weil manche Server sie nicht "
            "unterscheiden."
        ),
    ),
    Entry(
        code="SG402",
        severity=Severity.ERROR,
        message="Die frühere Adresse {url} ist schon vergeben, und zwar an {other}.",
        cure="Nehmen Sie sie unter „aliases:“ heraus.",
        explanation=(
            "Unter „aliases:“ stehen frühere Adressen, die zur heutigen weiterleiten. Steht dort inzwischen eine "
            "Seite, kann nicht beides gelten."
        ),
    ),
    Entry(
        code="SG403",
        severity=Severity.ERROR,
        message="Die frühere Adresse „{alias}“ ist kein Pfad dieser Website.",
        cure="Schreiben Sie sie mit einem Schrägstrich am Anfang und ohne den Namen der Website:\naliases: /alter-name/",
        explanation=(
            "Frühere Adressen sind Pfade dieser Website: „/blog/alter-name/“. Der Teil mit https:// gehört nicht dazu, und "
            "ein Fragezeichen, eine Raute, Anführungszeichen oder „..“ können nicht darin stehen: Weiterleiten kann nur, was "
            "ein Ordner oder eine Datei sein kann."
        ),
    ),
    Entry(
        code="SG404",
        severity=Severity.ERROR,
        message="„{slug}“ kann so nicht in einer Adresse stehen.",
        cure="Erlaubt sind kleine Buchstaben ohne Umlaute, Ziffern und Bindestriche:\nslug: {suggestion}",
        explanation=(
            "Adressen werden vorgelesen, abgetippt und in E-Mails umbrochen. Deshalb stehen darin nur a–z, 0–9 und "
            "Bindestriche; ä wird zu ae, ß zu ss. Ohne „slug:“ macht das Programm das selbst aus dem Dateinamen."
        ),
    ),
    Entry(
        code="SG405",
        severity=Severity.ERROR,
        message="Die Kennung „{id}“ trägt auch {other}.",
        cure="Geben Sie diesem Beitrag eine eigene:\nid: {id}-2",
        explanation=(
            "Die Kennung („id:“, sonst der Dateiname ohne Datum) verbindet einen Beitrag mit seinen Kommentaren und "
            "Weiterleitungen, auch wenn die Datei umbenannt wird. Darum muss sie einmalig sein."
        ),
    ),
    Entry(
        code="SG406",
        severity=Severity.ERROR,
        message="Der Eintrag „{title}“ in „{list}“ führt zu {page}, doch diese Datei gibt es nicht.",
        cure="{suggestion}",
        explanation=(
            "In „navigation:“, „footer:“ und „notice:“ steht hinter „page:“ eine Datei unter content/ („kontakt.md“), ein Pfad der "
            "Website („/blog/“) oder eine ganze Adresse („https://…“)."
        ),
    ),
    Entry(
        code="SG407",
        severity=Severity.ERROR,
        message="Das Muster „{pattern}“ für „{key}“ ergibt keine eindeutigen Adressen: {missing} fehlt.",
        cure="Ergänzen Sie den Platzhalter:\n{key}: {suggestion}",
        explanation=(
            "Ein Muster unter „permalinks:“ muss enthalten, was die Seiten unterscheidet: {slug} bei Beiträgen, "
            "{path} bei Seiten, {year} bei Jahren, {number} bei weiteren Seiten einer Liste."
        ),
    ),
    Entry(
        code="SG408",
        severity=Severity.ERROR,
        message="Den Platzhalter „{{{placeholder}}}“ gibt es im Muster für „{key}“ nicht.",
        cure="Möglich sind hier: {known}.",
        explanation="Platzhalter stehen in geschweiften Klammern und werden für jede Seite ersetzt.",
    ),
    Entry(
        code="SG409",
        severity=Severity.ERROR,
        message="Diese Datei und {other} wollen beide die Adresse {url}.",
        cure="Benennen Sie diese Datei um, oder nehmen Sie sie aus dem Ordner „static“ heraus.",
        explanation=(
            "Was in „static“ liegt, geht unter seinem Namen unverändert mit: static/preise.pdf wird zu /preise.pdf. Steht "
            "dort schon eine Seite, kann nicht beides gelten."
        ),
    ),
    Entry(
        code="SG410",
        severity=Severity.ERROR,
        message="Die Adresse {url} ist zweimal vorgesehen: für {first} und für {second}.",
        cure="Ändern Sie unter „permalinks:“ eines der beiden Muster.",
        explanation=(
            "Listen, Übersichten und Feeds macht das Programm selbst; ihre Adressen stehen unter „permalinks:“ in site.yaml. "
            "Zwei davon können sich keine Adresse teilen."
        ),
    ),
    Entry(
        code="SG411",
        severity=Severity.ERROR,
        message="Der Eintrag „{title}“ in „{list}“ führt zu {page}; dieser Text ist jetzt nicht veröffentlicht.",
        cure="Nehmen Sie den Eintrag heraus, bis der Text erscheint, oder veröffentlichen Sie ihn.",
        explanation=(
            "Entwürfe („draft: ja“), Beiträge mit einem Datum in der Zukunft und abgelaufene Beiträge stehen nicht auf der "
            "Website. Ein Eintrag im Menü, der zu ihnen führt, fehlte ohne ein Wort."
        ),
    ),
    Entry(
        code="SG412",
        severity=Severity.ERROR,
        message="Aus dem Namen dieser Datei oder ihres Ordners lässt sich keine Adresse bilden.",
        cure="Benennen Sie sie um; der Name braucht mindestens einen Buchstaben oder eine Ziffer.",
        explanation=(
            "Die Adresse kommt aus dem Dateinamen: Umlaute werden umschrieben, Leerzeichen werden zu Bindestrichen, andere "
            "Zeichen fallen weg. Besteht ein Name nur aus solchen Zeichen, bleibt nichts übrig."
        ),
    ),
    Entry(
        code="SG413",
        severity=Severity.WARNING,
        message="Unter Windows lässt sich diese Seite nicht bauen: „{name}“ darf dort kein Ordner heißen.",
        cure="Wählen Sie einen anderen Namen, zum Beispiel „{name}-1“: für die Datei oder den Ordner, oder hinter „slug:“.",
        explanation=(
            "Windows hält einige Namen für Geräte frei: con, prn, aux, nul, com0 bis com9 und lpt0 bis lpt9, mit jeder Endung. "
            "Auf anderen Rechnern gehen sie; wer die Website später unter Windows baut, bekommt den Ordner nicht."
        ),
    ),
    Entry(
        code="SG414",
        severity=Severity.WARNING,
        message="Unter Windows lässt sich die Liste zu „{term}“ nicht bauen: „{name}“ darf dort kein Ordner heißen.",
        cure="Nennen Sie es in allen Beiträgen anders, am besten ausführlicher: „AUX-Anschluss“ statt „AUX“.",
        explanation=(
            "Jedes Schlagwort, jede Kategorie und jeder Name eines Autors bekommt eine Liste, und die Liste einen Ordner. "
            "Windows hält einige Namen für Geräte frei: con, prn, aux, nul, com0 bis com9 und lpt0 bis lpt9. Auf anderen "
            "Rechnern gehen sie; wer die Website später unter Windows baut, bekommt den Ordner nicht."
        ),
    ),
)
