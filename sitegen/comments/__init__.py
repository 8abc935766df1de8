"""Comments as files of a site, for owners without a server: read from mails, decided upon, answered, deleted."""
