"""Webspace by rsync over OpenSSH: of a changed file only the changed parts travel. Needs both programs, here and there.

Only the files of the site go by rsync; all else (records, deletions, looks) goes over one SFTP connection, which also
decides who the server is: ssh is given the one key that was found right and no other. rsync writes beside the place and
renames, and by checksums never sends what lies there already.
"""

from __future__ import annotations

import asyncio
import os
import re
import shlex
import shutil
import tempfile
from asyncio.subprocess import PIPE
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import msgspec

from sitegen.publish.secrets import PASSWORD
from sitegen.publish.target import Parcel, Sending, refused
from sitegen.publish.targets.login import Login
from sitegen.publish.targets.sftp import SftpTarget

_SECONDS: Final = 20
"""For connecting."""
_TIMEOUT: Final = 60
"""Seconds without a byte."""
_OPTIONS: Final = (
    "StrictHostKeyChecking=yes",
    "GlobalKnownHostsFile=/dev/null",
    f"ConnectTimeout={_SECONDS}",
    "ServerAliveInterval=15",
    "NumberOfPasswordPrompts=1",
    "ForwardAgent=no",
    "LogLevel=ERROR",
)
_HOW: Final = (
    "--from0",
    "--files-from=-",
    "--checksum",
    "--times",
    "--omit-dir-times",
    "--compress",
    "--secluded-args",
    "--8-bit-output",
    "--chmod=D755,F644",
)
_FULL: Final = re.compile(r"No space left|[Qq]uota exceeded")
_UNWRITABLE: Final = frozenset({3, 11, 23})
"""Codes of rsync that mean that files could not be written there; see its manual."""
_NOT_FOUND: Final = 127
"""What the shell over there says of a program that it has not."""
_ASKPASS: Final = f'#!/bin/sh\nprintf "%s\\n" "${PASSWORD}"\n'
"""What ssh asks for a password; it stands in the environment of this one process, and in no argument and no file."""


class _Done(msgspec.Struct, frozen=True, kw_only=True):
    """What rsync came to."""

    code: int
    stdout: bytes
    stderr: str


class RsyncTarget(SftpTarget):
    """A folder on a server with SSH and rsync."""

    def __init__(self, login: Login, *, ask: Callable[[], str] = str) -> None:
        """Raises PublishError (SG663) without the programs."""
        super().__init__(login, ask=ask)
        self._programs = {name: _program(name) for name in ("rsync", "ssh")}
        self._work = Path()

    def __enter__(self) -> Self:
        super().__enter__()
        self._work = Path(tempfile.mkdtemp(prefix="sitegen-"))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        super().__exit__(kind, error, trace)
        shutil.rmtree(self._work, ignore_errors=True)

    def arrived(self, parcels: Sequence[Parcel], *, since: int) -> frozenset[str]:
        """Those that rsync, asked by checksum, would not send."""
        if not parcels:
            return frozenset()
        self._lay_ready(parcels, since)
        done = self._judged(self._run(self._rsync(parcels, "--dry-run", "--out-format=%n")))
        would = set(done.stdout.decode("utf-8", "replace").split("\n"))  # Unicode's own line breaks may be in a name
        return frozenset(parcel.path for parcel in parcels if parcel.path not in would)

    def put(self, parcels: Sequence[Parcel], sending: Sending) -> None:
        """All in one go of rsync."""
        self._lay_ready(parcels, sending.since)
        self._judged(self._run(self._send(parcels, sending)))
        for parcel in parcels:
            sending.arrived(parcel)

    def _lay_ready(self, parcels: Sequence[Parcel], since: int) -> None:
        """Give the bytes the names that they shall have there."""
        stage = self._work / "stage"
        shutil.rmtree(stage, ignore_errors=True)
        for parcel in parcels:
            place = stage / parcel.path
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(parcel.source, place)
            os.utime(place, (since, since))

    async def _send(self, parcels: Sequence[Parcel], sending: Sending) -> _Done:
        beating = asyncio.create_task(self._beat(sending.beat))
        try:
            return await self._rsync(parcels)
        finally:
            beating.cancel()
            with suppress(asyncio.CancelledError):
                await beating

    async def _rsync(self, parcels: Sequence[Parcel], *options: str) -> _Done:
        login = self._login
        host = f"[{login.host}]" if ":" in login.host else login.host
        place = f"{login.user}@{host}:{login.folder}/"
        arguments = [
            *(*_HOW, f"--timeout={_TIMEOUT}", "--rsh", shlex.join(self._ssh())),
            *(*options, "--", f"{self._work}/stage/", place),
        ]
        process = await asyncio.create_subprocess_exec(
            self._programs["rsync"], *arguments, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=self._environment()
        )
        try:
            stdout, stderr = await process.communicate(b"".join(parcel.path.encode() + b"\0" for parcel in parcels))
        except BaseException:
            process.kill()
            await process.wait()
            raise
        return _Done(code=process.returncode or 0, stdout=stdout, stderr=stderr.decode("utf-8", "replace"))

    def _ssh(self) -> list[str]:
        """Ssh with all that it must know but the address."""
        login = self._login
        known = self._work / "known_hosts"
        known.write_text(f"{self._named_host()} {self.host_key}\n")
        key = ["-i", str(Path(login.key_file).expanduser()), "-o", "IdentitiesOnly=yes"] if login.key_file else []
        batch = "no" if self._secret.is_used else "yes"
        options = [*_OPTIONS, f"UserKnownHostsFile={known}", f"BatchMode={batch}"]
        return [self._programs["ssh"], "-p", str(login.port), *key, *(part for one in options for part in ("-o", one))]

    def _named_host(self) -> str:
        """The server as known hosts name it."""
        login = self._login
        return login.host if login.port == 22 else f"[{login.host}]:{login.port}"  # noqa: PLR2004 -- ssh's own

    def _environment(self) -> dict[str, str]:
        """That of this process; with the password, where the server wanted one."""
        if not self._secret.is_used:
            return dict(os.environ)
        asker = self._work / "askpass"
        asker.write_text(_ASKPASS)
        asker.chmod(0o700)
        secret = {PASSWORD: self._secret.value, "SSH_ASKPASS": str(asker), "SSH_ASKPASS_REQUIRE": "force"}
        return {**os.environ, **secret}

    def _judged(self, done: _Done) -> _Done:
        """What rsync came to, if that was good. Raises PublishError."""
        if done.code == 0:
            return done
        if _FULL.search(done.stderr):
            raise refused("SG665", target=self.name)
        if "Permission denied (" in done.stderr:
            raise refused("SG655", target=self.name)
        if done.code == _NOT_FOUND:
            raise refused("SG663", program=f"rsync ({self.name})")
        if done.code in _UNWRITABLE:
            raise refused("SG657", target=self.name, folder=self._login.folder)
        raise refused("SG656", target=self.name)


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise refused("SG663", program=name)
    return found
