"""Why a comparison ends without figures."""

from __future__ import annotations


class Fault(Exception):  # noqa: N818 — what it says is shown as it is, and it is nobody's error
    """A German sentence about what was wrong: with a program, its output or the machine."""
