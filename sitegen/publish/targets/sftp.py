"""Webspace by SFTP, with asyncssh: many files at once over one connection, each by a temporary name.

asyncssh was taken over paramiko because it keeps several files on the way at a time: with 30 ms to the server a
thousand small files take seconds instead of minutes. Nothing here decides what travels.
"""

from __future__ import annotations

import asyncio
import logging
import os
import posixpath
from collections.abc import Awaitable, Callable, Collection, Coroutine, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar, cast

from sitegen.publish.difference import folders_above
from sitegen.publish.records import LARGEST
from sitegen.publish.secrets import PASSWORD
from sitegen.publish.target import Beat, Parcel, PublishError, Sending, refused
from sitegen.publish.targets.login import Login, Secret
from sitegen.publish.targets.ssh_trust import Trust

if TYPE_CHECKING:
    from asyncssh import SFTPAttrs, SFTPClient, SSHClientConnection, SSHKey

TEMPORARY: Final = ".sitegen-part-"
_AT_ONCE: Final = 16
"""Files on the way at a time; servers of OpenSSH take 64 requests of one connection."""
_SECONDS: Final = 20.0
"""For connecting and logging in."""
_TURNS: Final = 3
"""Of the event loop, until a connection that was refused has let go of its socket."""
_KEEPALIVE: Final = 15
_PRIVATE: Final = 0o600
_PUBLIC: Final = 0o644

T = TypeVar("T")


