"""Everything the owner wrote: read, validated, rendered and put together."""
