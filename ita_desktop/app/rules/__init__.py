"""An office's own edits of a year's rules."""
