"""Pictures on their way out: measured, made in several sizes, freed of what nobody shall read in them, kept for later.

Every module takes bytes or a path and gives values; none changes a file below `content/` or `static/`.
"""
