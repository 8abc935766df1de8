"""A real PostgreSQL on a socket in a temporary folder. Without its programs these tests are skipped, never in CI."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

USER = "postgres"
"""The server refuses to run as root; where we are root it runs as this user, who comes with the package."""


def programs() -> Path | None:
    """The newest folder that holds `initdb`, `pg_ctl` and the rest, which Debian puts beside the path."""
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    beside = [Path(found).resolve().parent for found in [shutil.which("initdb")] if found]
    return next((folder for folder in (*reversed(packaged), *beside) if (folder / "initdb").exists()), None)


def missing() -> str:
    """Why there can be no server here; empty if there can."""
    if programs() is None:
        return "PostgreSQL is not installed"
    if os.geteuid() == 0 and not (shutil.which("setpriv") and _has_user()):
        return f"PostgreSQL does not run as root, and there is no user {USER}"
    return ""


@contextmanager
def running_postgres() -> Iterator[str]:
    """The address of a server with an empty database; gone with everything in it afterwards."""
    reason = missing()
    if reason:
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    # A socket's path may have 100 characters, which pytest's own folders exceed.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, USER, USER)
        _run(folder, "initdb", "-D", "data", "-U", "inbox", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' -c max_connections=60 -c shared_buffers=16MB -c fsync=off"
        _run(folder, "pg_ctl", "-D", "data", "-l", "log", "-w", "-t", "60", "-o", options, "start")
        try:
            yield f"postgresql://inbox@/postgres?host={quote(str(folder), safe='')}"
        finally:
            _run(folder, "pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def restart(url: str) -> None:
    """Throw everybody out, as an update of the server does."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")


def everything_in(url: str) -> str:
    """All columns of all tables, as text."""
    with psycopg.connect(url, autocommit=True) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        return "\n".join(
            str(row) for (table,) in tables for row in connection.execute(f'SELECT * FROM "{table}"').fetchall()
        )


def emptied(url: str) -> str:
    """The same address with every table of ours removed, for the next test."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return url


def _run(folder: Path, program: str, *arguments: str) -> None:
    where = programs()
    assert where is not None
    lower = ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups"] if os.geteuid() == 0 else []
    done = subprocess.run(
        [*lower, str(where / program), *arguments],
        cwd=folder,
        check=False,
        timeout=90,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if program == "initdb" else subprocess.DEVNULL,
        stderr=subprocess.STDOUT if program == "initdb" else subprocess.DEVNULL,
        text=True,
    )
    assert done.returncode == 0, done.stdout


def _has_user() -> bool:
    return subprocess.run(["id", USER], check=False, capture_output=True).returncode == 0
