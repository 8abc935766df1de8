"""What an earlier command left unfinished when it was killed: completed here, at the start of every command.

A journal is carried out to its end. What was only laid ready, without a journal, is thrown away. Where a journal can no
longer be carried out (its output folder is gone, a path is blocked), it is given up in such a way that we still know
which files are ours; the next build then compares and writes as always. Nothing here builds or compares.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.output.carrying_off import carry_off_leftovers
from sitegen.output.faults import finding_about
from sitegen.output.files import digest_of_file
from sitegen.output.journal import Journal, Move, carry_out, read_journal, spare_of
from sitegen.output.manifest import Entry, Manifest, decoded, encode_manifest, read_manifest
from sitegen.output.moving import is_real_way, patiently, write_and_flush
from sitegen.output.place import JOURNAL, STAGES, Place, place_at, states_of

__all__ = ["finish_interrupted"]


def finish_interrupted(site_dir: Path) -> tuple[Diagnostic, ...]:
    """Complete what was interrupted in any output folder of the site; the caller holds the site's lock.

    Returns a note for each commit that was completed (SG613) or whose journal was damaged (SG614), and an error where
    the disk refuses: then nothing may be written either.
    """
    site = site_dir.resolve()
    return tuple(finding for state in states_of(site) for finding in _finish(site, state))


def _finish(site: Path, state: Path) -> tuple[Diagnostic, ...]:
    findings: tuple[Diagnostic, ...] = ()
    if (state / JOURNAL).exists():
        journal = read_journal(state / JOURNAL)
        place = place_at(site, journal.key) if journal else None
        if journal is None or place is None or place.state != state:
            (state / JOURNAL).unlink()
            span = Span(file=(state / JOURNAL).relative_to(site).as_posix())
            findings = (Diagnostic(code="SG614", span=span, facts={"folder": state.name}),)
        else:
            findings = (_complete(journal, place),)
    if os.path.lexists(state / STAGES):  # mostly there is none, and who removes folders takes a while to import
        import shutil

        shutil.rmtree(state / STAGES, ignore_errors=True)
    carry_off_leftovers(state)
    return findings


def _complete(journal: Journal, place: Place) -> Diagnostic:
    try:
        if _can_be_carried_out(journal, place):
            moves = tuple(move for move in journal.moves if _is_whole(move, journal, place))
            for _ in carry_out(msgspec.structs.replace(journal, moves=moves), place=place):
                pass
        else:
            _give_up(journal, place)
    except OSError:
        try:
            _give_up(journal, place)
        except OSError as error:
            return finding_about(error, place=place)
    return Diagnostic(code="SG613", span=place.span(""), facts={"folder": place.key})


def _can_be_carried_out(journal: Journal, place: Place) -> bool:
    """Whether the output folder is still the one it was, and the manifest laid ready is whole or in place already."""
    staged = place.stages / journal.stage / place.manifest.name
    if place.out.resolve() != place.out or not place.out.is_dir():
        return False
    return not staged.exists() or decoded(staged.read_bytes(), type=Manifest) is not None


def _is_whole(move: Move, journal: Journal, place: Place) -> bool:
    """Whether a file laid ready still has its bytes; one already moved counts as whole.

    A power cut may have taken them. Or it is what was replaced, be it a file or a link (see `swapping`).
    """
    staged = place.stages / journal.stage / move.staged
    try:
        is_file = stat.S_ISREG(staged.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return True
    return is_file and digest_of_file(staged) == move.digest


def _give_up(journal: Journal, place: Place) -> None:
    """Forget the journal, but not that all its files are ours. Sizes stay unknown, so the next build reads them."""
    manifest, _ = read_manifest(place)
    owned = {move.path: Entry(digest=move.digest, size=-1, mtime_ns=0) for move in journal.moves}
    fresh = place.manifest.with_suffix(".new")
    write_and_flush(fresh, encode_manifest(Manifest(files={**manifest.files, **owned})))
    patiently(lambda: fresh.replace(place.manifest))
    for move in journal.moves:
        if is_real_way(place.out, move.path.rpartition("/")[0]):
            Path(spare_of(journal, move, place=place)).unlink(missing_ok=True)
    place.journal.unlink(missing_ok=True)
