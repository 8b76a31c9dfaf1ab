"""A table of rows to choose from, as the pages show their records."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ita_desktop.ui.look.sizes import Sizes
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets.sized import sized

ROWS = "fittedRows"


def row_table(
    theme: Theme,
    model: QAbstractItemModel,
    name: str,
    *,
    wide: int,
    widths: Mapping[int, int],
    chosen: Callable[[int], object],
    height: Callable[[Sizes], int] = lambda sizes: sizes.table_row,
) -> QTableView:
    """A table without a grid; the column ``wide`` takes the room that is left, ``chosen`` gets the current row.

    ``height`` gives that of a row, two lines unless told otherwise.
    """
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

    def resize(sizes: Sizes) -> None:
        for column, width in widths.items():
            table.setColumnWidth(column, sizes.px(width))
        table.verticalHeader().setDefaultSectionSize(height(sizes))
        if (rows := table.property(ROWS)) is not None:
            fit_rows(table, theme, rows)

    sized(table, theme, resize)
    table.selectionModel().currentRowChanged.connect(lambda now, _before: chosen(now.row()))
    return table


def fit_rows(table: QTableView, theme: Theme, rows: int) -> None:
    """Make the table as high as its head and ``rows`` rows, at every scale."""
    table.setProperty(ROWS, rows)
    head, one = table.horizontalHeader().sizeHint().height(), table.verticalHeader().defaultSectionSize()
    table.setFixedHeight(head + one * rows + theme.sizes.step)


def choose_row(table: QTableView, row: int) -> None:
    """Make this the only row chosen and bring it into view; nothing for a row that is not there.

    ``selectRow`` would look at the keyboard: after Ctrl+Z or Ctrl+Insert it adds the row to those chosen before.
    """
    index = table.model().index(row, max(table.currentIndex().column(), 0))
    if index.isValid():
        flags = QItemSelectionModel.SelectionFlag
        table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        table.scrollTo(index)
