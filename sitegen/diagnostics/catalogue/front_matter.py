"""Sentences of the codes SG100 to SG139: files, the shape of front matter and settings, and their keys.

The codes of values follow in `values`.
"""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_FILES: Final = (
    Entry(
        code="SG100",
        severity=Severity.ERROR,
        message="Diese Datei lässt sich nicht lesen.",
        cure="Prüfen Sie, ob Sie die Datei öffnen dürfen und ob ein anderes Programm sie gerade festhält.",
        explanation=(
            "Das Betriebssystem gibt die Datei nicht her. Oft fehlt das Leserecht, die Datei ist noch in einem anderen "
            "Programm geöffnet, oder sie liegt in einem Cloud-Ordner und ist noch nicht heruntergeladen."
        ),
    ),
    Entry(
        code="SG101",
        severity=Severity.ERROR,
        message="Diese Datei ist nicht als UTF-8 gespeichert; in dieser Zeile steht das erste unlesbare Zeichen.",
        cure="Öffnen Sie die Datei in Ihrem Editor, und speichern Sie sie mit der Kodierung „UTF-8“.",
        explanation=(
            "Umlaute werden je nach Kodierung verschieden gespeichert. Diese Datei stammt vermutlich aus einem älteren "
            "Windows-Programm („ANSI“, „Windows-1252“). Würde sie einfach gelesen, stünden Fragezeichen statt Umlauten "
            "auf der Website. Im Windows-Editor: „Speichern unter“, unten „Codierung: UTF-8“ wählen."
        ),
    ),
    Entry(
        code="SG103",
        severity=Severity.ERROR,
        message="Diese Datei ist als UTF-16 gespeichert.",
        cure="Öffnen Sie die Datei in Ihrem Editor, und speichern Sie sie mit der Kodierung „UTF-8“.",
        explanation=(
            "Einige Windows-Programme nennen UTF-16 schlicht „Unicode“. Gebraucht wird „UTF-8“; im Windows-Editor steht "
            "die Auswahl bei „Speichern unter“ ganz unten."
        ),
    ),
    Entry(
        code="SG104",
        severity=Severity.ERROR,
        message="Hier steht ein unsichtbares Steuerzeichen ({character}).",
        cure="Löschen Sie das Zeichen; am einfachsten tippen Sie die Stelle neu.",
        explanation=(
            "Solche Zeichen geraten beim Kopieren aus PDF- oder Office-Dateien in einen Text. Man sieht sie nicht, aber "
            "Newsfeeds und manche Browser brechen an ihnen ab."
        ),
    ),
    Entry(
        code="SG124",
        severity=Severity.ERROR,
        message="„{name}“ ist eine Verknüpfung auf etwas außerhalb dieser Website.",
        cure="Kopieren Sie die Datei oder den Ordner selbst hierher.",
        explanation=(
            "Eine Verknüpfung nach draußen würde auf jedem anderen Rechner ins Leere führen, und es könnten Dateien auf "
            "die Website geraten, die dort nicht hingehören."
        ),
    ),
    Entry(
        code="SG125",
        severity=Severity.ERROR,
        message="Dieser Ordner lässt sich nicht lesen.",
        cure="Prüfen Sie, ob Sie den Ordner öffnen dürfen.",
        explanation="Das Betriebssystem gibt den Ordner nicht her; meist fehlt das Leserecht.",
    ),
    Entry(
        code="SG126",
        severity=Severity.ERROR,
        message="Diese Datei heißt wie {other}, nur sind die Umlaute anders gespeichert.",
        cure="Löschen Sie eine der beiden Dateien, oder benennen Sie sie um.",
        explanation=(
            "Ein „ü“ in einem Dateinamen kann als ein Zeichen oder als „u“ mit zwei Punkten gespeichert sein. Auf einem "
            "Mac wären beide Namen derselbe, und eine der Dateien ginge verloren."
        ),
    ),
    Entry(
        code="SG127",
        severity=Severity.ERROR,
        message="Der Name dieser Datei enthält unlesbare Zeichen.",
        cure="Benennen Sie die Datei um, am besten mit Buchstaben ohne Umlaute, Ziffern und Bindestrichen.",
        explanation=(
            "Der Name stammt aus einem System mit anderer Kodierung, etwa aus einem alten ZIP-Archiv. Andere Rechner "
            "könnten die Datei damit nicht finden."
        ),
    ),
    Entry(
        code="SG128",
        severity=Severity.ERROR,
        message="Dieser Text würde übergangen: Sein Name endet nicht auf „.md“.",
        cure="Benennen Sie die Datei um in:\n{name}",
        explanation=(
            "Texte erkennt das Programm an der Endung „.md“, klein geschrieben. Andere Endungen für Markdown gibt es anderswo; "
            "hier blieben solche Dateien unbemerkt liegen."
        ),
    ),
    Entry(
        code="SG129",
        severity=Severity.NOTE,
        message="Das geht nicht mit auf die Website: Der Name „{name}“ beginnt mit einem Punkt.",
        cure="Soll es auf die Website, geben Sie ihm einen Namen ohne Punkt davor; sonst nehmen Sie es aus „static“ heraus.",
        explanation=(
            "Was mit einem Punkt beginnt, verstecken Rechner vor ihren Besitzern, und oft stehen Kennwörter darin (.env, "
            ".htpasswd). Solche Dateien legen Sie selbst auf den Server, dahin, wo kein Besucher sie aufrufen kann. Mit auf die "
            "Website gehen nur .well-known, .nojekyll und in Unterordnern .htaccess; _ am Anfang heißt immer: bleibt hier."
        ),
    ),
    Entry(
        code="SG109",
        severity=Severity.WARNING,
        message="Diese Datei gilt nicht: „{name}“ macht das Programm selbst.",
        cure="Weiterleitungen schreiben Sie in site.yaml unter „redirects:“. Nehmen Sie die Datei aus „static“ heraus.",
        explanation=(
            "In .htaccess, _headers und _redirects stehen die Weiterleitungen und Schutzangaben Ihrer Website; eine eigene "
            "Datei würde sie verdrängen. Zeilen für Apache, die nur einen Ordner angehen, etwa ein Kennwort, dürfen Sie dort "
            "ablegen: static/ordner/.htaccess."
        ),
    ),
)

