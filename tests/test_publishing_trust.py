"""Who a server is, and who we are to it: real OpenSSH, and an SSH server of asyncssh's for passwords."""

from __future__ import annotations

import asyncio
import threading
from asyncio.subprocess import PIPE
from collections.abc import Iterator
from pathlib import Path

import asyncssh
import pytest

from nginx import free_port
from publish_case import FolderPlace, PublishCase
from s3_server import s3_running
from sitegen.publish.opening import destination_for, need
from sitegen.publish.secrets import PASSWORD
from sitegen.publish.target import PublishError
from sitegen.publish.targets.login import Login
from sitegen.publish.targets.rsync import RsyncTarget
from sitegen.publish.targets.s3 import S3Target, cache_control, content_type
from sitegen.publish.targets.sftp import SftpTarget
from sitegen.settings import publish as settings
from sshd import Sshd, fingerprint, make_key, sshd_running

Reader = asyncio.StreamReader | asyncssh.SSHReader[bytes]
Writer = asyncio.StreamWriter | asyncssh.SSHWriter[bytes]

pytestmark = pytest.mark.xdist_group("publishing")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    with sshd_running(tmp_path_factory.mktemp("sshd")) as running:
        yield running


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder without keys and known hosts."""
    (tmp_path / "home/.ssh").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    return tmp_path / "home"


def finding(login: Login) -> str:
    """What keeps us from connecting."""
    with pytest.raises(PublishError) as caught:
        SftpTarget(login).__enter__()
    found = caught.value.finding
    return f"{found.code} {found.message} {found.cure}"


def login_for(server: Sshd, folder: Path, *, fingerprints: tuple[str, ...] = (), port: int | None = None) -> Login:
    return Login(
        host="127.0.0.1",
        port=port or server.port,
        user=server.user,
        folder=str(folder),
        fingerprints=fingerprints,
        key_file=str(server.key_file),
    )


def test_an_unknown_server_is_shown_with_the_line_to_add(server: Sshd, home: Path, tmp_path: Path) -> None:
    found = finding(login_for(server, tmp_path))
    assert found.startswith("SG653")
    assert f"\nhost_key: {server.fingerprint}" in found
    assert not (home / ".ssh/known_hosts").exists()
    with SftpTarget(login_for(server, tmp_path, fingerprints=(server.fingerprint,))):
        pass


def test_known_hosts_are_enough(server: Sshd, home: Path, tmp_path: Path) -> None:
    (home / ".ssh/known_hosts").write_text(server.known_hosts_line)
    with SftpTarget(login_for(server, tmp_path)):
        pass


def test_a_changed_key_is_refused(server: Sshd, home: Path, tmp_path: Path) -> None:
    make_key(tmp_path / "other")
    other = fingerprint(tmp_path / "other.pub")
    assert finding(login_for(server, tmp_path, fingerprints=(other,))).startswith("SG654")
    kind, key = (tmp_path / "other.pub").read_text().split()[:2]
    (home / ".ssh/known_hosts").write_text(f"[127.0.0.1]:{server.port} {kind} {key}\n")
    assert finding(login_for(server, tmp_path)).startswith("SG654")


@pytest.mark.usefixtures("home")
def test_any_key_of_the_server_may_be_the_named_one(server: Sshd, tmp_path: Path) -> None:
    with SftpTarget(login_for(server, tmp_path, fingerprints=(server.other_fingerprint,))) as target:
        assert target.host_key.startswith("ecdsa-")
        with pytest.raises(PublishError, match="SG657"):
            target.write("gibt/es/nicht", b"")


@pytest.mark.usefixtures("home")
def test_nobody_there_no_right_no_folder(server: Sshd, tmp_path: Path) -> None:
    known = (server.fingerprint,)
    assert finding(login_for(server, tmp_path, port=free_port())).startswith("SG656")
    assert finding(login_for(server, tmp_path / "none", fingerprints=known)).startswith("SG657")
    make_key(tmp_path / "stranger")
    Path(tmp_path / "link").symlink_to(tmp_path / "stranger")
    login = Login(
        host="127.0.0.1",
        port=server.port,
        user=server.user,
        folder=".",
        fingerprints=known,
        key_file=str(tmp_path / "stranger"),
    )
    assert finding(login).startswith(("SG655", "SG669"))


class WithPassword(asyncssh.SSHServer):
    """Lets in whoever knows the password."""

    def password_auth_supported(self) -> bool:
        return True

    def validate_password(self, username: str, password: str) -> bool:
        return (username, password) == ("u1", "geheim")


async def run_in_shell(asked: asyncssh.SSHServerProcess[bytes]) -> None:
    """Run what a client asks for."""
    assert asked.command is not None
    process = await asyncio.create_subprocess_shell(asked.command, stdin=PIPE, stdout=PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    hearing = asyncio.create_task(carry(asked.stdin, process.stdin))
    await carry(process.stdout, asked.stdout)
    hearing.cancel()
    asked.exit(await process.wait())


async def carry(source: Reader, sink: Writer) -> None:
    """Everything from one to the other."""
    while chunk := await source.read(65_536):
        sink.write(chunk)
        await sink.drain()


@pytest.fixture
def password_server() -> Iterator[tuple[int, str]]:
    """Port and fingerprint of a server that asks for a password."""
    key = asyncssh.generate_private_key("ssh-ed25519")
    loop = asyncio.new_event_loop()

    async def begin() -> asyncssh.SSHAcceptor:
        return await asyncssh.listen(
            "127.0.0.1",
            0,
            server_host_keys=[key],
            server_factory=WithPassword,
            sftp_factory=True,
            process_factory=run_in_shell,
            encoding=None,
        )

    acceptor = loop.run_until_complete(begin())
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield acceptor.get_port(), key.get_fingerprint("sha256")
    finally:

        async def end() -> None:
            acceptor.close()
            await acceptor.wait_closed()

        asyncio.run_coroutine_threadsafe(end(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


@pytest.mark.usefixtures("home")
def test_a_password_comes_from_the_environment(password_server: tuple[int, str], tmp_path: Path) -> None:
    port, shown = password_server
    (tmp_path / "web").mkdir()
    said = settings.SftpTarget(host="127.0.0.1", port=port, user="u1", folder=str(tmp_path / "web"), host_key=(shown,))

    def opened(environment: dict[str, str], typed: str = "") -> str:
        try:
            with destination_for(tmp_path / "site", said, environment=environment, ask=lambda _account: typed):
                return "in"
        except PublishError as error:
            return error.finding.code

    assert opened({PASSWORD: "geheim"}) == "in"
    assert opened({}, "geheim") == "in"
    assert opened({PASSWORD: "falsch"}) == "SG655"
    assert opened({}) == "SG669"


def test_a_bucket_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    with s3_running() as endpoint:
        place = settings.S3Target(bucket="gibt-es-nicht", endpoint=endpoint)
        with pytest.raises(PublishError, match="SG666"):
            S3Target(place).__enter__()
        monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
        monkeypatch.delenv("AWS_ACCESS_KEY_ID")
        monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
        monkeypatch.setenv("HOME", "/nonexistent")
        with pytest.raises(PublishError, match="SG669"):
            S3Target(place).__enter__()


@pytest.mark.parametrize(
    ("path", "kind", "kept"),
    [
        ("index.html", "text/html; charset=utf-8", "no-cache"),
        ("assets/style.bf08b33ab1.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable"),
        ("bilder/foto.jpg", "image/jpeg", "no-cache"),
        (".htaccess", "application/octet-stream", "no-cache"),
    ],
)
def test_types_and_how_long_they_are_kept(path: str, kind: str, kept: str) -> None:
    assert content_type(path) == kind
    assert cache_control(path) == kept


def test_a_missing_extra_is_named() -> None:
    with pytest.raises(PublishError) as caught:
        need("a_library_that_nobody_has")
    assert caught.value.finding.code == "SG652"
    assert "pip install 'sitegen[publish]'" in caught.value.finding.cure


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("kind", [SftpTarget, RsyncTarget])
def test_a_transfer_over_a_password(kind: type[SftpTarget], password_server: tuple[int, str], tmp_path: Path) -> None:
    port, shown = password_server
    folder = tmp_path / "web"
    folder.mkdir()
    login = Login(host="127.0.0.1", port=port, user="u1", folder=str(folder), fingerprints=(shown,), password="geheim")
    case = PublishCase(tmp_path / "site", FolderPlace(folder, lambda: kind(login)))
    case.publish({"index.html": b"Hallo", "blog/a/index.html": b"A"})
    assert case.place.files() == {"index.html": b"Hallo", "blog/a/index.html": b"A"}
