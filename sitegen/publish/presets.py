"""What is usual at providers of webspace in German-speaking countries: port, folder, and what their help calls things.

From the help pages of the providers themselves; what they do not say there is marked in the documentation.
"""

from __future__ import annotations

from typing import Final

import msgspec

from sitegen.settings.publish import RsyncTarget, SftpTarget, Webspace

PORT: Final = 22
HERE: Final = "."
"""The folder in which the account begins."""


class Preset(msgspec.Struct, frozen=True, kw_only=True):
    """One provider."""

    folder: str
    """What visitors see, as the main account sees it."""
    port: int = PORT


PRESETS: Final[dict[Webspace, Preset]] = {
    "ionos": Preset(folder=HERE),
    "strato": Preset(folder=HERE),
    "all-inkl": Preset(folder=HERE),
    "hetzner": Preset(folder="public_html"),
    "netcup": Preset(folder="httpdocs"),
}


def port_of(target: SftpTarget | RsyncTarget) -> int:
    """As typed, else the provider's."""
    preset = PRESETS.get(target.webspace) if target.webspace else None
    return target.port or (preset.port if preset else PORT)


def folder_of(target: SftpTarget | RsyncTarget) -> str:
    """As typed, else the provider's; without a slash at its end."""
    preset = PRESETS.get(target.webspace) if target.webspace else None
    folder = target.folder or (preset.folder if preset else HERE)
    return folder.rstrip("/") or "/"
