"""The way to the next level in words (แนวทางยกระดับผลการประเมิน), by the year's own rule."""

from __future__ import annotations

from ita_desktop.domain.rules import analysis
from ita_desktop.domain.rules.distance import Distance
from ita_desktop.domain.texts.phrases import listed, named, points
from ita_desktop.domain.thai.writing import score_text
from ita_desktop.domain.values.facts import YearFacts


def next_level(facts: YearFacts) -> str:
    """Write what the next level requires and the shortest way there; empty at the highest level and without scores."""
    assessment, framework = facts.assessed, facts.framework
    if assessment is None or framework is None:
        return ""
    distance = analysis.distance_to_next_level(assessment, framework)
    if distance is None:
        return ""
    needs = []
    if distance.overall_missing:
        needs.append(f"เพิ่มคะแนนในภาพรวมอีก {points(distance.overall_missing)}")
    needs += [f"เพิ่มคะแนน {b.code} อีก {points(b.missing)}" for b in distance.blocking]
    if not needs:
        return ""
    parts = ""
    if distance.not_computable:
        parts = f" ทั้งนี้ เกณฑ์ดังกล่าวยังพิจารณาคะแนน {listed(distance.not_computable)} แยกต่างหากด้วย"
    return f"การยกระดับผลการประเมินเป็นระดับ {distance.next_level} ต้อง{listed(needs)}{_way(distance)}{parts}"


def _way(distance: Distance) -> str:
    """Write the shortest way; empty if it does not follow from the indicators."""
    raises = [f"{named(r.indicator)} จาก {score_text(r.score)} เป็น {points(r.to)}" for r in distance.way]
    return f" ซึ่งทำได้ด้วยการยกระดับคะแนน{listed(raises)}" if raises else ""
