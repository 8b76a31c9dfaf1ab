"""How sure the program is of a fact of a year's rules."""

from __future__ import annotations

from ita_desktop.domain.values.framework import Confidence, Framework
from ita_desktop.i18n import tr
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import prose
from ita_desktop.ui.widgets.text import Chip


class ConfidenceChip(Chip):
    """A word beside a fact that is not confirmed, with the reason as tool tip; nothing beside a sure one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)

    def show_blocks(self, framework: Framework | None, *blocks: str) -> None:
        """The least sure of these blocks of the year's rules."""
        unsure = [
            provenance
            for name in blocks
            if framework and (provenance := framework.provenance.get(name)) and not provenance.confidence.is_sure
        ]
        if not unsure:
            self.show_text("", "", Tone.PLAIN)
            return
        worst = next((p for p in unsure if p.confidence is Confidence.UNVERIFIED), unsure[0])
        word = tr("not verified") if worst.confidence is Confidence.UNVERIFIED else tr("partly confirmed")
        self.show_text("info", word, Tone.LOOK)
        note, sources = prose(worst.note), prose("\n".join(worst.sources))
        self.setToolTip("\n\n".join(part for part in (note, sources) if part))
        self.setAccessibleDescription(note)
