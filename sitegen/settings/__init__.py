"""What `site.yaml` may say, and the files that come with the package."""
