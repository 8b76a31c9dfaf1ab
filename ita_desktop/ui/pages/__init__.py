"""The steps of the guided way; no page knows another."""
