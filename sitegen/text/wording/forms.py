"""Sentences of forms that a visitor reads: no ß, no quotation marks.

Labels, buttons and titles of the forms, what stands at their buttons, and every fault an answer can have. `{link}` is
kept for whoever makes the link. What the page after sending says stands elsewhere.
"""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.endings import CANCEL_NOW, CONFIRM_WITHDRAWAL, WITHDRAW
from sitegen.text.wording.sentence import Sentence

_FIELDS: Final[dict[str, Sentence]] = {
    "form_name": Sentence("Name"),
    "form_email": Sentence("E-Mail-Adresse"),
    "form_phone": Sentence("Telefon"),
    "form_time": Sentence("Wann passt Ihnen ein Anruf?", du="Wann passt dir ein Anruf?"),
    "form_message": Sentence("Nachricht"),
    "form_service": Sentence("Leistung"),
    "form_website": Sentence("Website"),
    "form_comment": Sentence("Kommentar"),
    "form_content": Sentence("Um welchen Kommentar geht es?"),
    "form_reason": Sentence("Was ist daran nicht in Ordnung?"),
    "form_good_faith": Sentence("Ich versichere nach bestem Wissen, dass meine Angaben richtig und vollständig sind."),
    "form_phone_hint": Sentence("Mit Vorwahl."),
    "form_time_hint": Sentence("Zum Beispiel werktags zwischen 9\u00a0und 12\u00a0Uhr."),
    "form_receipt_hint": Sentence(
        "Dorthin geht auch eine Kopie Ihrer Nachricht.", du="Dorthin geht auch eine Kopie deiner Nachricht."
    ),
    "form_comment_email_hint": Sentence(
        "Ihre E-Mail-Adresse wird nicht veröffentlicht.", du="Deine E-Mail-Adresse wird nicht veröffentlicht."
    ),
    "form_comment_name_hint": Sentence("Das darf auch ein Spitzname sein."),
    "form_content_hint": Sentence("Die Adresse, unter der er zu sehen ist."),
    "form_reason_hint": Sentence(
        "Beschreiben Sie bitte genau, welches Gesetz oder wessen Rechte der Kommentar verletzt und warum.",
        du="Beschreib bitte genau, welches Gesetz oder wessen Rechte der Kommentar verletzt und warum.",
    ),
    "form_report_email_hint": Sentence(
        "Dorthin bekommen Sie Bescheid, was aus Ihrer Meldung geworden ist.",
        du="Dorthin bekommst du Bescheid, was aus deiner Meldung geworden ist.",
    ),
    "form_contract": Sentence("Um welchen Vertrag geht es?"),
    "form_contract_hint": Sentence("Zum Beispiel die Nummer der Bestellung, oder was wann bestellt wurde."),
    "form_declaration_email_hint": Sentence("Dorthin geht sofort die Bestätigung, mit Datum und Uhrzeit."),
    "form_ending": Sentence("Art der Kündigung"),
    "form_ending_ordinary": Sentence("ordentlich"),
    "form_ending_extraordinary": Sentence("aus wichtigem Grund, fristlos"),
    "form_ground": Sentence("Der wichtige Grund"),
    "form_ground_hint": Sentence("Nur bei einer Kündigung aus wichtigem Grund."),
    "form_when": Sentence("Zu welchem Tag?"),
    "form_when_hint": Sentence("Ohne Angabe endet der Vertrag so früh wie möglich."),
    "form_choose": Sentence("Bitte auswählen"),
    "form_no_answer": Sentence("Keine Angabe"),
}

_AROUND: Final[dict[str, Sentence]] = {
    "form_title_contact": Sentence("Nachricht schreiben"),
    "form_title_callback": Sentence("Um Rückruf bitten"),
    "form_title_quote": Sentence("Angebot anfragen"),
    "form_title_newsletter": Sentence("Newsletter bestellen"),
    "form_title_withdrawal": Sentence(WITHDRAW),
    "form_title_cancellation": Sentence("Vertrag kündigen"),
    "form_title_comment": Sentence("Kommentar schreiben"),
    "form_title_report": Sentence("Kommentar melden"),
    "form_button_contact": Sentence("Nachricht senden"),
    "form_button_callback": Sentence("Rückruf anfragen"),
    "form_button_quote": Sentence("Angebot anfragen"),
    "form_button_newsletter": Sentence("Newsletter bestellen"),
    "form_button_withdrawal": Sentence(CONFIRM_WITHDRAWAL),
    "form_button_cancellation": Sentence(CANCEL_NOW),
    "form_button_comment": Sentence("Kommentar abschicken"),
    "form_button_report": Sentence("Meldung absenden"),
    "form_subject_contact": Sentence("Nachricht über die Website"),
    "form_subject_callback": Sentence("Bitte um Rückruf"),
    "form_subject_quote": Sentence("Anfrage nach einem Angebot"),
    "form_subject_newsletter": Sentence("Bestellung des Newsletters"),
    "form_subject_withdrawal": Sentence("Widerruf eines Vertrags"),
    "form_subject_cancellation": Sentence("Kündigung eines Vertrags"),
    "form_subject_comment": Sentence("Kommentar zu einem Beitrag"),
    "form_subject_report": Sentence("Meldung eines Kommentars"),
    "form_legend": Sentence("Erforderliche Felder sind mit * markiert."),
    "form_decoy": Sentence("Bitte leer lassen"),
    "form_sum": Sentence("Wie viel ist {left} plus {right}?"),
    "form_sum_hint": Sentence("{sum} = … Diese kleine Rechnung hält Werbeprogramme fern."),
    "form_along_page": Sentence("Seite"),
    "form_along_post": Sentence("Beitrag"),
    "form_along_parent": Sentence("Antwort auf"),
    "form_mail_button": Sentence("E-Mail schreiben"),
    "form_mail_how": Sentence(
        "Der Knopf öffnet Ihr E-Mail-Programm mit einem vorbereiteten Text. Öffnet sich nichts, schreiben Sie bitte an {address}.",
        du="Der Knopf öffnet dein E-Mail-Programm mit einem vorbereiteten Text. Öffnet sich nichts, schreib bitte an {address}.",
    ),
}

