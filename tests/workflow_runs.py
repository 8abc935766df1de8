"""Runs the workflows of a forge on this machine: jobs in their order, each `run:` in a real bash, in a real clone.

What a forge brings itself is put up as far as our workflows use it: contexts and expressions, checkout, caches, pages.
Knows nothing of what is in a workflow.
"""

from __future__ import annotations

import hashlib
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

EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
_TOKEN = re.compile(r"'[^']*'|&&|\|\||[!=]=|[!(),]|[A-Za-z_][\w*.-]*")
_STATUS = re.compile(r"\b(?:always|success|failure|cancelled)\(\)")

Result = dict[str, Any]


class Forge:
    """A forge with one repository."""

    def __init__(self, folder: Path, remote: Path, *, variables: Mapping[str, str]) -> None:
        self.folder = folder
        self.remote = remote
        self.variables = variables
        """What differs from forge to forge in the environment."""
        self.secrets: dict[str, str] = {}
        self.replaced: dict[str, str] = {}
        """Variables of steps that point elsewhere here: the address of a service."""
        self.live = folder / "live"
        """What visitors see."""
        self.caches = folder / "caches"
        self._runs = 0

    def run(self, path: str, event: str, inputs: Mapping[str, str] | None = None) -> Run:
        """Run the workflow at `path` of the main branch; `inputs` are what somebody typed into its fields."""
        self._runs += 1
        text = git("show", f"main:{path}", folder=self.remote).decode()
        run = Run(self, self._runs, event, dict(inputs or {}))
        run.workflow(yaml.load(text, Loader=yaml.BaseLoader))
        return run


class Run:
    """One run, and what it left."""

    def __init__(self, forge: Forge, number: int, event: str, inputs: dict[str, str]) -> None:
        self.forge = forge
        self.number = number
        self.event = event
        self.inputs = inputs
        self.folder = forge.folder / f"run-{number}"
        self.summary = ""
        self.log = ""
        self.steps: list[str] = []
        """The names of the steps that ran."""
        self.jobs: dict[str, Result] = {}

    @property
    def failed(self) -> bool:
        """As the forge would show it."""
        return any(job["result"] == "failure" for job in self.jobs.values())

    def workflow(self, workflow: dict[str, Any]) -> None:
        """All jobs, each after those it needs."""
        waiting = dict(workflow["jobs"])
        while waiting:
            name, job = next((name, job) for name, job in waiting.items() if not set(_needs(job)) & set(waiting))
            del waiting[name]
            self.jobs[name] = self._job(name, job, workflow)

    def _job(self, name: str, job: dict[str, Any], workflow: dict[str, Any]) -> Result:
        needs = {other: self.jobs[other] for other in _needs(job)}
        context = self._context(needs=needs, result=_worst(needs))
        if not _holds(job.get("if", ""), context):
            return {"result": "skipped", "outputs": {}}
        if "uses" in job:
            inner = Run(self.forge, self.number, self.event, {})
            text = git("show", f"main:{job['uses'].removeprefix('./')}", folder=self.forge.remote).decode()
            inner.workflow(yaml.load(text, Loader=yaml.BaseLoader))
            self._take(inner)
            return {"result": "failure" if inner.failed else "success", "outputs": {}}
        return Job(self, name, job, workflow, context).done()

    def _take(self, inner: Run) -> None:
        self.summary += inner.summary
        self.log += inner.log
        self.steps += inner.steps

    def _context(self, **more: object) -> dict[str, Any]:
        head = git("rev-parse", "main", folder=self.forge.remote).decode().strip()
        github = {"ref": "refs/heads/main", "event_name": self.event, "token": "geheim", "sha": head}
        github |= {"run_id": str(self.number), "run_attempt": "1", "workspace": ""}
        return {"github": github, "inputs": self.inputs, "secrets": self.forge.secrets, "result": "success", **more}


