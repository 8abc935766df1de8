"""Published versions as a pipeline remembers them: one commit each on a branch of the site's own repository."""
