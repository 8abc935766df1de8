"""From the site to routes, and the questions a layout may ask. Renders nothing."""
