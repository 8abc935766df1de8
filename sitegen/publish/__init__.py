"""Brings a built site to where its visitors find it: what changed, in which order, over which client; and back again."""
