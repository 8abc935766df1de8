"""What hooks leave among the reasons of an item, and how the owner reads it."""

from __future__ import annotations

from typing import Final

_SAID: Final = "hook"
_FAILED: Final = "hook-failed"
_DISABLED: Final = "hook-disabled"
NO_FOLDER: Final = "hook-folder"
"""The folder that the hooks ought to lie in cannot be read, so nobody knows who would have had a say."""

SPOKE: Final = "Ihr Programm „{name}“ hat sich dazu geäußert"
SPOKE_OF: Final = "Ihr Programm „{name}“: {why}"
WAS_UNCLEAR: Final = "Ihr Programm „{name}“ gab keine klare Antwort"
IS_DISABLED: Final = "Ihr Programm „{name}“ ist außer Betrieb"
FOLDER_IS_GONE: Final = "Der Ordner mit Ihren Programmen ist nicht da oder nicht lesbar"


def said(name: str, why: str = "") -> str:
    """The hook of that name gave a verdict, or `why`."""
    return f"{_SAID}:{name}:{why}" if why else f"{_SAID}:{name}"


def failed(name: str) -> str:
    """It was not asked, or nobody can tell what it meant."""
    return f"{_FAILED}:{name}"


def out_of_service(name: str) -> str:
    """It is disabled."""
    return f"{_DISABLED}:{name}"


def hook_reason(reason: str) -> str | None:
    """Such a reason in German, without a full stop; None for any other."""
    source, _, rest = reason.partition(":")
    name, _, why = rest.partition(":")
    sentences = {
        _SAID: SPOKE_OF if why else SPOKE,
        _FAILED: WAS_UNCLEAR,
        _DISABLED: IS_DISABLED,
        NO_FOLDER: FOLDER_IS_GONE,
    }
    return sentences[source].format(name=name, why=why) if source in sentences else None
