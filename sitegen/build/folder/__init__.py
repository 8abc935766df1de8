"""A folder of finished pages, whoever made them: read as what strangers have sent, judged by what needs no settings."""
