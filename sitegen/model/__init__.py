"""From documents to the frozen site: posts, pages, services, authors, and what is published now. Reads no file."""
