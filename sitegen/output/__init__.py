"""Brings the finished files into the output folder: whole, in one short commit, and nothing else.

Never renders, never decides what belongs to the site, never touches a file that is not ours.
"""
