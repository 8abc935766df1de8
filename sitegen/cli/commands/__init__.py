"""The commands, one module each; `root` imports one when it runs."""
