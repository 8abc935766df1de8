"""Brings comments into a git repository by one commit: fetch, set files on top of what is there, commit, push.

There is no working copy: a commit is made in a bare clone from the tree of the branch, so a link in the repository
leads nowhere and nothing of its hooks or attributes runs. If somebody pushed in between, all is done again on top of
that. What is committed depends on the files alone: what is there already is not committed again, so a job that was cut
off between push and database is simply done twice. No text of a visitor stands in a name, a message or an author.
"""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

import msgspec

from sitegen.inbox.publishing import wording
from sitegen.inbox.publishing.changes import Act, Change, ContestedError, PublishingError, acts_for
from sitegen.inbox.publishing.processes import Finished, TooSlowError, run
from sitegen.model.comments.comment import FOLDER

TRIES: Final = 8
"""How often all is done again because somebody else was quicker."""
SECONDS: Final = 60.0
"""For one command of git."""
_PAUSE: Final = 0.25
"""Seconds; after the n-th try up to n times as long, by chance."""
_BASE: Final = "refs/sitegen/base"
_NAME: Final = "sitegen inbox"
_EMAIL: Final = "inbox@sitegen.invalid"
_SETTINGS: Final = (
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "gc.autoDetach=false",
    "maintenance.autoDetach=false",
    "protocol.allow=never",
    "protocol.https.allow=always",
    "protocol.ssh.allow=always",
    "protocol.file.allow=always",
    "push.recurseSubmodules=no",
    "fetch.recurseSubmodules=no",
)
_ENVIRONMENT: Final = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "GIT_SSH_COMMAND": "ssh -o BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=15",
    "GIT_AUTHOR_NAME": _NAME,
    "GIT_AUTHOR_EMAIL": _EMAIL,
    "GIT_COMMITTER_NAME": _NAME,
    "GIT_COMMITTER_EMAIL": _EMAIL,
}
_ABSENT: Final = "0" * 40
_BEHIND: Final = re.compile(rb"\[rejected\]|lock ref|failed to (?:update|lock)|incorrect old value|already exists\)")
"""What a remote says when its branch moved between our looking and our pushing, in the words of its versions."""

_CAUSES: Final = (
    (b"Host key verification failed", wording.HOST_KEY),
    (b"Permission denied", wording.ACCESS),
    (b"Authentication failed", wording.ACCESS),
    (b"could not read Username", wording.ACCESS),
    (b"access denied", wording.ACCESS),
    (b"No space left", wording.DISK),
    (b"Read-only file system", wording.DISK),
    (b"[remote rejected]", wording.REFUSED),
    (b"pre-receive hook declined", wording.REFUSED),
)
"""What git says in English, and what it means for the owner."""


class DamagedError(PublishingError):
    """The bare clone may be of no use any more."""


class Repository(msgspec.Struct, frozen=True, kw_only=True):
    """Where comments go, and the bare clone that they go by."""

    clone: Path
    remote: str
    branch: str


def put_into_git(
    changes: Sequence[Change], *, repository: Repository, now: datetime, chance: Callable[[int], bytes]
) -> None:
    """Bring the branch to what `changes` say, in one commit; when this returns, the remote has it.

    Raises PublishingError: ContestedError where somebody else was quicker `TRIES` times.
    """
    try:
        _prepare(repository)
        for attempt in range(1, TRIES + 1):
            if _is_put(changes, repository, now):
                break
            time.sleep(_PAUSE * attempt * int.from_bytes(chance(1)) / 255)
        else:
            raise ContestedError(wording.CONTESTED)
    except DamagedError:
        _discard(repository)
        raise
    if any(change.content is None for change in changes):
        # What was withdrawn still stands in its objects, and somebody may have asked for it to be forgotten.
        _discard(repository)


def _discard(repository: Repository) -> None:
    """Delete the clone, which holds nothing that the remote has not: the next push begins with a fresh one."""
    shutil.rmtree(repository.clone, ignore_errors=True)


def _is_put(changes: Sequence[Change], repository: Repository, now: datetime) -> bool:
    """One attempt; False where somebody else was quicker."""
    base = _fetched(repository)
    acts = acts_for(changes, partial(_files_of, repository, base))
    return not acts or _is_pushed(_committed(repository, base, acts, now), repository)


def subject(acts: Sequence[Act]) -> str:
    """`Kommentar 01J…`, or how many: what stands above the commit."""
    if len(acts) == 1:
        return f"Kommentar {Path(acts[0].path).stem}"
    return f"Kommentare: {len(acts)}"


def _prepare(repository: Repository) -> None:
    """Make the bare clone if it is not there."""
    if (repository.clone / "HEAD").is_file():
        return
    try:
        repository.clone.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PublishingError(wording.DISK) from error
    _git(repository, "init", "--quiet", "--bare", "--template=")


