"""Raising the version a site is built with: both build it, and what differs is shown before anything changes."""
