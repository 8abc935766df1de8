"""The inbox's door: HTTP in, German pages out. Decides nothing that `receiving` and `moderation` have not decided."""