_PRIVACY: Final[dict[str, Sentence]] = {
    "form_privacy_link": Sentence("Datenschutzerklärung"),
    "form_privacy_more": Sentence("Mehr dazu steht in der {link}."),
    "form_notice_contact": Sentence(
        "Ihre Angaben dienen nur dazu, Ihre Anfrage zu beantworten.",
        du="Deine Angaben dienen nur dazu, deine Anfrage zu beantworten.",
    ),
    "form_notice_callback": Sentence(
        "Ihre Angaben dienen nur dazu, Sie zurückzurufen.", du="Deine Angaben dienen nur dazu, dich zurückzurufen."
    ),
    "form_notice_quote": Sentence(
        "Ihre Angaben dienen nur dazu, Ihnen ein Angebot zu machen.",
        du="Deine Angaben dienen nur dazu, dir ein Angebot zu machen.",
    ),
    "form_notice_newsletter": Sentence(
        "Sie bekommen zuerst eine E-Mail, in der Sie die Bestellung bestätigen. Den Newsletter können Sie jederzeit abbestellen.",
        du="Du bekommst zuerst eine E-Mail, in der du die Bestellung bestätigst. Den Newsletter kannst du jederzeit abbestellen.",
    ),
    "form_notice_withdrawal": Sentence(
        "Ihre Angaben dienen nur dazu, den Widerruf zu bearbeiten.",
        du="Deine Angaben dienen nur dazu, den Widerruf zu bearbeiten.",
    ),
    "form_notice_cancellation": Sentence(
        "Ihre Angaben dienen nur dazu, die Kündigung zu bearbeiten.",
        du="Deine Angaben dienen nur dazu, die Kündigung zu bearbeiten.",
    ),
    "form_notice_comment": Sentence(
        "Ihr Kommentar wird gelesen, bevor er mit Ihrem Namen auf der Website erscheint.",
        du="Dein Kommentar wird gelesen, bevor er mit deinem Namen auf der Website erscheint.",
    ),
    "form_notice_report": Sentence(
        "Ihre Angaben dienen nur dazu, Ihre Meldung zu prüfen.",
        du="Deine Angaben dienen nur dazu, deine Meldung zu prüfen.",
    ),
    "form_acknowledge": Sentence("Ich habe die {link} gelesen."),
    "form_consent_contact": Sentence(
        "Ich willige ein, dass meine Angaben verarbeitet werden, um meine Anfrage zu beantworten. Das kann ich jederzeit für die Zukunft widerrufen."
    ),
    "form_consent_callback": Sentence(
        "Ich willige ein, dass meine Angaben verarbeitet werden, um mich zurückzurufen. Das kann ich jederzeit für die Zukunft widerrufen."
    ),
    "form_consent_quote": Sentence(
        "Ich willige ein, dass meine Angaben verarbeitet werden, um mir ein Angebot zu machen. Das kann ich jederzeit für die Zukunft widerrufen."
    ),
    "form_consent_newsletter": Sentence(
        "Ich willige ein, den Newsletter per E-Mail zu bekommen. Das kann ich jederzeit für die Zukunft widerrufen."
    ),
    "form_consent_comment": Sentence(
        "Ich willige ein, dass mein Kommentar mit meinem Namen veröffentlicht wird. Das kann ich jederzeit für die Zukunft widerrufen."
    ),
    "form_consent_report": Sentence(
        "Ich willige ein, dass meine Angaben verarbeitet werden, um meine Meldung zu prüfen. Das kann ich jederzeit für die Zukunft widerrufen."
    ),
}

