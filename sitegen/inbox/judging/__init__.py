"""What a comment or message looks like to the inbox: a score with the names of the rules that made it."""
