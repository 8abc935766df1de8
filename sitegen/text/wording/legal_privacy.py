"""What the privacy page says: one sentence or paragraph for each thing that a site may do.

Shared by three countries: no ß, no quotation marks. Legal grounds stand apart (`…_basis`), since Swiss law asks for
none. Nothing here claims a contract, a period or a place that the owner has not stated.
"""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.sentence import Sentence

_BEGINNING: Final[dict[str, Sentence]] = {
    "privacy_controller": Sentence("Verantwortlich"),
    "privacy_short": Sentence("Kurz gesagt"),
    "privacy_short_nothing": Sentence(
        "Diese Website setzt keine Cookies, zählt keine Besuche und lädt nichts von fremden Servern. Auf Ihrem Gerät wird nichts gespeichert und nichts ausgelesen, was nach {law} eine Einwilligung bräuchte. Darum werden Sie auch nicht danach gefragt.",
        du="Diese Website setzt keine Cookies, zählt keine Besuche und lädt nichts von fremden Servern. Auf deinem Gerät wird nichts gespeichert und nichts ausgelesen, was nach {law} eine Einwilligung bräuchte. Darum wirst du auch nicht danach gefragt.",
    ),
    "privacy_short_quiet": Sentence(
        "Auf Ihrem Gerät wird nichts gespeichert und nichts ausgelesen, was nach {law} eine Einwilligung bräuchte. Welche anderen Anbieter beteiligt sind, steht unten.",
        du="Auf deinem Gerät wird nichts gespeichert und nichts ausgelesen, was nach {law} eine Einwilligung bräuchte. Welche anderen Anbieter beteiligt sind, steht unten.",
    ),
    "privacy_short_asked": Sentence(
        "Von sich aus lädt diese Website nichts, was nach {law} eine Einwilligung braucht. Inhalte der Anbieter, für die das gilt, erscheinen erst, wenn Sie zugestimmt haben. Welche das sind, steht unten.",
        du="Von sich aus lädt diese Website nichts, was nach {law} eine Einwilligung braucht. Inhalte der Anbieter, für die das gilt, erscheinen erst, wenn du zugestimmt hast. Welche das sind, steht unten.",
    ),
    "privacy_short_nothing_ch": Sentence(
        "Diese Website setzt keine Cookies, zählt keine Besuche und lädt nichts von fremden Servern. Auf Ihrem Gerät wird nichts gespeichert und nichts ausgelesen, worüber nach {law} zu informieren wäre.",
        du="Diese Website setzt keine Cookies, zählt keine Besuche und lädt nichts von fremden Servern. Auf deinem Gerät wird nichts gespeichert und nichts ausgelesen, worüber nach {law} zu informieren wäre.",
    ),
    "privacy_short_quiet_ch": Sentence(
        "Welche anderen Anbieter beteiligt sind und was sie auf Ihrem Gerät speichern oder lesen ({law}), steht unten.",
        du="Welche anderen Anbieter beteiligt sind und was sie auf deinem Gerät speichern oder lesen ({law}), steht unten.",
    ),
    "privacy_short_asked_ch": Sentence(
        "Inhalte einiger Anbieter erscheinen erst, wenn Sie zugestimmt haben. Welche das sind und was sie auf Ihrem Gerät speichern oder lesen ({law}), steht unten.",
        du="Inhalte einiger Anbieter erscheinen erst, wenn du zugestimmt hast. Welche das sind und was sie auf deinem Gerät speichern oder lesen ({law}), steht unten.",
    ),
    "privacy_visit": Sentence("Aufruf der Website"),
    "privacy_visit_host": Sentence(
        "Die Website liegt bei {who}. Bei jedem Abruf verarbeitet der Server dort, was er zum Ausliefern braucht:"
    ),
    "privacy_visit_address": Sentence("IP-Adresse, Datum und Uhrzeit"),
    "privacy_visit_page": Sentence("die abgerufene Adresse und die Menge der übertragenen Daten"),
    "privacy_visit_referrer": Sentence(
        "die zuvor besuchte Seite, wenn Ihr Browser sie mitteilt",
        du="die zuvor besuchte Seite, wenn dein Browser sie mitteilt",
    ),
    "privacy_visit_browser": Sentence("Name und Version des Browsers und des Betriebssystems"),
    "privacy_visit_purpose": Sentence("Das dient dem sicheren Betrieb der Website."),
    "privacy_visit_basis": Sentence(
        "Rechtsgrundlage ist Art. 6 Abs. 1 Buchst. f DSGVO; das berechtigte Interesse liegt darin, die Website auszuliefern und Störungen und Angriffe zu erkennen."
    ),
    "privacy_visit_days": Sentence(
        "Protokolle der Abrufe werden nach {n} Tagen gelöscht.",
        one="Protokolle der Abrufe werden nach einem Tag gelöscht.",
    ),
    "privacy_visit_until": Sentence(
        "Protokolle der Abrufe werden gelöscht, sobald sie dafür nicht mehr gebraucht werden."
    ),
    "privacy_processor": Sentence("Mit dem Anbieter besteht ein Vertrag zur Auftragsverarbeitung nach {law}."),
    "privacy_to_state": Sentence("Dabei können Daten in diesen Staat gelangen: {country}."),
    "privacy_to_country": Sentence("Dabei können Daten in ein Drittland gelangen: {country}."),
}

