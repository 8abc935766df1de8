"""What `docs/betrieb/` hands out works: the service, the web server in front of it, the container, the scripts."""

from __future__ import annotations

import configparser
import json
import re
import shutil
import subprocess
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from ssl import CERT_NONE, PROTOCOL_TLS_CLIENT, SSLContext
from typing import Final

import click
import pytest

from browser.surroundings import without
from nginx import free_port, nginx, wait_for
from sitegen.about import INSTALL_FROM
from sitegen.cli.commands import comment, inbox
from sitegen.cli.inbox.desk import CONFIG_VARIABLE
from sitegen.inbox.config_file import load_config
from sitegen.inbox.web.parsing import LARGEST
from waiting import PATIENCE

DOCS: Final = Path(__file__).parents[1] / "docs"
HERE: Final = DOCS / "betrieb"
SERVICE: Final = HERE / "sitegen-inbox.service"
CALL: Final = re.compile(r"(?:sitegen (inbox|comment)|sudo eingang) ([a-z]+)([^\n`|;]*)")


class Echo(BaseHTTPRequestHandler):
    """Answers with the headers that came in."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def do_GET(self) -> None:
        body = json.dumps(dict(self.headers.items())).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def front(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The nginx of the docs in front of a server that echoes; its address, and its log."""
    with echoing() as upstream, running_nginx(tmp_path, upstream=upstream) as address:
        yield address, tmp_path / "eingang.log"


