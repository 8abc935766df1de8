"""Whether a server is who it was: by the fingerprint in `site.yaml`, else by the known hosts of the machine.

Nothing is ever trusted because it answered, and nothing is written to the known hosts: the owner adds a line herself.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sitegen.publish.target import PublishError, refused

if TYPE_CHECKING:
    from asyncssh import SSHKey

KNOWN_HOSTS = Path("~/.ssh/known_hosts")


class Trust:
    """What is known of the server `host` on `port`, and what to say about the key it shows."""

    def __init__(self, host: str, port: int, *, fingerprints: tuple[str, ...]) -> None:
        self._host = host
        self._port = port
        self._fingerprints = {fingerprint.rstrip("=") for fingerprint in fingerprints}
        self.refusal: PublishError | None = None
        """Why the key was refused, once it was."""

    def known(self, host: str, address: str, port: int | None) -> Any:  # noqa: ANN401 -- asyncssh's lists of keys
        """The keys that the known hosts name; none where `site.yaml` says what counts."""
        import asyncssh

        path = KNOWN_HOSTS.expanduser()
        if self._fingerprints or not path.is_file():
            return [], [], [], [], [], [], []
        lines = path.read_bytes().decode("utf-8", "replace").splitlines()
        readable = "".join(f"{line}\n" for line in lines if _is_readable(line))
        return asyncssh.match_known_hosts(asyncssh.import_known_hosts(readable), host, address, port)

    def accepts(self, key: SSHKey) -> bool:
        """Whether a key that the known hosts do not name may be trusted; if not, `refusal` says why."""
        fingerprint = key.get_fingerprint("sha256")
        if fingerprint.rstrip("=") in self._fingerprints:
            return True
        changed = self._fingerprints or any(len(keys) for keys in self.known(self._host, "", self._port)[:2])
        kind = key.get_algorithm().removeprefix("ssh-").upper()
        facts = {"host": self._host, "fingerprint": fingerprint}
        self.refusal = refused("SG654", **facts) if changed else refused("SG653", kind=kind, **facts)
        return False


def _is_readable(line: str) -> bool:
    """Whether a line of known hosts is one; the others are passed over, as OpenSSH does."""
    import asyncssh

    try:
        asyncssh.import_known_hosts(line)
    except ValueError:
        return False
    return True
