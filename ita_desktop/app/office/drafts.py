"""Unfinished text laid over what is stored, so that a preview shows each key press without a write."""

from __future__ import annotations

from collections.abc import Mapping

from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.origin import Origin


def lay_over(office: Office, drafts: Mapping[Origin, object]) -> Office:
    """Return the office as if each draft were stored at its origin.

    A draft of a record that is gone is left out; a field that no record has is a ValueError.
    """
    for origin, value in drafts.items():
        office = origin.replaced(office, value)
    return office
