"""How fast sitegen is beside others: the same German site, built by several generators in turn.

Nothing here is part of the product: no room of `sitegen` imports it, and it knows sitegen only as a command. How the
figures are made stands in `docs/geschwindigkeit.md`.
"""
