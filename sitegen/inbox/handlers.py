"""Who handles which kind of job: the one list the worker goes by."""

from __future__ import annotations

from typing import Final

from sitegen.inbox.desk import Handler
from sitegen.inbox.hooks.dispatch import dispatch
from sitegen.inbox.hooks.notify import deliver as run_hook
from sitegen.inbox.mail.posting import post
from sitegen.inbox.publishing.probing import probe
from sitegen.inbox.publishing.publisher import publish
from sitegen.inbox.records import JobKind
from sitegen.inbox.webhooks.deliver import deliver as call_webhook

HANDLERS: Final[dict[JobKind, Handler]] = {
    "publish": publish,
    "mail": post,
    "probe": probe,
    "event": dispatch,
    "hook": run_hook,
    "webhook": call_webhook,
}
