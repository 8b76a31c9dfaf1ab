"""The paper beside the work: preview, marks, search, printing."""
