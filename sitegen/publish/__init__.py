"""Brings a built site to its visitors: what changed, in which order, over which client; and back again."""
