"""Sentences of the codes SG82x and SG83x: what pages ask of others, and what the site's own policy forbids."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_REQUESTS: Final = (
    Entry(
        code="SG820",
        severity=Severity.ERROR,
        message="Hier wird etwas von {host} geladen, ohne dass dieser Anbieter genannt ist.",
        cure="{cure}",
        explanation=(
            "Wer etwas von einem fremden Rechner lädt, schickt ihm die IP-Adresse jedes Besuchers und die Adresse der Seite. "
            "Das braucht eine Rechtsgrundlage (Art. 6 DSGVO) und, wenn dabei etwas gespeichert oder gelesen wird, meist eine "
            "Einwilligung (§ 25 TDDDG). Darum lädt die Website nur von denen, die Sie unter „third_parties:“ nennen. Ein "
            "einfacher Verweis, auf den jemand klickt, lädt nichts und braucht keinen Eintrag."
        ),
    ),
    Entry(
        code="SG821",
        severity=Severity.ERROR,
        message="Von {host} geladen, verrät diese Datei einem Fremden jeden Besuch; sie kann auch bei Ihnen liegen.",
        cure="{cure}",
        explanation=(
            "Schriften und Bibliotheken dürfen fast immer auf der eigenen Website liegen; dort sind sie auch schneller. Das "
            "Landgericht München I hat das Laden von Google Fonts ohne Einwilligung für unzulässig erklärt (20.01.2022, "
            "3 O 17493/20)."
        ),
    ),
    Entry(
        code="SG822",
        severity=Severity.ERROR,
        message="„{name}“ braucht eine Einwilligung, wird hier aber sofort geladen.",
        cure="{cure}",
        explanation=(
            "Was eine Einwilligung braucht, darf erst laden, wenn jemand zugestimmt hat. Was in einem <template> steht, rührt "
            "ein Browser nicht an; das Skript der Website setzt es erst ein, wenn die Zustimmung da ist."
        ),
    ),
    Entry(
        code="SG828",
        severity=Severity.ERROR,
        message="„{name}“ braucht eine eigene Einwilligung; das <template> darum wartet {waits}.",
        cure='Nennen Sie den richtigen Anbieter:\n<template data-party="{id}">…</template>',
        explanation=(
            "Hinter „data-party“ steht, wessen Zustimmung das Skript der Website abwartet, mit dem Namen aus „third_parties:“. "
            "Steht dort ein anderer, lädt der Inhalt mit dessen Zustimmung; steht dort keiner oder einer, den es nicht gibt, "
            "lädt er nie."
        ),
    ),
    Entry(
        code="SG823",
        severity=Severity.ERROR,
        message="„{name}“ ist nur für anderes genannt; hier wird von {host} {what} geladen.",
        cure="Ist das gewollt, nennen Sie den Rechner beim Eintrag:\n  - use: {id}\n    hosts: {host}",
        explanation=(
            "Zu jedem Anbieter ist festgehalten, wofür seine Rechner gefragt werden: Fenster in der Seite, Programme, Bilder. "
            "Genau das erlaubt die Website den Browsern, sonst nichts. Rechner, die Sie selbst beim Eintrag nennen, dürfen "
            "für alles gefragt werden."
        ),
    ),
    Entry(
        code="SG824",
        severity=Severity.ERROR,
        message="Dieses Formular geht an {host}, ohne dass dieser Anbieter genannt ist.",
        cure="Nennen Sie ihn in site.yaml unter „third_parties:“, oder nehmen Sie ein Formular der Website (docs/formulare.md).",
        explanation=(
            "Was jemand in ein Formular schreibt, sind seine persönlichen Daten. Besucher müssen wissen, wer sie bekommt "
            "(Art. 13 DSGVO), und mit dem Empfänger braucht es einen Vertrag (Art. 28 DSGVO)."
        ),
    ),
    Entry(
        code="SG825",
        severity=Severity.ERROR,
        message="Dieses Bild kommt von {host} und lädt, bevor jemand etwas angeklickt hat.",
        cure="Speichern Sie ein eigenes Bild unter content/, und zeigen Sie dieses.",
        explanation=(
            "Vorschaubilder von Videos, Karten und Profilen wirken harmlos, verraten dem Anbieter aber jeden Besuch. Ein "
            "eigenes Bild oder ein schlichter Platzhalter tut denselben Dienst."
        ),
    ),
    Entry(
        code="SG826",
        severity=Severity.WARNING,
        message="Dieses Skript benutzt „{name}“; in site.yaml steht nicht, was es auf dem Gerät speichert.",
        cure="Nennen Sie in site.yaml unter „third_parties:“ bei „storage:“, was gespeichert wird, oder kommen Sie ohne aus.",
        explanation=(
            "Was auf dem Gerät gespeichert oder dort gelesen wird, braucht eine Einwilligung, wenn es für das, was der Besucher "
            "will, nicht unbedingt nötig ist (§ 25 TDDDG). Das gilt für Cookies wie für jeden anderen Speicher des Browsers."
        ),
    ),
    Entry(
        code="SG827",
        severity=Severity.WARNING,
        message="Mit „{value}“ erfährt Ihr Eingang nicht, von welcher Website ein Formular kommt.",
        cure='Streichen Sie die Zeile, oder schreiben Sie:\n<meta name="referrer" content="strict-origin-when-cross-origin">',
        explanation=(
            "Der Eingang nimmt an, was von Ihrer Website kommt. Verschweigt der Browser das, muss er jede Nachricht erst "
            "bestätigen lassen. Die übliche Einstellung nennt anderen nur den Namen der Website, nicht die Seite."
        ),
    ),
)

_FORBIDDEN: Final = (
    Entry(
        code="SG830",
        severity=Severity.ERROR,
        message="Ein Skript steht mitten in der Seite; kein Browser wird es ausführen.",
        cure='Speichern Sie es als Datei, zum Beispiel als layouts/eigenes.js, und laden Sie sie mit:\n<script src="{{{{ site.asset("eigenes.js") }}}}" defer></script>',
        explanation=(
            "Die Website sagt Browsern, dass nur Programme aus eigenen Dateien laufen dürfen. Das schützt Besucher, falls "
            "jemand Fremdes etwas in eine Seite schmuggelt. Daten für Suchmaschinen (JSON-LD) sind davon nicht betroffen."
        ),
    ),
    Entry(
        code="SG831",
        severity=Severity.ERROR,
        message="Das Attribut „{text}“ enthält ein Programm; kein Browser wird es ausführen.",
        cure="Nehmen Sie das Attribut heraus, und knüpfen Sie in einer Skriptdatei an das Element an (addEventListener).",
        explanation=(
            "Attribute wie onclick sind Programme mitten in der Seite. Die Website erlaubt Browsern nur Programme aus eigenen "
            "Dateien."
        ),
    ),
    Entry(
        code="SG832",
        severity=Severity.ERROR,
        message="Die Adresse „{text}“ ist an dieser Stelle nicht erlaubt; der Browser lädt sie nicht.",
        cure="Setzen Sie die Adresse einer Datei Ihrer Website ein, oder nehmen Sie den Verweis heraus.",
        explanation=(
            "Adressen, die mit „javascript:“ beginnen, sind Programme; „data:“ und „blob:“ sind es, wo Skripte, Fenster oder "
            "Gestaltung geladen werden. Bilder und Schriften dürfen als „data:“ in der Seite stehen."
        ),
    ),
    Entry(
        code="SG833",
        severity=Severity.ERROR,
        message="Hier steht Gestaltung mitten in der Seite; Browser beachten sie nicht.",
        cure="Geben Sie dem Element eine Klasse, und schreiben Sie die Regel in eine Datei (layouts/style.css).",
        explanation=(
            "Die Website erlaubt Browsern nur Gestaltung aus eigenen Dateien: weder <style> noch das Attribut „style“. Über "
            "Gestaltung lässt sich sonst mehr anstellen, als man meint, bis hin zum Auslesen von Eingaben."
        ),
    ),
    Entry(
        code="SG834",
        severity=Severity.ERROR,
        message="<base> ist nicht erlaubt; der Browser beachtet es nicht.",
        cure="Nehmen Sie es heraus. Adressen der Website beginnen mit einem Schrägstrich.",
        explanation="Mit <base> ließen sich alle Adressen einer Seite auf einen fremden Rechner umbiegen.",
    ),
    Entry(
        code="SG835",
        severity=Severity.ERROR,
        message="<object> und <embed> sind nicht erlaubt; der Browser zeigt hier nichts.",
        cure="Verweisen Sie auf die Datei, statt sie einzubetten: [Preisliste (PDF)](preise.pdf).",
        explanation=(
            "Beide Elemente starten Zusatzprogramme des Browsers und können alles Mögliche laden. Filme und Ton haben eigene "
            "Elemente, ein PDF öffnet sich über einen Verweis."
        ),
    ),
    Entry(
        code="SG836",
        severity=Severity.WARNING,
        message="Diese Zeichnung enthält eigene Kürzel ({text} …>); was Browser dafür einsetzen, prüft hier niemand.",
        cure="Speichern Sie sie im Zeichenprogramm neu, als „einfaches SVG“ oder „SVG für das Web“.",
        explanation=(
            "SVG-Dateien können am Anfang Kürzel erklären, hinter denen Text, Bilder von fremden Rechnern oder wieder Kürzel "
            "stehen. Dateien unter static/ gehen hinaus, wie sie sind. Manche Zeichenprogramme schreiben solche Kürzel ohne "
            "Absicht; die Zeichnung braucht sie nicht."
        ),
    ),
)

ENTRIES: Final[tuple[Entry, ...]] = (*_REQUESTS, *_FORBIDDEN)
