"""The window itself: head bar, menus, start page, crash page, one window per file."""
