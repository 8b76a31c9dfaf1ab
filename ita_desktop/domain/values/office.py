"""Everything one file holds about one office."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.domain.values.agency import Agency
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.measure import MeasurePlan
from ita_desktop.domain.values.memo import Memo, Signer


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """ข้อมูลของหน่วยงานหนึ่งทุกปี: the unit of exchange (``ita-office/1``)."""

    agency: Agency
    signers: tuple[Signer, ...] = ()
    years: tuple[Assessment, ...] = ()
    plans: tuple[MeasurePlan, ...] = ()
    memos: tuple[Memo, ...] = ()
    source: str = ""
