"""From a site and its repository to the files of a pipeline. Pure: what it depends on comes as one value.

The files are templates beside this module; a recipe is a forge, which runs the pipeline, and a host, which gets the
site.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

import msgspec

from sitegen.publish.reporting.forge import ForgeName

Service = Literal["github", "gitlab", "forgejo", "netlify", "cloudflare"]
"""What the owner names."""
Host = Literal["pages", "webspace", "netlify", "cloudflare"]
"""Who shows the site: the forge itself, the place that `publish:` names, or a service."""

_FORGEJO_CACHE: Final = "https://data.forgejo.org/actions/cache{}@0057852bfaa89a56745cba8c7296529d2fc39830 # v4.3.0"

ACTIONS: Final = {
    "github": {
        "checkout": "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2",
        "cache": "actions/cache@cdf6c1fa76f9f475f3d7449005a359c84ca0f306 # v5.0.3",
        "cache_restore": "actions/cache/restore@cdf6c1fa76f9f475f3d7449005a359c84ca0f306 # v5.0.3",
        "cache_save": "actions/cache/save@cdf6c1fa76f9f475f3d7449005a359c84ca0f306 # v5.0.3",
        "upload_pages": "actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0",
        "deploy_pages": "actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0",
    },
    "forgejo": {
        "checkout": "https://data.forgejo.org/actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",
        "cache": _FORGEJO_CACHE.format(""),
        "cache_restore": _FORGEJO_CACHE.format("/restore"),
        "cache_save": _FORGEJO_CACHE.format("/save"),
    },
    "gitlab": {},
}
"""By the digest of a release; `git ls-remote https://github.com/actions/checkout v6.0.2` shows it to whoever asks."""

IMAGES: Final = {"github": "", "gitlab": "python:3.13-bookworm", "forgejo": "node:24-bookworm"}
SYSTEM: Final = {"github": "ubuntu-24.04", "gitlab": "python-3.13", "forgejo": "node-24-bookworm"}
WRANGLER: Final = "4.164.0"

_FILES: Final = {
    "github": {
        f".github/workflows/{name}": f"github/{name}"
        for name in ("website.yml", "kommentar-eintragen.yml", "vorige-fassung.yml", "sitegen-erneuern.yml")
    },
    "forgejo": {
        f".forgejo/workflows/{name}": f"forgejo/{name}"
        for name in ("website.yml", "kommentar-eintragen.yml", "vorige-fassung.yml", "sitegen-erneuern.yml")
    },
    "gitlab": {".gitlab-ci.yml": "gitlab/gitlab-ci.yml"},
}
_JOBS: Final = {
    "kommentar-eintragen.yml": "eintragen",
    "vorige-fassung.yml": "wiederherstellen",
    "sitegen-erneuern.yml": "uebernehmen",
}
_TEMPLATES: Final = Path(__file__).parent / "templates"
_SPEAKABLE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")
_PLACEHOLDER: Final = "0" * 16
_DIGEST: Final = re.compile(r"Prüfsumme ([0-9a-f]{16})")
_HEAD: Final = """\
# Geschrieben von „sitegen publish setup“, sitegen {version}, Prüfsumme {digest}.
# Ändern Sie hier etwas, bleibt Ihre Fassung: Überschrieben wird nur, was noch so ist, wie es geschrieben wurde."""


class Recipe(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the files of a pipeline depend on."""

    forge: ForgeName
    host: Host
    version: str
    """Of sitegen."""
    requirements: str
    """The lines of `requirements.txt`."""
    branch: str = "main"
    folder: str = ""
    """The way from the top of the repository to the site, without a slash at the end; empty for the top itself."""
    inbox: bool = False
    """Whether an inbox hands out approved comments."""
    runner: str = "docker"
    """The label by which Forgejo finds a machine."""


class RecipeFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a pipeline."""

    path: str
    """Relative to the top of the repository."""
    text: str


def recipe_files(recipe: Recipe) -> tuple[RecipeFile, ...]:
    """The files, signed: each says which version wrote it, and holds the digest of its text."""
    return tuple(RecipeFile(path=path, text=signed(text, version=recipe.version)) for path, text in _texts(recipe))


def is_speakable(name: str) -> bool:
    """Whether the name of a branch or a folder can stand in a pipeline without meaning anything else there."""
    return _SPEAKABLE.fullmatch(name) is not None and ".." not in name


def signed(text: str, *, version: str) -> str:
    """`text` below the head with the digest of the whole."""
    whole = f"{_HEAD.format(version=version, digest=_PLACEHOLDER)}\n{text}"
    return whole.replace(_PLACEHOLDER, _digest(whole), 1)


def is_untouched(text: str) -> bool:
    """Whether `text` is as we wrote it; line ends do not count, since git may change them."""
    normal = text.replace("\r\n", "\n")
    found = _DIGEST.search(normal)
    return found is not None and _digest(normal.replace(found[1], _PLACEHOLDER, 1)) == found[1]


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def _texts(recipe: Recipe) -> Iterator[tuple[str, str]]:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    slash = f"{recipe.folder}/" if recipe.folder else ""
    environment = Environment(  # noqa: S701 -- YAML, not HTML; every value is checked or ours
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        variable_start_string="«",
        variable_end_string="»",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    for path, template in _FILES[recipe.forge].items():
        name = path.rpartition("/")[2]
        filled = environment.get_template(template).render(
            **msgspec.structs.asdict(recipe),
            folder_slash=slash,
            actions=ACTIONS[recipe.forge],
            image=IMAGES[recipe.forge],
            system=SYSTEM[recipe.forge],
            wrangler=WRANGLER,
            job=_JOBS.get(name, ""),
            when="",
        )
        yield path, filled
    yield f"{slash}requirements.txt", recipe.requirements
