"""`sitegen import pelican`."""

from __future__ import annotations

from typing import Final

from sitegen.cli.importing.generators import generator_command

command: Final = generator_command("pelican")
