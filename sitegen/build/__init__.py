"""The order of the stages, the memory between builds, and their result. The only room that knows the order."""
