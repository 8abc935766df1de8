"""Addresses of the owner's choice that are told what happened, signed by Standard Webhooks."""
