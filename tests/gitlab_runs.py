"""Runs `.gitlab-ci.yml` on this machine: stages in order, rules as far as ours use them, each script in a real bash.

Knows nothing of what the jobs do.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from git_remote import git

_COMPARISON = re.compile(r'\$(\w+)\s*(==|!=)\s*"([^"]*)"')
_WORDS = frozenset({"variables", "workflow", "default", "stages"})


class GitLab:
    """A GitLab with one project."""

    def __init__(self, folder: Path, remote: Path, *, variables: Mapping[str, str]) -> None:
        self.folder = folder
        self.remote = remote
        self.variables = variables
        self.live = folder / "live"
        self._runs = 0

    def run(self, source: str, **variables: str) -> Pipeline:
        """A pipeline of the main branch: `source` as in CI_PIPELINE_SOURCE, `variables` as typed into the form."""
        self._runs += 1
        config = yaml.safe_load(git("show", "main:.gitlab-ci.yml", folder=self.remote))
        return Pipeline(self, self.folder / f"run-{self._runs}", config, {"CI_PIPELINE_SOURCE": source, **variables})


class Pipeline:
    """One pipeline, and what it left."""

    def __init__(self, forge: GitLab, folder: Path, config: dict[str, Any], variables: dict[str, str]) -> None:
        self.forge = forge
        self.folder = folder
        self.artifacts = folder / "artifacts"
        self.artifacts.mkdir(parents=True)
        self.log = ""
        self.results: dict[str, bool] = {}
        """Of each job that ran, whether it went well."""
        declared = {name: one["value"] if isinstance(one, dict) else one for name, one in config["variables"].items()}
        self.variables = {**declared, "CI_COMMIT_BRANCH": "main", **forge.variables, **variables}
        self.before = config["default"]["before_script"]
        jobs = [(name, job) for name, job in config.items() if name not in _WORDS]
        for name, job in sorted(jobs, key=lambda one: config["stages"].index(one[1]["stage"])):
            self._consider(name, job)

    @property
    def failed(self) -> bool:
        """As GitLab would show it."""
        return not all(self.results.values())

    def _consider(self, name: str, job: dict[str, Any]) -> None:
        rule = next((rule for rule in job["rules"] if self._holds(rule["if"])), None)
        if rule and (not self.failed or rule.get("when") == "always"):
            self.results[name] = self._run(name, job)

    def _holds(self, condition: str) -> bool:
        def one(part: str) -> bool:
            match = _COMPARISON.fullmatch(part.strip())
            assert match, part
            return (self.variables.get(match[1], "") == match[3]) is (match[2] == "==")

        return all(one(part) for part in condition.split("&&"))

    def _run(self, name: str, job: dict[str, Any]) -> bool:
        project = self.folder / name
        git("clone", "--quiet", "--depth=1", f"file://{self.forge.remote}", str(project), folder=self.folder)
        (project / ".sitegen-werkzeug").symlink_to(sys.prefix, target_is_directory=True)
        shutil.copytree(self.artifacts, project, dirs_exist_ok=True)
        finished = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", "\n".join([*self.before, *job["script"]])],
            cwd=project,
            env=self._environment(project),
            capture_output=True,
            check=False,
        )
        self.log += (finished.stdout + finished.stderr).decode()
        for path in job.get("artifacts", {}).get("paths", []):
            if (project / path).is_dir():
                shutil.copytree(project / path, self.artifacts / path, dirs_exist_ok=True)
        if name == "pages" and finished.returncode == 0:
            shutil.copytree(project / "public", self.forge.live, dirs_exist_ok=True)
        return finished.returncode == 0

    def _environment(self, project: Path) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name.startswith(("LANG", "LC_", "COV_", "PYTHON"))}
        own = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "CI_PROJECT_DIR": str(project)}
        filled = {name: value.replace("$CI_PROJECT_DIR", str(project)) for name, value in self.variables.items()}
        return {**kept, **own, **filled}
