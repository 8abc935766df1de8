"""The commands of `sitegen import`, each imported only when it runs."""
