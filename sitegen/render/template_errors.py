"""Faults of layouts as findings: which file, which line, and what was meant.

Jinja reports faults in English and in terms of Python; here they become findings with the layout's own line.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import jinja2
import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.diagnostics.catalogue.layouts import syntax_reason
from sitegen.model.entries import Author, Page, Post, Service
from sitegen.model.site import Term
from sitegen.plan.navigation import NavigationItem
from sitegen.plan.pictures import PictureView
from sitegen.plan.questions.site import SiteView
from sitegen.plan.views import BodyView, PageView, Pagination
from sitegen.sources.encoding import decoded
from sitegen.text.patterns import later
from sitegen.text.suggest import closest

_UNDEFINED: Final = later(r"^'(?P<name>[^']+)' is undefined$")
_NO_ATTRIBUTE: Final = later(r"^'(?P<owner>[^']+)' has no attribute '(?P<name>[^']+)'$")
_NO_SUCH: Final = later(r"^No (?P<kind>filter|test) named '(?P<name>[^']+)'(?: found)?\.?$")

_SYNTAX: Final = {
    later(r"Encountered unknown tag '(?P<tag>[^']+)'.* that needs to be closed is '(?P<open>[^']+)'"): "still_open",
    later(r"Encountered unknown tag '(?P<tag>[^']+)'"): "unknown_tag",
    later(r"Unexpected end of template.* that needs to be closed is '(?P<open>[^']+)'"): "never_closed",
    later(r"expected token '(?P<wanted>[^']+)', got '(?P<found>[^']+)'"): "wrong_token",
    later(r"Expected an expression, got '(?P<found>[^']+)'"): "no_expression",
    later(r"unexpected '(?P<found>.+)'$"): "unexpected",
    later(r"unexpected char (?P<found>.+) at \d+"): "unexpected",
    later(r"Missing end of comment tag"): "open_comment",
    later(r"block '(?P<name>[^']+)' defined twice"): "block_twice",
}
"""What Jinja says of a layout that it cannot read → the key of the German sentence in the catalogue."""

CONTEXT: Final = ("page", "site", "body", "say")
VIEWS: Final[tuple[type[msgspec.Struct], ...]] = (
    PageView,
    BodyView,
    Post,
    Page,
    Service,
    Author,
    Term,
    Pagination,
    PictureView,
    NavigationItem,
)
"""What a layout holds in its hands; their fields are what may have been meant."""


def diagnose(error: Exception, layout: str, folders: Sequence[Path]) -> Diagnostic:
    """The finding for an exception raised while `layout` was read or rendered.

    `folders` are the folders of layouts, the site's own first.
    """
    if isinstance(error, jinja2.TemplateSyntaxError):
        span = Span(file=shown_name(error.filename or error.name or layout, folders), line=error.lineno)
        return syntax_finding(error, span)
    span = innermost(error, layout, folders)
    if isinstance(error, jinja2.TemplateNotFound):
        return Diagnostic(code="SG503", span=span, facts={"layout": str(error.name or layout)})
    if isinstance(error, jinja2.TemplateRuntimeError):  # the base class of undefined names, too
        return runtime_finding(error.message or "", span)
    if isinstance(error, UnicodeDecodeError):
        return undecodable(error, span, folders[0])
    return python_finding(error, span)


def python_finding(error: Exception, span: Span) -> Diagnostic:
    """What Python has against a line of a layout."""
    if isinstance(error, KeyError):
        return Diagnostic(code="SG504", span=span, facts={"name": str(error.args[0]) if error.args else ""})
    if isinstance(error, RecursionError):
        return Diagnostic(code="SG507", span=span)
    return unexecutable(f"{type(error).__name__}: {error}", span)


def undecodable(error: UnicodeDecodeError, span: Span, own: Path) -> Diagnostic:
    """A layout of the site that is no UTF-8. Python does not say which one, so it is found by its bytes."""
    for path in sorted(own.rglob("*")):
        if path.is_file() and path.read_bytes() == error.object:
            return decoded(shown_name(str(path), (own,)), error.object).findings[0]
    return Diagnostic(code="SG101", span=span)


def runtime_finding(message: str, span: Span) -> Diagnostic:
    """What Jinja itself finds while it renders: an undefined name, an unknown test."""
    if unknown := _NO_SUCH().match(message):
        return unknown_finding(unknown, span)
    return undefined_finding(message, span)


def unexecutable(reason: str, span: Span) -> Diagnostic:
    """A line of a layout that Python cannot execute."""
    return Diagnostic(code="SG505", span=span, facts={"reason": reason.rstrip(". ")})


def syntax_finding(error: jinja2.TemplateSyntaxError, span: Span) -> Diagnostic:
    """A layout that cannot be read."""
    message = error.message or ""
    if unknown := _NO_SUCH().match(message):
        return unknown_finding(unknown, span)
    for form, reason in _SYNTAX.items():
        if match := form().match(message):
            return Diagnostic(code="SG501", span=span, facts={"reason": syntax_reason(reason, **match.groupdict())})
    return Diagnostic(code="SG501", span=span, facts={"reason": syntax_reason("other", message=message)})


def unknown_finding(unknown: re.Match[str], span: Span) -> Diagnostic:
    """A filter or test that nobody has made."""
    kind = {"filter": "Filter", "test": "Test"}[unknown["kind"]]
    return Diagnostic(code="SG506", span=span, facts={"kind": kind, "name": unknown["name"]})


def undefined_finding(message: str, span: Span) -> Diagnostic:
    """A name that means nothing in a layout."""
    plain = _UNDEFINED().match(message)
    known: tuple[str, ...]
    if plain:
        name, known = plain["name"], CONTEXT
    else:
        attribute = _NO_ATTRIBUTE().match(message)
        if not attribute:
            return unexecutable(message, span)
        name, known = attribute["name"], names_of(attribute["owner"])
    suggestion = closest(name, known, cutoff=0.6)
    advice = f"Es gibt hier: {', '.join(known)}." if known else "Prüfen Sie die Schreibweise und die Namen davor."
    cure = f"Meinten Sie „{suggestion}“?" if suggestion else advice
    return Diagnostic(code="SG502", span=span, facts={"name": name, "cure": cure})


def names_of(owner: str) -> tuple[str, ...]:
    """What can be asked of an object that Jinja calls `owner` („sitegen.plan.views.PageView object“)."""
    if "AskedSite" in owner:
        return tuple(name for name in dir(SiteView) if not name.startswith("_"))
    for view in VIEWS:
        if view.__name__ in owner:
            return view.__struct_fields__
    return ()


def innermost(error: Exception, layout: str, folders: Sequence[Path]) -> Span:
    """The line of the innermost layout in the traceback of `error`."""
    roots = [str(folder) for folder in folders]
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if any(frame.filename.startswith(root) for root in roots)
    ]
    if not frames:
        return Span(file=f"layouts/{layout}")
    return Span(file=shown_name(frames[-1].filename, folders), line=frames[-1].lineno or 0)


def shown_name(file: str, folders: Sequence[Path]) -> str:
    """A layout's file as the owner knows it: `layouts/post.html`, or `theme/post.html` for the theme's own."""
    for folder, prefix in zip(folders, ("layouts", "theme"), strict=False):
        if file.startswith(str(folder)):
            return f"{prefix}/{Path(file).relative_to(folder).as_posix()}"
    return file if file.startswith("layouts/") else f"layouts/{file}"
