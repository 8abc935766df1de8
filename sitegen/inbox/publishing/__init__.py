"""How approved comments come back into the site, and how they leave it again: by git, by a folder, or to be fetched."""
