"""A password or key typed into `publish:`: refused with its cure, before anything else is said about that line.

Never shows the value, and never hands it on.
"""

from __future__ import annotations

from typing import Final

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.schema.fields import fold
from sitegen.schema.nodes import Mapping, Node, Scalar
from sitegen.text.patterns import later

SECTION: Final = "publish"

_SECRET: Final = later(
    r"pass|kennwort|secret|geheim|token|credential|private_?key|access_?key|api_?key|aws_?key|^pin$|^key$|schluessel$|schlüssel$"
)
_IN_ADDRESS: Final = later(r"://[^/@\s]*:[^/@\s]+@|://(?:gh[a-z]_|glpat-|github_pat_)[^/@\s]*@")


def without_secrets(front: Mapping) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """The settings without what looks like a secret in `publish:`, and a finding (SG650) for each."""
    findings: list[Diagnostic] = []
    items = tuple(
        (key, _cleaned(value, findings)) if key.text == SECTION and isinstance(value, Mapping) else (key, value)
        for key, value in front.items
    )
    return msgspec.structs.replace(front, items=items), tuple(findings)


def _cleaned(section: Mapping, findings: list[Diagnostic]) -> Mapping:
    kept: list[tuple[Scalar, Node]] = []
    for key, value in section.items:
        if _is_secret(key, value):
            facts: dict[str, str | int] = {"key": key.text, "line": key.span.line}
            # Without its line the finding has no excerpt, which would show the secret in logs that others read.
            findings.append(Diagnostic(code="SG650", span=Span(file=key.span.file), facts=facts))
        else:
            kept.append((key, value))
    return msgspec.structs.replace(section, items=tuple(kept))


def _is_secret(key: Scalar, value: Node) -> bool:
    if key.text in {"key_file", "host_key"}:
        return False
    return bool(_SECRET().search(fold(key.text))) or (
        isinstance(value, Scalar) and bool(_IN_ADDRESS().search(value.text))
    )
