"""Pages: which have to be made, how they are made, looked at, asked about and finished."""
