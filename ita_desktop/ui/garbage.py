"""Python's search for garbage, kept away from what an open office holds as long as it is open.

A search goes through everything there is, 60 to 110 ms with words, places and measures, and comes between two keys.
"""

from __future__ import annotations

import gc


def leave_alone() -> None:
    """Take everything there is now out of later searches."""
    gc.collect()
    gc.freeze()


def search_again() -> None:
    """Search everything again, because much of it goes."""
    gc.unfreeze()
