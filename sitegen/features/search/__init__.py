"""Search without a server: finished pages become an index of files that the page `/suche/` alone asks.

The index is made by Pagefind (https://pagefind.app), which comes with the extra `sitegen[search]` and runs as a program
of its own; nothing of it is imported into a build. `records` and `folding` are pure, `index` runs it and keeps what it
made.
"""
