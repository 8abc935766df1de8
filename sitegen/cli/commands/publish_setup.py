"""`sitegen publish setup`: writes the pipelines of a forge, and says in German what is left to click.

Never writes a secret, and never over a file that the owner has changed.
"""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from sitegen.about import INSTALL_FROM, VERSION
from sitegen.build.texts.gathering import read_settings_text
from sitegen.cli import console
from sitegen.cli import publish_setup_wording as wording
from sitegen.cli.german import GermanCommand, OneOf
from sitegen.cli.options import site_option
from sitegen.cli.refusal import show_refusal
from sitegen.cli.site_folder import site_of
from sitegen.cli.stopping import stop_for
from sitegen.diagnostics import Diagnostic, Findings, Span
from sitegen.publish.recipes.clicks import secrets_for, steps_for
from sitegen.publish.recipes.pins import installed, pins_text, requirement
from sitegen.publish.recipes.recipe import Host, Recipe, Service, is_speakable, recipe_files
from sitegen.publish.recipes.writing import Placed, Whereabouts, beside, forge_behind, place, whereabouts
from sitegen.publish.reporting.forge import ForgeName
from sitegen.settings.load import load
from sitegen.settings.publish import RsyncTarget, S3Target, SftpTarget
from sitegen.settings.settings import Settings

_CODEBERG = "codeberg.org"


@click.command("setup", cls=GermanCommand, help=wording.HELP)
@click.argument("service", type=OneOf(get_args(Service)), metavar=wording.SERVICE_METAVAR)
@click.option(
    "--forge",
    type=OneOf(get_args(ForgeName)),
    metavar=wording.FORGE_METAVAR,
    help=wording.FORGE_OPTION.format(forms=", ".join(get_args(ForgeName))),
)
@click.option("--force", is_flag=True, help=wording.FORCE_OPTION)
@site_option
@click.pass_context
def command(
    context: click.Context, *, service: Service, forge: ForgeName | None, force: bool, site: Path | None
) -> int:
    """Exit code 1 where nothing could be written, or a file of the owner's was left as it is."""
    folder = site_of(context, site)
    if isinstance(folder, Diagnostic):
        return show_refusal(folder)
    settings = _settings(folder)
    where = whereabouts(folder)
    recipe = _recipe(service, forge or forge_behind(where.server), settings, where)
    _refuse_unspeakable(recipe)
    placed = place(where.top, recipe_files(recipe), keep_changed=not force)
    _tell(placed)
    console.say("\n".join(["", *_next(recipe, settings)]))
    kept = [one for one in placed if one.fate == "kept"]
    return show_refusal(*(_kept(one) for one in kept)) if kept else 0


def _settings(site: Path) -> Settings:
    """What `site.yaml` says; stops where anything in it is wrong, since the pipelines follow from it."""
    read = read_settings_text(site)
    loaded = load(read.text) if read.text is not None else None
    findings = Findings.of((*read.findings, *(loaded.findings if loaded else ())))
    if loaded is None or loaded.settings is None or findings.stops(strict=False):
        stop_for(*findings)
    return loaded.settings


def _recipe(service: Service, forge: ForgeName, settings: Settings, where: Whereabouts) -> Recipe:
    host = _host(service, settings)
    extras = ["heic", "search", *(["publish"] if host == "webspace" else [])]
    first = requirement(VERSION, install_from=INSTALL_FROM, extras=extras)
    return Recipe(
        forge=forge if service == "netlify" or service == "cloudflare" else service,  # noqa: PLR1714 -- narrows the type
        host=host,
        version=VERSION,
        requirements=pins_text(first, installed(extras)),
        branch=where.branch,
        folder=where.folder,
        inbox=settings.delivery.provider == "inbox",
        runner="codeberg-small" if where.server == _CODEBERG else "docker",
    )


def _host(service: Service, settings: Settings) -> Host:
    """A service shows the site itself; a forge does so unless `publish:` names a webspace or a storage."""
    if service in {"netlify", "cloudflare"}:
        return "netlify" if service == "netlify" else "cloudflare"
    return "webspace" if isinstance(settings.publish, SftpTarget | RsyncTarget | S3Target) else "pages"


def _refuse_unspeakable(recipe: Recipe) -> None:
    named = ((wording.KIND_BRANCH, recipe.branch), (wording.KIND_FOLDER, recipe.folder))
    wrong = [(kind, name) for kind, name in named if name and not is_speakable(name)]
    if wrong:
        stop_for(
            *(Diagnostic(code="SG671", span=Span(file=""), facts={"kind": kind, "name": name}) for kind, name in wrong)
        )


def _tell(placed: tuple[Placed, ...]) -> None:
    for one in placed:
        if one.fate in wording.FATES:
            console.say(wording.FATES[one.fate].format(path=one.path))


def _kept(one: Placed) -> Diagnostic:
    return Diagnostic(code="SG670", span=Span(file=""), facts={"path": one.path, "beside": beside(one.path)})


def _next(recipe: Recipe, settings: Settings) -> list[str]:
    """What is left to do, and who can read what."""
    forge = wording.NAMES[recipe.forge]
    secrets = secrets_for(recipe, settings.publish)
    steps = [
        *([wording.WHEEL.format(path=INSTALL_FROM, forge=forge)] if INSTALL_FROM.endswith(".whl") else []),
        *(sentence for key in steps_for(recipe) for sentence in wording.CLICKS.get(key, ())),
        *([wording.SECRET[recipe.forge].format(names=_named(secrets))] if secrets else []),
        wording.PUSH.format(forge=forge),
    ]
    return [
        wording.PUBLIC.format(forge=forge),
        "",
        wording.NEXT,
        *(wording.STEP.format(number=number, text=text) for number, text in enumerate(steps, 1)),
        "",
        wording.BUTTONS[recipe.forge],
    ]


def _named(secrets: tuple[str, ...]) -> str:
    listed = [wording.NAMED.format(name=name, what=wording.SECRETS[name]) for name in secrets]
    return wording.AND.join([", ".join(listed[:-1]), listed[-1]]) if len(listed) > 1 else listed[0]
