"""From files to documents: which files a site has, what their bytes say, where the head ends and the body begins.

Keeps the line of everything, so that a finding can name its place. Knows nothing of posts and pages.
"""
