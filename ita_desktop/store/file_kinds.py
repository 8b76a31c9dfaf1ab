"""How the names of our files end (นามสกุลแฟ้ม): known without loading what reads them."""

OFFICE, RULES, PROGRAM = ".ita", ".itapack", ".itaupdate"
"""An office; a signed pack of rules; a signed newer program."""
BACKUP, SENT = ".ita-backup", ".ita-send"
"""A sealed office: a backup, and what another computer sent."""
JSON, WORKBOOK = ".json", ".xlsx"
"""An office's data as others can read and write it."""
ARRIVING = (SENT, BACKUP, JSON, WORKBOOK)
"""What becomes an office of this computer."""
