"""What `sitegen publish` does, step by step, behind its door in `cli.commands.publish`."""
