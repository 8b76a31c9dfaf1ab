"""``self-test``: what works and what does not, one line each."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.app.start.self_test import Check, try_all
from ita_desktop.i18n import ntr, tr


def self_test(checks: Sequence[Check]) -> bool:
    """Try everything and print it; True where all of it works."""
    failed = []
    for outcome in try_all(checks):
        word = tr("works") if outcome.passed else tr("FAILED")
        print(f"{word:10} {outcome.title} ({outcome.detail})", flush=True)
        if not outcome.passed:
            failed.append(outcome.title)
    if failed:
        text = ntr(
            "{count} part of the program does not work: {parts}. Install the program again.",
            "{count} parts of the program do not work: {parts}. Install the program again.",
            len(failed),
        )
        print(text.format(count=len(failed), parts=", ".join(failed)))
        return False
    print(tr("Everything the program needs works."))
    return True
