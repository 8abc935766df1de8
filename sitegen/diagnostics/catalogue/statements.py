"""Sentences of the codes SG925 to SG944: what finished pages say of prices, advertising, voices and consent."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_PRICES: Final = (
    Entry(
        code="SG925",
        severity=Severity.ERROR,
        message="Auf {pages} stehen Preise, aber nicht, dass keine Umsatzsteuer berechnet wird.",
        cure="{cure}",
        explanation=(
            "Wer als Kleinunternehmen keine Umsatzsteuer berechnet, sagt das dort, wo die Preise stehen. Sonst rechnen die "
            "einen mit Steuer, die noch dazukommt, und die anderen mit einer, die sie abziehen könnten."
        ),
    ),
    Entry(
        code="SG926",
        severity=Severity.ERROR,
        message="Auf {pages} stehen Preise, aber nicht, dass die Umsatzsteuer darin enthalten ist.",
        cure="{cure}",
        explanation=(
            "Wer Privatleuten aus der Ferne etwas anbietet, muss bei den Preisen sagen, dass die Umsatzsteuer enthalten ist "
            "(in Deutschland § 6 Abs. 1 Nr. 1 PAngV)."
        ),
    ),
    Entry(
        code="SG927",
        severity=Severity.WARNING,
        message="Auf {pages} stehen Preise; in {file} fehlt, wie es mit der Umsatzsteuer ist.",
        cure=(
            "Ergänzen Sie unter „business:“ eine Zeile: small_business (Kleinunternehmen), gross (Preise mit Steuer) oder net "
            "(ohne):\n  vat: small_business"
        ),
        explanation=(
            "Aus dieser einen Zeile entsteht der Hinweis, der bei jedem Preis stehen muss, wenn auch Privatleute kaufen. „net“ "
            "ist nur richtig, wenn allein Unternehmen kaufen; dann steht daneben „audience: business“."
        ),
    ),
    Entry(
        code="SG928",
        severity=Severity.WARNING,
        message="Auf {pages} stehen Preise ohne Umsatzsteuer, aber nicht, dass sich das Angebot nur an Unternehmen richtet.",
        cure="{cure}",
        explanation=(
            "Preise ohne Umsatzsteuer darf nur nennen, wer erkennbar allein an Unternehmen verkauft. Steht das nirgends bei den "
            "Preisen, gelten sie auch für Privatleute, und dann fehlt die Steuer."
        ),
    ),
    Entry(
        code="SG929",
        severity=Severity.ERROR,
        message="Suchmaschinen erfahren auf {pages} den Preis {price}; zu lesen ist er dort nirgends.",
        cure="Löschen Sie die eigenen Angaben (JSON-LD); die richtigen entstehen aus der Leistung von selbst.",
        explanation=(
            "Angaben für Suchmaschinen stehen unsichtbar in der Seite. Steht dort ein anderer Preis als im Text, zeigt die "
            "Suche einen falschen, und der ist ebenso irreführend wie ein falsches Preisschild."
        ),
    ),
)

_VOICES: Final = (
    Entry(
        code="SG930",
        severity=Severity.ERROR,
        message="Auf {pages} stehen Kundenstimmen, aber nicht, ob und wie sie geprüft sind.",
        cure=(
            "Schreiben Sie es dazu, zum Beispiel: „Alle Stimmen sind von Kundinnen und Kunden, deren Auftrag ich kenne; den "
            "Wortlaut haben sie freigegeben.“ In einem eigenen Layout zeigen Sie „testimonial.checked“."
        ),
        explanation=(
            "Wer Bewertungen zeigt, muss sagen, ob und wie er geprüft hat, dass sie von wirklichen Kundinnen und Kunden "
            "stammen (§ 5b Abs. 3 UWG). Zeigt er nur gute, sagt er auch das."
        ),
    ),
    Entry(
        code="SG931",
        severity=Severity.WARNING,
        message="Auf {pages} bewertet sich „{type}“ in den Angaben für Suchmaschinen selbst.",
        cure="Löschen Sie „aggregateRating“ und „review“ aus Ihrem Layout.",
        explanation=(
            "Suchmaschinen zeigen keine Sterne, die ein Betrieb auf der eigenen Website über sich selbst vergibt, und können "
            "die Website dafür herabstufen. Sterne von anderswo dürfen Sie im Text nennen, mit Verweis dorthin."
        ),
    ),
)

_ADVERTISING: Final = (
    Entry(
        code="SG932",
        severity=Severity.ERROR,
        message="Dieser Verweis bringt eine Provision, ist aber nicht als Anzeige zu erkennen: {target}",
        cure="Kennzeichnen Sie ihn:\n{cure}",
        explanation=(
            "Wer an einem Verweis verdient, muss das kenntlich machen (§ 5a Abs. 4 UWG); dass es Geld gibt, wird vermutet. "
            "Es genügt, wenn „Anzeige“ beim Verweis steht oder der Text erklärt, was es damit auf sich hat. Hinter einem "
            "Verweis mit {ad} stehen Stern und Erklärung von selbst."
        ),
    ),
    Entry(
        code="SG933",
        severity=Severity.WARNING,
        message='Diesem Verweis fehlt rel="sponsored": {target}',
        cure="Kennzeichnen Sie ihn so:\n{cure}",
        explanation=(
            "Leser erkennen die Anzeige, Suchmaschinen nicht. Sie verlangen bei bezahlten Verweisen diese Angabe und werten "
            "Websites ab, die sie weglassen."
        ),
    ),
    Entry(
        code="SG934",
        severity=Severity.ERROR,
        message="Auf {pages} fehlt oben „Anzeige“, obwohl im Kopf „ad:“ steht.",
        cure='Ergänzen Sie im eigenen Layout über dem Titel:\n{{% include "parts/ad_mark.html" %}}',
        explanation=(
            "Ein Beitrag, für den es Geld oder eine Gegenleistung gab, muss sich zu erkennen geben, bevor jemand ihn liest "
            "(§ 5a Abs. 4 UWG, § 6 Abs. 1 Nr. 1 DDG). Die mitgelieferten Layouts tun das von selbst."
        ),
    ),
    Entry(
        code="SG935",
        severity=Severity.ERROR,
        message="Auf {pages} ist der bezahlte Beitrag {target} ohne „Anzeige“ aufgeführt.",
        cure='Ergänzen Sie im eigenen Layout beim Titel des Beitrags:\n{{% include "parts/ad_mark.html" %}}',
        explanation=(
            "Auch die Ankündigung ist Werbung: Wer in einer Liste auf einen bezahlten Beitrag klickt, muss vorher sehen, "
            "dass es einer ist. Die mitgelieferten Layouts und die Feeds tun das von selbst."
        ),
    ),
    Entry(
        code="SG936",
        severity=Severity.WARNING,
        message="„{text}“ ist eine allgemeine Aussage über die Umwelt ohne Beleg.",
        cure=(
            "Sagen Sie genau, was gemeint ist („Strom aus Wasserkraft“), und verweisen Sie im selben Absatz auf den Beleg – "
            "oder streichen Sie es."
        ),
        explanation=(
            "Gegenüber Privatleuten sind allgemeine Aussagen wie „umweltfreundlich“ oder „klimaneutral“ seit dem 27. September "
            "2026 verboten, wenn sich keine anerkannte hervorragende Umweltleistung nachweisen lässt (§ 3 Abs. 3 UWG mit "
            "Anhang Nr. 4a). Gelesen werden nur Leistungs- und Preisseiten."
        ),
    ),
    Entry(
        code="SG937",
        severity=Severity.WARNING,
        message="Auf {pages} ist {what} von einer KI, und das steht dort nicht.",
        cure="Ergänzen Sie im eigenen Layout:\n{line}",
        explanation=(
            "Seit dem 2. August 2026 ist offenzulegen, wenn Bilder täuschend echt von einer KI stammen oder Texte über Dinge "
            "von öffentlichem Interesse ungeprüft von ihr geschrieben sind (Art. 50 Abs. 4 der KI-Verordnung). Sie haben im "
            "Kopf des Beitrags oder neben dem Bild selbst gesagt, dass es so ist."
        ),
    ),
)

_CONSENT: Final = (
    Entry(
        code="SG938",
        severity=Severity.ERROR,
        message="Auf {pages} führt kein Weg zurück zur Einwilligung.",
        cure=(
            'Ergänzen Sie im eigenen Layout in der Liste am Fuß der Seite:\n{{% include "parts/consent_link.html" %}}\nund '
            'vor </body>:\n{{% include "parts/consent_settings.html" %}}'
        ),
        explanation=(
            "Eine Einwilligung muss sich so leicht zurücknehmen lassen, wie sie gegeben ist (Art. 7 Abs. 3 DSGVO): auf jeder "
            "Seite, ohne Suche."
        ),
    ),
    Entry(
        code="SG939",
        severity=Severity.WARNING,
        message="„{name}“ soll ohne Einwilligung laden, aber {reason}.",
        cure="Schreiben Sie beim Eintrag:\nlegal_basis: consent",
        explanation=(
            "Ohne Einwilligung darf nur gespeichert und gelesen werden, was für den gewünschten Dienst unbedingt nötig ist "
            "(§ 25 Abs. 2 Nr. 2 TDDDG). Statistik und Werbung sind es nie, auch nicht als „berechtigtes Interesse“."
        ),
    ),
    Entry(
        code="SG940",
        severity=Severity.ERROR,
        message="Bei der Frage nach der Einwilligung auf {pages} stimmt etwas nicht: {problem}.",
        cure=(
            "Nehmen Sie den mitgelieferten Baustein (layouts/parts/consent.html löschen), oder geben Sie beiden Knöpfen "
            'dieselbe Klasse, dieselbe Gestaltung und klare Worte:\n<button type="button" class="button" value="refuse" data-choices>Alle ablehnen</button>'
        ),
        explanation=(
            "Eine Einwilligung gilt nur, wenn sie frei ist: Ablehnen steht gleich groß neben Annehmen, nichts ist vorher "
            "angekreuzt, und die Worte sagen, worum es geht (EuGH, C-673/17; VG Hannover, 10 A 5385/22)."
        ),
    ),
    Entry(
        code="SG941",
        severity=Severity.ERROR,
        message="In der Frage nach der Einwilligung auf {pages} fehlt: {words}.",
        cure="Nehmen Sie die Sätze des mitgelieferten Bausteins (layouts/parts/consent.html löschen), oder ergänzen Sie es.",
        explanation=(
            "Wer gefragt wird, muss vorher lesen, dass es um eine Einwilligung geht, für wie viele Anbieter, ob Daten in ein "
            "Drittland gehen und dass sie jederzeit widerrufen werden kann (VG Hannover, 19.03.2025, 10 A 5385/22)."
        ),
    ),
)

_OTHERS: Final = (
    Entry(
        code="SG942",
        severity=Severity.ERROR,
        message="{host} zählt oder erkennt Besucher und lädt hier ohne ihre Einwilligung.",
        cure=(
            "Schreiben Sie beim Eintrag „{name}“ in site.yaml „legal_basis: consent“, und umgeben Sie es mit:\n"
            '<template data-party="{id}">…</template>'
        ),
        explanation=(
            "Ein Tag Manager, ein Werbepixel und Ähnliches brauchen immer eine Einwilligung, gleich worauf sich ein Eintrag "
            "stützt (§ 25 Abs. 1 TDDDG; VG Hannover, 19.03.2025, 10 A 5385/22)."
        ),
    ),
    Entry(
        code="SG943",
        severity=Severity.WARNING,
        message="Auf {pages} fehlt die Regel, von wem Browser laden dürfen, oder es ist nicht die der Website.",
        cure=(
            "Setzen Sie in den Kopf des eigenen Layouts, gleich nach <meta charset>:\n"
            '<meta http-equiv="Content-Security-Policy" content="{{{{ site.policy(page) }}}}">'
        ),
        explanation=(
            "Die Regel („Content Security Policy“) sagt Browsern, von welchen Rechnern diese Website laden darf: genau von denen, "
            "die sie braucht. Manche Anbieter senden sie auch mit jeder Antwort; in der Seite gilt sie überall."
        ),
    ),
    Entry(
        code="SG944",
        severity=Severity.WARNING,
        message="Mit „{value}“ erfahren andere auf {pages}, welche Seite jemand gelesen hat.",
        cure='Streichen Sie die Zeile, oder schreiben Sie:\n<meta name="referrer" content="strict-origin-when-cross-origin">',
        explanation=(
            "Wer einem Verweis folgt, bringt die Adresse mit, von der er kommt. Die übliche Einstellung nennt anderen nur den "
            "Namen der Website."
        ),
    ),
)

ENTRIES: Final[tuple[Entry, ...]] = (*_PRICES, *_VOICES, *_ADVERTISING, *_CONSENT, *_OTHERS)