_WRITING: Final[dict[str, Sentence]] = {
    "privacy_messages": Sentence("E-Mail, Telefon und Post"),
    "privacy_messages_text": Sentence(
        "Wenn Sie schreiben oder anrufen, werden Ihre Angaben verarbeitet, um Ihnen zu antworten.",
        du="Wenn du schreibst oder anrufst, werden deine Angaben verarbeitet, um dir zu antworten.",
    ),
    "privacy_messages_basis": Sentence(
        "Geht es um einen Auftrag, ist die Rechtsgrundlage Art. 6 Abs. 1 Buchst. b DSGVO, sonst das berechtigte Interesse daran, Nachrichten zu beantworten (Buchst. f)."
    ),
    "privacy_messages_until": Sentence(
        "Anfragen, aus denen kein Auftrag wird, werden gelöscht, sobald sie erledigt sind."
    ),
    "privacy_whatsapp": Sentence(
        "Über den Verweis zu WhatsApp schreiben Sie bei WhatsApp Ireland Limited, Dublin, das zu Meta gehört. Dorthin gelangen Daten erst, wenn Sie ihn öffnen.",
        du="Über den Verweis zu WhatsApp schreibst du bei WhatsApp Ireland Limited, Dublin, das zu Meta gehört. Dorthin gelangen Daten erst, wenn du ihn öffnest.",
    ),
    "privacy_booking": Sentence(
        "Termine lassen sich unter {host} buchen. Dorthin gelangen Daten erst, wenn Sie den Verweis öffnen; was dann geschieht, ist dort beschrieben.",
        du="Termine lassen sich unter {host} buchen. Dorthin gelangen Daten erst, wenn du den Verweis öffnest; was dann geschieht, ist dort beschrieben.",
    ),
    "privacy_forms": Sentence("Formulare"),
    "privacy_forms_required": Sentence(
        "Ausfüllen müssen Sie nur, was als Pflicht gekennzeichnet ist.",
        du="Ausfüllen musst du nur, was als Pflicht gekennzeichnet ist.",
    ),
    "privacy_forms_basis": Sentence(
        "Es gelten dieselben Rechtsgrundlagen wie bei einer E-Mail: Art. 6 Abs. 1 Buchst. b DSGVO, wenn es um einen Auftrag geht, sonst Buchst. f."
    ),
    "privacy_comments": Sentence("Kommentare"),
    "privacy_comments_text": Sentence(
        "Unter Beiträgen können Sie kommentieren. Gefragt wird nach einem Namen, der auch erfunden sein darf, und nach Ihrem Kommentar. Jeder Kommentar wird gelesen, bevor er erscheint. Veröffentlicht werden Name, Text und Datum.",
        du="Unter Beiträgen kannst du kommentieren. Gefragt wird nach einem Namen, der auch erfunden sein darf, und nach deinem Kommentar. Jeder Kommentar wird gelesen, bevor er erscheint. Veröffentlicht werden Name, Text und Datum.",
    ),
    "privacy_comments_optional": Sentence(
        "Die E-Mail-Adresse ist freiwillig. Sie wird nicht veröffentlicht und dient nur der Rückfrage."
    ),
    "privacy_comments_required": Sentence(
        "Gefragt wird auch nach der E-Mail-Adresse. Sie wird nicht veröffentlicht und dient nur der Rückfrage."
    ),
    "privacy_comments_website": Sentence(
        "Nennen Sie eine Website, wird sie mit dem Kommentar veröffentlicht.",
        du="Nennst du eine Website, wird sie mit dem Kommentar veröffentlicht.",
    ),
    "privacy_comments_basis": Sentence(
        "Rechtsgrundlage ist Art. 6 Abs. 1 Buchst. f DSGVO. Das berechtigte Interesse liegt im Austausch über die Beiträge und darin, ihn frei von Werbung und Rechtsverletzungen zu halten."
    ),
    "privacy_comments_until": Sentence(
        "Ein Kommentar bleibt, solange der Beitrag steht. Möchten Sie ihn entfernen lassen, genügt eine Nachricht.",
        du="Ein Kommentar bleibt, solange der Beitrag steht. Möchtest du ihn entfernen lassen, genügt eine Nachricht.",
    ),
    "privacy_comments_report": Sentence(
        "Meldet jemand einen Kommentar, wird die Meldung verarbeitet, um sie zu prüfen und zu beantworten."
    ),
    "privacy_comments_report_basis": Sentence(
        "Rechtsgrundlage dafür ist Art. 6 Abs. 1 Buchst. c DSGVO in Verbindung mit Art. 16 der Verordnung (EU) 2022/2065."
    ),
    "privacy_newsletter": Sentence("Newsletter"),
    "privacy_newsletter_text": Sentence(
        "Den Newsletter bekommen Sie nur, wenn Sie ihn bestellen und die Bestellung über eine E-Mail bestätigen. Gespeichert werden Ihre E-Mail-Adresse und der Zeitpunkt von Bestellung und Bestätigung, damit sich die Einwilligung nachweisen lässt.",
        du="Den Newsletter bekommst du nur, wenn du ihn bestellst und die Bestellung über eine E-Mail bestätigst. Gespeichert werden deine E-Mail-Adresse und der Zeitpunkt von Bestellung und Bestätigung, damit sich die Einwilligung nachweisen lässt.",
    ),
    "privacy_newsletter_basis": Sentence(
        "Rechtsgrundlage ist Ihre Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO).",
        du="Rechtsgrundlage ist deine Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO).",
    ),
    "privacy_newsletter_until": Sentence(
        "Sie können ihn jederzeit abbestellen; ein Verweis dafür steht in jeder Ausgabe. Danach wird Ihre Adresse nicht mehr dafür benutzt.",
        du="Du kannst ihn jederzeit abbestellen; ein Verweis dafür steht in jeder Ausgabe. Danach wird deine Adresse nicht mehr dafür benutzt.",
    ),
}

