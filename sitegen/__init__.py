"""A static site generator for German virtual-assistance businesses. The rooms are described in docs/architecture.md."""
