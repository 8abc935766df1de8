"""Whether a server is who it was: by the fingerprint in `site.yaml`, else by the known hosts of the machine.

Nothing is ever trusted because it answered, and nothing is written to the known hosts: the owner adds a line herself.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sitegen.publish.target import PublishError, refused

if TYPE_CHECKING:
    from asyncssh import SSHKey

KNOWN_HOSTS = Path("~/.ssh/known_hosts")
_KINDS: Final = (
    ("ssh-ed25519",),
    ("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521"),
    ("rsa-sha2-512", "rsa-sha2-256"),
)
"""Of host keys, with the algorithms to ask for them (RFC 8709, RFC 5656, RFC 8332)."""


class Trust:
    """What is known of the server `host` on `port`, and what to say about the key it shows."""

    def __init__(self, host: str, port: int, *, fingerprints: tuple[str, ...]) -> None:
        self._host = host
        self._port = port
        self._fingerprints = {fingerprint.rstrip("=") for fingerprint in fingerprints}
        self.refusal: PublishError | None = None
        """Why the key that was shown last was refused, if it was."""

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
        self.refusal = None
        if self._names(key):
            return True
        changed = self._fingerprints or any(len(keys) for keys in self.known(self._host, "", self._port)[:2])
        kind = key.get_algorithm().removeprefix("ssh-").upper()
        facts = {"host": self._host, "fingerprint": fingerprint}
        self.refusal = refused("SG654", **facts) if changed else refused("SG653", kind=kind, **facts)
        return False

    async def algorithms_of_named_key(self, *, seconds: float) -> tuple[str, ...]:
        """What to ask the server for, so that it shows the key that `site.yaml` names; empty where it has no such key.

        A server has several keys, and a host's help page may name another than the one it shows unasked.
        """
        import asyncssh

        for algorithms in _KINDS if self._fingerprints else ():
            asked = asyncssh.get_server_host_key(self._host, self._port, config=None, server_host_key_algs=algorithms)
            with suppress(OSError, asyncssh.Error):  # the server has no key of this kind
                key = await asyncio.wait_for(asked, seconds)
                if key is not None and self._names(key):
                    return algorithms
        return ()

    def _names(self, key: SSHKey) -> bool:
        return key.get_fingerprint("sha256").rstrip("=") in self._fingerprints


def _is_readable(line: str) -> bool:
    """Whether a line of known hosts is one; the others are passed over, as OpenSSH does."""
    import asyncssh

    try:
        asyncssh.import_known_hosts(line)
    except ValueError:
        return False
    return True
