"""Where a pipeline runs: which forge, which repository, which branch, and the addresses that follow from it.

Read from the variables that the forge itself sets; what is missing there makes an address missing, never a wrong one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, get_args
from urllib.parse import quote

import msgspec

ForgeName = Literal["github", "gitlab", "forgejo"]

FORGE: Final = "SITEGEN_FORGE"
TOKEN: Final = "SITEGEN_TOKEN"  # noqa: S105 - the name of a variable
_EDIT: Final = {
    "github": "{repository}/edit/{branch}/{path}",
    "gitlab": "{repository}/-/edit/{branch}/{path}",
    "forgejo": "{repository}/_edit/{branch}/{path}",
}


class Forge(msgspec.Struct, frozen=True, kw_only=True):
    """One repository at a forge, as a pipeline sees it."""

    name: ForgeName
    repository: str = ""
    """Its address, without a slash at the end; empty for not known."""
    branch: str = ""
    run: str = ""
    """The address of the log of this run."""
    issues: str = ""
    """The address of its issues in the forge's API."""
    token: str = ""

    def edit_link(self, path: str, line: int) -> str:
        """Where `path`, relative to the repository, is edited; empty where that is not known."""
        if not (self.repository and self.branch and path):
            return ""
        address = _EDIT[self.name].format(repository=self.repository, branch=quote(self.branch), path=quote(path))
        return f"{address}#L{line}" if line else address


def forge_of(environment: Mapping[str, str]) -> Forge | None:
    """The forge that runs this pipeline; None where there is none."""
    name = next((known for known in get_args(ForgeName) if environment.get(FORGE) == known), None)
    if name is None:
        return None
    return _gitlab(environment) if name == "gitlab" else _github(environment, name=name)


def _github(environment: Mapping[str, str], *, name: ForgeName) -> Forge:
    """GitHub's variables; Forgejo sets the same ones."""
    server = environment.get("GITHUB_SERVER_URL", "").rstrip("/")
    full_name = environment.get("GITHUB_REPOSITORY", "")
    api = environment.get("GITHUB_API_URL", "").rstrip("/")
    repository = f"{server}/{full_name}" if server and full_name else ""
    run = environment.get("GITHUB_RUN_ID" if name == "github" else "GITHUB_RUN_NUMBER", "")
    return Forge(
        name=name,
        repository=repository,
        branch=environment.get("GITHUB_REF_NAME", ""),
        run=f"{repository}/actions/runs/{run}" if repository and run else "",
        issues=f"{api}/repos/{full_name}/issues" if api and full_name else "",
        token=environment.get(TOKEN, ""),
    )


def _gitlab(environment: Mapping[str, str]) -> Forge:
    api = environment.get("CI_API_V4_URL", "").rstrip("/")
    project = environment.get("CI_PROJECT_ID", "")
    return Forge(
        name="gitlab",
        repository=environment.get("CI_PROJECT_URL", "").rstrip("/"),
        branch=environment.get("CI_COMMIT_BRANCH", ""),
        run=environment.get("CI_PIPELINE_URL", ""),
        issues=f"{api}/projects/{project}/issues" if api and project else "",
        token=environment.get(TOKEN, ""),
    )
