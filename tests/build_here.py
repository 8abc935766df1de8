"""A process that builds a site and says as JSON what came of it: the digests of all files, and the findings.

Run by test_independence.py and test_shared_work.py, never imported.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from datetime import datetime
from pathlib import Path

from sitegen.build.pipeline import build
from sitegen.build.result import BuildOptions


def main(root: str, now: str, workers: str = "") -> None:
    """Build with so many workers, and print."""
    result = build(Path(root), BuildOptions(now=datetime.fromisoformat(now), workers=int(workers) if workers else None))
    out = result.out
    files = {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }
    findings = [[found.code, found.span.file, found.span.line, found.span.column] for found in result.findings]
    seconds = os.times().children_user  # of copies that have ended
    json.dump({"files": files, "findings": findings, "changed": result.changes.changed, "copies": seconds}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
