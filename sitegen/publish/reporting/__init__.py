"""What a pipeline tells the owner: as a summary of the run, and as one issue that closes itself."""