@contextmanager
def echoing() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def running_nginx(folder: Path, *, upstream: int) -> Iterator[str]:
    certificate(folder)
    port = free_port()
    snippet = (HERE / "nginx.conf").read_text("utf-8")
    for old, new in {
        "listen 80;": f"listen 127.0.0.1:{free_port()};",
        "listen [::]:80;": "",
        "listen 443 ssl;": f"listen 127.0.0.1:{port} ssl http2;",
        "listen [::]:443 ssl;": "",
        "/etc/letsencrypt/live/eingang.mein-buero.example": str(folder),
        "/var/log/nginx": str(folder),
        "127.0.0.1:8080": f"127.0.0.1:{upstream}",
    }.items():
        assert old in snippet
        snippet = snippet.replace(old, new)
    temporary = "".join(f"{name}_temp_path {folder}/{name};" for name in ("proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log; events {{}}"
        f"http {{ client_body_temp_path {folder}/body; {temporary}\n{snippet}\n}}",
        "utf-8",
    )
    call = [nginx(), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    tested = subprocess.run([*call, "-t"], capture_output=True, check=False)
    assert tested.returncode == 0, tested.stderr.decode()
    with subprocess.Popen(call, stderr=subprocess.PIPE) as process:
        try:
            wait_for(port, process)
            yield f"https://127.0.0.1:{port}"
        finally:
            process.terminate()


def certificate(folder: Path) -> None:
    openssl = shutil.which("openssl") or without("openssl")
    subject = ("-subj", "/CN=eingang.mein-buero.example", "-days", "2", "-nodes")
    files = ("-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem"))
    kind = ("-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1")
    subprocess.run([openssl, "req", *kind, *subject, *files], check=True, capture_output=True)


def ask(url: str, *, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    context = SSLContext(PROTOCOL_TLS_CLIENT)  # trusts nobody's certificate, and need not
    context.check_hostname = False
    context.verify_mode = CERT_NONE
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(url, data=body, headers=named)
    try:
        with urllib.request.urlopen(request, context=context, timeout=PATIENCE) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, b""


def test_nginx_says_who_sends_whatever_the_sender_says(front: tuple[str, Path]) -> None:
    status, body = ask(f"{front[0]}/f/site/contact", body=b"text=Hallo", X_Forwarded_For="198.51.100.7")
    assert status == 200
    assert json.loads(body)["X-Forwarded-For"] == "127.0.0.1"


def test_nginx_lets_the_largest_form_through_and_nothing_larger(front: tuple[str, Path]) -> None:
    assert ask(front[0], body=b"x" * LARGEST)[0] == 200
    assert ask(front[0], body=b"x" * (LARGEST + 1))[0] == 413


def test_nginx_slows_down_a_flood_and_writes_no_address_down(front: tuple[str, Path]) -> None:
    address, log = front
    assert {ask(address)[0] for _ in range(40)} == {200, 429}
    assert "127.0.0.1" not in log.read_text("utf-8")
    assert not list(log.parent.glob("*access*"))


def test_caddy_takes_its_file() -> None:
    caddy = shutil.which("caddy")
    if caddy is None:
        pytest.skip("no caddy here")
    done = subprocess.run([caddy, "validate", "--config", str(HERE / "Caddyfile")], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_both_web_servers_set_the_sender() -> None:
    assert "header_up X-Forwarded-For {remote_host}" in (HERE / "Caddyfile").read_text("utf-8")
    assert "$proxy_add_x_forwarded_for" not in (HERE / "nginx.conf").read_text("utf-8")


def test_systemd_takes_the_service(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("no systemd here")
    program = tmp_path / "sitegen"
    program.write_text("#!/bin/sh\n", "utf-8")
    program.chmod(0o755)
    unit = tmp_path / SERVICE.name
    unit.write_text(SERVICE.read_text("utf-8").replace("/opt/sitegen/bin/sitegen", str(program)), "utf-8")
    done = subprocess.run([analyze, "verify", str(unit)], capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    judged = subprocess.run(
        [analyze, "security", "--offline=yes", "--threshold=20", str(unit)], capture_output=True, check=False
    )
    assert judged.returncode == 0, judged.stdout.decode()[-400:]


def test_service_and_scripts_agree_about_where_things_lie() -> None:
    unit = SERVICE.read_text("utf-8")
    wrapper = (HERE / "eingang").read_text("utf-8")
    for place in ("/etc/sitegen/inbox.env", "/etc/sitegen/inbox.yaml", "/var/lib/sitegen-inbox", "/opt/sitegen/bin"):
        assert place in unit
        assert place in wrapper
        assert place in (HERE / "vps.md").read_text("utf-8")
    assert f"{CONFIG_VARIABLE}=/etc/sitegen/inbox.yaml" in unit
    assert f"{CONFIG_VARIABLE}=/etc/sitegen/inbox.yaml" in (HERE / "Containerfile").read_text("utf-8")


def test_the_start_script_hands_the_environment_over(tmp_path: Path) -> None:
    inbox_folder = tmp_path / "eingang"
    (inbox_folder / "venv/bin").mkdir(parents=True)
    (inbox_folder / "inbox.env").write_text("SITEGEN_INBOX_KEYS=k1:abc\nSITEGEN_SMTP_PASSWORD='a $b \"c'\n", "utf-8")
    program = inbox_folder / "venv/bin/sitegen"
    program.write_text('#!/bin/sh\necho "$*"; printenv SITEGEN_SMTP_PASSWORD SITEGEN_INBOX_CONFIG\n', "utf-8")
    program.chmod(0o755)
    done = subprocess.run(
        [HERE / "starten"], capture_output=True, check=True, env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    )
    said = done.stdout.decode().splitlines()
    assert said == ["inbox serve --host 0.0.0.0 --port 8080", 'a $b "c', f"{inbox_folder}/inbox.yaml"]


def test_supervisord_starts_that_script() -> None:
    read = configparser.RawConfigParser()
    read.read(HERE / "eingang.ini")
    assert read["program:eingang"]["command"] == "%(ENV_HOME)s/eingang/starten"


@pytest.mark.parametrize("script", ["eingang", "starten"])
def test_scripts_are_good_shell_and_can_be_run(script: str) -> None:
    path = HERE / script
    assert path.stat().st_mode & 0o111
    assert subprocess.run(["sh", "-n", path], check=False).returncode == 0


def test_the_container_is_pinned_and_runs_without_rights() -> None:
    lines = (HERE / "Containerfile").read_text("utf-8").splitlines()
    assert re.fullmatch(
        r"FROM docker\.io/library/python:3\.\d+\.\d+-slim-\w+", next(x for x in lines if x[:4] == "FROM")
    )
    orders = [line.split(maxsplit=1)[0] for line in lines if re.match("[A-Z]", line)]
    assert orders.index("USER") < orders.index("CMD")
    assert {"HEALTHCHECK", "VOLUME", "STOPSIGNAL"} <= set(orders)
    assert "/health" in "\n".join(lines)


def test_the_settings_that_are_handed_out_are_good() -> None:
    loaded = load_config(Path(inbox.__file__).parents[1] / "inbox/inbox.yaml")
    assert loaded.config is not None
    assert loaded.findings == ()


def calls() -> set[tuple[str, str, str]]:
    """Every command of inbox and comments that the docs name: group, command, the rest of the line."""
    documents = [*DOCS.glob("*.md"), *HERE.iterdir()]
    texts = [document.read_text("utf-8") for document in documents]
    return {(group or "inbox", name, rest) for text in texts for group, name, rest in CALL.findall(text)}


@pytest.mark.parametrize(("group", "name", "rest"), sorted(calls()))
def test_commands_in_the_docs_exist(group: str, name: str, rest: str) -> None:
    table = {"inbox": inbox.command, "comment": comment.command}[group]
    assert name in table.table
    options = {word for option in table.find(name).params if isinstance(option, click.Option) for word in option.opts}
    assert set(re.findall(r"(?<!\S)--[a-z-]+", rest)) <= options


@pytest.mark.parametrize("name", inbox.command.table)
def test_the_docs_show_every_command_of_the_inbox(name: str) -> None:
    assert ("inbox", name) in {(group, command) for group, command, _ in calls()}


@pytest.mark.parametrize("name", comment.command.table)
def test_the_docs_show_every_command_for_comments(name: str) -> None:
    assert ("comment", name) in {(group, command) for group, command, _ in calls()}


@pytest.mark.parametrize(
    "document", [DOCS / "eingang.md", HERE / "vps.md", HERE / "uberspace.md"], ids=lambda x: x.name
)
def test_docs_install_what_there_is(document: Path) -> None:
    assert set(re.findall(r"sitegen-[\w.-]+\.whl", document.read_text("utf-8"))) == {Path(INSTALL_FROM).name}
