"""`sitegen inbox status` and `testmail`: whether all is well. Exit code 1 where the owner should do something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

import click

from sitegen.cli import console
from sitegen.cli import inbox_wording as wording
from sitegen.cli.german import GermanCommand
from sitegen.cli.inbox.desk import config_option, open_inbox, sites_meant
from sitegen.cli.inbox.lines import age
from sitegen.cli.options import text_or_json_option
from sitegen.cli.refusal import FAILED
from sitegen.cli.telling import moment
from sitegen.inbox.hooks.report import HookState
from sitegen.inbox.status import Status, status_of
from sitegen.text.plurals import counted

_KINDS: Final = ("comment", "contact", "report")


@click.command("status", cls=GermanCommand, help=wording.STATUS_HELP)
@text_or_json_option(wording.FORMAT_OPTION)
@config_option
def status_command(*, form: Literal["text", "json"], config_path: Path) -> int:
    """Exit code 1 where something needs attention, so that a watchman may call it."""
    with open_inbox(config_path) as desk:
        status = status_of(desk)
    if form == "json":
        console.hand_over_json(status)
    else:
        console.say("\n".join(_lines(status)))
    return FAILED if status.needs_attention else 0


@click.command("testmail", cls=GermanCommand, help=wording.TESTMAIL_HELP)
@click.option("--site", default="", metavar=wording.SITE_METAVAR, help=wording.SITE_OPTION)
@config_option
def testmail_command(*, site: str, config_path: Path) -> int:
    """Exit code 1 where a mail did not go out, with the reason."""
    good = True
    with open_inbox(config_path) as desk:
        from sitegen.inbox.mail.posting import send_test

        for site_id in sites_meant(desk, site):
            error = send_test(desk, site_id)
            if error:
                console.complain(wording.MAIL_FAILED.format(site=site_id, error=error))
                good = False
            else:
                console.say(wording.MAIL_SENT.format(site=site_id))
    return 0 if good else FAILED


def _lines(status: Status) -> Iterator[str]:
    yield _waiting(status)
    yield wording.JOBS.format(count=counted(status.jobs, *wording.TASK)) if status.jobs else wording.NO_JOBS
    yield from _troubles(status)
    yield from (line for hook in status.hooks if (line := _hook(hook)))
    for site in status.sites:
        forms, posts = counted(site.forms, *wording.FORMS), counted(site.posts, *wording.POSTS)
        sentence = wording.MANIFEST if site.readable else wording.NO_MANIFEST
        yield sentence.format(site=site.site, forms=forms, posts=posts)
    yield _backup(status)
    if not status.needs_attention:
        yield wording.ALL_WELL


def _waiting(status: Status) -> str:
    parts = [counted(count, *wording.WAITS[kind]) for kind, count in status.waiting.items() if count]
    if not parts:
        return wording.NOTHING_WAITS
    suspected = wording.SUSPECTED.format(count=status.suspected) if status.suspected else ""
    return wording.WAITING.format(parts=", ".join(parts) + suspected)


def _troubles(status: Status) -> Iterator[str]:
    if not status.writable:
        yield wording.STORE_FULL
    if status.late_mail:
        error = wording.BECAUSE.format(error=status.late_mail.error) if status.late_mail.error else ""
        yield wording.OLDEST_MAIL.format(age=age(status.at - status.late_mail.since), error=error)
    for stuck in status.stuck:
        count = counted(stuck.count, *wording.WAITS["comment"])
        error = wording.BECAUSE.format(error=stuck.error)
        yield wording.STUCK.format(site=stuck.site, age=age(status.at - stuck.since), count=count, error=error)
    if status.dead:
        yield wording.DEAD
    for jobs in status.dead:
        yield wording.DEAD_JOB.format(count=jobs.count, kind=wording.JOB_KINDS[jobs.kind], error=jobs.error)


def _hook(hook: HookState) -> str:
    """What is to be said of a hook; empty if nothing is."""
    if hook.trouble:
        return wording.HOOK_REFUSED.format(name=hook.key, reason=wording.TROUBLES[hook.trouble])
    if hook.disabled_since:
        sentence = wording.WEBHOOK_DISABLED if hook.kind == "webhook" else wording.HOOK_DISABLED
        return sentence.format(name=hook.key, date=moment(hook.disabled_since))
    return wording.HOOK_BEHIND.format(name=hook.key, count=hook.dead, error=hook.error) if hook.dead else ""


def _backup(status: Status) -> str:
    if status.backed_up is None:
        return wording.NEVER_BACKED_UP
    if status.backup_is_old:
        return wording.BACKUP_OLD.format(age=age(status.at - status.backed_up))
    return wording.BACKED_UP.format(date=moment(status.backed_up))
