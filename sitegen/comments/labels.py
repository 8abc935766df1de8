"""The fields of a form in the text of a mail: „Name: Anna“, or „Name“ on one line and „Anna“ on the next.

Pure. What is not needed for a comment (addresses, IP numbers, what a mail program shows above a mail) is left out
here, so nothing behind this module has ever seen it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final, Literal

import msgspec

Field = Literal["name", "email", "website", "text", "post", "page", "parent", "private", "head"]
"""`private` is what says something about a person's device, `head` what forms and mail programs add."""

_LABELS: Final[dict[Field, str]] = {
    "name": "name|ihr name|dein name|vorname und name|vor- und nachname|full name|your name|author|autor",
    "email": "e-mail|email|mail|e-mail-adresse|email-adresse|emailadresse|ihre e-mail-adresse|deine e-mail-adresse"
    "|ihre e-mail|deine e-mail|email address|e-mail address|your email",
    "website": "website|webseite|ihre website|deine website|homepage|your website",
    "text": "text|kommentar|nachricht|ihr kommentar|dein kommentar|ihre nachricht|deine nachricht|mitteilung|comment"
    "|message|your comment|your message",
    "post": "beitrag|artikel|post|post-id|post_id|article|zum beitrag",
    "page": "seite|page|page url|page_url|url",
    "parent": "parent|antwort auf",
    "private": "ip|ip-adresse|ip address|remote ip|sender ip|user agent|user-agent|browser|referrer|referer|telefon"
    "|telefonnummer|phone",
    "head": "von|from|an|to|cc|kopie|betreff|subject|gesendet|gesendet am|sent|datum|date|uhrzeit|time|submitted"
    "|submitted at|eingegangen|empfangen|received|antwort an|reply-to|form|formular|formularname|form name|site"
    "|leer|sum|sum_check|privacy|datenschutz|submission id|powered by|form-name|bot-field|botcheck|honeypot|_gotcha"
    "|access_key|apikey|_subject|_language|_next|_redirect|redirect|redirectto|replyto",
}
_FIELD_OF: Final[dict[str, Field]] = {label: field for field, labels in _LABELS.items() for label in labels.split("|")}

_LINE: Final = re.compile(r"[ \t]*(?:[*•>]+[ \t]*)?(\w[\w .-]{0,24}?)[ \t]*\*{0,2}:\*{0,2}(?:[ \t]+(.*))?")
_FOOTER: Final = re.compile(
    r"-- ?|[-_]{3,}|diese (?:e-?mail|nachricht) wurde .{0,80}(?:formular|website).*"
    r"|you(?:'re| are) receiving this .*|(?:sent|powered) (?:from|via|by) .{1,80}|this (?:e-?mail|message) was sent .*",
    re.IGNORECASE,
)
"""Where what a service adds may begin."""


class Fields(msgspec.Struct, frozen=True, kw_only=True):
    """What the mail says, as typed."""

    name: str = ""
    website: str = ""
    text: str = ""
    post: str = ""
    """What is said of the post: its id, its address or its title."""
    page: str = ""
    """Address of the page that held the form."""
    parent: str = ""
    around: str = ""
    """Everything outside the fields, where the post may be named."""
    dropped: frozenset[Field] = frozenset()
    """Which kinds of field were left out."""


def fields_of(letter: str) -> Fields:
    """The fields in the text of a mail. Without any label the whole of it is the comment."""
    lines = letter.split("\n")
    tail = _tail(lines)
    found: dict[Field, list[str]] = {}
    around: list[str] = []
    current: Field | None = None
    for number, line in enumerate(lines):
        field, value = _field(line, seen=found.keys(), in_tail=number >= tail)
        footer = number >= tail and _FOOTER.fullmatch(line.strip())
        if field:
            found[field] = [value]
            around += [value] if field == "head" else []
            current = current if value and field in {"private", "head"} else field
        elif current and (current == "text" or not "".join(found[current]).strip()) and not footer:
            found[current].append(line)
        else:
            around.append(line)
    return _fields(found, around) if found.keys() - {"private", "head"} else Fields(text=letter.strip())


def _fields(found: Mapping[Field, list[str]], around: Sequence[str]) -> Fields:
    typed = {name: "\n".join(lines).strip() for name, lines in found.items()}
    return Fields(
        name=typed.get("name", ""),
        website=typed.get("website", ""),
        text=typed.get("text", ""),
        post=typed.get("post", ""),
        page=typed.get("page", ""),
        parent=typed.get("parent", ""),
        around="\n".join(around),
        dropped=frozenset(name for name in ("email", "private", "head") if typed.get(name)),
    )


def _tail(lines: Sequence[str]) -> int:
    """Where the lines begin after which nothing comes but fields of one line, rules, footers and empty lines."""
    number = len(lines)
    while number and _is_trailing(lines[number - 1]):
        number -= 1
    return number


def _is_trailing(line: str) -> bool:
    field, value = _label(line)
    is_field = field not in {None, "text"} and value != ""
    return is_field or not line.strip() or _FOOTER.fullmatch(line.strip()) is not None


def _field(line: str, *, seen: Collection[Field], in_tail: bool) -> tuple[Field | None, str]:
    """The field that begins on this line, and its value there.

    Within what somebody wrote, „Name: …“ is text like any other once there is a name, and so is „Datum: …“; what says
    something about a person's device is left out wherever it stands.
    """
    field, value = _label(line)
    inside = "text" in seen and not in_tail
    if field is None and "text" not in seen:
        field, value = _FIELD_OF.get(line.strip().casefold()), ""
    repeated = field in seen and field not in {"private", "head"}
    return (None, line) if field is None or repeated or (inside and field == "head") else (field, value)


def _label(line: str) -> tuple[Field | None, str]:
    match = _LINE.fullmatch(line)
    field = _FIELD_OF.get(" ".join(match[1].casefold().split())) if match else None
    return (field, (match[2] or "").strip()) if match and field else (None, line)
