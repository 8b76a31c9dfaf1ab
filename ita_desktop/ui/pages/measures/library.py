"""The library of proposed measures (คลังมาตรการ): tick and add, or drag onto an indicator or a measure."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.rules import analysis
from ita_desktop.domain.values.framework import Framework, Indicator
from ita_desktop.domain.values.measure import Measure
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.pages.measures.library_table import COUNT, NAME, SCORE, ProposalTableModel, Target, TargetTableModel
from ita_desktop.ui.widgets.buttons import Button, enable
from ita_desktop.ui.widgets.field import ChoiceField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.row_table import choose_row, fit_rows, row_table
from ita_desktop.ui.widgets.text import Text
from ita_desktop.ui.widgets.wrapping import WrappingDelegate

VISIBLE_ROWS = 10


class MeasureLibrary(QWidget):
    """Indicators at the left, the one with the lowest score first; at the right what is proposed for the one chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self.targets = TargetTableModel(self)
        self.targets.proposed.connect(self._dropped)
        self.proposals = ProposalTableModel(theme, self)
        self.proposals.ticked_changed.connect(self._tell)
        self.indicators = row_table(
            theme,
            self.targets,
            tr("Indicators"),
            wide=NAME,
            widths={SCORE: 74, COUNT: 68},
            chosen=lambda _row: self._show_entry(),
            height=lambda sizes: sizes.row,
        )
        self.texts = row_table(
            theme, self.proposals, tr("Proposed measures"), wide=0, widths={}, chosen=lambda _row: None
        )
        self._set_up_drag()
        self.issue = ChoiceField(theme, tr("Issue to improve"))
        self.add_button = Button(theme, tr("Add the ticked ones"), self.add_ticked, icon="plus")
        self._nothing = Text(tr("The library has nothing for this indicator yet."), "muted", wrap=True)
        self._place()
        theme.changed.connect(self._fit)

    @property
    def chosen(self) -> Indicator | None:
        """The indicator whose texts are shown."""
        target = self.targets.value(self.indicators.currentIndex().row())
        return target.indicator if target else None

    def refresh(self) -> None:
        """Show the year's indicators with their scores and the measures they have."""
        facts = self._desk.facts
        framework = facts.frameworks.get(self._desk.assessed_year)
        if framework is None:
            return
        before = self.chosen
        targets = self._targets(framework)
        if [one.indicator for one in targets] == [self._indicator(row) for row in range(self.targets.rowCount())]:
            self.targets.show(targets)
            return
        self.targets.show(targets)
        self._fit()
        self.choose(before.id if before else "")

    def choose(self, indicator: str) -> None:
        """Show what is proposed for an indicator; for the lowest one where it is not there."""
        choose_row(self.indicators, max(self.targets.row_of(indicator), 0))
        self._show_entry()

    def add_ticked(self) -> None:
        """Add one measure with the ticked texts, for the chosen indicator."""
        chosen = self.chosen
        if chosen is not None and self.proposals.ticked:
            self._add(chosen, chosen.id, self.proposals.ticked)
            self.proposals.untick()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Space:
                self.proposals.tick(self.texts.currentIndex().row())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if not self.proposals.ticked:
                    self.proposals.tick(self.texts.currentIndex().row(), True)
                self.add_ticked()
                return True
        return super().eventFilter(watched, event)

    def _targets(self, framework: Framework) -> tuple[Target, ...]:
        facts = self._desk.facts
        ranked = reversed(analysis.ranking(facts.assessed, framework)) if facts.assessed else ()
        lowest = {one.indicator.id: one.score for one in ranked}
        order = [*lowest, *(one.id for one in framework.indicators if one.id not in lowest)]
        answered: dict[str, int] = {}
        for measure in facts.plan.measures:
            for id_ in {found.id for ref in measure.refs if (found := framework.indicator_of(ref)) is not None}:
                answered[id_] = answered.get(id_, 0) + 1
        return tuple(
            Target(indicator=framework.indicator(id_), score=lowest.get(id_), measures=answered.get(id_, 0))
            for id_ in order
        )

    def _indicator(self, row: int) -> Indicator | None:
        target = self.targets.value(row)
        return target.indicator if target else None

    def _dropped(self, onto: str, source: str, texts: tuple[str, ...]) -> None:
        row = self.targets.row_of(onto)
        target = self.targets.value(row)
        if target is not None:
            self._add(target.indicator, source, texts)

    def _add(self, indicator: Indicator, source: str, texts: tuple[str, ...]) -> None:
        self._desk.workspace.add_measure(self._desk.plan_year, self.measure(indicator, source, texts))

    def measure(self, indicator: Indicator, source: str, texts: tuple[str, ...]) -> Measure:
        """Make a measure for an indicator from proposed texts."""
        entry = self._desk.library.catalogue.entry(indicator)
        made = Measure(refs=(indicator.id,), measures=texts, responsible=entry.owners[:1] if entry else ())
        same = source == indicator.id == self.proposals.indicator
        return replace(made, issue=self.issue.value() or "") if same else made

    def _show_entry(self) -> None:
        chosen = self.chosen
        entry = self._desk.library.catalogue.entry(chosen) if chosen else None
        self.proposals.show_entry(chosen.id if chosen else "", entry.measures if entry else ())
        self.texts.setVisible(entry is not None)
        self._nothing.setVisible(entry is None)
        weaknesses = entry.weaknesses if entry else ()
        self.issue.set_choices((("", tr("not given")), *((text, text) for text in weaknesses)))
        self.issue.show_value("")
        self._fit_texts()
        if entry is not None:
            choose_row(self.texts, 0)

    def _tell(self) -> None:
        enable(self.add_button, bool(self.proposals.ticked), tr("Tick at least one measure."))

    def _set_up_drag(self) -> None:
        self.indicators.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.indicators.setDropIndicatorShown(True)
        self.indicators.setWordWrap(False)
        self.texts.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.texts.clicked.connect(lambda index: self.proposals.tick(index.row()))
        self.texts.setItemDelegate(WrappingDelegate(self._desk.theme, self))
        self.texts.installEventFilter(self)
        # at once, and again when the table knows its width and its letters
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self.texts.resizeRowsToContents)
        self.texts.horizontalHeader().sectionResized.connect(lambda *_: self._fit_texts())

    def _fit(self) -> None:
        """Fit both tables to the rows of the first."""
        fit_rows(self.indicators, self._desk.theme, min(max(self.targets.rowCount(), 4), VISIBLE_ROWS))
        self.texts.setFixedHeight(self.indicators.maximumHeight())
        self._fit_texts()

    def _fit_texts(self) -> None:
        """Give each text the lines it needs."""
        self.texts.resizeRowsToContents()
        self._settled.start()

    def _place(self) -> None:
        sizes = self._desk.theme.sizes
        hint = tr("Space ticks, Enter adds; or drag a text onto an indicator, or onto a measure in the table above.")
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.gap)
        grid.setColumnStretch(0, 7)
        grid.setColumnStretch(1, 5)
        grid.addWidget(self.indicators, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.texts, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._nothing, 0, 1, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(sizes.gap)
        row.addWidget(FieldBox(self._desk.theme, tr("Issue to improve"), self.issue), 1)
        row.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.step * 2)
        column.addWidget(Text(hint, "help", wrap=True))
        column.addLayout(grid)
        column.addLayout(row)
