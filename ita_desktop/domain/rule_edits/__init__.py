"""What an office edits in the rules of a year (แก้ไขเกณฑ์): values, single parts, levels, their faults, their uses."""
