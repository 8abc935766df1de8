"""What an author got wrong, as data: the only way this program speaks about faults in a site.

A `Diagnostic` holds a code, a place and facts; its German sentences stand in `catalogue`, its outward form is made in
`present`. Our own faults are exceptions and never come through here.
"""

from sitegen.diagnostics.diagnostic import Diagnostic, Severity, Span
from sitegen.diagnostics.findings import Findings

__all__ = ["Diagnostic", "Findings", "Severity", "Span"]
