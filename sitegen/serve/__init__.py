"""The preview: watch a site, build it anew, show it in a browser of this machine. The only room that knows livereload.

Never writes to the output folder that is published, and never decides what a page looks like.
"""
