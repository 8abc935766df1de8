"""Two files to double-click in a new site, for owners without a terminal: `Vorschau` and `Veröffentlichen`.

One of each for Windows, macOS and Linux. They go to their own folder, take the program from the site's `.venv` where
there is one, else from wherever the system has it, and keep their window open so that the last line can be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sitegen.scaffold.new_file import NewFile

_COMMANDS: Final = {"Vorschau": "serve", "Veröffentlichen": "publish"}
_NOT_SET_UP: Final = "sitegen ist auf diesem Rechner noch nicht eingerichtet. Wie das geht, steht in README.md."
_CLOSE: Final = "Dieses Fenster können Sie jetzt schließen."

# cmd reads line ends of its own, and letters in the code page that is set before the first of them.
_WINDOWS: Final = """\
@echo off
chcp 65001 >nul
cd /d "%~dp0"
set "PYTHONUTF8=1"
set "sitegen=.venv\\Scripts\\sitegen.exe"
if not exist "%sitegen%" set "sitegen=sitegen"
where "%sitegen%" >nul 2>nul
if not exist "%sitegen%" if errorlevel 1 (
  echo {not_set_up}
  goto close
)
"%sitegen%" {command}
:close
echo.
echo {close}
pause >nul
"""

_SHELL: Final = """\
#!/bin/sh
cd "$(dirname "$0")" || exit 1
sitegen=.venv/bin/sitegen
[ -x "$sitegen" ] || sitegen=sitegen
if command -v "$sitegen" >/dev/null 2>&1; then
  "$sitegen" {command}
else
  echo '{not_set_up}'
fi
echo
echo '{close}'
"""

# The desktop gives the place of this file as %k. The script gets it as an argument, so that no name is read as a
# command. Quotes and backslashes as the Desktop Entry Specification wants them, in a value and in `Exec`.
_DESKTOP: Final = r"""
[Desktop Entry]
Type=Application
Version=1.5
Name={name}
Terminal=true
Exec=sh -c "cd \\"\\$(dirname \\"\\$1\\")\\" && sh \\"./{name}.command\\"; read -r _" sitegen %k
"""


def double_click_files() -> Iterator[NewFile]:
    """The files, for every system, since a site moves from one to another."""
    for name, command in _COMMANDS.items():
        said = {"name": name, "command": command, "not_set_up": _NOT_SET_UP, "close": _CLOSE}
        windows = _WINDOWS.format(**said).replace("\n", "\r\n")
        yield NewFile(path=f"{name}.bat", content=windows.encode(), executable=True)
        yield NewFile(path=f"{name}.command", content=_SHELL.format(**said).encode(), executable=True)
        yield NewFile(path=f"{name}.desktop", content=_DESKTOP.lstrip().format(**said).encode(), executable=True)
