"""Ask Windows which program has a file open, so that the sentence can say where it is to be closed."""

from __future__ import annotations

import sys
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _MORE_DATA = 234
    _MOST = 8
    """Programs that are named; a file is seldom open in two."""

    class _Program(ctypes.Structure):
        """``RM_PROCESS_INFO`` of Windows' Restart Manager."""

        _fields_ = (
            ("process", wintypes.DWORD),
            ("started", wintypes.FILETIME),
            ("name", wintypes.WCHAR * 256),
            ("service", wintypes.WCHAR * 64),
            ("kind", ctypes.c_int),
            ("status", wintypes.ULONG),
            ("session", wintypes.DWORD),
            ("restartable", wintypes.BOOL),
        )

    def holders(path: Path) -> str:
        """Return the names of the programs that have the file open; empty if Windows does not tell."""
        try:
            manager = ctypes.WinDLL("rstrtmgr")
        except OSError:
            return ""
        session, key = wintypes.DWORD(), ctypes.create_unicode_buffer(33)
        if manager.RmStartSession(ctypes.byref(session), 0, key):
            return ""
        try:
            files = (wintypes.LPCWSTR * 1)(str(path.absolute()))
            if manager.RmRegisterResources(session, 1, files, 0, None, 0, None):
                return ""
            needed, count, why = wintypes.UINT(), wintypes.UINT(_MOST), wintypes.DWORD()
            found = (_Program * _MOST)()
            answer = manager.RmGetList(session, ctypes.byref(needed), ctypes.byref(count), found, ctypes.byref(why))
            if answer not in (0, _MORE_DATA):
                return ""
            return ", ".join(dict.fromkeys(one.name for one in found[: count.value] if one.name))
        finally:
            manager.RmEndSession(session)
else:

    def holders(path: Path) -> str:
        """Return nothing: elsewhere a file that is open can be replaced."""
        return ""
