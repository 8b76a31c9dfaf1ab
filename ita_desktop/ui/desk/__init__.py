"""What all pages share: the page, its forms, drafts and checks."""
