"""Whether every address of a former site is kept: the rules of a built site, read as each server reads them."""
