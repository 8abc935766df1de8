"""Findings for programs: JSON of our own, annotations for GitHub, SARIF 2.1.0 for code-scanning tools.

All three say the same as the terminal does. Nothing here knows where a site lies on disk: whoever calls says how the
site's paths begin as seen from the repository.
"""

from __future__ import annotations

import json
from typing import Final
from urllib.parse import quote

from sitegen.diagnostics.catalogue import Entry, Severity
from sitegen.diagnostics.diagnostic import Diagnostic
from sitegen.diagnostics.findings import Findings
from sitegen.diagnostics.present import LinesOf
from sitegen.diagnostics.present.manual import in_general

Json = str | int | list["Json"] | dict[str, "Json"]

JSON_VERSION: Final = 1
"""Raised when a program that reads our JSON would have to change."""

_GITHUB_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(findings: Findings, lines_of: LinesOf) -> str:
    """One object: `version` (1), `counts` by severity, and `findings` in the order of a report.

    Each finding has `code`, `severity` (error, warning, note), `file` (relative to the site folder, empty for the site
    as a whole), `line`, `column`, `end_column` (1-based code points, the end exclusive; 0 for not known), `message`,
    `cure`, `rule` and `statute` (of the law, or empty), and `excerpt` (the source line, or empty).
    """
    counts: dict[str, Json] = {str(severity): len(findings.of_severity(severity)) for severity in Severity}
    listed: list[Json] = [_json_finding(finding, lines_of) for finding in findings]
    return _dumped({"version": JSON_VERSION, "counts": counts, "findings": listed})


def as_github(findings: Findings, *, prefix: str) -> str:
    """One workflow command a line (`::error file=…,line=…,title=…::…`), escaped as GitHub's toolkit does.

    `prefix` is put before every file: the way from the repository to the site, empty or ending in a slash.
    See https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands.
    """
    return "\n".join(_github_command(finding, prefix=prefix) for finding in findings)


def as_sarif(findings: Findings, lines_of: LinesOf, *, prefix: str, version: str) -> str:
    """A SARIF 2.1.0 log with one run; `version` is ours, `prefix` as for `as_github`.

    See https://docs.oasis-open.org/sarif/sarif/v2.1.0/.
    """
    codes = sorted({finding.code for finding in findings})
    entries = {finding.code: finding.entry for finding in findings}
    rules: list[Json] = [_sarif_rule(entries[code]) for code in codes]
    results: list[Json] = [
        _sarif_result(finding, lines_of, rule=codes.index(finding.code), prefix=prefix) for finding in findings
    ]
    driver: dict[str, Json] = {"name": "sitegen", "version": version, "language": "de", "rules": rules}
    run: dict[str, Json] = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return _dumped({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _dumped(value: dict[str, Json]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _source_line(finding: Diagnostic, lines_of: LinesOf) -> str:
    lines = lines_of(finding.span.file) if finding.span.file and finding.span.line else None
    return lines[finding.span.line - 1] if lines and finding.span.line <= len(lines) else ""


def _full_text(finding: Diagnostic) -> str:
    return f"{finding.message}\n{finding.cure}".rstrip("\n")


def _json_finding(finding: Diagnostic, lines_of: LinesOf) -> dict[str, Json]:
    span = finding.span
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_column": span.end_column,
        "message": finding.message,
        "cure": finding.cure,
        "rule": finding.rule,
        "statute": finding.statute,
        "excerpt": _source_line(finding, lines_of),
    }


def _github_command(finding: Diagnostic, *, prefix: str) -> str:
    span = finding.span
    columns = {"col": span.column, "endColumn": span.end_column and span.end_column - 1} if span.line else {}
    properties = {
        "file": f"{prefix}{span.file}" if span.file else "",
        "line": span.line,
        **columns,
        "title": finding.code,
    }
    listed = ",".join(f"{name}={_github_property(str(value))}" for name, value in properties.items() if value)
    return f"::{_GITHUB_COMMANDS[finding.severity]} {listed}::{_github_data(_full_text(finding))}"


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")


def _sarif_rule(entry: Entry) -> dict[str, Json]:
    return {
        "id": entry.code,
        "shortDescription": {"text": in_general(entry.message)},
        "help": {"text": entry.explanation or in_general(entry.cure)},
        "defaultConfiguration": {"level": str(entry.severity)},
    }


def _sarif_result(finding: Diagnostic, lines_of: LinesOf, *, rule: int, prefix: str) -> dict[str, Json]:
    result: dict[str, Json] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": str(finding.severity),
        "message": {"text": _full_text(finding)},
    }
    if finding.span.file:
        result["locations"] = [{"physicalLocation": _sarif_place(finding, lines_of, prefix=prefix)}]
    return result


def _sarif_place(finding: Diagnostic, lines_of: LinesOf, *, prefix: str) -> dict[str, Json]:
    """Where it is; the address is a URI relative to the repository, hence percent-encoded."""
    span = finding.span
    artifact: dict[str, Json] = {"uri": quote(f"{prefix}{span.file}"), "uriBaseId": "%SRCROOT%"}
    if not span.line:
        return {"artifactLocation": artifact}
    numbers = {"startLine": span.line, "startColumn": span.column, "endColumn": span.end_column}
    region: dict[str, Json] = {name: number for name, number in numbers.items() if number}
    source = _source_line(finding, lines_of)
    if source:
        region["snippet"] = {"text": source}
    return {"artifactLocation": artifact, "region": region}
