"""HTML of any origin becomes our Markdown: WordPress, Word, a saved page.

Never reads a file, never asks a network, and never passes on a script, a style or an event attribute.
"""
