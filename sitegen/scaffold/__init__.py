"""What is made for the owner once and is hers from then on: a new site, a new text, schemas for her editor.

Nothing here ever overwrites a file she could have written, save for `mend`, which only adds blank lines where she asks
for it.
"""
