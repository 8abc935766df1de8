"""What is asked of a site without building it, and of the builds that were."""
