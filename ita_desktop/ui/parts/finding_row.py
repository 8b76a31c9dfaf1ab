"""One finding (ข้อที่ตรวจพบ): where, what, by which rule, how to correct it, and the buttons for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.app.checks.explanations import explain
from ita_desktop.app.checks.finding_report import severity_name
from ita_desktop.domain.findings import Finding, Fix, Severity
from ita_desktop.i18n import tr
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits, prose
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Notice
from ita_desktop.ui.widgets.field import LineField
from ita_desktop.ui.widgets.text import IconMark, Text

LOOKS = {
    Severity.WRONG: ("circle-x", Tone.WRONG),
    Severity.LOOK: ("circle-alert", Tone.LOOK),
    Severity.ADVICE: ("lightbulb", Tone.ACCENT),
}
"""Icon and colour of a severity; its word is always beside them."""
_NUMBER = re.compile(r"[0-9]+\.[0-9]+")
"""A score as it is stored: shown as the fields show it."""
SHORTEST = 28
"""Characters of either side of a fix: both fit on a button at 150 %, in a window of 1366 × 768."""
_STORED_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
"""A stored date; the sentence shows it as written on paper."""


class FindingRow(QFrame):
    """Enter or a click goes to the field; Ctrl+Enter puts it right where there is one proposal."""

    go_wanted = Signal()
    fix_wanted = Signal(Fix)
    aside_wanted = Signal(str)
    """Let it be, for this reason."""
    back_wanted = Signal()

    def __init__(self, theme: Theme, finding: Finding, place: str, reason: str | None = None) -> None:
        super().__init__()
        self.finding = finding
        self._theme = theme
        self.setProperty("finding", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        wording = explain(finding)
        what, rule, way = prose(wording.what), prose(wording.rule), prose(wording.way)
        self.setAccessibleName(f"{severity_name(finding.severity)}: {place}: {what}")
        self.setAccessibleDescription(f"{rule} {way}")
        sizes = theme.sizes
        icon, tone = LOOKS[finding.severity]
        words = QVBoxLayout()
        words.setSpacing(sizes.step // 2)
        words.addWidget(Text(place, "head", wrap=True))
        words.addWidget(Text(what, "strong", wrap=True))
        if finding.quote and finding.quote not in wording.what and not _STORED_DATE.fullmatch(finding.quote):
            words.addWidget(Text(f"“{finding.quote}”", "muted", wrap=True))
        words.addWidget(Text(rule, "help", wrap=True))
        words.addWidget(Text(way, wrap=True))
        if reason is not None:
            words.addWidget(Text(tr("Set aside: {reason}").format(reason=reason), "muted", wrap=True))
        self.notice = Notice(theme)
        words.addWidget(self.notice)
        self._words = words
        words.addLayout(self._buttons(set_aside=reason is not None))
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.step * 2, sizes.step * 2, sizes.step * 2, sizes.step)
        row.setSpacing(sizes.step * 2)
        row.addWidget(IconMark(theme, icon, tone, severity_name(finding.severity)), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    @property
    def only_fix(self) -> Fix | None:
        """The proposal, where there is one and no other."""
        return self.finding.fixes[0] if len(self.finding.fixes) == 1 else None

    def ask_reason(self) -> None:
        """Show the line for the reason, ready to type in."""
        self._ask.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = self.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.only_fix is not None:
            self.fix_wanted.emit(self.only_fix)
        elif enter:
            self.go_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.go_wanted.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(tr("Enter or click: go to the field"))
        return super().event(event)

    def _buttons(self, *, set_aside: bool) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        self.go_button = self._button(tr("Go to the field"), self.go_wanted.emit, "arrow-right")
        row.addWidget(self.go_button)
        if set_aside:
            self.back_button = self._button(tr("Look at it again"), self.back_wanted.emit, "undo-2")
            row.addWidget(self.back_button)
        else:
            self.aside_button = self._button(tr("Set aside…"), self.ask_reason, "eye-off")
            row.addWidget(self.aside_button)
        row.addStretch(1)
        self.fix_buttons = tuple(
            self._button(fix_words(fix), partial(self.fix_wanted.emit, fix), "wand-sparkles")
            for fix in self.finding.fixes
        )
        column.addLayout(row)
        for button in self.fix_buttons if not set_aside else ():
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._reason_line())
        return column

    def _button(self, text: str, pressed: Callable[[], object], icon: str) -> Button:
        button = Button(self._theme, text, pressed, icon=icon, quiet=True)
        button.setAccessibleDescription(self.accessibleName())
        return button

    def _reason_line(self) -> QWidget:
        self._ask = QWidget()
        row = QHBoxLayout(self._ask)
        row.setContentsMargins(0, 0, 0, self._theme.sizes.step)
        row.setSpacing(self._theme.sizes.step)
        hint = tr("Why can it stay? The reason is kept with the file.")
        self.reason = LineField(hint, hint)
        self.reason.returnPressed.connect(self._set_aside)
        row.addWidget(self.reason, 1)
        row.addWidget(Button(self._theme, tr("Set aside"), self._set_aside))
        self._ask.hide()
        return self._ask

    def _set_aside(self) -> None:
        reason = self.reason.text().strip()
        self.reason.show_fault("" if reason else tr("Type the reason first."))
        if reason:
            self.aside_wanted.emit(reason)


def fix_words(fix: Fix) -> str:
    """What a proposal changes, short enough for a button."""
    old, new = (text if len(text) <= SHORTEST else text[: SHORTEST - 1] + "…" for text in (fix.old, fix.new))
    if _NUMBER.fullmatch(fix.old) and _NUMBER.fullmatch(fix.new):
        old, new = digits(old), digits(new)
    if not new:
        return tr("Take out “{old}”").format(old=old)
    return tr("Change “{old}” to “{new}”").format(old=old, new=new)
