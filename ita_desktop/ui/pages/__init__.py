"""The pages, one folder each; no page knows another."""
