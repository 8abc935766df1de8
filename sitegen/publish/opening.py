"""From what `site.yaml` says to a destination, ready to be entered. Imports a client only when it is the one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

from sitegen.publish import presets
from sitegen.publish.destination import Destination, FileDestination
from sitegen.publish.secrets import password_for
from sitegen.publish.store import FOLDER, Store
from sitegen.publish.target import Target, refused
from sitegen.settings.publish import (
    FolderPlace,
    GitBranchTarget,
    GitPushTarget,
    Publish,
    RsyncTarget,
    S3Target,
    SftpTarget,
)

Environment = Mapping[str, str]


def destination_for(root: Path, said: Publish, *, environment: Environment, ask: Callable[[str], str]) -> Destination:
    """The destination of the site in `root`; `ask` is asked for a password where none is found.

    Raises PublishError (SG652) where a client is not installed, (SG663) where a program is missing.
    """
    match said:
        case GitBranchTarget():
            from sitegen.publish.targets.git_branch import GitBranchDestination

            return GitBranchDestination(root, said)
        case GitPushTarget():
            from sitegen.publish.targets.git_push import GitPushDestination

            return GitPushDestination(root, said)
        case _:
            target = _target_for(root, said, environment=environment, ask=ask)
            return FileDestination(target, Store(root, key=target.key))


def wants_twins(said: Publish) -> bool:
    """Whether compressed twins travel along."""
    return isinstance(said, SftpTarget | RsyncTarget | FolderPlace) and said.precompress


def need(library: str) -> None:
    """Raise PublishError (SG652) if a library of the extra is not installed."""
    if find_spec(library) is None:
        raise refused("SG652", library=library)


def _target_for(
    root: Path,
    said: SftpTarget | RsyncTarget | S3Target | FolderPlace,
    *,
    environment: Environment,
    ask: Callable[[str], str],
) -> Target:
    match said:
        case SftpTarget():
            return _sftp(said, environment=environment, ask=ask)
        case RsyncTarget():
            from sitegen.publish.targets.rsync import RsyncTarget as Rsync

            return Rsync(said, work=root / FOLDER)
        case S3Target():
            need("boto3")
            from sitegen.publish.targets.s3 import S3Target as Storage

            return Storage(said)
        case FolderPlace():
            from sitegen.publish.targets.folder import FolderTarget

            return FolderTarget(Path(said.folder).expanduser())


def _sftp(said: SftpTarget, *, environment: Environment, ask: Callable[[str], str]) -> Target:
    need("asyncssh")
    from sitegen.publish.targets.sftp import Login
    from sitegen.publish.targets.sftp import SftpTarget as Sftp

    account = f"{said.user}@{said.host}"
    login = Login(
        host=said.host,
        port=presets.port_of(said),
        user=said.user,
        folder=presets.folder_of(said),
        fingerprints=said.host_key,
        key_file=said.key_file,
        password=password_for(account, environment=environment),
    )
    return Sftp(login, ask=lambda: ask(account))
