"""What the inbox writes to people: composed as plain text, kept in the store until a mail server has taken it."""
