"""Forms and comments on finished pages: what visitors are told, asked and sent to. Changes nothing."""
