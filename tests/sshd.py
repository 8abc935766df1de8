"""A real OpenSSH server on this machine alone, with SFTP and a shell for rsync. Skipped aloud without one."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from browser.surroundings import without
from nginx import free_port, wait_for
from waiting import PATIENCE

_CONFIG = """
ListenAddress 127.0.0.1
Port {port}
HostKey {state}/{host_key}
HostKey {state}/host-ecdsa
PidFile none
AuthorizedKeysFile {state}/authorized
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
StrictModes no
PermitRootLogin yes
MaxStartups 100
SetEnv HOME={state}
Subsystem sftp internal-sftp
"""


class Sshd:
    """Where it listens, who may come in, and what it is known by."""

    def __init__(self, state: Path, port: int) -> None:
        self.state = state
        self.port = port
        self.user = getpass.getuser()
        self.key_file = state / "client"

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.state / "host.pub")

    @property
    def other_fingerprint(self) -> str:
        """Of the key that it shows only when asked for its kind."""
        return fingerprint(self.state / "host-ecdsa.pub")

    @property
    def known_hosts_line(self) -> str:
        kind, key = (self.state / "host.pub").read_text().split()[:2]
        return f"[127.0.0.1]:{self.port} {kind} {key}\n"


def fingerprint(key: Path) -> str:
    """`SHA256:…` as ssh-keygen says it."""
    said = subprocess.run(["ssh-keygen", "-lf", str(key)], capture_output=True, check=True, text=True)
    return said.stdout.split()[1]


def make_key(path: Path, kind: str = "ed25519") -> None:
    """A key pair without a passphrase."""
    subprocess.run(["ssh-keygen", "-q", "-t", kind, "-N", "", "-f", str(path)], check=True)


@contextmanager
def sshd_running(state: Path) -> Iterator[Sshd]:
    """A server with a host key of its own, for the user of this process."""
    program = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin") or without("sshd")
    state.mkdir(parents=True, exist_ok=True)
    for name in ("host", "client"):
        make_key(state / name)
    make_key(state / "host-ecdsa", "ecdsa")
    shutil.copyfile(state / "client.pub", state / "authorized")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    server = Sshd(state, free_port())
    config = state / "sshd_config"
    config.write_text(_CONFIG.format(state=state, port=server.port, host_key="host"))
    command = [program, "-D", "-f", str(config), "-E", str(state / "log")]
    with subprocess.Popen(command) as process:
        try:
            wait_for(server.port, process)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)
