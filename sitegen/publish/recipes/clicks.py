"""Which secrets a pipeline wants, and which settings of a forge are to be clicked.

Names only; the sentences are the command's. Pure.
"""

from __future__ import annotations

from sitegen.publish.recipes.recipe import Recipe
from sitegen.settings.publish import Publish, S3Target

_OF_HOSTS = {
    "pages": (),
    "netlify": ("NETLIFY_AUTH_TOKEN", "NETLIFY_SITE_ID"),
    "cloudflare": ("CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID", "CLOUDFLARE_PROJECT"),
}


def secrets_for(recipe: Recipe, target: Publish | None) -> tuple[str, ...]:
    """The names of the secrets to make, in the order in which they are told."""
    return (
        *(("SITEGEN_TOKEN",) if recipe.forge == "gitlab" else ()),
        *(_of_webspace(target) if recipe.host == "webspace" else _OF_HOSTS[recipe.host]),
        *(("SITEGEN_EXPORT_TOKEN", "SITEGEN_FORM_KEY") if recipe.inbox else ()),
    )


def steps_for(recipe: Recipe) -> tuple[tuple[str, str], ...]:
    """Which settings are to be clicked: forge and host, `*` for any."""
    return ((recipe.forge, recipe.host), (recipe.forge, "*"), ("*", recipe.host))


def _of_webspace(target: Publish | None) -> tuple[str, ...]:
    if isinstance(target, S3Target):
        return ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
    return ("SITEGEN_PUBLISH_PASSWORD", "SITEGEN_PUBLISH_SSH_KEY")