_OTHERS: Final[dict[str, Sentence]] = {
    "privacy_embeds": Sentence("Inhalte anderer Anbieter"),
    "privacy_embeds_text": Sentence(
        "Auf einigen Seiten können Inhalte anderer Anbieter erscheinen. Erst wenn Sie sie dort laden, erhält der Anbieter Ihre IP-Adresse und erfährt, welche Seite Sie gerade besuchen.",
        du="Auf einigen Seiten können Inhalte anderer Anbieter erscheinen. Erst wenn du sie dort lädst, erhält der Anbieter deine IP-Adresse und erfährt, welche Seite du gerade besuchst.",
    ),
    "privacy_embeds_loaded": Sentence(
        "Einige Inhalte kommen von anderen Anbietern. Dabei erhält der Anbieter Ihre IP-Adresse und erfährt, welche Seite Sie gerade besuchen.",
        du="Einige Inhalte kommen von anderen Anbietern. Dabei erhält der Anbieter deine IP-Adresse und erfährt, welche Seite du gerade besuchst.",
    ),
    "privacy_everywhere": Sentence("Was mit jeder Seite lädt"),
    "privacy_everywhere_text": Sentence(
        "Diese Anbieter sind auf jeder Seite beteiligt. Wer sich auf Ihre Einwilligung stützt, lädt erst danach.",
        du="Diese Anbieter sind auf jeder Seite beteiligt. Wer sich auf deine Einwilligung stützt, lädt erst danach.",
    ),
    "privacy_party_basis": Sentence("Rechtsgrundlage"),
    "privacy_basis_consent": Sentence("Einwilligung ({law} und Art. 6 Abs. 1 Buchst. a DSGVO)"),
    "privacy_basis_contract": Sentence("Vertrag oder Anfrage dazu (Art. 6 Abs. 1 Buchst. b DSGVO)"),
    "privacy_basis_legitimate_interest": Sentence("Berechtigtes Interesse (Art. 6 Abs. 1 Buchst. f DSGVO)"),
    "privacy_party_state": Sentence("Weiterer Staat"),
    "privacy_party_contract": Sentence("Auftragsverarbeitung"),
    "privacy_party_contract_made": Sentence("Vertrag nach {law}"),
    "privacy_party_policy": Sentence("Mehr dazu"),
    "privacy_stored": Sentence("Was {name} auf dem Gerät speichert"),
    "privacy_stored_name": Sentence("Eintrag"),
    "privacy_stored_kind": Sentence("Art"),
    "privacy_stored_duration": Sentence("Dauer"),
    "privacy_stored_purpose": Sentence("Zweck"),
    "privacy_consent": Sentence("Einwilligung"),
    "privacy_consent_text": Sentence(
        "Was Sie erlaubt oder abgelehnt haben, steht {days} Tage lang in einem Eintrag namens choices im Speicher Ihres Browsers (localStorage), mit dem Zeitpunkt Ihrer Wahl. Dieser Eintrag ist nötig, damit Sie nicht immer wieder gefragt werden; er wird an niemanden übertragen.",
        du="Was du erlaubt oder abgelehnt hast, steht {days} Tage lang in einem Eintrag namens choices im Speicher deines Browsers (localStorage), mit dem Zeitpunkt deiner Wahl. Dieser Eintrag ist nötig, damit du nicht immer wieder gefragt wirst; er wird an niemanden übertragen.",
    ),
    "privacy_consent_withdraw": Sentence(
        "Ihre Einwilligung können Sie jederzeit für die Zukunft widerrufen: über {place} unten auf jeder Seite. Was bis dahin geschehen ist, bleibt davon unberührt.",
        du="Deine Einwilligung kannst du jederzeit für die Zukunft widerrufen: über {place} unten auf jeder Seite. Was bis dahin geschehen ist, bleibt davon unberührt.",
    ),
    "privacy_orders": Sentence("Aufträge"),
    "privacy_orders_text": Sentence(
        "Für Angebot, Vertrag und Rechnung werden Name, Anschrift, Kontaktdaten und die Angaben zum Auftrag verarbeitet."
    ),
    "privacy_orders_basis": Sentence(
        "Rechtsgrundlage ist Art. 6 Abs. 1 Buchst. b DSGVO, für die Aufbewahrung Buchst. c."
    ),
    "privacy_orders_kept_de": Sentence(
        "Nach § 147 AO werden Buchungsbelege acht Jahre und Geschäftsbriefe sechs Jahre aufbewahrt."
    ),
    "privacy_orders_kept_at": Sentence("Nach § 132 BAO werden Belege und Geschäftspapiere sieben Jahre aufbewahrt."),
    "privacy_orders_kept_ch": Sentence("Nach Art. 958f OR werden Geschäftsbücher und Belege zehn Jahre aufbewahrt."),
    "privacy_recipients": Sentence("Empfänger"),
    "privacy_recipients_text": Sentence(
        "Ihre Daten erhalten nur die, die sie für ihre Aufgabe brauchen:",
        du="Deine Daten erhalten nur die, die sie für ihre Aufgabe brauchen:",
    ),
    "privacy_recipients_nobody": Sentence(
        "Ihre Daten werden über diese Website an niemanden weitergegeben.",
        du="Deine Daten werden über diese Website an niemanden weitergegeben.",
    ),
    "privacy_recipient": Sentence("{who}: {purpose}"),
    "privacy_countries": Sentence("In diese Drittländer können Daten gelangen:"),
    "privacy_countries_ch": Sentence(
        "Daten gelangen dabei in die Staaten, in denen die Genannten ihren Sitz haben, und in diese:"
    ),
    "privacy_country": Sentence("{name}: {country}"),
    "privacy_no_countries_ch": Sentence(
        "Daten gelangen dabei in die Staaten, in denen die Genannten ihren Sitz haben, und in keine anderen."
    ),
    "privacy_no_countries": Sentence("In Drittländer werden über diese Website keine Daten übermittelt."),
}

