"""`sitegen publish setup`: what it writes, what it leaves alone, and what it says is left to do."""

from __future__ import annotations

import json
import re
from importlib import metadata
from pathlib import Path

import pytest

from git_remote import git
from site_case import MINIMAL, SiteCase
from sitegen.about import VERSION
from sitegen.cli import publish_setup_wording
from sitegen.cli.entry import run
from sitegen.publish.recipes import clicks
from sitegen.publish.recipes.pins import installed, pinned_extras, pinned_version, pins_text, requirement
from sitegen.publish.recipes.recipe import is_speakable, is_untouched, signed

WEBSITE = ".github/workflows/website.yml"
SFTP = f"{MINIMAL}publish:\n  to: sftp\n  host: web.example\n  user: eva\n"
INBOX = f"{MINIMAL}delivery:\n  provider: inbox\n  address: https://eingang.example\n  site: buero\n"


def office(folder: Path, *, origin: str = "", settings: str = MINIMAL, branch: str = "main") -> SiteCase:
    """A site in a repository."""
    site = SiteCase.of(folder, {}, settings=settings)
    git("init", "--quiet", f"--initial-branch={branch}", folder=folder)
    if origin:
        git("remote", "add", "origin", origin, folder=folder)
    return site


def setup(site: SiteCase, *words: str) -> int:
    return run(["--site", str(site.root), "publish", "setup", *words])


def test_what_is_written_and_said_for_github(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = office(tmp_path)
    assert setup(site, "github") == 0
    said = capsys.readouterr().out
    for name in ("website", "kommentar-eintragen", "vorige-fassung", "sitegen-erneuern"):
        assert f"Geschrieben: .github/workflows/{name}.yml\n" in said
    assert "Entwürfe lesen, die Beiträge, die erst später erscheinen, und Ihre Bilder im Original" in said
    assert "„Settings“ → „Pages“" in said
    assert "new repository secret" not in said.lower(), "pages at GitHub need no secret"
    assert pinned_version((tmp_path / "requirements.txt").read_text("utf-8")) == VERSION


def test_a_second_time_nothing_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = office(tmp_path)
    assert setup(site, "github") == setup(site, "github") == 0
    assert capsys.readouterr().out.count("Schon auf dem neuesten Stand: ") == 5


def test_what_the_owner_changed_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """SG670."""
    site = office(tmp_path)
    setup(site, "github")
    mine = (tmp_path / WEBSITE).read_text("utf-8").replace('"7 * * * *"', '"30 8 * * *"')
    site.write(WEBSITE, mine)
    capsys.readouterr()
    assert setup(site, "netlify") == 1
    said = capsys.readouterr()
    assert (tmp_path / WEBSITE).read_text("utf-8") == mine
    assert "SG670" in said.err
    assert f"{WEBSITE} haben Sie geändert. Ihre Fassung bleibt." in said.err
    beside = tmp_path / ".sitegen/pipeline/github_workflows_website.yml"
    assert "NETLIFY_AUTH_TOKEN" in beside.read_text("utf-8")
    assert "Erneuert: .github/workflows/vorige-fassung.yml" in said.out
    assert setup(site, "netlify", "--force") == 0
    assert "NETLIFY_AUTH_TOKEN" in (tmp_path / WEBSITE).read_text("utf-8")


def test_a_file_of_somebody_else_is_the_owners(tmp_path: Path) -> None:
    site = office(tmp_path).write("requirements.txt", "requests==2.0\n").write(".gitlab-ci.yml", "stages: []\n")
    assert setup(site, "gitlab") == 1
    assert (tmp_path / "requirements.txt").read_text("utf-8") == "requests==2.0\n"
    assert (tmp_path / ".gitlab-ci.yml").read_text("utf-8") == "stages: []\n"


def test_line_ends_of_windows_are_no_change() -> None:
    text = signed("name: Website\n", version="1.2.3")
    assert is_untouched(text)
    assert is_untouched(text.replace("\n", "\r\n"))
    assert not is_untouched(text.replace("Website", "Webseite"))
    assert not is_untouched("name: Website\n")


@pytest.mark.parametrize("service", ["github", "gitlab", "forgejo"])
def test_a_webspace_gets_the_site_from_any_forge(
    tmp_path: Path, service: str, capsys: pytest.CaptureFixture[str]
) -> None:
    site = office(tmp_path, settings=SFTP)
    assert setup(site, service) == 0
    said = capsys.readouterr().out
    assert "SITEGEN_PUBLISH_PASSWORD (das Passwort Ihres Webspace)" in said
    texts = "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.yml"))
    assert "sitegen publish --yes" in texts
    assert "deploy-pages" not in texts
    assert "[heic,publish,search]" in (tmp_path / "requirements.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("origin", "folder"),
    [
        ("https://github.com/eva/buero.git", ".github"),
        ("git@gitlab.com:eva/buero.git", ".gitlab-ci.yml"),
        ("https://codeberg.org/eva/buero.git", ".forgejo"),
        ("", ".github"),
    ],
)
def test_netlify_gets_the_site_from_the_forge_that_is_there(tmp_path: Path, origin: str, folder: str) -> None:
    site = office(tmp_path, origin=origin)
    assert setup(site, "netlify") == 0
    assert (tmp_path / folder).exists()
    if "codeberg" in origin:
        assert "runs-on: codeberg-small" in (tmp_path / ".forgejo/workflows/website.yml").read_text("utf-8")


