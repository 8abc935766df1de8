"""The commands of `sitegen inbox`, an inbox at work and in its owner's hands. The group itself: `commands.inbox`."""
