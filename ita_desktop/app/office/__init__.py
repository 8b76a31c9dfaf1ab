"""One open office: Workspace, drafts, backups, import and export, merge, sending."""
