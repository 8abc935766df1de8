"""Pipelines for forges and hosts: written once, complete, commented, and never over what the owner has changed."""
