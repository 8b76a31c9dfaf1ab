"""Updates and packs of rules signed by the publisher."""
