"""ITA Desktop: from an office's ITA scores to signed Thai paper, offline."""

__version__ = "0.1.0"
