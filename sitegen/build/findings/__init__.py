"""What rules have to say that compare texts, settings and pages of a site: each is given what it compares."""
