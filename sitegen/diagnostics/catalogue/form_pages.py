"""Sentences of the codes SG72x and SG73x: forms on the pages of a site, and who receives them."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_ON_PAGES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG720",
        severity=Severity.ERROR,
        message="Ein Formular „{name}“ gibt es nicht.",
        cure="{cure}",
        explanation=(
            "Hinter „form:“ steht entweder der Name eines Formulars aus „site.yaml“ (Abschnitt „forms:“) oder eine Art: contact "
            "(Nachricht), callback (Rückruf), quote (Angebot) oder newsletter. Eine Art geht auch ohne Eintrag in „site.yaml“.\n\n"
            "Beispiel:\nform: contact"
        ),
    ),
    Entry(
        code="SG721",
        severity=Severity.ERROR,
        message="Zwei verschiedene Formulare heißen „{name}“; das andere steht in {other}.",
        cure="Geben Sie einem von beiden einen eigenen Namen:\nname: anfrage",
        explanation=(
            "Der Name eines Formulars ist Teil der Adresse, an die es geschickt wird, und der Dankesseite. Ohne „name:“ heißt es "
            "wie seine Art. Dasselbe Formular darf auf beliebig vielen Seiten stehen: Beschreiben Sie es dann einmal in „site.yaml“, "
            "und nennen Sie auf den Seiten nur den Namen."
        ),
    ),
    Entry(
        code="SG722",
        severity=Severity.NOTE,
        message="Das Formular „{name}“ steht auf keiner veröffentlichten Seite.",
        cure="Nennen Sie es im Kopf einer Seite („form: {name}“), oder löschen Sie den Eintrag.",
        explanation=(
            "Ein Eintrag unter „forms:“ beschreibt ein Formular; zu sehen ist es erst, wenn eine Seite, ein Beitrag oder eine "
            "Leistung es im Kopf nennt. Entwürfe zählen dabei nicht."
        ),
    ),
    Entry(
        code="SG723",
        severity=Severity.ERROR,
        message="Die Dankesseite „{target}“ gibt es nicht, oder sie ist nicht veröffentlicht.",
        cure="{cure}",
        explanation=(
            "Hinter „thanks:“ steht eine Datei unter „content/“, auf die nach dem Absenden geführt wird. Ohne „thanks:“ entsteht "
            "für jedes Formular von selbst eine Dankesseite, die sagt, wie es weitergeht und wie lange es dauert."
        ),
    ),
    Entry(
        code="SG724",
        severity=Severity.ERROR,
        message="Am Formular soll auf die Datenschutzerklärung „{target}“ verwiesen werden, aber diese Seite gibt es nicht.",
        cure="{cure}",
        explanation=(
            "Wer nach Namen und Adressen fragt, muss an Ort und Stelle sagen, was damit geschieht (Art. 13 DSGVO). Am Knopf jedes "
            "Formulars steht deshalb ein Hinweis mit einem Verweis auf die Datenschutzerklärung. Wo sie liegt, sagt „delivery: "
            "privacy_page:“; ohne Angabe ist es „datenschutz.md“."
        ),
    ),
)

_RECEIVERS: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG730",
        severity=Severity.ERROR,
        message="Es steht nicht da, unter welcher Adresse der eigene Eingang zu erreichen ist.",
        cure="Ergänzen Sie unter „delivery:“ die Adresse:\naddress: https://eingang.mein-buero.example/",
        explanation=(
            "Mit „provider: inbox“ gehen Formulare an Ihren eigenen Eingang. Die Adresse ist dieselbe, die in dessen Datei "
            "„inbox.yaml“ unter „address:“ steht."
        ),
    ),
    Entry(
        code="SG731",
        severity=Severity.ERROR,
        message="Formulare dürfen nicht unverschlüsselt verschickt werden: {address}",
        cure="Schreiben Sie die Adresse mit „https://“.",
        explanation=(
            "Was Besucher schreiben, ginge mit „http://“ offen lesbar durchs Netz; verlangt ist eine verschlüsselte Verbindung "
            "(Art. 32 DSGVO). Nur ein Eingang auf demselben Rechner (localhost), also zum Ausprobieren, geht ohne."
        ),
    ),
    Entry(
        code="SG732",
        severity=Severity.ERROR,
        message="Für {provider} fehlt die Kennung, ohne die dort nichts ankommt.",
        cure="Ergänzen Sie unter „delivery:“, was der Anbieter „Form-ID“ oder „Access Key“ nennt:\nkey: xyzabcde",
        explanation=(
            "Ein Formulardienst erkennt an der Kennung, wem er eine Nachricht zustellt. Sie steht in Ihrem Konto beim Anbieter. "
            "Hat ein einzelnes Formular dort eine andere, steht „key:“ bei diesem Formular. Was Sie wo eintragen, sagt "
            "docs/anbieter.md."
        ),
    ),
    Entry(
        code="SG733",
        severity=Severity.WARNING,
        message="Formulare sollen an Ihre E-Mail-Adresse gehen, aber es steht keine da.",
        cure="Ergänzen Sie unter „business:“ Ihre Adresse:\nemail: post@mein-buero.example",
        explanation=(
            "Ohne „delivery:“ und mit „provider: mailto“ öffnet das Formular das E-Mail-Programm der Besucher. Dafür muss das "
            "Programm wissen, an wen geschrieben wird: „business: email:“ in „site.yaml“. Bis dahin steht auf der Seite, was "
            "fehlt."
        ),
    ),
    Entry(
        code="SG734",
        severity=Severity.ERROR,
        message="Eine Bestellung des Newsletters nimmt {provider} entgegen, ohne dass sie bestätigt wird.",
        cure="Nehmen Sie für den Newsletter den eigenen Eingang („provider: inbox“), oder verzichten Sie auf dieses Formular.",
        explanation=(
            "Werbung per E-Mail ist nur mit vorheriger ausdrücklicher Einwilligung erlaubt (§ 7 UWG), und Sie müssen sie beweisen "
            "können. Dazu bekommt, wer ihn bestellt, eine E-Mail und bestätigt darin. Der eigene Eingang macht das und hebt auf, "
            "wann und wozu eingewilligt wurde; die Formulardienste tun es nicht."
        ),
    ),
    Entry(
        code="SG735",
        severity=Severity.WARNING,
        message="Eine Kopie der Nachricht („receipt: yes“) verschickt {provider} nicht.",
        cure="Löschen Sie die Zeile „receipt:“, oder nehmen Sie den eigenen Eingang („provider: inbox“).",
        explanation=(
            "Eine Kopie per E-Mail kann nur verschicken, wer die Nachricht entgegennimmt. Der eigene Eingang kann es. Das Formular "
            "und die Dankesseite versprechen die Kopie deshalb nicht."
        ),
    ),
    Entry(
        code="SG736",
        severity=Severity.WARNING,
        message="Die kleine Rechnung gegen Spam entfällt: Der Schlüssel SITEGEN_FORM_KEY fehlt.",
        cure="Setzen Sie die Umgebungsvariable SITEGEN_FORM_KEY auf denselben Wert wie im Eingang, oder schreiben Sie „sum: no“.",
        explanation=(
            "Mit „sum: yes“ fragt jedes Formular nach einer kleinen Summe („6 + 1 =“). Damit der Eingang die Antwort prüfen kann, "
            "wird sie beim Bau mit einem geheimen Schlüssel versehen, den auch der Eingang kennt. Er steht nie in einer Datei, "
            "sondern in der Umgebungsvariablen SITEGEN_FORM_KEY; baut eine CI die Website, gehört er zu deren Geheimnissen. Ohne Schlüssel "
            "wird gebaut wie mit „sum: no“; die übrigen Regeln des Eingangs gelten weiter."
        ),
    ),
)

ENTRIES: Final[tuple[Entry, ...]] = (*_ON_PAGES, *_RECEIVERS)
