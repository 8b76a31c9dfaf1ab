"""Larger pieces of pages: editors of one domain value each."""
