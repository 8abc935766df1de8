"""What a site has besides its pages, each feature through the same small protocol."""
