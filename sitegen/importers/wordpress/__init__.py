"""From a WordPress export to content: read (`reading`), decided (`layout`, `texts`, `comments`), told (`report`)."""
