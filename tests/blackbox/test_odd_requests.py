"""Whatever comes over the wire: a clear refusal, in German, and never a 5xx for what a sender did."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Sequence
from contextlib import suppress

import pytest

from blackbox.target import CONTACT, Target
from waiting import PATIENCE

FORM_TYPE = "application/x-www-form-urlencoded"
LARGEST = 64 * 1024
SLOWEST = 18.0
"""Seconds; whoever is never told to stop would take 20."""


def raw(target: Target, *parts: bytes) -> bytes:
    """What comes back for bytes on a connection, until it is closed or all is said."""
    with socket.create_connection((target.host, target.port), timeout=PATIENCE) as wire:
        with suppress(ConnectionError):  # it may have been refused before it was whole
            for part in parts:
                wire.sendall(part)
        return read_to_the_end(wire)


def request_head(target: Target, form: str = "contact", **headers: str) -> bytes:
    """The head of a POST, after which the connection is closed."""
    lines = {"Host": target.host, "Origin": target.origin, "Connection": "close", "Content-Type": FORM_TYPE}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    text = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"POST {target.form(form)} HTTP/1.1\r\n{text}\r\n".encode("latin-1")


def status_of(answer: bytes) -> int:
    """The status of a raw answer."""
    return int(answer.split(b" ", 2)[1])


def test_64_kib_are_taken_and_a_byte_more_is_not(target: Target) -> None:
    with target.client("192.0.2.30", **{"Content-Type": FORM_TYPE}) as visitor:
        path = target.form("contact")
        full = visitor.post(path, content=b"message=" + b"x" * (LARGEST - 8))
        over = visitor.post(path, content=b"message=" + b"x" * (LARGEST - 7))
    assert full.status_code == 422
    assert over.status_code == 413
    assert '<html lang="de' in over.text


def test_a_huge_body_is_refused_before_it_is_read(target: Target) -> None:
    answer = raw(target, request_head(target, Content_Length="10000000000"))
    assert status_of(answer) == 413


@pytest.mark.parametrize("length", ["99999999999999999999999999", "-1", "1e3", "0x10", "٣"])
def test_an_odd_length_is_no_length(target: Target, length: str) -> None:
    head = request_head(target, Content_Length="LENGTH").replace(b"LENGTH", length.encode())
    assert status_of(raw(target, head)) in {400, 411, 413}


def test_a_body_of_unknown_length_is_refused(target: Target) -> None:
    head = request_head(target, Transfer_Encoding="chunked")
    assert status_of(raw(target, head, b"5\r\nemail\r\n0\r\n\r\n")) == 411


def test_a_length_that_the_body_does_not_keep_to_is_refused(target: Target) -> None:
    head = request_head(target, Content_Length="5", Transfer_Encoding="chunked")
    longer = b"1000\r\n" + b"x" * 0x1000 + b"\r\n0\r\n\r\n"
    assert status_of(raw(target, head, longer)) == 411


@pytest.mark.parametrize(
    "content_type",
    [
        "application/json",
        "multipart/form-data; boundary=x",
        "text/plain",
        "application/x-www-form-urlencoded; charset=iso-8859-1",
        "",
        "/",
        "application/x-www-form-urlencoded\x00",
    ],
)
def test_only_plain_forms_are_read(target: Target, content_type: str) -> None:
    head = request_head(target, Content_Length="7", Content_Type=content_type)
    assert status_of(raw(target, head, b"email=a")) in {400, 415}


@pytest.mark.parametrize(
    "body",
    [b"message=%00", b"message=\x00", b"message=%ff%fe", b"message=\xff", b"a%00b=c", b"message=%C3%28"],
    ids=["nul", "raw-nul", "utf-16", "raw-bytes", "nul-in-name", "broken-utf-8"],
)
def test_nul_and_bad_utf_8_are_refused(target: Target, body: bytes) -> None:
    with target.client("192.0.2.31", **{"Content-Type": FORM_TYPE}) as visitor:
        answer = visitor.post(target.form("contact"), content=body)
    assert answer.status_code == 400
    assert '<html lang="de' in answer.text


@pytest.mark.parametrize("fields", [31, 10_000])
def test_so_many_fields_has_no_form(target: Target, fields: int) -> None:
    body = "&".join(f"f{n}=1" for n in range(fields))
    with target.client("192.0.2.32", **{"Content-Type": FORM_TYPE}) as visitor:
        answer = visitor.post(target.form("contact"), content=body[:LARGEST])
    assert answer.status_code == 400


@pytest.mark.parametrize("body", [b"", b"&&&&", b"=", b"%", b"message=%", b"email", b"message=a;b=c"])
def test_crumbs_are_never_our_fault(target: Target, body: bytes) -> None:
    with target.client("192.0.2.33", **{"Content-Type": FORM_TYPE}) as visitor:
        answer = visitor.post(target.form("contact"), content=body)
    assert 400 <= answer.status_code < 500


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/9.9\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET /f/%zz/%ff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"POST /f/a/b HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na",
        b"GET /health HTTP/1.1\r\nHost: x\r\nX: a\r\n b\nY\r\n\r\n",
        b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    ],
    ids=["version", "tls", "odd-path", "two-lengths", "broken-header", "long-line"],
)
def test_what_is_hardly_http_is_refused(target: Target, head: bytes) -> None:
    assert 400 <= status_of(raw(target, head)) < 500


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_not_allowed(target: Target, method: str) -> None:
    with target.client() as visitor:
        answer = visitor.request(method, target.form("contact"))
    assert answer.status_code == 405
    assert "Allow" in answer.headers


@pytest.mark.parametrize("path", ["/", "/f/", "/m/", "/nix", "/%00", "/f/a/b/c", "/style-../x.css", "/.env", "/docs"])
def test_what_is_not_there_is_not_there(target: Target, path: str) -> None:
    with target.client() as visitor:
        answer = visitor.get(path)
    assert answer.status_code == 404


def slow_answers(target: Target, attempts: Sequence[Sequence[bytes]]) -> list[tuple[int, float]]:
    """Status and seconds for connections on which each part comes half a second after the last, all at once."""
    found: list[tuple[int, float]] = [(0, 0.0)] * len(attempts)

    def attempt(number: int) -> None:
        began = time.monotonic()
        with socket.create_connection((target.host, target.port), timeout=PATIENCE) as wire:
            sender = threading.Thread(target=drip, args=(wire, attempts[number]))
            sender.start()
            answer = read_to_the_end(wire)
            found[number] = (status_of(answer), time.monotonic() - began)
            wire.close()
            sender.join()

    threads = [threading.Thread(target=attempt, args=(number,)) for number in range(len(attempts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def read_to_the_end(wire: socket.socket) -> bytes:
    """What the other end says, whether it hangs up politely or, since we go on talking, cuts us off after it."""
    answer = bytearray()
    with suppress(ConnectionResetError):
        while part := wire.recv(65536):
            answer += part
    return bytes(answer)


def drip(wire: socket.socket, parts: Sequence[bytes]) -> None:
    """Send part after part until nobody listens any more."""
    for part in parts:
        try:
            wire.sendall(part)
        except OSError:
            return
        time.sleep(0.5)


def test_who_is_too_slow_is_told_so(target: Target) -> None:
    byte_by_byte = [bytes([byte]) for byte in b"message=" + b"x" * 40]
    slow_body = [request_head(target, Content_Length="48"), *byte_by_byte]
    slow_head = [b"POST /f/a/b HTTP/1.1\r\nHost: x\r\n", *[b"X: y\r\n"] * 40]
    for status, seconds in slow_answers(target, [slow_body, slow_head]):
        assert status == 408
        assert seconds < SLOWEST
    with target.client("192.0.2.34") as visitor:
        assert visitor.post(target.form("contact"), data=CONTACT).status_code == 303


def test_who_never_reads_the_answer_is_left(target: Target) -> None:
    """Each answer repeats what was typed, escaped: some of them fill every buffer on the way."""
    body = b"email=x&message=" + b'"' * (LARGEST - 16)
    request = request_head(target, Content_Length=str(len(body))).replace(b"Connection: close\r\n", b"") + body
    with socket.socket() as wire:
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        wire.connect((target.host, target.port))
        wire.settimeout(PATIENCE)
        with pytest.raises(ConnectionError):
            send_for_ever(wire, request)


def send_for_ever(wire: socket.socket, request: bytes) -> None:
    """Until the other end has had enough."""
    while True:
        wire.sendall(request)


def test_who_hangs_up_harms_nobody(target: Target) -> None:
    for head in (request_head(target, Content_Length="4000"), b"POST /f", b""):
        with socket.create_connection((target.host, target.port)) as wire:
            wire.sendall(head)
    with target.client("192.0.2.35") as visitor:
        assert visitor.get("/health").status_code == 200