_FAULTS: Final[dict[str, Sentence]] = {
    "form_faults": Sentence("Prüfen Sie bitte Ihre Angaben", du="Prüfe bitte deine Angaben"),
    "form_fault": Sentence("Fehler:"),
    "form_missing": Sentence("{label}: Diese Angabe fehlt noch."),
    "form_missing_name": Sentence("Tragen Sie bitte Ihren Namen ein.", du="Trag bitte deinen Namen ein."),
    "form_missing_email": Sentence(
        "Tragen Sie bitte Ihre E-Mail-Adresse ein.", du="Trag bitte deine E-Mail-Adresse ein."
    ),
    "form_missing_phone": Sentence(
        "Tragen Sie bitte Ihre Telefonnummer ein.", du="Trag bitte deine Telefonnummer ein."
    ),
    "form_missing_message": Sentence("Schreiben Sie bitte Ihre Nachricht.", du="Schreib bitte deine Nachricht."),
    "form_missing_text": Sentence("Schreiben Sie bitte Ihren Kommentar.", du="Schreib bitte deinen Kommentar."),
    "form_missing_reason": Sentence(
        "Schreiben Sie bitte, was an dem Kommentar nicht in Ordnung ist.",
        du="Schreib bitte, was an dem Kommentar nicht in Ordnung ist.",
    ),
    "form_missing_good_faith": Sentence(
        "Bestätigen Sie bitte, dass Ihre Angaben richtig und vollständig sind.",
        du="Bestätige bitte, dass deine Angaben richtig und vollständig sind.",
    ),
    "form_missing_privacy_acknowledge": Sentence(
        "Bestätigen Sie bitte, dass Sie die Datenschutzerklärung gelesen haben.",
        du="Bestätige bitte, dass du die Datenschutzerklärung gelesen hast.",
    ),
    "form_missing_privacy_consent": Sentence(
        "Ohne Ihre Einwilligung geht es hier nicht: Setzen Sie bitte das Häkchen.",
        du="Ohne deine Einwilligung geht es hier nicht: Setze bitte das Häkchen.",
    ),
    "form_too_long": Sentence(
        "{label}: Hier ist Platz für {limit}\u00a0Zeichen, es sind {length}. Kürzen Sie bitte.",
        du="{label}: Hier ist Platz für {limit}\u00a0Zeichen, es sind {length}. Kürze bitte.",
    ),
    "form_unseen": Sentence(
        "{label}: Darin steckt ein Steuerzeichen, das man nicht sieht. Tippen Sie die Angabe bitte neu, statt sie einzufügen.",
        du="{label}: Darin steckt ein Steuerzeichen, das man nicht sieht. Tippe die Angabe bitte neu, statt sie einzufügen.",
    ),
    "form_one_line": Sentence(
        "{label}: Das muss in einer Zeile stehen. Nehmen Sie bitte den Umbruch heraus.",
        du="{label}: Das muss in einer Zeile stehen. Nimm bitte den Umbruch heraus.",
    ),
    "form_twice": Sentence(
        "{label}: Diese Angabe kam mehrmals an. Senden Sie das Formular bitte noch einmal ab.",
        du="{label}: Diese Angabe kam mehrmals an. Sende das Formular bitte noch einmal ab.",
    ),
    "form_too_many": Sentence(
        "Es kamen mehr Angaben an, als das Formular hat. Füllen Sie es bitte noch einmal aus.",
        du="Es kamen mehr Angaben an, als das Formular hat. Fülle es bitte noch einmal aus.",
    ),
    "form_no_choice": Sentence(
        "{label}: Wählen Sie bitte etwas aus der Liste.", du="{label}: Wähle bitte etwas aus der Liste."
    ),
    "form_no_phone": Sentence(
        "{label}: Eine Telefonnummer besteht aus Ziffern, zum Beispiel 030\u00a023125017. Prüfen Sie bitte, was dasteht.",
        du="{label}: Eine Telefonnummer besteht aus Ziffern, zum Beispiel 030\u00a023125017. Prüfe bitte, was dasteht.",
    ),
    "form_no_url": Sentence(
        "{label}: Eine Adresse beginnt mit https:// und sieht zum Beispiel so aus: https://www.example.org. Prüfen Sie bitte, was dasteht.",
        du="{label}: Eine Adresse beginnt mit https:// und sieht zum Beispiel so aus: https://www.example.org. Prüfe bitte, was dasteht.",
    ),
    "form_no_email": Sentence(
        "{label}: Eine E-Mail-Adresse sieht zum Beispiel so aus: name@example.org. Prüfen Sie bitte, was dasteht.",
        du="{label}: Eine E-Mail-Adresse sieht zum Beispiel so aus: name@example.org. Prüfe bitte, was dasteht.",
    ),
    "form_several_emails": Sentence(
        "{label}: Schreiben Sie bitte nur eine Adresse, ohne Komma und ohne Namen davor, zum Beispiel name@example.org.",
        du="{label}: Schreib bitte nur eine Adresse, ohne Komma und ohne Namen davor, zum Beispiel name@example.org.",
    ),
    "form_email_letters": Sentence(
        "{label}: Vor dem @ stehen keine Umlaute und keine Leerzeichen. Prüfen Sie bitte, was dasteht.",
        du="{label}: Vor dem @ stehen keine Umlaute und keine Leerzeichen. Prüfe bitte, was dasteht.",
    ),
}

SENTENCES: Final[dict[str, Sentence]] = {**_FIELDS, **_AROUND, **_PRIVACY, **_FAULTS}
