"""Receives what visitors send, judges, keeps, moderates, publishes it. Runs on a server, without the generator."""
