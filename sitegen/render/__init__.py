"""From Markdown to bodies and from routes to HTML. Writes nothing."""
