"""The questions a layout may ask of the site, in parts, and what is noted of those that it asked."""
