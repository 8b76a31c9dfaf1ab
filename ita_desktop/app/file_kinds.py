"""How the names of our files end (นามสกุลแฟ้ม): known without loading what reads them."""

OFFICE, RULES, PROGRAM = ".ita", ".itapack", ".itaupdate"
"""An office; a signed pack of rules; a signed newer program."""
