"""From `inbox.yaml` to settings, with all faults at once, as `site.yaml` is read. Never asks a network or a server."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from sitegen.diagnostics import Diagnostic, Severity, Span
from sitegen.inbox.config import InboxConfig, InboxSite
from sitegen.inbox.config_checks import config_findings
from sitegen.inbox.manifests import is_address
from sitegen.inbox.opening import is_postgres
from sitegen.schema.convert import convert
from sitegen.schema.nodes import Sequence
from sitegen.schema.yaml_reader import read_yaml
from sitegen.sources.encoding import decoded

CONFIG_FILE: Final = "inbox.yaml"


class ConfigLoaded(msgspec.Struct, frozen=True, kw_only=True):
    """Settings, or none and at least one error. With settings there may be warnings."""

    config: InboxConfig | None
    """Every path in it is absolute."""
    findings: tuple[Diagnostic, ...] = ()


def load_config(path: Path) -> ConfigLoaded:
    """The settings in the file `path`. Paths in it are meant from the folder that it lies in."""
    try:
        raw = path.read_bytes()
    except OSError:
        return _refused(Diagnostic(code="SG773", span=Span(file=path.name), facts={"path": str(path)}))
    text = decoded(path.name, raw)
    if text.text is None:
        return _refused(*text.findings)
    return _read(text.text, path, found=text.findings)


def _read(text: str, path: Path, *, found: tuple[Diagnostic, ...]) -> ConfigLoaded:
    read = read_yaml(text, file=path.name)
    found = (*found, *read.findings)
    if read.node is None:
        return _refused(*found)
    if isinstance(read.node, Sequence):
        typed = text.splitlines()[read.node.span.line - 1].strip()
        return _refused(*found, Diagnostic(code="SG115", span=read.node.span, facts={"line": typed}))
    converted = convert(read.node, InboxConfig)
    found = (*found, *converted.findings)
    if converted.value is None:
        return _refused(*found)
    config = _with_whole_paths(converted.value, path.absolute().parent)
    found = (*found, *config_findings(config, read.node))
    usable = not any(finding.severity is Severity.ERROR for finding in found)
    return ConfigLoaded(config=config if usable else None, findings=found)


def _refused(*findings: Diagnostic) -> ConfigLoaded:
    return ConfigLoaded(config=None, findings=findings)


def _with_whole_paths(config: InboxConfig, folder: Path) -> InboxConfig:
    database = config.database if is_postgres(config.database) else _whole(config.database, folder)
    hooks = replace(config.hooks, folder=_whole(config.hooks.folder, folder))
    sites = tuple(_site_with_whole_paths(site, folder) for site in config.sites)
    return replace(config, database=database, hooks=hooks, sites=sites)


def _site_with_whole_paths(site: InboxSite, folder: Path) -> InboxSite:
    manifest = site.manifest if is_address(site.manifest) else _whole(site.manifest, folder)
    return replace(site, manifest=manifest, publish=replace(site.publish, folder=_whole(site.publish.folder, folder)))


def _whole(path: str, folder: Path) -> str:
    return str(folder / Path(path).expanduser()) if path else ""