_SHAPE: Final = (
    Entry(
        code="SG105",
        severity=Severity.ERROR,
        message="Das Anführungszeichen {quote} wird hier geöffnet, aber nicht geschlossen.",
        cure="Setzen Sie es auch ans Ende, oder lassen Sie beide weg:\n{line}",
        explanation=(
            "Steht ein Wert in geraden Anführungszeichen, müssen es zwei sein. Nötig sind sie fast nie: Text darf ohne "
            "sie getippt werden, auch mit Doppelpunkt, # oder Anführungszeichen mittendrin. Steht nur der Anfang eines "
            'Titels in Anführungszeichen, ist auch das in Ordnung: title: "Angst" im Büro'
        ),
    ),
    Entry(
        code="SG106",
        severity=Severity.ERROR,
        message="Die Klammer {bracket} wird hier geöffnet, aber nicht geschlossen.",
        cure="Schließen Sie die Klammer am Ende der Zeile:\n{line}",
        explanation="Eine Liste in Klammern sieht so aus: tags: [Büro, E-Mail]. Ohne Klammern geht es auch: tags: Büro, E-Mail",
    ),
    Entry(
        code="SG107",
        severity=Severity.ERROR,
        message="Dieser Abschnitt ist zu lang: {size} Zeichen, höchstens {most} sind möglich.",
        cure="Prüfen Sie, ob die schließende Zeile mit drei Strichen (---) fehlt.",
        explanation=(
            "So viele Angaben braucht keine Datei. Meist fehlt die zweite Zeile mit drei Strichen, und der ganze Text "
            "gilt als Angabe."
        ),
    ),
    Entry(
        code="SG108",
        severity=Severity.ERROR,
        message="Diese Zeile ist zu tief eingerückt: mehr als {most} Stufen.",
        cure="Rücken Sie weniger weit ein; zwei Stufen genügen für alle Angaben.",
        explanation="So tief verschachtelte Angaben gibt es hier nicht; meist sind Leerzeichen beim Einfügen dazugekommen.",
    ),
    Entry(
        code="SG110",
        severity=Severity.ERROR,
        message="In dieser Zeile fehlt der Doppelpunkt: „{line}“.",
        cure=(
            "Schreiben Sie „Name: Wert“. Gehört die Zeile noch zum Wert darüber, rücken Sie sie mit zwei Leerzeichen ein."
        ),
        explanation=(
            "Zwischen den Zeilen mit drei Strichen steht in jeder Zeile eine Angabe: ein Name, ein Doppelpunkt, ein "
            "Leerzeichen, der Wert. Beispiel: title: Ordnung im Postfach"
        ),
    ),
    Entry(
        code="SG111",
        severity=Severity.ERROR,
        message="Hinter dem Doppelpunkt fehlt ein Leerzeichen.",
        cure="Schreiben Sie:\n{line}",
        explanation="Der Name einer Angabe endet mit Doppelpunkt und Leerzeichen; sonst wäre auch 9:30 eine Angabe.",
    ),
    Entry(
        code="SG112",
        severity=Severity.ERROR,
        message="Die Einrückung dieser Zeile passt nicht zu den Zeilen darüber: „{line}“.",
        cure="Rücken Sie die Zeile genauso weit ein wie die Angaben, zu denen sie gehört.",
        explanation=(
            "Die Zahl der Leerzeichen am Anfang sagt, wozu eine Zeile gehört. Angaben für sich beginnen ganz links; was "
            "zu einer Angabe gehört, etwa src und alt zu image, ist um zwei Leerzeichen eingerückt, alle gleich weit."
        ),
    ),
    Entry(
        code="SG113",
        severity=Severity.ERROR,
        message="Diese Zeile ist anders eingerückt als die davor: einmal mit Tabulator, einmal mit Leerzeichen.",
        cure="Ersetzen Sie die Tabulatoren am Zeilenanfang durch je zwei Leerzeichen.",
        explanation=(
            "Ein Tabulator ist in jedem Editor anders breit. Nur Tabulatoren oder nur Leerzeichen sind in Ordnung; "
            "gemischt ist nicht zu erkennen, was zusammengehört."
        ),
    ),
    Entry(
        code="SG114",
        severity=Severity.ERROR,
        message="„{key}“ steht zweimal da, zuerst in Zeile {first}.",
        cure="Löschen Sie eine der beiden Zeilen.",
        explanation="Welche der beiden Angaben gelten soll, lässt sich nicht erraten.",
    ),
    Entry(
        code="SG115",
        severity=Severity.ERROR,
        message="Dieser Listenpunkt gehört zu keiner Angabe: „{line}“.",
        cure="Nehmen Sie den Strich am Anfang weg, oder schreiben Sie darüber den Namen der Liste mit Doppelpunkt.",
        explanation=(
            "Ein Listenpunkt (Zeile mit Strich am Anfang) steht immer unter dem Namen seiner Liste, zum Beispiel unter einer "
            "Zeile „tags:“. Eine Angabe für sich beginnt ohne Strich: title: Ordnung im Postfach"
        ),
    ),
    Entry(
        code="SG116",
        severity=Severity.ERROR,
        message="Ab hier beginnt ein zweiter Abschnitt; gelesen wird nur einer.",
        cure="Löschen Sie diese Zeile, oder legen Sie für das Folgende eine eigene Datei an.",
        explanation="Drei Striche oder drei Punkte trennen in YAML mehrere Dokumente. Hier gehört in jede Datei genau eines.",
    ),
    Entry(
        code="SG117",
        severity=Severity.ERROR,
        message="Listenpunkte beginnen hier mit einem Strich und einem Leerzeichen.",
        cure="Schreiben Sie:\n{line}",
        explanation="Word macht aus dem Strich gern einen Punkt (•) oder einen langen Strich (–); gebraucht wird das Minuszeichen.",
    ),
    Entry(
        code="SG118",
        severity=Severity.ERROR,
        message="Hier steht ein Gleichheitszeichen statt des Doppelpunkts.",
        cure="Schreiben Sie:\n{line}",
        explanation=(
            "Zwischen Zeilen mit drei Strichen (---) heißt es „Name: Wert“. Das Gleichheitszeichen gilt nur zwischen "
            "Zeilen mit drei Pluszeichen (+++)."
        ),
    ),
    Entry(
        code="SG119",
        severity=Severity.ERROR,
        message="Anker, Verweise und Typangaben wie „{what}“ gibt es hier nicht.",
        cure="Löschen Sie „{what}“, und schreiben Sie die Werte aus.",
        explanation="YAML kann Werte an anderer Stelle wiederholen. Für die wenigen Angaben hier ist Ausschreiben sicherer.",
    ),
    Entry(
        code="SG120",
        severity=Severity.ERROR,
        message="In diesem Wert steht ein umgekehrter Schrägstrich (\\), der in doppelten Anführungszeichen nichts bedeutet.",
        cure="Setzen Sie den Wert in einfache Anführungszeichen:\n{line}",
        explanation=(
            "In doppelten Anführungszeichen leitet \\ ein besonderes Zeichen ein. In einfachen Anführungszeichen oder "
            "ganz ohne steht \\ für sich selbst."
        ),
    ),
    Entry(
        code="SG121",
        severity=Severity.ERROR,
        message="Am Anfang dieser Datei fehlen die Angaben zwischen zwei Zeilen mit drei Strichen.",
        cure="Setzen Sie diese Zeilen ganz an den Anfang:\n{block}",
        explanation=(
            "Jede Datei beginnt mit einem kleinen Kopf: einer Zeile mit drei Strichen, darunter die Angaben wie Titel "
            "und Datum, dann wieder einer Zeile mit drei Strichen. Danach folgt der Text."
        ),
    ),
    Entry(
        code="SG122",
        severity=Severity.ERROR,
        message="Der Kopf der Datei wird hier geöffnet, aber nirgends geschlossen.",
        cure="Setzen Sie hinter die letzte Angabe (Zeile {after}) eine Zeile mit „{fence}“.",
        explanation=(
            "Die Angaben am Anfang stehen zwischen zwei gleichen Zeilen. Fehlt die zweite, ist nicht zu erkennen, wo der "
            "Text beginnt."
        ),
    ),
    Entry(
        code="SG123",
        severity=Severity.ERROR,
        message="Diese Angabe im TOML-Kopf ist nicht lesbar.",
        cure='Text gehört dort in Anführungszeichen (title = "Neues"). Einfacher ist ein Kopf mit --- und „title: Neues“.',
        explanation=(
            "Ein Kopf zwischen +++ folgt den strengen Regeln von TOML. Zwischen --- dürfen Sie Text ohne "
            "Anführungszeichen tippen."
        ),
    ),
)

