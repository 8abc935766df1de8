"""`site.yaml` read as its owner left it and written back in one step: byte order mark and line ends included.

Decides nothing about what stands in it.
"""

from __future__ import annotations

import codecs
from pathlib import Path

import msgspec

from sitegen.diagnostics import Diagnostic, Severity
from sitegen.scaffold.mend import replace_file
from sitegen.schema.yaml_reader import read_yaml
from sitegen.settings.load import SITE_FILE
from sitegen.sources.encoding import decoded


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """The text of `site.yaml`, line ends as they are."""

    text: str
    mark: bytes = b""
    """The byte order mark that stands before it."""


def read_settings(path: Path) -> Settled | tuple[Diagnostic, ...]:
    """The file's text, or why nothing can be put into it. Raises OSError where the disk refuses."""
    raw = path.read_bytes()
    plain = decoded(SITE_FILE, raw)
    if plain.text is None or plain.findings:
        return plain.findings
    faults = [found for found in read_yaml(plain.text, file=SITE_FILE).findings if found.severity is Severity.ERROR]
    if faults:
        return tuple(faults)
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    return Settled(text=raw.removeprefix(mark).decode(), mark=mark)


def write_settings(path: Path, settled: Settled, text: str) -> None:
    """Put `text` into the file's place at once. Raises OSError where the disk refuses."""
    replace_file(path.resolve(), settled.mark + text.encode())