_RIGHTS: Final[dict[str, Sentence]] = {
    "privacy_period": Sentence("Speicherdauer"),
    "privacy_period_text": Sentence(
        "Wo oben keine Dauer steht, werden Daten gelöscht, sobald der genannte Zweck erfüllt ist und kein Gesetz verlangt, sie länger aufzubewahren."
    ),
    "privacy_rights": Sentence("Ihre Rechte", du="Deine Rechte"),
    "privacy_rights_text": Sentence(
        "Sie haben das Recht auf Auskunft (Art. 15 DSGVO), Berichtigung (Art. 16), Löschung (Art. 17), Einschränkung der Verarbeitung (Art. 18) und Datenübertragbarkeit (Art. 20). Eine Einwilligung können Sie jederzeit für die Zukunft widerrufen (Art. 7 Abs. 3).",
        du="Du hast das Recht auf Auskunft (Art. 15 DSGVO), Berichtigung (Art. 16), Löschung (Art. 17), Einschränkung der Verarbeitung (Art. 18) und Datenübertragbarkeit (Art. 20). Eine Einwilligung kannst du jederzeit für die Zukunft widerrufen (Art. 7 Abs. 3).",
    ),
    "privacy_rights_text_ch": Sentence(
        "Sie haben das Recht auf Auskunft (Art. 25 DSG), Herausgabe oder Übertragung (Art. 28) sowie auf Berichtigung und Löschung (Art. 32). Eine Einwilligung können Sie jederzeit für die Zukunft widerrufen.",
        du="Du hast das Recht auf Auskunft (Art. 25 DSG), Herausgabe oder Übertragung (Art. 28) sowie auf Berichtigung und Löschung (Art. 32). Eine Einwilligung kannst du jederzeit für die Zukunft widerrufen.",
    ),
    "privacy_object": Sentence("Widerspruch nach Art. 21 DSGVO"),
    "privacy_object_ch": Sentence("Widerspruch"),
    "privacy_object_text": Sentence(
        "Werden Daten auf der Grundlage eines berechtigten Interesses verarbeitet, können Sie dem aus Gründen, die sich aus Ihrer besonderen Situation ergeben, jederzeit widersprechen. Der Verarbeitung für Werbung können Sie jederzeit ohne Gründe widersprechen. Eine Nachricht genügt:",
        du="Werden Daten auf der Grundlage eines berechtigten Interesses verarbeitet, kannst du dem aus Gründen, die sich aus deiner besonderen Situation ergeben, jederzeit widersprechen. Der Verarbeitung für Werbung kannst du jederzeit ohne Gründe widersprechen. Eine Nachricht genügt:",
    ),
    "privacy_object_text_ch": Sentence(
        "Der Bearbeitung Ihrer Daten können Sie jederzeit widersprechen (Art. 30 Abs. 2 Bst. b DSG). Eine Nachricht genügt:",
        du="Der Bearbeitung deiner Daten kannst du jederzeit widersprechen (Art. 30 Abs. 2 Bst. b DSG). Eine Nachricht genügt:",
    ),
    "privacy_complaint": Sentence("Beschwerde"),
    "privacy_complaint_text": Sentence(
        "Sie können sich bei einer Aufsichtsbehörde beschweren (Art. 77 DSGVO), zum Beispiel bei der für diese Website zuständigen:",
        du="Du kannst dich bei einer Aufsichtsbehörde beschweren (Art. 77 DSGVO), zum Beispiel bei der für diese Website zuständigen:",
    ),
    "privacy_complaint_text_ch": Sentence("Für Anzeigen und Fragen ist diese Behörde zuständig (Art. 49 DSG):"),
    "privacy_decisions": Sentence("Keine automatisierten Entscheidungen"),
    "privacy_decisions_text": Sentence(
        "Entscheidungen, die allein auf einer automatisierten Verarbeitung beruhen, gibt es hier nicht. Auch kein Profiling."
    ),
    "privacy_as_of": Sentence("Stand: {date}"),
}

SENTENCES: Final[dict[str, Sentence]] = {**_BEGINNING, **_WRITING, **_OTHERS, **_RIGHTS}
