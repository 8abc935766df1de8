"""Forms for the tests of forms: a context, and one spec of each kind."""

from __future__ import annotations

from typing import Final

from sitegen.model.forms.form import FormKind, FormSpec, PrivacyMode
from sitegen.model.forms.kinds import FormContext, comment_spec, form_spec, report_spec
from sitegen.settings.comments import Comments
from sitegen.settings.forms import Form, FormField
from sitegen.text.locales import Language
from sitegen.text.tone import Tone

THANKS: Final = "https://www.example.org/danke/anfrage/"
PRIVACY: Final = "https://www.example.org/datenschutz/"
KINDS: Final[tuple[FormKind, ...]] = ("contact", "callback", "quote", "newsletter", "comment", "report")


def context(
    tone: Tone = Tone.SIE, *, privacy: PrivacyMode = "notice", privacy_url: str = PRIVACY, asks_sum: bool = False
) -> FormContext:
    return FormContext(tone=tone, language=Language.DE, privacy=privacy, privacy_url=privacy_url, asks_sum=asks_sum)


def spec_of(kind: FormKind, about: FormContext | None = None) -> FormSpec:
    """A form of that kind as it is without a word of its owner."""
    about = about or context()
    if kind == "comment":
        return comment_spec(Comments(), about, thanks_url=THANKS)
    if kind == "report":
        return report_spec(about, thanks_url=THANKS)
    return form_spec(Form(kind=kind), about, thanks_url=THANKS, services=("Buchhaltung", "Büro & Post"))


def contact(*fields: FormField) -> FormSpec:
    """A contact form with more fields."""
    return form_spec(Form(fields=fields), context(), thanks_url=THANKS)
