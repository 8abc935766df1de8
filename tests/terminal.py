"""A command at a real terminal: what it prints is waited for, what is typed arrives as from a keyboard."""

from __future__ import annotations

import codecs
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Self

from waiting import PATIENCE

CTRL_C = "\x03"
CTRL_D = "\x04"
ENTER = "\r"
_AT_A_TERMINAL = (
    "import os, pty, signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"  # it may be ignored here
    "sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])) % 256)"  # -2 for SIGINT is 254
)


class Terminal:
    """`python -m sitegen ARGS` in the folder `at`, behind a pseudo-terminal of its own."""

    def __init__(self, *args: str, at: Path) -> None:
        command = [sys.executable, "-c", _AT_A_TERMINAL, sys.executable, "-m", "sitegen", *args]
        environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1", "PYTHONPATH": str(Path(__file__).parents[1])}
        self._process = subprocess.Popen(
            command, cwd=at, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        self.shown = ""
        """Everything printed so far."""
        self._read_to = 0
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate()

    def expect(self, *texts: str) -> Self:
        """Wait until each of `texts` was printed since the last one that was waited for."""
        for text in texts:
            deadline = time.monotonic() + PATIENCE
            while (found := self.shown.find(text, self._read_to)) < 0:
                assert time.monotonic() < deadline, f"{text!r} did not come:\n{self.shown}"
                assert self._read(), f"{text!r} did not come before the end:\n{self.shown}"
            self._read_to = found + len(text)
        return self

    def type(self, keys: str) -> Self:
        """Press keys; nobody is there to take them once the command has ended."""
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):
            self._process.stdin.write(keys.encode())
            self._process.stdin.flush()
        return self

    def answer(self, question: str, *answers: str) -> Self:
        """Wait for a question and type an answer, again for each that is not taken."""
        for typed in answers:
            self.expect(question).type(f"{typed}{ENTER}")
        return self

    def break_off(self, key: str) -> int:
        """Press Ctrl-C or Ctrl-D until it has ended; a line editor that is only just beginning may miss the first."""
        deadline = time.monotonic() + PATIENCE
        self.type(key)
        while self._read(seconds=0.2, again=lambda: self.type(key)):
            assert time.monotonic() < deadline, f"it did not end:\n{self.shown}"
        return self._process.wait(PATIENCE)

    def ended(self) -> int:
        """The exit code, once it has ended."""
        deadline = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < deadline, f"it did not end:\n{self.shown}"
        return self._process.wait(PATIENCE)

    def _read(self, *, seconds: float = PATIENCE, again: Callable[[], object] = int) -> bool:
        """Take in what was printed, waiting for a while and then doing `again`; False at the end."""
        stream = self._process.stdout
        assert stream is not None
        with selectors.DefaultSelector() as selector:
            selector.register(stream, selectors.EVENT_READ)
            if not selector.select(timeout=seconds):
                again()
                return True
        printed = os.read(stream.fileno(), 65536)
        self.shown += self._decoder.decode(printed).replace("\r\n", "\n")
        return bool(printed)
