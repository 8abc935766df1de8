"""A server's shell by OpenSSH: one connection for all commands, the server known by its key, no question asked.

Who the server is decides ssh alone, by known hosts. Where `site.yaml` names fingerprints, the keys that the server
shows are held against them first, and only those that match are put before ssh.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import msgspec

from sitegen.publish.target import PublishError, refused

_SECONDS: Final = 20
"""For connecting."""
_NO_CONNECTION: Final = 255
"""What ssh itself ends with."""
_FOR_GOOD: Final = "600"
"""Seconds for which a connection without a command stays open, should we be killed."""
_OPTIONS: Final = (
    "BatchMode=yes",
    "StrictHostKeyChecking=yes",
    f"ConnectTimeout={_SECONDS}",
    "ServerAliveInterval=15",
    "ServerAliveCountMax=3",
    "ForwardAgent=no",
    "ForwardX11=no",
    "LogLevel=ERROR",
    "ControlMaster=auto",
    f"ControlPersist={_FOR_GOOD}",
)
_FULL: Final = re.compile(r"No space left|[Qq]uota exceeded")


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """Where to, and as whom."""

    host: str
    port: int
    user: str
    fingerprints: tuple[str, ...] = ()
    key_file: str = ""


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What a program came to."""

    code: int
    stdout: bytes
    stderr: str


class Shell:
    """A connection, as a context; `run` runs a script at the other end."""

    def __init__(self, account: Account) -> None:
        """Raises PublishError (SG663) where ssh is not installed."""
        self.account: Final = account
        self._ssh = program("ssh")
        self._folder = Path()

    def __enter__(self) -> Self:
        self._folder = Path(tempfile.mkdtemp(prefix="sg-"))
        try:
            if self.account.fingerprints:
                self._pin()
            self.run("exit 0")
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Hang up."""
        subprocess.run([*self.command, "-O", "exit", "--", self._address], capture_output=True, check=False)  # noqa: S603 -- ssh, with arguments of ours
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def command(self) -> list[str]:
        """The program with all that it must know, but for the address."""
        account = self.account
        key = ["-i", str(Path(account.key_file).expanduser()), "-o", "IdentitiesOnly=yes"] if account.key_file else []
        known = self._folder / "known_hosts"
        pinned = [f"UserKnownHostsFile={known}", "GlobalKnownHostsFile=/dev/null"] if account.fingerprints else []
        options = [*_OPTIONS, f"ControlPath={self._folder}/c", *pinned]
        return [self._ssh, "-p", str(account.port), *key, *(part for option in options for part in ("-o", option))]

    @property
    def _address(self) -> str:
        return f"{self.account.user}@{self.account.host}"

    def run(self, script: str, *, stdin: bytes = b"", allowed: Sequence[int] = (0,)) -> Done:
        """Run a script for `sh` at the other end. Raises PublishError for exit codes that are not allowed."""
        arguments = [*self.command, "--", self._address, script]
        ran = subprocess.run(arguments, input=stdin, capture_output=True, check=False)  # noqa: S603 -- ssh, with arguments of ours
        done = Done(code=ran.returncode, stdout=ran.stdout, stderr=ran.stderr.decode("utf-8", "replace"))
        if done.code not in allowed:
            raise self.fault(done)
        return done

    def fault(self, done: Done, *, folder: str = "") -> PublishError:
        """What ssh, or the shell behind it, complained about."""
        said = done.stderr
        if "Host key verification failed" in said or "IDENTIFICATION HAS CHANGED" in said:
            return self._untrusted(has_changed="HAS CHANGED" in said or bool(self.account.fingerprints))
        if _FULL.search(said):
            return refused("SG665", target=self.account.host)
        if done.code == _NO_CONNECTION and ("Permission denied (" in said or "Too many authentication" in said):
            return refused("SG655", target=self.account.host)
        if done.code == _NO_CONNECTION:
            return refused("SG656", target=self.account.host)
        return refused("SG657", target=self.account.host, folder=folder or ".")

    def _pin(self) -> None:
        """Write those of the server's keys into known hosts of our own whose fingerprints `site.yaml` names."""
        wanted = {one.rstrip("=") for one in self.account.fingerprints}
        shown = self._shown()
        matching = [line for line, fingerprint in shown if fingerprint.rstrip("=") in wanted]
        if not shown:
            raise refused("SG656", target=self.account.host)
        if not matching:
            raise self._untrusted(has_changed=True)
        (self._folder / "known_hosts").write_text("".join(f"{line}\n" for line in matching))

    def _shown(self) -> list[tuple[str, str]]:
        """The keys that the server shows, each as a line of known hosts and as a fingerprint; Ed25519 first."""
        account = self.account
        arguments = [program("ssh-keyscan"), "-T", str(_SECONDS), "-p", str(account.port), "--", account.host]
        scanned = subprocess.run(arguments, capture_output=True, check=False, text=True)  # noqa: S603 -- with arguments of ours
        lines = [line for line in scanned.stdout.splitlines() if line and not line.startswith("#")]
        lines.sort(key=lambda line: "ed25519" not in line)
        return [(line, fingerprint_of(line)) for line in lines]

    def _untrusted(self, *, has_changed: bool) -> PublishError:
        shown = self._shown()
        if not shown:
            return refused("SG656", target=self.account.host)
        line, fingerprint = shown[0]
        facts = {"host": self.account.host, "fingerprint": fingerprint}
        kind = line.split()[1].removeprefix("ssh-").upper()
        return refused("SG654", **facts) if has_changed else refused("SG653", kind=kind, **facts)


def program(name: str) -> str:
    """Where a program lies. Raises PublishError (SG663)."""
    found = shutil.which(name)
    if found is None:
        raise refused("SG663", program=name)
    return found


def fingerprint_of(line: str) -> str:
    """The fingerprint of the key in a line of known hosts, as ssh-keygen says it: `SHA256:…`."""
    import base64
    import hashlib

    digest = hashlib.sha256(base64.b64decode(line.split()[2])).digest()
    return f"SHA256:{base64.b64encode(digest).decode().rstrip('=')}"


Beaten = Callable[[], None]
"""Called every few seconds while a program runs."""


def watched(arguments: Sequence[str], *, stdin: bytes, every: float, beat: Beaten) -> Done:
    """Run a program of this machine, which may take long."""
    with subprocess.Popen(  # noqa: S603 -- with arguments of ours
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        given: bytes | None = stdin
        while True:
            try:
                stdout, stderr = process.communicate(given, timeout=every)
                return Done(code=process.returncode, stdout=stdout, stderr=stderr.decode("utf-8", "replace"))
            except subprocess.TimeoutExpired:
                given = None  # it has that already
                try:
                    beat()
                except BaseException:
                    process.kill()
                    raise
