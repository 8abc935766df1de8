"""The commands of `sitegen comment`: comments as files of a site. The group itself is in `commands.comment`."""
