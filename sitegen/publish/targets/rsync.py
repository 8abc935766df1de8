"""Webspace by rsync over OpenSSH: of a changed file only the changed parts travel. Needs both programs at both ends.

rsync writes beside the place and renames; by checksums it never sends what lies there already, so a transfer that was
cut off goes on by itself. Our own records are written by the shell.
"""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Collection, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sitegen.publish import presets
from sitegen.publish.target import Parcel, Sending, refused
from sitegen.publish.targets.shell import Account, Done, Shell, program, watched
from sitegen.settings import publish as settings

_TEMPORARY: Final = ".sitegen-part-"
_MISSING: Final = 44
_THERE: Final = 45
_BROKEN_OFF: Final = frozenset({10, 12, 30, 35, 255})
"""Codes of rsync that mean that the connection failed; see its manual."""
_TIMEOUT: Final = 60
"""Seconds without a byte."""


class RsyncTarget:
    """A folder on a server with a shell."""

    def __init__(self, said: settings.RsyncTarget, *, work: Path) -> None:
        """`work` is a folder of ours on this machine's disk, for one transfer at a time.

        Raises PublishError (SG663) without the programs.
        """
        account = Account(
            host=said.host,
            port=presets.port_of(said),
            user=said.user,
            fingerprints=said.host_key,
            key_file=said.key_file,
        )
        self._rsync = program("rsync")
        self._shell = Shell(account)
        self._folder = presets.folder_of(said)
        self._stage = work / "stage"

    @property
    def key(self) -> str:
        """Server, user and folder."""
        account = self._shell.account
        return f"rsync:{account.user}@{account.host}:{account.port}/{self._folder}"

    @property
    def name(self) -> str:
        """The server's name."""
        return self._shell.account.host

    def __enter__(self) -> Self:
        self._shell.__enter__()
        if self._run("true", allowed=(0, _MISSING)).code == _MISSING:
            self._shell.close()
            raise refused("SG657", target=self.name, folder=self._folder)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._shell.close()
        shutil.rmtree(self._stage, ignore_errors=True)

    def read(self, path: str) -> bytes | None:
        """By `cat`."""
        name = _quoted(path)
        done = self._run(f"[ -f {name} ] || exit {_THERE}; cat -- {name}", allowed=(0, _THERE))
        return done.stdout if done.code == 0 else None

    def write(self, path: str, content: bytes) -> None:
        """By way of a temporary name, readable for us alone."""
        fresh = _quoted(f"{_TEMPORARY}{os.urandom(6).hex()}")
        self._run(f"umask 077; cat > {fresh} && mv -f -- {fresh} {_quoted(path)}", stdin=content)

    def create(self, path: str, content: bytes) -> bool:
        """With the shell's `noclobber`, which asks the kernel for O_EXCL."""
        name = _quoted(path)
        script = f"umask 077; (set -C; cat > {name}) 2>/dev/null && exit 0; [ -e {name} ] && exit {_THERE}; exit 1"
        return self._run(script, stdin=content, allowed=(0, _THERE)).code == 0

    def existing(self, paths: Collection[str]) -> frozenset[str]:
        """By the shell's own test for each."""
        script = 'while IFS= read -r p; do if [ -e "./$p" ] || [ -L "./$p" ]; then printf "%s\\n" "$p"; fi; done'
        return _names(self._run(script, stdin=_lines(paths)))

    def arrived(self, parcels: Sequence[Parcel], *, since: int) -> frozenset[str]:
        """Those that rsync, asked by checksum, would not send."""
        if not parcels:
            return frozenset()
        self._lay_ready(parcels, since)
        done = self._sent(parcels, "--dry-run", "--out-format=%n", every=float(_TIMEOUT), sending=None)
        would = _names(done)
        return frozenset(parcel.path for parcel in parcels if parcel.path not in would)

    def put(self, parcels: Sequence[Parcel], sending: Sending) -> None:
        """All in one go of rsync."""
        self._lay_ready(parcels, sending.since)
        self._sent(parcels, every=sending.beat.seconds, sending=sending)
        for parcel in parcels:
            sending.arrived(parcel)

    def delete(self, paths: Sequence[str]) -> None:
        """Files, then folders left empty, the deepest first."""
        if not paths:
            return
        self._run('while IFS= read -r p; do rm -f -- "./$p"; done', stdin=_lines(paths))
        folders = {above for path in paths for above in _folders_above(path)}
        deepest_first = sorted(folders, key=lambda folder: -folder.count("/"))
        self._run('while IFS= read -r p; do rmdir -- "./$p" 2>/dev/null; done; true', stdin=_lines(deepest_first))

    def sweep(self, folders: Collection[str]) -> None:
        """What rsync leaves behind when it is cut off it deletes itself; ours lies at the top."""
        if folders:
            self._run(f"rm -f -- ./{_TEMPORARY}*")

    def _lay_ready(self, parcels: Sequence[Parcel], since: int) -> None:
        """Give the bytes the names that they shall have there."""
        shutil.rmtree(self._stage, ignore_errors=True)
        for parcel in parcels:
            place = self._stage / parcel.path
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(parcel.source, place)
            os.utime(place, (since, since))

    def _sent(self, parcels: Sequence[Parcel], *options: str, every: float, sending: Sending | None) -> Done:
        account = self._shell.account
        arguments = [
            self._rsync,
            *(
                "--from0",
                "--files-from=-",
                "--checksum",
                "--times",
                "--omit-dir-times",
                "--compress",
                "--secluded-args",
                "--8-bit-output",
                "--chmod=D755,F644",
            ),
            *(f"--timeout={_TIMEOUT}", "--rsh", shlex.join(self._shell.command)),
            *options,
            *("--", f"{self._stage}/", f"{account.user}@{_bracketed(account.host)}:{self._folder}/"),
        ]
        names = b"".join(parcel.path.encode() + b"\0" for parcel in parcels)
        done = watched(arguments, stdin=names, every=every, beat=lambda: self._beat(sending))
        if done.code == 0:
            return done
        if done.code in _BROKEN_OFF and "Permission denied (" not in done.stderr:
            raise refused("SG656", target=self.name)
        raise self._shell.fault(done, folder=self._folder)

    def _beat(self, sending: Sending | None) -> None:
        if sending is not None:
            self.write(sending.beat.path, sending.beat.content())

    def _run(self, script: str, *, stdin: bytes = b"", allowed: Sequence[int] = (0,)) -> Done:
        """In the folder. A folder that is not there ends with `_MISSING`."""
        whole = f"cd -- {_quoted(self._folder)} 2>/dev/null || exit {_MISSING}; {script}"
        done = self._shell.run(whole, stdin=stdin, allowed=(*allowed, _MISSING, *range(1, 255)))
        if done.code not in allowed:
            raise self._shell.fault(done, folder=self._folder)
        return done


def _quoted(path: str) -> str:
    """For `sh`; a name that begins with a hyphen is no option."""
    return shlex.quote(path if path.startswith(("/", "./")) or path == "." else f"./{path}")


def _bracketed(host: str) -> str:
    """An address of IPv6 in brackets, or rsync takes its colons for its own."""
    return f"[{host}]" if ":" in host else host


def _lines(paths: Collection[str]) -> bytes:
    """One a line; no path of a site holds a line break."""
    return "".join(f"{path}\n" for path in paths).encode()


def _names(done: Done) -> frozenset[str]:
    """What was printed, one name a line; Unicode's own line breaks may be part of one."""
    return frozenset(done.stdout.decode("utf-8", "replace").split("\n")) - {""}


def _folders_above(path: str) -> list[str]:
    parts = path.split("/")[:-1]
    return ["/".join(parts[: end + 1]) for end in range(len(parts))]
