"""A worker that somebody kills: `work_and_die.py FOLDER REMOTE PORT SECONDS`. Says `ready`, then works for ever.

Each round is a minute later than the one before, and the first `SECONDS` after the clock of the tests.
"""

from __future__ import annotations

import sys
from pathlib import Path

from inbox_case import InboxCase
from mail_server import SENDER
from sitegen.inbox.config import Mail, Publish
from sitegen.inbox.handlers import HANDLERS
from sitegen.inbox.worker import Worker


def case_in(folder: Path, remote: str, port: int) -> InboxCase:
    """The inbox that this process and the test share."""
    case = InboxCase(folder)
    case.configure(mail=Mail(host="127.0.0.1", port=port, security="none", sender=SENDER))
    case.configure_site(publish=Publish(to="git", remote=remote))
    return case


def main(folder: str, remote: str, port: str, seconds: str) -> None:
    """Work until killed."""
    case = case_in(Path(folder), remote, int(port))
    case.clock.move(float(seconds))
    worker = Worker(case.desk, {"mail": HANDLERS["mail"], "publish": HANDLERS["publish"]})
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        worker.run_once()
        case.clock.move(61)


if __name__ == "__main__":
    main(*sys.argv[1:])
