"""What a page is, for machines that read: JSON-LD with schema.org's words, from the same values that the page shows."""

from sitegen.plan.structured_data.graph import structured_data
from sitegen.plan.structured_data.known import Known

__all__ = ["Known", "structured_data"]
