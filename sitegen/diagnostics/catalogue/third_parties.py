"""Sentences of the codes SG80x: what `third_parties:` and `analytics:` in `site.yaml` say and cannot mean."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_ENTRIES: Final = (
    Entry(
        code="SG800",
        severity=Severity.ERROR,
        message="Einen mitgelieferten Eintrag „{name}“ gibt es nicht.",
        cure="{cure}",
        explanation=(
            "Unter „third_parties:“ steht, was auf der Website von anderen kommt. Für viele Anbieter sind die Angaben "
            "mitgeliefert; dann genügt der Name. Für alle anderen schreiben Sie die Angaben selbst. Beides steht in "
            "docs/dritte.md."
        ),
    ),
    Entry(
        code="SG801",
        severity=Severity.ERROR,
        message="Zum eigenen Eintrag „{name}“ fehlt: {missing}.",
        cure="Ergänzen Sie, was beim Anbieter steht, zum Beispiel:\n{lines}",
        explanation=(
            "Wer etwas von anderen lädt, muss Besuchern sagen können, wer das ist, wozu es dient, worauf es sich stützt, "
            "was auf ihrem Gerät gespeichert wird und wie lange, und ob Daten in ein Drittland gehen (§ 25 TDDDG, "
            "Art. 13 DSGVO; welche Angaben es sind, sagt § 3 Abs. 2 EinwV). Auch „nichts“ ist eine Angabe: „storage: []“ "
            "und „third_country: keines“."
        ),
    ),
    Entry(
        code="SG802",
        severity=Severity.ERROR,
        message="„{name}“ steht zweimal unter „third_parties:“.",
        cure="Fassen Sie beide Einträge zu einem zusammen.",
        explanation="Jeder Anbieter hat einen Eintrag, aus dem alles Weitere entsteht. Von zweien gälte nur der erste.",
    ),
    Entry(
        code="SG803",
        severity=Severity.ERROR,
        message="„{value}“ ist kein Name eines Rechners.",
        cure="{cure}",
        explanation=(
            "Der Name ist der Teil einer Adresse zwischen https:// und dem nächsten Schrägstrich, zum Beispiel "
            "„cdn.example.org“. „*.example.org“ steht für alle Rechner darunter. Umlaute schreiben Sie so, wie der Browser "
            "sie überträgt („xn--…“); eine Nummer hinter einem Doppelpunkt ist nicht möglich."
        ),
    ),
    Entry(
        code="SG804",
        severity=Severity.WARNING,
        message="„{name}“ braucht eine Einwilligung, der Eintrag stützt sich aber auf etwas anderes.",
        cure="Löschen Sie die Zeile „legal_basis:“, wenn Sie nicht sicher sind.",
        explanation=(
            "Dieser Anbieter speichert oder liest etwas auf dem Gerät, das für die Seite nicht unbedingt nötig ist. Dafür "
            "verlangt § 25 TDDDG die Einwilligung, gleich welche Rechtsgrundlage danach für die Daten gilt. Mit einer anderen "
            "Angabe lädt er, ohne dass jemand gefragt wird."
        ),
    ),
    Entry(
        code="SG805",
        severity=Severity.ERROR,
        message="„{value}“ ist keine vollständige Adresse mit https://.",
        cure="Kopieren Sie die Adresse der Datenschutzerklärung aus der Adresszeile des Browsers.",
        explanation="Auf diese Adresse führt Ihre Datenschutzerklärung, damit Besucher beim Anbieter nachlesen können.",
    ),
)

_ANALYTICS: Final = (
    Entry(
        code="SG806",
        severity=Severity.ERROR,
        message="Damit {provider} zählen kann, fehlt „{key}“.",
        cure="Ergänzen Sie unter „analytics:“, zum Beispiel:\n{line}",
        explanation=(
            "Matomo braucht die Adresse, unter der es läuft, und die Nummer der Website; Google Analytics die Kennung, die "
            "mit „G-“ beginnt. Plausible kommt ohne beides aus, wenn die Website dort unter ihrer Domain eingetragen ist."
        ),
    ),
    Entry(
        code="SG807",
        severity=Severity.ERROR,
        message="„{value}“ ist keine Kennung bei {provider}.",
        cure="{cure}",
        explanation=(
            "Die Kennung sagt dem Anbieter, für welche Website er zählt. Sie steht bei ihm in den Einstellungen der Website. "
            "Ein ganzes Stück Code gehört nicht hierher; das Programm fügt selbst ein, was nötig ist."
        ),
    ),
    Entry(
        code="SG808",
        severity=Severity.WARNING,
        message="„{key}“ hat bei {provider} keine Wirkung.",
        cure="Löschen Sie die Zeile.",
        explanation=(
            "„cookies“ gilt nur für Matomo, „consent_mode“ nur für Google Analytics, und eine Adresse haben nur Matomo und "
            "Plausible."
        ),
    ),
)

ENTRIES: Final[tuple[Entry, ...]] = (*_ENTRIES, *_ANALYTICS)
