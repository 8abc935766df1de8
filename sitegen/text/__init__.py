"""German as it is written: slugs, dates, prices, plurals, order and typography.

Pure functions over strings. Nothing here reads a file, knows a site or asks the system for its locale.
"""
