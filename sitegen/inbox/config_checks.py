"""What cannot be right in `inbox.yaml`, although each value has its type. Never asks a network."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final, get_args
from urllib.parse import SplitResult, urlsplit

from sitegen.diagnostics import Diagnostic, Span
from sitegen.inbox.config import InboxConfig, InboxSite, Mail, Publish
from sitegen.inbox.environment import EXPORT_TOKEN, SMTP_PASSWORD
from sitegen.inbox.opening import is_postgres
from sitegen.inbox.records import EventType
from sitegen.model.forms.email import EmailError, mail_address
from sitegen.schema.nodes import Mapping as Tree
from sitegen.schema.nodes import Node
from sitegen.schema.places import Step, place_of
from sitegen.text.hosts import is_this_machine
from sitegen.text.suggest import closest

_NEEDED: Final = {"git": "remote", "folder": "folder"}
"""What a way to publish cannot do without."""
_EXAMPLE: Final = {
    "remote": "remote: git@forge.example:eva/website.git",
    "folder": "folder: /srv/website",
}
_ORIGIN: Final = re.compile(r"https?://[^\s/?#@]+")


def config_findings(config: InboxConfig, tree: Node) -> Iterator[Diagnostic]:
    """Every value in the tree of `inbox.yaml` that cannot be right, or not together with another."""
    yield from _insecure(config.address, tree, "address")
    yield from _database(config.database, tree)
    if not config.sites:
        yield Diagnostic(code="SG780", span=_span(tree, "sites"))
    yield from _sites(config.sites, tree)
    yield from _mail(config.mail, tree)
    yield from _proxies(config.proxies, tree)
    yield from _folder(config.hooks.folder, tree, "hooks", "folder")
    yield from _webhooks(config, tree)


def missing_variables(config: InboxConfig, environ: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Each variable of the environment that these settings need and that is not there."""
    needed: list[tuple[str, str]] = []
    if config.mail and config.mail.user:
        needed.append(("SG786", SMTP_PASSWORD))
    if any(site.publish.to == "export" for site in config.sites):
        needed.append(("SG788", EXPORT_TOKEN))
    needed += [("SG789", webhook.secret_env) for webhook in config.hooks.webhooks]
    for code, name in needed:
        if not environ.get(name):
            yield Diagnostic(code=code, span=Span(file=name), facts={"name": name})


def _sites(sites: tuple[InboxSite, ...], tree: Node) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for number, site in enumerate(sites):
        if site.id in seen:
            yield Diagnostic(code="SG778", span=_span(tree, "sites", number, "id"), facts={"id": site.id})
        seen.add(site.id)
        yield from _address(site.owner, tree, "sites", number, "owner")
        yield from _insecure(site.manifest, tree, "sites", number, "manifest")
        for place, origin in enumerate(site.origins):
            if not _ORIGIN.fullmatch(origin):
                span = _span(tree, "sites", number, "origins", place)
                yield Diagnostic(code="SG783", span=span, facts={"value": origin})
        yield from _publish(site.publish, tree, "sites", number, "publish")


def _publish(publish: Publish, tree: Node, *path: Step) -> Iterator[Diagnostic]:
    needed = _NEEDED.get(publish.to)
    if needed and not getattr(publish, needed):
        facts = {"to": publish.to, "key": needed, "line": _EXAMPLE[needed]}
        yield Diagnostic(code="SG775", span=_span(tree, *path, "to"), facts=facts)
    if publish.to == "folder":
        yield from _folder(publish.folder, tree, *path, "folder")
    if _parts(publish.remote).password:
        yield Diagnostic(code="SG787", span=_without_excerpt(tree))


def _mail(mail: Mail | None, tree: Node) -> Iterator[Diagnostic]:
    if mail is None:
        yield Diagnostic(code="SG785", span=Span(file=tree.span.file))
        return
    yield from _address(mail.sender, tree, "mail", "sender")
    if mail.security == "none" and not is_this_machine(mail.host):
        yield Diagnostic(code="SG781", span=_span(tree, "mail", "security"), facts={"host": mail.host})


def _address(address: str, tree: Node, *path: Step) -> Iterator[Diagnostic]:
    try:
        mail_address(address)
    except EmailError:
        facts = {"key": str(path[-1]), "value": address}
        yield Diagnostic(code="SG774", span=_span(tree, *path), facts=facts)


def _insecure(address: str, tree: Node, *path: Step) -> Iterator[Diagnostic]:
    """An address whose answers anybody on the way could read or replace."""
    parts = _parts(address)
    if parts.scheme == "http" and not is_this_machine(parts.hostname or ""):
        facts = {"key": str(path[-1]), "value": address, "suggestion": f"https{address[len('http') :]}"}
        yield Diagnostic(code="SG777", span=_span(tree, *path), facts=facts)


def _database(database: str, tree: Node) -> Iterator[Diagnostic]:
    parts = _parts(database)
    if parts.password or "password=" in parts.query:
        yield Diagnostic(code="SG779", span=_without_excerpt(tree))
    if is_postgres(database) and find_spec("psycopg") is None:
        yield Diagnostic(code="SG790", span=_span(tree, "database"))


def _folder(folder: str, tree: Node, *path: Step) -> Iterator[Diagnostic]:
    if folder and not Path(folder).is_dir():
        facts = {"key": str(path[-1]), "folder": folder}
        yield Diagnostic(code="SG776", span=_span(tree, *path), facts=facts)


def _proxies(proxies: tuple[str, ...], tree: Node) -> Iterator[Diagnostic]:
    for number, proxy in enumerate(proxies):
        try:
            ipaddress.ip_network(proxy)
        except ValueError:
            yield Diagnostic(code="SG782", span=_span(tree, "proxies", number), facts={"value": proxy})


def _webhooks(config: InboxConfig, tree: Node) -> Iterator[Diagnostic]:
    known = get_args(EventType)
    for number, webhook in enumerate(config.hooks.webhooks):
        yield from _insecure(webhook.url, tree, "hooks", "webhooks", number, "url")
        for place, event in enumerate(webhook.events):
            if event not in known:
                near = closest(event, known)
                cure = f"Meinten Sie „{near}“?" if near else f"Es gibt: {', '.join(known)}."
                span = _span(tree, "hooks", "webhooks", number, "events", place)
                yield Diagnostic(code="SG784", span=span, facts={"value": event, "cure": cure})


def _parts(address: str) -> SplitResult:
    """The parts of an address; all empty for what is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _without_excerpt(tree: Node) -> Span:
    """The file alone: the line itself, which holds a secret, is not to be shown on a screen or in a log."""
    return Span(file=tree.span.file)


def _span(tree: Node, *path: Step) -> Span:
    """Where the value stands, else the group that should hold it."""
    while path:
        found = place_of(tree, path)
        if found:
            return found
        path = path[:-1]
    return Span(file=tree.span.file, line=tree.span.line if isinstance(tree, Tree) else 0)
