"""Legal pages: their texts as data, and pure functions that choose among them. Never renders, never judges a site."""
