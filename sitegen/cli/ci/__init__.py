"""The commands of `sitegen ci`: what a pipeline does besides building. The group itself is in `commands.ci`."""
