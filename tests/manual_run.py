"""A manual that can be followed: its fenced blocks and hidden marks, done one after another to a real site.

    ```console                 what is typed behind „$ “ and what the program answers; a line „…“ stands for any lines,
                               „[j/N] j“ for a question and its answer, „^C“ for Ctrl-C
    ```markdown DATEI          the file as it is then
    ```yaml aus DATEI          lines of a file, and right below
    ```yaml wird DATEI         what they become
    ```yaml an DATEI           lines that come to the end of a file
    <!-- test: … -->           what readers do by hand: foto DATEI · nimm DATEI DATEI · ersetze DATEI | ALT | NEU ·
                               benenne DATEI DATEI · lösche DATEI · merke · zurück

Whatever passes with time stands there as of one day, `DAY`; it is taken for today. Durations, sizes, numbers of files,
ports, clocks and the ids of comments are not compared.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Final

import msgspec

from photos import photograph, save, with_secrets
from sitegen.cli.entry import run
from waiting import PATIENCE

DAY: Final = date(2026, 11, 24)
MONTHS: Final = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September"),
    *("Oktober", "November", "Dezember"),
)

_STEP: Final = re.compile(
    r"^```(?P<language>\w+) ?(?P<about>[^\n]*)\n(?P<block>.*?)^```$|^<!-- test: (?P<mark>.*?) -->$",
    re.MULTILINE | re.DOTALL,
)
_DATES: Final = re.compile(
    rf"(?P<iso>\b20\d\d-\d\d-\d\d)|(?P<dotted>\b\d\d\.\d\d\.20\d\d)|"
    rf"(?P<long>\b\d{{1,2}}\. (?:{'|'.join(MONTHS)}) 20\d\d)"
)
_NEAR: Final = timedelta(days=100)
"""What is further from the day of the manual is an example, and the same every day."""
_ULID: Final = re.compile(r"\b01[0-9A-HJKMNP-TV-Z]{24}\b")
_UNCOMPARED: Final = (
    (re.compile(r"in \d+,\d s"), "in … s"),
    (re.compile(r"\b(?:Eine|\d+) Datei(?:en)?\b|\b\d+ (?=unverändert|geändert|neu)"), "… Dateien "),
    (re.compile(r"\(\d+(?:,\d+)? (?:kB|MB|B)\)"), "(…)"),
    (re.compile(r"127\.0\.0\.1:\d+"), "127.0.0.1:…"),
    (re.compile(r"^\d\d:\d\d:\d\d", re.MULTILINE), "…"),
    (re.compile(r"^  Datum .*$", re.MULTILINE), "  Datum …"),
    (re.compile(r" +$", re.MULTILINE), ""),
)


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that readers do, or one command with its answer."""

    kind: str
    """`run`, `file`, `from`, `to`, `end`, or the first word of a mark."""
    about: str
    """The command as typed, the file, or the rest of the mark."""
    block: str = ""
    line: int
    """1-based, of the manual."""


def steps_of(manual: str) -> Iterator[Step]:
    """Everything in a manual that can be followed, in order; fences that name no file are for reading alone."""
    for match in _STEP.finditer(manual):
        line = manual.count("\n", 0, match.start()) + 1
        if match["mark"] is not None:
            kind, _, about = match["mark"].partition(" ")
            yield Step(kind=kind, about=about, line=line)
        elif match["language"] == "console":
            yield from _runs(match["block"], line)
        elif match["about"]:
            word, _, file = match["about"].rpartition(" ")
            kind = {"": "file", "aus": "from", "wird": "to", "an": "end"}[word]
            yield Step(kind=kind, about=file, block=match["block"], line=line)


def _runs(block: str, line: int) -> Iterator[Step]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, answer = part.partition("\n")
        yield Step(kind="run", about=command, block=answer, line=line)


class Typist(io.StringIO):
    """Somebody at the keyboard: what is typed can be seen, as in a terminal."""

    def __init__(self, answers: list[str], screen: io.StringIO) -> None:
        super().__init__()
        self._answers = answers
        self._screen = screen

    def isatty(self) -> bool:
        return bool(self._answers)

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]  # noqa: ARG002 - io says bytes
        line = f"{self._answers.pop(0)}\n" if self._answers else ""
        self._screen.write(line)
        return line