class SftpTarget:
    """A folder behind an SFTP server."""

    def __init__(self, login: Login, *, ask: Callable[[], str] = str) -> None:
        """`ask` gives a password where keys and the one in `login` do not suffice; empty for none."""
        self._login = login
        self._secret = Secret(login.password, ask)
        self._trust = Trust(login.host, login.port, fingerprints=login.fingerprints)
        self._runner = asyncio.Runner()
        self._connection: SSHClientConnection | None = None
        self._client: SFTPClient | None = None
        self._folders: set[str] = set()

    @property
    def key(self) -> str:
        """Server, user and folder."""
        login = self._login
        return f"sftp:{login.user}@{login.host}:{login.port}/{login.folder}"

    @property
    def name(self) -> str:
        """The server's name."""
        return self._login.host

    @property
    def host_key(self) -> str:
        """The key by which the server was found to be who it is, as known hosts write it."""
        assert self._connection is not None, "not connected"
        key = self._connection.get_server_host_key()
        assert key is not None, "nobody connects without one"
        return key.export_public_key("openssh").decode().strip()

    def __enter__(self) -> Self:
        # When a line is cut, tasks within asyncssh fail for the same reason; it is told once, by what we raise.
        self._runner.get_loop().set_exception_handler(_say_nothing)
        logging.getLogger("asyncio").addFilter(_drop)
        try:
            self._run(self._connect())
        except BaseException:
            self._hang_up()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._hang_up()

    def read(self, path: str) -> bytes | None:
        """The bytes; LARGEST at most."""
        return self._run(self._read(self._at(path)))

    def write(self, path: str, content: bytes) -> None:
        """By way of a temporary name, readable for us alone."""
        self._run(self._write(self._at(path), content))

    def create(self, path: str, content: bytes) -> bool:
        """With the flag EXCL of the protocol."""
        return self._run(self._create(self._at(path), content))

    def existing(self, paths: Collection[str]) -> frozenset[str]:
        """By listing the folders that they lie in."""
        return frozenset(self._run(self._seen(paths)))

    def arrived(self, parcels: Sequence[Parcel], *, since: int) -> frozenset[str]:
        """Those with the size and the modification time that they were sent with."""
        seen = self._run(self._seen([parcel.path for parcel in parcels]))
        wanted = {parcel.path: (parcel.stamp.size, since) for parcel in parcels}
        return frozenset(path for path, attrs in seen.items() if (attrs.size, attrs.mtime) == wanted[path])

    def put(self, parcels: Sequence[Parcel], sending: Sending) -> None:
        """Several at once."""
        self._run(self._put_all(parcels, sending))

    def delete(self, paths: Sequence[str]) -> None:
        """Files, then folders left empty."""
        self._run(self._delete(paths))

    def sweep(self, folders: Collection[str]) -> None:
        """By listing them."""
        self._run(self._sweep(folders))

    # What happens on the connection

    async def _connect(self) -> None:
        import asyncssh

        trust, login = self._trust, self._login

        class Client(asyncssh.SSHClient):
            def password_auth_requested(self) -> str | None:
                return secret.once("password")

            def kbdint_auth_requested(self) -> str | None:
                return "" if secret.once("kbdint") else None

            def kbdint_challenge_received(self, name: str, instructions: str, lang: str, prompts: Any) -> list[str]:  # noqa: ANN401, ARG002 -- asyncssh's signature
                return [secret.value for _ in prompts]

            def validate_host_public_key(self, host: str, addr: str, port: int, key: SSHKey) -> bool:  # noqa: ARG002 -- asyncssh's signature
                return trust.accepts(key)

        keys: dict[str, Any] = {"client_keys": [str(Path(login.key_file).expanduser())]} if login.key_file else {}  # noqa: ASYNC240 -- reads one variable
        secret = self._secret
        connect = partial(
            asyncssh.connect,
            login.host,
            login.port,
            username=login.user,
            client_factory=Client,
            known_hosts=trust.known,
            config=None,
            connect_timeout=_SECONDS,
            login_timeout=_SECONDS,
            keepalive_interval=_KEEPALIVE,
            **keys,
        )
        try:
            self._connection = await connect()
        except asyncssh.HostKeyNotVerifiable:
            named = await trust.algorithms_of_named_key(seconds=_SECONDS)
            if not named:
                raise
            self._connection = await connect(server_host_key_algs=named)
        self._client = await self._connection.start_sftp_client()
        if not await self._client.isdir(self._at("")):
            raise refused("SG657", target=self.name, folder=login.folder)

    def _hang_up(self) -> None:
        with suppress(Exception):
            self._runner.run(self._disconnect())
        self._runner.close()
        logging.getLogger("asyncio").removeFilter(_drop)

    async def _disconnect(self) -> None:
        if self._client is not None:
            self._client.exit()
        if self._connection is not None:
            self._connection.close()
            await self._connection.wait_closed()
        for _ in range(_TURNS):
            await asyncio.sleep(0)

    async def _read(self, path: str) -> bytes | None:
        import asyncssh

        try:
            async with self._sftp.open(path, "rb") as file:
                return cast("bytes", await file.read(LARGEST))
        except (asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath):
            return None

    async def _write(self, path: str, content: bytes) -> None:
        import asyncssh

        fresh = _temporary(path)
        async with self._sftp.open(fresh, "wb", asyncssh.SFTPAttrs(permissions=_PRIVATE)) as file:
            await file.write(content)
        await self._move(fresh, path)

    async def _create(self, path: str, content: bytes) -> bool:
        import asyncssh

        try:
            async with self._sftp.open(path, "xb", asyncssh.SFTPAttrs(permissions=_PRIVATE)) as file:
                await file.write(content)
        except asyncssh.SFTPFileAlreadyExists:
            return False
        except asyncssh.SFTPFailure:  # version 3 of the protocol has no word for it
            if await self._sftp.exists(path):
                return False
            raise
        return True

    async def _seen(self, paths: Collection[str]) -> dict[str, SFTPAttrs]:
        folders = sorted({path.rpartition("/")[0] for path in paths})
        listings = await _at_once([self._listing(folder) for folder in folders])
        seen = {name: attrs for listing in listings for name, attrs in listing.items()}
        return {path: seen[path] for path in paths if path in seen}

    async def _listing(self, folder: str) -> dict[str, SFTPAttrs]:
        import asyncssh

        try:
            names = await self._sftp.readdir(self._at(folder))
        except (asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath, asyncssh.SFTPNotADirectory):
            return {}
        return {posixpath.join(folder, _text(name.filename)): name.attrs for name in names}

    async def _put_all(self, parcels: Sequence[Parcel], sending: Sending) -> None:
        await self._make_folders(parcels)
        beating = asyncio.create_task(self._beat(sending.beat))
        try:
            await _at_once([self._put(parcel, sending) for parcel in parcels])
        finally:
            beating.cancel()
            with suppress(asyncio.CancelledError):
                await beating

    async def _put(self, parcel: Parcel, sending: Sending) -> None:
        import asyncssh

        place = self._at(parcel.path)
        fresh = _temporary(place)
        try:
            content = parcel.source.read_bytes()
            async with self._sftp.open(fresh, "wb", asyncssh.SFTPAttrs(permissions=_PUBLIC)) as file:
                await file.write(content)
                with suppress(asyncssh.SFTPError):  # without it a cut transfer sends more again, nothing else
                    await file.utime((sending.since, sending.since))
            await self._move(fresh, place)
        except asyncssh.SFTPError:
            with suppress(asyncssh.SFTPError):
                await self._sftp.remove(fresh)
            raise
        sending.arrived(parcel)

    async def _move(self, fresh: str, place: str) -> None:
        """In one stroke where the server can (OpenSSH, and most others), else as quickly as it can."""
        import asyncssh

        try:
            await self._sftp.posix_rename(fresh, place)
        except asyncssh.SFTPOpUnsupported:
            with suppress(asyncssh.SFTPNoSuchFile):
                await self._sftp.remove(place)
            await self._sftp.rename(fresh, place)

    async def _make_folders(self, parcels: Sequence[Parcel]) -> None:
        wanted = {above for parcel in parcels for above in folders_above(parcel.path)} - self._folders
        for folder in sorted(wanted, key=lambda folder: (folder.count("/"), folder)):
            if not await self._sftp.isdir(self._at(folder)):
                await self._sftp.makedirs(self._at(folder), exist_ok=True)
        self._folders |= wanted

    async def _delete(self, paths: Sequence[str]) -> None:
        await _at_once([self._remove(path) for path in paths])
        folders = {above for path in paths for above in folders_above(path)}
        for folder in sorted(folders, key=lambda folder: -folder.count("/")):
            await self._remove_if_empty(folder)
        self._folders -= folders

    async def _remove(self, path: str) -> None:
        import asyncssh

        with suppress(asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath, asyncssh.SFTPNotADirectory):
            await self._sftp.remove(self._at(path))

    async def _sweep(self, folders: Collection[str]) -> None:
        listings = await _at_once([self._listing(folder) for folder in folders])
        names = [path for listing in listings for path in listing]
        await _at_once([self._remove(path) for path in names if posixpath.basename(path).startswith(TEMPORARY)])

    async def _remove_if_empty(self, folder: str) -> None:
        import asyncssh

        with suppress(asyncssh.SFTPError):  # not empty, or gone
            await self._sftp.rmdir(self._at(folder))

    async def _beat(self, beat: Beat) -> None:
        while True:
            await asyncio.sleep(beat.seconds)
            await self._write(self._at(beat.path), beat.content())

    # Between this and the caller

    @property
    def _sftp(self) -> SFTPClient:
        assert self._client is not None, "not connected"
        return self._client

    def _at(self, path: str) -> str:
        return posixpath.join(self._login.folder or ".", path) if path else (self._login.folder or ".")

    def _run(self, act: Coroutine[Any, Any, T]) -> T:
        import asyncssh

        try:
            return self._runner.run(act)
        except (TimeoutError, asyncssh.Error, OSError) as error:
            raise self._fault(error) from error

    def _fault(self, error: Exception) -> PublishError:
        import asyncssh

        login = asyncssh.PermissionDenied, asyncssh.KeyImportError, FileNotFoundError
        full = asyncssh.SFTPNoSpaceOnFilesystem, asyncssh.SFTPQuotaExceeded
        cut = asyncssh.SFTPConnectionLost, asyncssh.SFTPNoConnection, asyncssh.SFTPEOFError
        if self._trust.refusal is not None:
            return self._trust.refusal
        if isinstance(error, login):
            if self._secret.is_missing:
                return refused("SG669", target=self.name, variable=PASSWORD)
            return refused("SG655", target=self.name)
        if isinstance(error, full):
            return refused("SG665", target=self.name)
        if isinstance(error, asyncssh.SFTPError) and not isinstance(error, cut):
            return refused("SG657", target=self.name, folder=self._login.folder or ".")
        return refused("SG656", target=self.name)


async def _at_once(acts: Sequence[Awaitable[T]]) -> list[T]:
    """The results in order, `_AT_ONCE` under way at a time; after a failure nothing more is begun."""
    waiting = list(enumerate(acts))[::-1]
    results: dict[int, T] = {}

    async def work() -> None:
        while waiting:
            number, act = waiting.pop()
            results[number] = await act

    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(min(_AT_ONCE, len(waiting))):
                group.create_task(work())
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from failed
    finally:
        for _, act in waiting:
            if isinstance(act, Coroutine):
                act.close()
    return [results[number] for number in range(len(results))]


def _say_nothing(_loop: asyncio.AbstractEventLoop, _context: dict[str, Any]) -> None:
    """An event loop's handler of exceptions that nobody asked for."""


def _drop(_record: logging.LogRecord) -> bool:
    """A filter that lets nothing through: „socket.send() raised exception" is no sentence for an owner."""
    return False


def _temporary(path: str) -> str:
    """Beside `path`, under a name that is nobody's."""
    return posixpath.join(posixpath.dirname(path), f"{TEMPORARY}{os.urandom(6).hex()}")


def _text(name: str | bytes) -> str:
    return name.decode("utf-8", "replace") if isinstance(name, bytes) else name
