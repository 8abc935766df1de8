"""Services and what they are sold by, from the head of their documents."""