_KEYS: Final = (
    Entry(
        code="SG102",
        severity=Severity.ERROR,
        message="Unbekanntes Feld „{key}“. Meinten Sie „{known}“?",
        cure="Schreiben Sie:\n{line}",
        explanation=(
            "Die Namen der Felder sind englisch und werden genau so geschrieben, wie sie in der Anleitung stehen. Ein "
            "unbekanntes Feld würde still übergangen; deshalb hält der Bau hier an."
        ),
    ),
    Entry(
        code="SG130",
        severity=Severity.ERROR,
        message="Das Feld „{key}“ fehlt.",
        cure="Fügen Sie hier ein, zum Beispiel:\n{line}",
        explanation="Ohne diese Angabe lässt sich die Seite nicht bauen. Wie sie aussieht, steht in der Anleitung.",
    ),
    Entry(
        code="SG131",
        severity=Severity.ERROR,
        message="Unbekanntes Feld „{key}“.",
        cure="Löschen Sie die Zeile, oder wählen Sie eines dieser Felder: {words}",
        explanation="Ein unbekanntes Feld würde still übergangen; deshalb hält der Bau hier an.",
    ),
    Entry(
        code="SG132",
        severity=Severity.ERROR,
        message="Das Feld „{key}“ heißt hier „{known}“.",
        cure="Schreiben Sie:\n{line}",
        explanation="Andere Programme für Websites nennen dieselbe Angabe anders. Gelesen wird nur der hiesige Name.",
    ),
    Entry(
        code="SG133",
        severity=Severity.ERROR,
        message="Das Feld „{key}“ bewirkt hier nichts; es stammt vermutlich aus einem anderen Programm.",
        cure="Löschen Sie die Zeile.",
        explanation=(
            "Sie bliebe ohne Wirkung, und das soll nicht unbemerkt geschehen. Gestaltung, Reihenfolge und Adressen "
            "ergeben sich hier aus Ordner, Datum und den Feldern der Anleitung."
        ),
    ),
    Entry(
        code="SG134",
        severity=Severity.ERROR,
        message="Mit „{key}“ hält ein anderes Programm einen Beitrag zurück; hier heißt das Feld „{known}“.",
        cure="Schreiben Sie:\n{line}",
        explanation="Ein Entwurf trägt die Zeile „draft: ja“. Ohne sie würde der Beitrag veröffentlicht.",
    ),
    Entry(
        code="SG135",
        severity=Severity.ERROR,
        message="„{key}“ meint dasselbe wie „{known}“, und das steht schon da.",
        cure="Löschen Sie die Zeile mit „{key}“.",
        explanation="Welche der beiden Angaben gelten soll, lässt sich nicht erraten; gelesen wird nur „{known}“.",
    ),
    Entry(
        code="SG136",
        severity=Severity.ERROR,
        message="Unter „{key}“ werden eingerückte Zeilen erwartet.",
        cure="Schreiben Sie zum Beispiel:\n{line}",
        explanation="Manche Angaben haben Teile, etwa image mit src und alt. Jedes Teil steht eingerückt in seiner Zeile.",
    ),
    Entry(
        code="SG137",
        severity=Severity.ERROR,
        message="Bei „{key}“ wird ein Text erwartet, hier steht eine Liste oder Gruppe.",
        cure="Schreiben Sie den Text in eine Zeile hinter den Doppelpunkt.",
        explanation="Eingerückte Zeilen mit Strich oder Doppelpunkt bilden eine Liste oder Gruppe; hier gehört ein Text hin.",
    ),
    Entry(
        code="SG138",
        severity=Severity.ERROR,
        message="Bei „{key}“ wird eine Liste erwartet.",
        cure="Schreiben Sie die Werte mit Kommas in eine Zeile oder mit „- “ untereinander, zum Beispiel:\n{line}",
        explanation="Eine Liste ist eine Zeile mit Kommas (tags: Büro, E-Mail) oder je Wert eine Zeile mit Strich.",
    ),
    Entry(
        code="SG139",
        severity=Severity.ERROR,
        message="Bei „{key}“ wird ein einzelner Wert erwartet, hier steht eine Liste oder Gruppe.",
        cure="Schreiben Sie einen Wert hinter den Doppelpunkt, zum Beispiel:\n{line}",
        explanation="Dieses Feld hat genau einen Wert.",
    ),
)

ENTRIES: Final[tuple[Entry, ...]] = (*_FILES, *_SHAPE, *_KEYS)
