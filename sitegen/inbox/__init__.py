"""Receives what visitors send, judges, keeps, moderates, publishes it. Runs alone on a server, without the generator."""
