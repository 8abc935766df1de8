"""What every importer says of the addresses that the old site had; the file itself is read and written in `model`."""

from __future__ import annotations

from sitegen.model.old_urls import OLD_URLS_FILE, OldUrl, old_urls_csv, read_old_urls

__all__ = ["OLD_URLS_FILE", "OldUrl", "old_urls_csv", "read_old_urls"]
