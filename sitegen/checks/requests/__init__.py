"""The privacy firewall: what finished pages, stylesheets and scripts ask of foreign hosts, and whether they may."""