class Follower:
    """Follows a manual in the site below `root`. `names` are what the manual calls things, by what they are here."""

    def __init__(self, root: Path, *, today: date, names: Mapping[str, str] | None = None) -> None:
        self.root = root
        self.said: list[str] = []
        """Everything that was answered, as of the manual's day."""
        self._later = today - DAY
        self._names = dict(names or {})
        self._from = ""

    def follow(self, step: Step) -> str:
        """Do a step. For a command, what it answered, in the words and dates of the manual; else nothing."""
        about, block = self._now(step.about), self._now(step.block)
        match step.kind:
            case "run":
                answer = self._answer(about, block)
                self._learn(step.block, answer)
                self.said.append(self._then(answer))
                return self.said[-1]
            case "file":
                self._write(about, block)
            case "from":
                self._from = block
            case "to":
                self._replace(about, self._from, block)
            case "end":
                self._write(about, (self.root / about).read_text("utf-8") + block)
            case _:
                self._by_hand(step.kind, about)
        return ""

    def _now(self, text: str) -> str:
        """Of the manual: as it is today, here."""
        for here, called in self._names.items():
            text = text.replace(called, here)
        # A text without an hour appears at six in the morning, and the tests run at any hour.
        text = re.sub(
            rf"\bdate: {DAY}$|\bdate: {DAY}(?= \|)", f"date: {DAY - timedelta(days=1)}", text, flags=re.MULTILINE
        )
        return shifted(text, self._later, about=DAY)

    def _then(self, text: str) -> str:
        """Of today: as the manual has it."""
        for here, called in self._names.items():
            text = text.replace(here, called)
        return shifted(text, -self._later, about=DAY + self._later)

    def _learn(self, expected: str, answer: str) -> None:
        """Ids that were made here, and what the manual calls them, whole and by their ends."""
        for called, here in zip(_ULID.findall(expected), _ULID.findall(answer), strict=False):
            self._names |= {here: called, here[-6:]: called[-6:]}

    def _answer(self, command: str, expected: str) -> str:
        words = shlex.split(command)
        if "^C" in expected.splitlines():
            return interrupted(words, expected.partition("^C")[0], self.root)
        screen = io.StringIO()
        stdin, sys.stdin = sys.stdin, Typist(re.findall(r"\[j/N\] (.+)$", expected, re.MULTILINE), screen)
        try:
            with chdir(self.root), redirect_stdout(screen), redirect_stderr(screen):
                run(words[1:])
        finally:
            sys.stdin = stdin
        return screen.getvalue().replace("\u00a0", " ")

    def _write(self, file: str, text: str) -> None:
        (self.root / file).parent.mkdir(parents=True, exist_ok=True)
        (self.root / file).write_text(text, "utf-8")

    def _replace(self, file: str, old: str, new: str) -> None:
        text = (self.root / file).read_text("utf-8")
        assert old in text, f"{old!r} is not in {file}"
        self._write(file, text.replace(old, new, 1))

    def _by_hand(self, kind: str, about: str) -> None:
        *parts, last = f"{about} ".split(" | ")
        match kind, [*parts, last.removesuffix(" ")], about.split():
            case "foto", _, [file]:
                save(self.root / file, photograph(1200, 900), exif=with_secrets())
            case "nimm", _, [file, into]:
                shutil.copyfile(self.root / file, self.root / into)
            case "ersetze", [file, old, new], _:
                self._replace(file, old.replace("\\n", "\n"), new.replace("\\n", "\n"))
            case "benenne", _, [old, new]:
                (self.root / old).rename(self.root / new)
            case "lösche", _, [file]:
                (self.root / file).unlink()
            case "merke", _, _:
                shutil.copytree(self.root, self._copy)
            case "zurück", _, _:
                for part in ("content", "site.yaml"):
                    target = self.root / part
                    shutil.rmtree(target) if target.is_dir() else target.unlink()
                    (self._copy / part).rename(target)
                shutil.rmtree(self._copy)
            case _:
                raise AssertionError(f"no such mark: {kind} {about}")

    @property
    def _copy(self) -> Path:
        return self.root.with_name(f"{self.root.name}.copy")


def interrupted(words: list[str], before: str, root: Path) -> str:
    """What a command that runs on says until it has said as much as `before`, and after Ctrl-C."""
    command = [sys.executable, "-m", "sitegen", *words[1:]]
    around = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=around) as process:
        assert process.stdout is not None
        lines = (line.decode() for line in iter(process.stdout.readline, b""))
        # Another test may have the usual port; what is said about that stands in no manual.
        told = (line for line in lines if not re.match(r"Port \d+ ist belegt", line))
        said = list(islice(told, len(before.splitlines())))
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=PATIENCE)
    return "".join((*said, "^C\n", rest.decode().lstrip("\n"))).replace("\u00a0", " ")


def shifted(text: str, by: timedelta, *, about: date) -> str:
    """The text with every date `about` that day so much later; examples from long ago, and what is no day, stay."""

    def later(match: re.Match[str]) -> str:
        try:
            then = _date_of(match)
        except ValueError:
            return match[0]
        return match[0] if abs(then - about) > _NEAR else _like(match, then + by)

    return _DATES.sub(later, text)


def _date_of(match: re.Match[str]) -> date:
    if match["iso"]:
        return date.fromisoformat(match[0])
    if match["dotted"]:
        day, month, year = map(int, match[0].split("."))
        return date(year, month, day)
    numeral, name, of = match[0].split(" ")
    return date(int(of), MONTHS.index(name) + 1, int(numeral.rstrip(".")))


def _like(match: re.Match[str], then: date) -> str:
    """A date as another one is written."""
    if match["iso"]:
        return then.isoformat()
    return f"{then:%d.%m.%Y}" if match["dotted"] else f"{then.day}. {MONTHS[then.month - 1]} {then.year}"


def agrees(expected: str, answer: str) -> bool:
    """Whether an answer is the one of the manual, but for what is not compared."""
    pattern = re.escape(compared(expected)).replace(re.escape("\n…\n"), "\n(?:[^\n]*\n)*?")
    return re.fullmatch(pattern, compared(answer)) is not None


def compared(text: str) -> str:
    """What of an answer is compared."""
    for pattern, instead in _UNCOMPARED:
        text = pattern.sub(instead, text)
    return "\n{}\n".format(text.strip("\n"))
