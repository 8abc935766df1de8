"""What commands of a pipeline begin with: the site, its repository, the forge; and how they fail in German."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click
import msgspec

from sitegen.cli import ci_wording as wording
from sitegen.cli.site_folder import site_of
from sitegen.cli.stopping import stop, stop_for
from sitegen.diagnostics import Diagnostic
from sitegen.publish.reporting.forge import Forge, forge_of
from sitegen.publish.versions.repository import GitError, Repository

_USERS: Final = {"github": "x-access-token", "gitlab": "oauth2", "forgejo": "oauth2"}
"""The name that goes with a token, by forge."""
_DENIED: Final = (
    "403",
    "denied",
    "not allowed",
    "protected branch",
    "Authentication failed",
    "could not read Username",
)


class PipelineDesk(msgspec.Struct, frozen=True, kw_only=True):
    """A checkout in a pipeline."""

    site: Path
    repository: Repository
    forge: Forge | None
    folder: str
    """The way from the top of the repository to the site: `website/`, or empty."""

    @property
    def branch(self) -> str:
        """Where the owner works; stops where nobody says so."""
        if self.forge is None or not self.forge.branch:
            stop(wording.NO_BRANCH)
        return self.forge.branch


def open_desk(context: click.Context, site: Path | None) -> PipelineDesk:
    """The desk; stops where there is no site, or no repository."""
    folder = site_of(context, site)
    if isinstance(folder, Diagnostic):
        stop_for(folder)
    forge = forge_of(os.environ)
    repository = _repository(folder, forge)
    with german_faults():
        prefix = repository.git("rev-parse", "--show-prefix").strip()
    return PipelineDesk(site=folder, repository=repository, forge=forge, folder=prefix)


def _repository(folder: Path, forge: Forge | None) -> Repository:
    if forge is None:
        return Repository(folder=folder)
    options = ("ci.skip",) if forge.name == "gitlab" else ()
    return Repository(folder=folder, token=forge.token, user=_USERS[forge.name], push_options=options)


@contextmanager
def german_faults() -> Iterator[None]:
    """What git refuses, as a sentence and exit code 1."""
    try:
        yield
    except GitError as error:
        if any(word in str(error) for word in _DENIED):
            stop(f"{wording.NO_RIGHT_TO_WRITE}\n{wording.GIT_FAILED.format(reason=error)}")
        stop(wording.GIT_FAILED.format(reason=error))
