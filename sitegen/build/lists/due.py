"""When a site changes by itself, found without building it: settings and texts are read, nothing more.

What is wrong with a text is for a build to say; a text that cannot be read changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from sitegen.build.crew import Crew
from sitegen.build.memory.memo import Memo
from sitegen.build.texts.gathering import entry_options, read_settings_text
from sitegen.build.texts.reading import read_entries, read_texts
from sitegen.diagnostics import Findings
from sitegen.model.assemble import Entries
from sitegen.plan.due import Change, calendar_changes, changes_of, midnight
from sitegen.settings.load import load
from sitegen.settings.settings import Settings
from sitegen.sources.scan import scan


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """The changes of a site around an instant, by time."""

    past: tuple[Change, ...] = ()
    """Later than the instant that was asked about, and not later than now."""
    ahead: tuple[Change, ...] = ()
    """Later than now; of what comes every year only the next."""
    findings: Findings = Findings()
    """Errors in texts, or what is wrong with `site.yaml`."""
    is_readable: bool = True
    """False where `site.yaml` is of no use; then nothing is known."""


def due(root: Path, *, now: datetime, since: datetime, version: str, form_key: bytes = b"") -> Due:
    """What changes at the site in `root`. `version` names the cache to look into, see `code_version`."""
    site_file = read_settings_text(root)
    loaded = load(site_file.text) if site_file.text is not None else None
    of_settings = Findings.of((*site_file.findings, *(loaded.findings if loaded else ())))
    if loaded is None or loaded.settings is None or of_settings.stops(strict=False):
        return Due(findings=of_settings, is_readable=False)
    settings = loaded.settings
    entries, findings_of_texts = _entries(root, settings, version=version)
    changes = changes_of(entries, settings, form_key=form_key)
    year_from_now = midnight(now.date().replace(year=now.year + 1, day=1))
    past = (*_between(changes, since, now), *calendar_changes(settings, after=since, until=now))
    ahead = (
        *(change for change in changes if change.at > now),
        *_next_of_each(calendar_changes(settings, after=now, until=year_from_now)),
    )
    errors = (found for found in findings_of_texts if Findings.of((found,)).stops(strict=False))
    return Due(past=_by_time(past), ahead=_by_time(ahead), findings=Findings.of(errors))


def _entries(root: Path, settings: Settings, *, version: str) -> tuple[Entries, Findings]:
    """All entries, from the cache where a build has left them there. The cache is only read."""
    with Memo.open(root, version=version, today=0) as memo:
        texts = read_texts(root, scan(root, "content"), memo)
        read = read_entries(texts.texts, entry_options(settings), memo=memo, crew=Crew())
    return read.entries, Findings.of((*texts.findings, *read.findings))


def _between(changes: tuple[Change, ...], since: datetime, now: datetime) -> Iterator[Change]:
    return (change for change in changes if since < change.at <= now)


def _next_of_each(changes: Iterator[Change]) -> Iterator[Change]:
    seen = set()
    for change in changes:
        if change.kind not in seen:
            seen.add(change.kind)
            yield change


def _by_time(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda change: change.at))
