"""What the owner reads about hooks and webhooks: how each is, and what is the matter with it."""

from __future__ import annotations

from typing import Final

from sitegen.inbox.hooks.report import HookKind, HookState, HookTrouble
from sitegen.text.moments import Moment, short_date

KINDS: Final[dict[HookKind, str]] = {
    "decision": "entscheidet mit",
    "notification": "wird benachrichtigt",
    "webhook": "Adresse, die benachrichtigt wird",
    "folder": "Ordner",
}
TROUBLES: Final[dict[HookTrouble, str]] = {
    "not_executable": "Die Datei ist nicht ausführbar oder nicht lesbar; Abhilfe: chmod 755.",
    "outside": "Die Verknüpfung zeigt aus dem Ordner für Programme hinaus.",
    "writable": "Jeder auf diesem Rechner könnte die Datei oder ihren Ordner ändern; Abhilfe: chmod o-w.",
    "no_file": "Es ist keine Datei, oder die Verknüpfung führt ins Leere.",
    "no_folder": "Der Ordner ist nicht da oder nicht lesbar; solange entscheidet kein Programm mit.",
    "no_https": "Die Adresse beginnt nicht mit https://.",
    "no_secret": "Die Umgebungsvariable mit dem Geheimnis ist leer.",
    "bad_secret": "Das Geheimnis muss mit whsec_ beginnen, dann folgen 24 bis 64\u00a0Bytes in Base64.",
}
READY: Final = "in Betrieb"
NOT_READY: Final = "nicht in Betrieb"
DISABLED_HOOK: Final = (
    "Es hat sich am {since} mit 78 abgemeldet. Nach der Abhilfe nimmt „touch“ auf die Datei es wieder in Betrieb."
)
DISABLED_WEBHOOK: Final = "Der Empfänger hat am {since} mit 410 geantwortet: Er will nichts mehr hören."
WAITING: Final = "{n}\u00a0Zustellungen stehen aus (zuletzt: {error})."
WAITING_ONE: Final = "Eine Zustellung steht aus (zuletzt: {error})."
DEAD: Final = "{n}\u00a0Zustellungen wurden aufgegeben (zuletzt: {error})."
DEAD_ONE: Final = "Eine Zustellung wurde aufgegeben (zuletzt: {error})."
UNTRIED: Final = "noch nicht versucht"


def hook_sentences(state: HookState) -> tuple[str, ...]:
    """How a hook is, in one line, and then a sentence for whatever is the matter with it."""
    first = f"{state.key} ({KINDS[state.kind]}): {READY if state.in_service else NOT_READY}"
    return (first, *filter(None, (_trouble(state), _disabled(state), _waiting(state), _dead(state))))


def _trouble(state: HookState) -> str:
    return TROUBLES[state.trouble] if state.trouble else ""


def _disabled(state: HookState) -> str:
    if state.disabled_since is None:
        return ""
    sentence = DISABLED_WEBHOOK if state.kind == "webhook" else DISABLED_HOOK
    return sentence.format(since=short_date(Moment(at=state.disabled_since, precision="day")))


def _waiting(state: HookState) -> str:
    if not state.waiting:
        return ""
    return (WAITING_ONE if state.waiting == 1 else WAITING).format(n=state.waiting, error=state.error or UNTRIED)


def _dead(state: HookState) -> str:
    if not state.dead:
        return ""
    return (DEAD_ONE if state.dead == 1 else DEAD).format(n=state.dead, error=state.error or UNTRIED)
