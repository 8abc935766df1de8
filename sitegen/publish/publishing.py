"""From a site on this machine to a version that can go online: settings, build, facts, bytes. Sends nothing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from sitegen.build.lock import take_lock
from sitegen.build.pipeline import OUTPUT_FOLDER, build
from sitegen.build.result import BuildOptions, BuildResult, Progress
from sitegen.build.texts.gathering import read_settings_text
from sitegen.diagnostics import Diagnostic, Findings, Span
from sitegen.legal.purpose import Purpose
from sitegen.output.place import place_for
from sitegen.publish.opening import need, wants_twins
from sitegen.publish.records import Version
from sitegen.publish.site_facts import facts_of
from sitegen.publish.snapshot import snapshot
from sitegen.publish.store import Store
from sitegen.publish.target import PublishError
from sitegen.settings.load import SITE_FILE, load
from sitegen.settings.publish import GitPushTarget, Publish


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What `site.yaml` says about publishing, or why that cannot be known."""

    publish: Publish | None = None
    url: str = ""
    """The site's address."""
    findings: Findings = Findings()


def said_about_publishing(root: Path) -> Said:
    """The section `publish:` of the site in `root`; SG651 without one."""
    site_file = read_settings_text(root)
    if site_file.text is None:
        return Said(findings=Findings.of(site_file.findings))
    loaded = load(site_file.text)
    if loaded.settings is None:
        return Said(findings=Findings.of(loaded.findings))
    if loaded.settings.publish is None:
        return Said(findings=Findings.of([Diagnostic(code="SG651", span=Span(file=SITE_FILE))]))
    return Said(publish=loaded.settings.publish, url=loaded.settings.url)


def build_for_publishing(root: Path, *, now: datetime, form_key: bytes, progress: Progress) -> BuildResult:
    """Build and check; what is not fit to be published stops here."""
    return build(root, BuildOptions(now=now, purpose=Purpose.PUBLISH, form_key=form_key), progress)


def version_of(root: Path, said: Publish, *, now: datetime) -> Version:
    """The site as it was just built, with its bytes kept, while no other build can write.

    Raises PublishError (SG652, SG617); OSError may pass through.
    """
    facts = facts_of(root, now)
    if isinstance(said, GitPushTarget):
        return Version(id="", at=now.isoformat(timespec="seconds"), facts=facts)
    place = place_for(root, root / OUTPUT_FOLDER)
    assert not isinstance(place, Diagnostic), "the build has written there"
    twins = wants_twins(said)
    if twins:
        need("brotli")
    lock = take_lock(root)
    if isinstance(lock, Diagnostic):
        raise PublishError(lock)
    with lock:
        return snapshot(place, Store(root, key=""), facts=facts, now=now, precompress=twins)
