"""The home page (หน้าหลัก)."""