def test_an_inbox_hands_out_comments_before_each_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = office(tmp_path, settings=INBOX)
    assert setup(site, "github") == 0
    assert "SITEGEN_EXPORT_TOKEN" in capsys.readouterr().out
    assert "sitegen comment fetch" in (tmp_path / WEBSITE).read_text("utf-8")


def test_a_site_in_a_folder_of_its_repository(tmp_path: Path) -> None:
    git("init", "--quiet", folder=tmp_path)
    site = SiteCase.of(tmp_path / "website", {})
    assert setup(site, "github") == 0
    text = (tmp_path / WEBSITE).read_text("utf-8")
    assert "working-directory: website" in text
    assert "hashFiles('website/requirements.txt')" in text
    assert (tmp_path / "website/requirements.txt").exists()


def test_names_that_could_mean_something_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """SG671."""
    site = office(tmp_path, branch="main;id")
    assert setup(site, "github") == 1
    assert "SG671" in capsys.readouterr().err
    assert not (tmp_path / ".github").exists()


@pytest.mark.parametrize("name", ["main", "release/2026", "büro-website"])
def test_which_names_can_stand_in_a_pipeline(name: str) -> None:
    assert is_speakable(name) is name.isascii()


def test_without_a_repository_the_site_is_the_top(tmp_path: Path) -> None:
    assert setup(SiteCase.of(tmp_path, {}), "gitlab") == 0
    assert (tmp_path / ".gitlab-ci.yml").exists()


def test_a_broken_site_yaml_stops(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = office(tmp_path, settings='title: "offen\n')
    assert setup(site, "github") == 1
    assert "SG" in capsys.readouterr().err
    assert not (tmp_path / ".github").exists()


def test_no_secret_is_ever_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_PUBLISH_PASSWORD", "streng-geheim")
    monkeypatch.setenv("SITEGEN_FORM_KEY", "streng-geheim")
    setup(office(tmp_path, settings=SFTP), "github")
    written = [path.read_text("utf-8") for path in tmp_path.rglob("*") if path.suffix in {".yml", ".txt"}]
    assert written
    assert not [text for text in written if "streng-geheim" in text]


@pytest.mark.parametrize(
    ("install_from", "line"),
    [
        ("sitegen", "sitegen[search]==1.2.3"),
        ("dist/sitegen-1.2.3-py3-none-any.whl", "./dist/sitegen-1.2.3-py3-none-any.whl[search]"),
        (
            "https://x.example/sitegen-1.2.3-py3-none-any.whl",
            "sitegen[search] @ https://x.example/sitegen-1.2.3-py3-none-any.whl",
        ),
    ],
)
def test_the_version_that_is_pinned_is_found_again(install_from: str, line: str) -> None:
    assert requirement("1.2.3", install_from=install_from, extras=["search"]) == line
    text = pins_text(line, {"zebra": "1", "click": "8.5.1"})
    assert text.splitlines()[1:] == ["click==8.5.1", "zebra==1"]
    assert pinned_version(text) == "1.2.3"
    assert pinned_extras(text) == ("search",)


@pytest.mark.parametrize("text", ["", "sitegen\n", "sitegen>=1.0\n", "# sitegen==1.0\n", "mein-sitegen==1.0\n"])
def test_where_no_version_is_pinned_none_is_found(text: str) -> None:
    assert pinned_version(text) == ""


def test_everything_that_runs_here_is_pinned() -> None:
    pins = installed(["search"])
    assert pins["click"] == metadata.version("click")
    assert pins["mdurl"] == metadata.version("mdurl"), "what is needed by what is needed, too"
    assert "pagefind-bin" in pins
    assert not {"starlette", "pytest", "sitegen"} & set(pins)


def test_whether_something_is_due_is_said_as_pipelines_ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The key that each pipeline reads."""
    site = SiteCase.of(tmp_path, {}).post("eins", "Ein Satz.", date="2026-11-01 08:00")
    for since, due in (("2026-10-31T00:00:00Z", True), ("2026-11-02T00:00:00Z", False)):
        assert run(["--site", str(site.root), "due", "--since", since, "--at", "2026-11-20", "--format", "json"]) == 0
        assert json.loads(capsys.readouterr().out)["due"] is due


def test_every_click_and_secret_has_its_words() -> None:
    source = Path(clicks.__file__).read_text("utf-8")
    names = set(re.findall(r'"([A-Z][A-Z_]{8,})"', source))
    assert names == set(publish_setup_wording.SECRETS)
