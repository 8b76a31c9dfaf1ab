"""A table of rows to choose from, as the pages show their records."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ita_desktop.ui.theme import Theme


def row_table(
    theme: Theme,
    model: QAbstractItemModel,
    name: str,
    *,
    wide: int,
    widths: Mapping[int, int],
    chosen: Callable[[int], object],
) -> QTableView:
    """A table without a grid; the column ``wide`` takes the room that is left, ``chosen`` gets the current row."""
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(True)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    for column, width in widths.items():
        table.setColumnWidth(column, theme.sizes.px(width))
    table.verticalHeader().setDefaultSectionSize(theme.sizes.table_row)
    table.selectionModel().currentRowChanged.connect(lambda now, _before: chosen(now.row()))
    return table
