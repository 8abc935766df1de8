"""Handles jobs of kind `webhook`: sends one event to one address."""

from __future__ import annotations

import os
from datetime import timedelta
from http import HTTPStatus
from typing import Final

from msgspec.structs import replace

from sitegen.inbox.config import Webhook
from sitegen.inbox.desk import Dead, Desk, Done, JobResult, Later
from sitegen.inbox.hooks.disabling import disable, disabled
from sitegen.inbox.hooks.document import encoded
from sitegen.inbox.hooks.orders import Delivery, read_order, try_later_or_tell
from sitegen.inbox.records import Job
from sitegen.inbox.webhooks.sending import Reply, send, wait_of
from sitegen.inbox.webhooks.signing import signature_headers
from sitegen.inbox.webhooks.targets import key_of, secrets_of, trouble_with

LONGEST_WAIT: Final = timedelta(days=1)
"""However long a receiver asks us to wait."""
_PATIENT: Final = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})


def deliver(desk: Desk, jobs: tuple[Job, ...]) -> tuple[JobResult, ...]:
    """Send each event; up to 15 seconds for each job."""
    return tuple(_send(desk, job) for job in jobs)


def _send(desk: Desk, job: Job) -> JobResult:
    """Send one event. Nobody waits for an address that was taken out of the settings."""
    order = read_order(job)
    assert isinstance(order, Delivery)
    webhook = next((one for one in desk.config.hooks.webhooks if key_of(one) == order.receiver), None)
    if webhook is None:
        return Done()
    if disabled(desk, order.receiver, version=""):
        return Dead(error="disabled")
    trouble = trouble_with(webhook, os.environ)
    if trouble:
        return try_later_or_tell(desk, job, order.receiver, error=trouble)
    body = encoded(replace(order.event, attempt=job.attempt))
    secrets = secrets_of(webhook, os.environ)
    signed = signature_headers(order.event.id, body, now=desk.clock(), secrets=secrets)
    reply = send(webhook.url, body, signed)
    return _result(desk, job, webhook, reply)


def _result(desk: Desk, job: Job, webhook: Webhook, reply: Reply) -> JobResult:
    """What the receiver's reply means for the job."""
    if HTTPStatus.OK <= reply.status < HTTPStatus.MULTIPLE_CHOICES:
        return Done()
    error = reply.error or f"HTTP {reply.status}"
    if reply.status == HTTPStatus.GONE:
        disable(desk, key_of(webhook), version="", site=job.site)
        return Dead(error=error)
    result = try_later_or_tell(desk, job, key_of(webhook), error=error)
    if reply.status in _PATIENT and isinstance(result, Later):
        asked = timedelta(seconds=wait_of(reply.retry_after, now=desk.clock()))
        return replace(result, due=max(result.due, desk.clock() + min(asked, LONGEST_WAIT)))
    return result
