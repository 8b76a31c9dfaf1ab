"""Files of somebody else as plain paragraphs and tables: nothing is guessed, run, linked or followed."""