def _fetched(repository: Repository) -> str:
    """The newest commit of the branch; empty for a repository in which there is nothing yet."""
    refs = f"+refs/heads/{repository.branch}:{_BASE}"
    finished = _tried(repository, "fetch", "--quiet", "--depth=1", "--no-tags", "--", repository.remote, refs)
    if finished.code == 0:
        return _git(repository, "rev-parse", "--verify", f"{_BASE}^{{commit}}").decode().strip()
    if b"couldn't find remote ref" not in finished.stderr:
        raise _fault(finished.stderr, otherwise=wording.UNREACHABLE)
    if _git(repository, "ls-remote", "--heads", "--", repository.remote):
        raise PublishingError(wording.NO_BRANCH)
    return ""


def _files_of(repository: Repository, base: str, post: str) -> Mapping[str, bytes]:
    """The comment files of a post in the commit `base`."""
    if not base:
        return {}
    # Names in a repository are bytes; those that are no UTF-8 are nobody's comments, yet must not stop the others.
    listing = _git(repository, "ls-tree", "-z", base, "--", f"{FOLDER}/{post}/").decode(errors="surrogateescape")
    blobs = dict(_blob(line) for line in listing.split("\0") if " blob " in line and line.endswith(".md"))
    if not blobs:
        return {}
    stdin = "".join(f"{blob}\n" for blob in blobs.values()).encode()
    return dict(zip(blobs, _contents(_git(repository, "cat-file", "--batch", stdin=stdin)), strict=True))


def _contents(batch: bytes) -> Iterator[bytes]:
    """What `cat-file --batch` prints: for each blob a line that ends with its size, and the bytes."""
    while batch:
        head, _, batch = batch.partition(b"\n")
        size = int(head.rpartition(b" ")[2])
        yield batch[:size]
        batch = batch[size + 1 :]


def _blob(line: str) -> tuple[str, str]:
    """`100644 blob <sha>`, a tab, the path → name and sha."""
    kind, _, path = line.partition("\t")
    return path.rpartition("/")[2], kind.rpartition(" ")[2]


def _committed(repository: Repository, base: str, acts: Sequence[Act], now: datetime) -> str:
    """A commit on top of `base` with these acts done."""
    file = repository.clone / "sitegen-index"
    for left_behind in (file, file.with_name(f"{file.name}.lock")):
        left_behind.unlink(missing_ok=True)
    index = {"GIT_INDEX_FILE": str(file)}
    _git(repository, "read-tree", base or "--empty", environment=index)
    lines = "".join(f"{_entry(repository, act)}\t{act.path}\0" for act in acts)
    _git(repository, "update-index", "-z", "--index-info", environment=index, stdin=lines.encode())
    tree = _git(repository, "write-tree", environment=index).decode().strip()
    parents = ("-p", base) if base else ()
    dates = {name: f"@{int(now.timestamp())} +0000" for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE")}
    message = f"{subject(acts)}\n".encode()
    return _git(repository, "commit-tree", tree, *parents, environment=dates, stdin=message).decode().strip()


def _entry(repository: Repository, act: Act) -> str:
    """What `update-index` takes: mode and blob, or that a file goes."""
    if act.content is None:
        return f"0 {_ABSENT}"
    blob = _git(repository, "hash-object", "-w", "--stdin", stdin=act.content).decode().strip()
    return f"100644 {blob}"


def _is_pushed(commit: str, repository: Repository) -> bool:
    """Whether the remote has taken the commit; False where its branch has moved on."""
    target = f"{commit}:refs/heads/{repository.branch}"
    finished = _tried(repository, "push", "--quiet", "--no-verify", "--", repository.remote, target)
    if finished.code == 0:
        return True
    if _BEHIND.search(finished.stderr):
        return False
    raise _fault(finished.stderr, otherwise=wording.UNREACHABLE)


def _git(
    repository: Repository, *arguments: str, environment: Mapping[str, str] | None = None, stdin: bytes = b""
) -> bytes:
    """What git prints. Raises PublishingError where it fails."""
    finished = _tried(repository, *arguments, environment=environment, stdin=stdin)
    if finished.code != 0:
        raise _fault(finished.stderr, otherwise=wording.DAMAGED)
    return finished.stdout


def _tried(
    repository: Repository, *arguments: str, environment: Mapping[str, str] | None = None, stdin: bytes = b""
) -> Finished:
    settings = tuple(part for setting in _SETTINGS for part in ("-c", setting))
    argv = ("git", f"--git-dir={repository.clone}", *settings, *arguments)
    around = {**_ENVIRONMENT, **(environment or {})}
    try:
        return run(argv, folder=repository.clone, environment=around, seconds=SECONDS, stdin=stdin)
    except TooSlowError as error:
        raise PublishingError(wording.SLOW) from error
    except FileNotFoundError as error:
        raise PublishingError(wording.NO_GIT) from error
    except OSError as error:
        raise PublishingError(wording.DISK) from error


def _fault(stderr: bytes, *, otherwise: str) -> PublishingError:
    """What git's complaint means. One that we do not know may come from the clone, which is then made anew."""
    known = next((sentence for sign, sentence in _CAUSES if sign in stderr), "")
    return PublishingError(known) if known else DamagedError(otherwise)
