"""Sites of other generators: Hugo, Jekyll and Pelican, from their folders."""
