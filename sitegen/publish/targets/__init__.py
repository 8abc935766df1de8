"""The places a site can go to, each with the client that others keep well: a folder, SFTP, rsync, S3, git."""
