"""The comments of a site as lines of JSON, for pipelines that fetch them and for `sitegen inbox export`."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sitegen.inbox.desk import Desk
from sitegen.inbox.publishing.changes import comment_of
from sitegen.inbox.records import PUBLIC
from sitegen.model.comments.comment import Withdrawn


def exported(desk: Desk, site: str) -> Iterator[bytes]:
    """A line for each comment that is approved or withdrawn, the oldest first. Raises StoreUnavailableError."""
    items = desk.store.items(site=site, kinds=["comment"])
    for item in sorted(items, key=lambda item: item.id):
        if item.state in PUBLIC:
            yield msgspec.json.encode(comment_of(item))
        elif item.revision > 1:  # nobody has seen what never changed
            yield msgspec.json.encode(Withdrawn(withdrawn=item.id, post=item.post))
