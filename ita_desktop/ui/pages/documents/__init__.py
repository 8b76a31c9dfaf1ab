"""The page of documents (เอกสาร)."""