class Job:
    """One job, on a machine of its own."""

    def __init__(
        self, run: Run, name: str, job: dict[str, Any], workflow: dict[str, Any], context: dict[str, Any]
    ) -> None:
        self.run, self.job, self.context, self.forge = run, job, context, run.forge
        self.home = run.folder / name
        self.workspace = self.home / "work"
        self.workspace.mkdir(parents=True)
        self.temp = self.home / "temp"
        self.temp.mkdir()
        self.path = os.environ["PATH"]
        self.folder = workflow.get("defaults", {}).get("run", {}).get("working-directory", "")
        context |= {"steps": {}, "job": {"status": "success"}, "result": "success"}
        context["github"] |= {"workspace": str(self.workspace)}

    def done(self) -> Result:
        """The result of the job, after all its steps."""
        for step in self.job["steps"]:
            self._step(step)
        outputs = {name: self._filled(value) for name, value in self.job.get("outputs", {}).items()}
        return {"result": self.context["result"], "outputs": outputs}

    def _step(self, step: dict[str, Any]) -> None:
        if not _holds(step.get("if", ""), self.context | {"hash": self._hash}):
            return
        self.run.steps.append(step["name"])
        values = {name: self._filled(value) for name, value in step.get("with", {}).items()}
        good, outputs = self._use(step["uses"], values) if "uses" in step else self._bash(step)
        if "id" in step:
            self.context["steps"][step["id"]] = {"outputs": outputs}
        if not good:
            self.context["result"] = self.context["job"]["status"] = "failure"

    def _bash(self, step: dict[str, Any]) -> tuple[bool, dict[str, str]]:
        """As GitHub runs it: `bash --noprofile --norc -eo pipefail`."""
        assert "${{" not in step["run"], "an expression in a script is how foreign text becomes a command"
        files = {name: self.temp / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH")}
        for file in files.values():
            file.write_text("")
        script = self.temp / "script.sh"
        script.write_text(step["run"])
        own = {name: self._filled(value) for name, value in step.get("env", {}).items()}
        own |= {name: value for name, value in self.forge.replaced.items() if name in own}
        finished = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.workspace / self._filled(step.get("working-directory", self.folder)),
            env={**self._environment(), **{name: str(file) for name, file in files.items()}, **own},
            capture_output=True,
            check=False,
        )
        self.run.log += (finished.stdout + finished.stderr).decode()
        self.run.summary += files["GITHUB_STEP_SUMMARY"].read_text()
        for line in files["GITHUB_PATH"].read_text().splitlines():
            self.path = f"{line}:{self.path}"
        return finished.returncode == 0, dict(
            line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().splitlines()
        )

    def _environment(self) -> dict[str, str]:
        """Nothing of this machine but what programs need to run."""
        kept = {name: value for name, value in os.environ.items() if name.startswith(("LANG", "LC_", "COV_", "PYTHON"))}
        return {
            **kept,
            "HOME": str(self.home),
            "PATH": self.path,
            "RUNNER_TEMP": str(self.temp),
            **self.forge.variables,
        }

    def _use(self, uses: str, values: dict[str, str]) -> tuple[bool, dict[str, str]]:
        name = uses.partition("@")[0].removeprefix("https://data.forgejo.org/").removeprefix("actions/")
        return True, getattr(self, "_" + name.replace("-", "_").replace("/", "_"))(values) or {}

    def _checkout(self, values: dict[str, str]) -> None:
        assert values["persist-credentials"] == "false"
        if not (self.workspace / ".git").exists():
            git("init", "--quiet", folder=self.workspace)
            git("remote", "add", "origin", f"file://{self.forge.remote}", folder=self.workspace)
        git("fetch", "--quiet", "--depth=1", "origin", values["ref"], folder=self.workspace)
        git("checkout", "--quiet", "--force", "FETCH_HEAD", folder=self.workspace)

    def _cache(self, values: dict[str, str]) -> dict[str, str]:
        self._cache_restore(values)
        return {}

    def _cache_restore(self, values: dict[str, str]) -> dict[str, str]:
        """The program itself is the one that is tested; everything else is what an earlier job kept."""
        if values["path"] == "~/sitegen":
            (self.home / "sitegen").symlink_to(sys.prefix, target_is_directory=True)
            return {"cache-hit": "true", "cache-primary-key": values["key"]}
        kept = self.forge.caches / values["key"]
        if kept.is_dir():
            shutil.copytree(kept, self.workspace / values["path"], dirs_exist_ok=True)
        return {"cache-hit": str(kept.is_dir()).lower(), "cache-primary-key": values["key"]}

    def _cache_save(self, values: dict[str, str]) -> None:
        shutil.copytree(self.workspace / values["path"], self.forge.caches / values["key"])

    def _upload_pages_artifact(self, values: dict[str, str]) -> None:
        shutil.copytree(self.workspace / values["path"], self.run.folder / "pages")

    def _deploy_pages(self, values: dict[str, str]) -> dict[str, str]:
        assert not values
        shutil.rmtree(self.forge.live, ignore_errors=True)
        shutil.copytree(self.run.folder / "pages", self.forge.live)
        return {"page_url": "https://www.example.org/"}

    def _filled(self, text: str) -> str:
        return EXPRESSION.sub(lambda match: str(value_of(match[1], self.context | {"hash": self._hash})), text)

    def _hash(self, path: str) -> str:
        return hashlib.sha256((self.workspace / path).read_bytes()).hexdigest()


def value_of(expression: str, context: dict[str, Any]) -> object:
    """What a forge makes of the inside of `${{ }}`; what is not there is empty."""
    words = {"&&": " and ", "||": " or ", "!": " not ", "true": "True", "false": "False"}
    calls = {"contains": "_contains", "hashFiles": "hash", "always": "_yes", "success": "_good", "failure": "_bad"}
    calls["cancelled"] = "_no"
    tokens = _TOKEN.findall(expression)
    python = "".join(
        word if word[0] in "'(),=" or word == "!=" else words.get(word) or calls.get(word) or f"_get({word!r})"
        for word in tokens
    )
    names = {
        "_get": lambda path: _looked_up(path, context),
        "_contains": lambda values, one: "true" if one in values else "false",
        "_yes": lambda: True,
        "_no": lambda: False,
        "_good": lambda: context["result"] == "success",
        "_bad": lambda: context["result"] == "failure",
        "hash": context.get("hash"),
    }
    return eval(python, {"__builtins__": {}}, names)


def _looked_up(path: str, context: dict[str, Any]) -> object:
    found: Any = context
    for name in path.split("."):
        if name == "*":
            found = list(found.values())
        elif isinstance(found, list):
            found = [one.get(name, "") for one in found]
        else:
            found = found.get(name, "") if isinstance(found, dict) else ""
    return found


def _holds(condition: str, context: dict[str, Any]) -> bool:
    inside = condition.strip().removeprefix("${{").removesuffix("}}").strip()
    good = context["result"] == "success" or _STATUS.search(inside) is not None
    return good and (not inside or bool(value_of(inside, context)))


def _needs(job: dict[str, Any]) -> list[str]:
    needs = job.get("needs", [])
    return [needs] if isinstance(needs, str) else list(needs)


def _worst(needs: dict[str, Result]) -> str:
    results = {job["result"] for job in needs.values()}
    return next((result for result in ("failure", "skipped") if result in results), "success")
