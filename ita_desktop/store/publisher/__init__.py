"""The publisher's signature and versions of the program."""
