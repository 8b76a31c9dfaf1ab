"""What is asked of Windows in Windows' own Python: this file is run there, with a question and its words."""

from __future__ import annotations

import ctypes
import sys
import winreg
from ctypes import wintypes

WM_CLOSE = 0x10
CLASSES = "Software\\Classes\\"
CHOICE = "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\FileExts\\{}\\UserChoice"
COMMAND, OPEN = 1, "open"
"""ASSOCSTR_COMMAND: the command that a double click gives."""


def value_of(root: int, key: str, name: str = "") -> str:
    """Return a text of the registry; empty where there is none."""
    try:
        with winreg.OpenKey(root, key) as opened:
            return str(winreg.QueryValueEx(opened, name)[0])
    except OSError:
        return ""


def command_of(suffix: str) -> str:
    """Return the command of a double click on a file of this suffix, found where Explorer looks, in its order.

    The user's own choice, then the classes of the user, then those of the computer.
    """
    roots = (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE)
    kind = value_of(winreg.HKEY_CURRENT_USER, CHOICE.format(suffix), "ProgId")
    kind = kind or next(filter(None, (value_of(root, CLASSES + suffix) for root in roots)), "")
    return next(filter(None, (value_of(root, f"{CLASSES}{kind}\\shell\\open\\command") for root in roots)), "")


def command_of_shell(suffix: str) -> str:
    """Return the command as Windows' own shell reads it.

    Wine's shell looks into the classes of the computer only, so what the installer wrote for the user is copied there.
    """
    kind = value_of(winreg.HKEY_CURRENT_USER, CLASSES + suffix)
    for key in (suffix, f"{kind}\\shell\\open\\command") if kind else ():
        with winreg.CreateKey(winreg.HKEY_LOCAL_MACHINE, CLASSES + key) as made:
            winreg.SetValueEx(made, "", 0, winreg.REG_SZ, value_of(winreg.HKEY_CURRENT_USER, CLASSES + key))
    size = wintypes.DWORD(2048)
    text = ctypes.create_unicode_buffer(size.value)
    answer = ctypes.windll.shlwapi.AssocQueryStringW(0, COMMAND, suffix, OPEN, text, ctypes.byref(size))
    for key in (
        (suffix, f"{kind}\\shell\\open\\command", f"{kind}\\shell\\open", f"{kind}\\shell", kind) if kind else ()
    ):
        winreg.DeleteKey(winreg.HKEY_LOCAL_MACHINE, CLASSES + key)
    return "" if answer else text.value


def words_of(command: str) -> list[str]:
    """Return the words of a command line, as the program that is started gets them."""
    count = ctypes.c_int()
    ctypes.windll.shell32.CommandLineToArgvW.restype = ctypes.POINTER(wintypes.LPWSTR)
    found = ctypes.windll.shell32.CommandLineToArgvW(wintypes.LPCWSTR(command), ctypes.byref(count))
    return [found[place] for place in range(count.value)]


def titles() -> dict[int, str]:
    """Return the titles of the visible windows, by their handles."""
    found: dict[int, str] = {}

    @ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)
    def each(window: int, _: int) -> bool:
        text = ctypes.create_unicode_buffer(512)
        ctypes.windll.user32.GetWindowTextW(window, text, 512)
        if ctypes.windll.user32.IsWindowVisible(window) and text.value:
            found[window] = text.value
        return True

    ctypes.windll.user32.EnumWindows(each, 0)
    return found


def close(part: str) -> int:
    """Ask the windows whose title holds ``part`` to close, as the cross does; how many they were."""
    asked = [window for window, title in titles().items() if part in title]
    for window in asked:
        ctypes.windll.user32.PostMessageW(window, WM_CLOSE, 0, 0)
    return len(asked)


def main(question: str, *words: str) -> None:
    """Print the answer to a question, in UTF-8."""
    answers = {
        "command": lambda: command_of(words[0]),
        "shell": lambda: command_of_shell(words[0]),
        "words": lambda: "\n".join(words_of(words[0])),
        "titles": lambda: "\n".join(titles().values()),
        "close": lambda: str(close(words[0])),
    }
    sys.stdout.buffer.write(answers[question]().encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
