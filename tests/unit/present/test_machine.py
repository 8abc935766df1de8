"""What programs read of the findings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import jsonschema

from sitegen.diagnostics import Diagnostic, Findings, Span
from sitegen.diagnostics.present.machine import as_github, as_json, as_sarif

FILES = {"content/blog/büro.md": ["---", "titel: Rechnungen", "---"]}

FINDINGS = Findings.of(
    [
        Diagnostic(
            code="SG003",
            span=Span(file="content/blog/büro.md", line=2, column=1, end_column=6),
            facts={"path": "100 %, ja: x.md"},
        ),
        Diagnostic(code="SG001", span=Span(file=""), facts={"folder": "x"}),
    ]
)

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
COUNT = {"type": "integer", "minimum": 1}
REGION = {
    "type": "object",
    "required": ["startLine"],
    "additionalProperties": False,
    "properties": {"startLine": COUNT, "startColumn": COUNT, "endColumn": COUNT, "snippet": TEXT},
}
PHYSICAL = {
    "type": "object",
    "required": ["artifactLocation"],
    "additionalProperties": False,
    "properties": {
        "artifactLocation": {
            "type": "object",
            "required": ["uri"],
            "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9._~%/-]+$"}},
        },
        "region": REGION,
    },
}
RULE = {
    "type": "object",
    "required": ["id"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},
        "shortDescription": TEXT,
        "help": TEXT,
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}},
    },
}
RESULT = {
    "type": "object",
    "required": ["message"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": TEXT,
        "locations": {
            "type": "array",
            "items": {"type": "object", "properties": {"physicalLocation": PHYSICAL}, "additionalProperties": False},
        },
    },
}
DRIVER = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string"},
        "language": {"type": "string", "pattern": r"^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
        "rules": {"type": "array", "uniqueItems": True, "items": RULE},
    },
}
RUN = {
    "type": "object",
    "required": ["tool"],
    "properties": {
        "tool": {"type": "object", "required": ["driver"], "properties": {"driver": DRIVER}},
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
    },
}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {"version": {"const": "2.1.0"}, "runs": {"type": "array", "items": RUN}},
}
"""The parts of the SARIF 2.1.0 schema that a log of ours uses."""


def lines_of(file: str) -> Sequence[str] | None:
    return FILES.get(file)


def test_json_says_everything_the_terminal_says() -> None:
    read = json.loads(as_json(FINDINGS, lines_of))
    assert read["version"] == 1
    assert read["counts"] == {"error": 2, "warning": 0, "note": 0}
    assert read["findings"][1] == {
        "code": "SG003",
        "severity": "error",
        "file": "content/blog/büro.md",
        "line": 2,
        "column": 1,
        "end_column": 6,
        "message": "Die Datei „100 %, ja: x.md“ gibt es schon.",
        "cure": FINDINGS.items[1].cure,
        "rule": "",
        "statute": "",
        "excerpt": "titel: Rechnungen",
    }


def test_json_of_a_finding_without_a_place_has_zeros_and_no_excerpt() -> None:
    first = json.loads(as_json(FINDINGS, lines_of))["findings"][0]
    assert (first["file"], first["line"], first["column"], first["excerpt"]) == ("", 0, 0, "")


def test_json_without_findings_is_still_an_object() -> None:
    assert json.loads(as_json(Findings(), lines_of))["findings"] == []


def test_github_escapes_data_and_properties() -> None:
    finding = Diagnostic(code="SG003", span=Span(file="a,b:c.md", line=3), facts={"path": "5 %\n::error::x"})
    line = as_github(Findings.of([finding]), prefix="")
    assert line.startswith(
        "::error file=a%2Cb%3Ac.md,line=3,title=SG003::Die Datei „5 %25%0A::error::x“ gibt es schon.%0A"
    )
    assert "\n" not in line


def test_github_places_are_seen_from_the_repository() -> None:
    lines = as_github(FINDINGS, prefix="websites/büro/").split("\n")
    assert lines[0].startswith("::error title=SG001::")
    assert lines[1].startswith(
        "::error file=websites/büro/content/blog/büro.md,line=2,col=1,endColumn=5,title=SG003::",
    )


def sarif_run(findings: Findings) -> dict[str, Any]:
    log = json.loads(as_sarif(findings, lines_of, prefix="site/", version="1.2.3"))
    jsonschema.validate(log, SARIF)
    run: dict[str, Any] = log["runs"][0]
    return run


def test_sarif_names_the_tool_and_every_rule_once() -> None:
    run = sarif_run(Findings.of([*FINDINGS, Diagnostic(code="SG003", span=Span(file="z.md"), facts={"path": "z"})]))
    assert run["tool"]["driver"]["version"] == "1.2.3"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["SG001", "SG003"]
    assert rules[1]["shortDescription"]["text"] == "Die Datei „…“ gibt es schon."
    assert "sitegen add" in rules[1]["help"]["text"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1, 1]


def test_sarif_places_are_encoded_addresses_with_regions() -> None:
    results = sarif_run(FINDINGS)["results"]
    assert "locations" not in results[0]
    place = results[1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "site/content/blog/b%C3%BCro.md", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {
        "startLine": 2,
        "startColumn": 1,
        "endColumn": 6,
        "snippet": {"text": "titel: Rechnungen"},
    }


def test_sarif_of_a_whole_file_has_no_region() -> None:
    finding = Diagnostic(code="SG003", span=Span(file="a.md"), facts={"path": "a"})
    place = sarif_run(Findings.of([finding]))["results"][0]["locations"][0]["physicalLocation"]
    assert "region" not in place


def test_sarif_without_findings_is_an_empty_run() -> None:
    assert sarif_run(Findings())["results"] == []
