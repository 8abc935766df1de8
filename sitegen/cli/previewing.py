"""What `sitegen serve` and `sitegen preview` have in common: the browser is opened, and each build is told.

Never builds and never answers a request.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import click

from sitegen.build.result import BuildOptions
from sitegen.cli import build_report, console, crash, preview_wording
from sitegen.cli.refusal import FAILED, finding_about, look_of, show_refusal
from sitegen.cli.site_folder import lines_in
from sitegen.diagnostics import Diagnostic, Findings
from sitegen.diagnostics.present.terminal import report
from sitegen.serve.hosts import LOOPBACK, is_loopback
from sitegen.serve.listening import USUAL_PORT, Listening, listen, note_address, only_preview, running_address
from sitegen.serve.rebuilding import Built
from sitegen.serve.running import Wishes, run

HIGHEST_PORT: Final = 65535


class PortType(click.ParamType[int]):
    """The number of a port; 0 for any that is free."""

    name = "port"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401 -- click's signature
        """The number. Fails as misuse where it is none."""
        text = str(value)
        if not (text.isascii() and text.isdigit() and int(text) <= HIGHEST_PORT):
            self.fail(preview_wording.BAD_PORT.format(value=value), param, ctx)
        return int(text)


def port_option(command: Callable[..., int]) -> Callable[..., int]:
    """`--port PORT`, None where it is not said."""
    option = click.option(
        "--port", type=PortType(), metavar=preview_wording.PORT_METAVAR, help=preview_wording.PORT_OPTION
    )
    return option(command)


def host_option(command: Callable[..., int]) -> Callable[..., int]:
    """`--host ADRESSE`; this machine alone where it is not said."""
    option = click.option(
        "--host", default=LOOPBACK, metavar=preview_wording.HOST_METAVAR, help=preview_wording.HOST_OPTION
    )
    return option(command)


def show(
    site: Path, options: Callable[[], BuildOptions], *, host: str, port: int | None, opens: bool, about: str
) -> int:
    """Show the site in a browser until Ctrl-C; `about` says of what state. The exit code."""
    lock = only_preview(site)
    if isinstance(lock, Diagnostic):
        return _already_shown(lock, running_address(site), opens=opens)
    with lock:
        listening = listen(host, port)
        if isinstance(listening, Diagnostic):
            return show_refusal(listening)
        note_address(site, listening.address)
        run(
            Wishes(root=site, options=options, lines_in=lambda: lines_in(site)),
            listening,
            Teller(site, listening, about=about, usual=port is None, opens=opens),
        )
    console.say(f"\n{preview_wording.ENDED}")
    return 0


class Teller:
    """Tells how builds go: where somebody reads along in a terminal, and in its log elsewhere."""

    def __init__(self, site: Path, listening: Listening, *, about: str, usual: bool, opens: bool) -> None:
        """`about` says of what state the preview is; `usual` is whether the usual port was wanted."""
        self._site = site
        self._listening = listening
        self._about = about
        self._usual = usual
        self._opens = opens
        self._last: Findings | None = Findings()
        self._has_good = False

    def ready(self) -> None:
        """Say where the site is to be seen, and open the browser if one is wanted."""
        listening = self._listening
        if self._usual and listening.port != USUAL_PORT:
            console.say(preview_wording.OTHER_PORT.format(usual=USUAL_PORT, port=listening.port))
        console.say(preview_wording.READY.format(address=listening.address))
        console.say(self._about)
        if not is_loopback(listening.host):
            console.say(preview_wording.OPEN_TO_ALL)
        console.say(f"{preview_wording.HOW_TO_END}\n")
        sys.stdout.flush()
        if self._opens:
            open_browser(listening.address)

    def built(self, built: Built) -> None:
        """One build: what changed, or what stands in the way."""
        result = built.result
        if result is None:
            self._last = None
            self._crashed(built)
            return
        before, self._last = self._last, result.findings
        if result.findings and result.findings != before:
            console.hand_over(report(result.findings, lines_in(self._site), look=look_of(sys.stdout)) + "\n")
        clock = f"{datetime.now().astimezone():%H:%M:%S}"
        if not result.written:
            said = preview_wording.FAULTY if self._has_good else preview_wording.FAULTY_AT_FIRST
            console.say(said.format(clock=clock))
            sys.stdout.flush()
            return
        self._has_good = True
        changes = build_report.changes_line(result.changes, seconds=built.seconds)
        mended = before is None or before.stops(strict=False)
        console.say((preview_wording.MENDED if mended else preview_wording.BUILT).format(clock=clock, changes=changes))
        sys.stdout.flush()

    def _crashed(self, built: Built) -> None:
        """A disk that refuses is a finding; anything else is kept as a report."""
        error = built.error
        assert error is not None
        finding = finding_about(error) if isinstance(error, OSError) else None
        if finding:
            show_refusal(finding)
            return
        at = datetime.now().astimezone()
        kept = crash.keep_report(crash.report_text(error, args=sys.argv[1:], at=at), site=self._site, at=at)
        console.complain(preview_wording.CRASHED.format(clock=f"{at:%H:%M:%S}"))
        if kept:
            console.complain(preview_wording.CRASH_REPORT.format(path=kept))


def open_browser(address: str) -> None:
    """Open the owner's browser, but none in a terminal: nothing happens where there is no screen."""
    if sys.platform not in {"win32", "darwin"} and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return
    import webbrowser

    webbrowser.open(address)


def _already_shown(refusal: Diagnostic, address: str, *, opens: bool) -> int:
    """Whoever double-clicks twice wants to see the site, and it is to be seen already."""
    if not (opens and address):
        show_refusal(refusal)
        return FAILED
    console.say(preview_wording.RUNNING.format(address=address))
    open_browser(address)
    return 0
