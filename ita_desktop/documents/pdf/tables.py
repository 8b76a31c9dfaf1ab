"""ตาราง on paper: shares to widths, numbered texts in cells, captions that stay with their table."""

from __future__ import annotations

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.model import CellAlign, CellText, Column, Row, Table, TableCell, plain
from ita_desktop.documents.pdf.look import Look, first_origin, origin_of

_ALIGN = {CellAlign.LEFT: ts.Align.LEFT, CellAlign.CENTRE: ts.Align.CENTRE, CellAlign.RIGHT: ts.Align.RIGHT}


def table(block: Table, look: Look) -> ts.Steps[tuple[ts.Block, ...]]:
    """The caption and the table, on one page where the table is small."""
    made = yield from _made(block, look)
    return (ts.Keep(made),) if block.kept or _is_small(block) else made


def _is_small(block: Table) -> bool:
    cells = (plain(part.words) for row in block.rows for one in row.cells for part in one.content)
    return len(block.rows) <= styles.TABLE_KEPT_ROWS and all(len(c) <= styles.TABLE_SHORT_CELL for c in cells)


def _made(block: Table, look: Look) -> ts.Steps[tuple[ts.Block, ...]]:
    made: list[ts.Block] = []
    if block.caption:
        style = look.style(
            bold=True, align=ts.Align.CENTRE, space_before=styles.TABLE_GAP, space_after=3.0, keep_with_next=True
        )
        made.append(ts.Paragraph(look.spans(block.caption), style, origin=origin_of(block.caption, block.origin)))
    return (*made, *(yield from fitted(block, look)).tables)


def fitted(block: Table, look: Look) -> ts.Steps[ts.Fitted]:
    """Return the table, one for each group of its rows, with the widths that its content asks for."""
    tables = yield from _plain(block, look)
    if look.columns is None or not tables:
        return ts.Fitted(tuple(tables), look.options.table_size, whole=True)
    fixed = [column.fixed for column in block.columns]
    height = look.form.height - look.form.top - look.form.bottom
    return (yield from look.columns(tables, look.width, fixed, height))


def _plain(block: Table, look: Look) -> ts.Steps[list[ts.Table]]:
    """Return the table, one for each group of its rows, with its shares as widths."""
    total = sum(column.share for column in block.columns)
    widths = tuple(look.width * column.share / total for column in block.columns)
    head = tuple(_head(row, look) for row in block.head)
    tables: list[ts.Table] = []
    for group, rows in _by_group(block):
        set_rows = []
        for row in rows:
            set_rows.append(_row(row, block.columns, look))
            yield
        tables.append(
            ts.Table(
                widths=widths,
                head=(*head, _row(group, block.columns, look)) if group else head,
                rows=tuple(set_rows),
                style=_style(look),
                origin=block.origin,
            )
        )
    return tables


def _by_group(block: Table) -> list[tuple[Row | None, list[Row]]]:
    """Rows under their group's heading: it is printed with the head, so that every page says whose rows it has."""
    groups: list[tuple[Row | None, list[Row]]] = []
    for row in block.rows:
        if row.group:
            groups.append((row, []))
        elif groups:
            groups[-1][1].append(row)
        else:
            groups.append((None, [row]))
    return groups


def _style(look: Look) -> ts.TableStyle:
    size = look.options.table_size
    shade = styles.HEAD_SHADE
    return ts.TableStyle(
        text=look.style(size),
        head_text=look.style(size, bold=True, align=ts.Align.CENTRE),
        padding_x=styles.CELL_PADDING_X,
        padding_y=styles.CELL_PADDING_Y,
        rule=styles.TABLE_RULE,
        head_shade=(shade, shade, shade),
        continued=styles.TABLE_CONTINUED,
        space_before=styles.PART_GAP,
        space_after=styles.TABLE_GAP,
    )


def _head(row: Row, look: Look) -> tuple[ts.Cell, ...]:
    style = look.style(look.options.table_size, bold=True, align=ts.Align.CENTRE)
    return tuple(
        ts.Cell(
            tuple(ts.Paragraph(look.spans(part.words), style) for part in one.content),
            colspan=one.colspan,
            rowspan=one.rowspan,
            align_v=ts.AlignV.MIDDLE,
        )
        for one in row.cells
    )


def _row(row: Row, columns: tuple[Column, ...], look: Look) -> tuple[ts.Cell, ...]:
    grey = (styles.GROUP_SHADE,) * 3 if row.group else None
    cells, at = [], len(columns) - sum(one.colspan for one in row.cells)
    for one in row.cells:
        align = one.align or columns[at].align
        style = look.style(look.options.table_size, align=_ALIGN[align])
        cells.append(
            ts.Cell(
                tuple(_text(part, style, look) for part in one.content),
                style=style,
                colspan=one.colspan,
                rowspan=one.rowspan,
                align_v=ts.AlignV.MIDDLE if _is_name_of_rows(one) else None,
                shade=grey,
                origin=one.origin or first_origin(span.origin for part in one.content for span in part.words),
            )
        )
        at += one.colspan
    return tuple(cells)


def _is_name_of_rows(one: TableCell) -> bool:
    """True for a short word beside several rows, as IIT; a text begins at the top, as those beside it."""
    words = "".join(plain(part.words) for part in one.content)
    return one.rowspan > 1 and len(words) <= styles.TABLE_NAME_OF_ROWS


def _text(part: CellText, style: ts.TextStyle, look: Look) -> ts.Paragraph:
    label = look.printed(part.label)
    indent = 0.0
    if label:
        indent = styles.CELL_DASH_INDENT if part.label == "-" else styles.CELL_NUMBER_INDENT[len(part.label) > 2]
    return ts.Paragraph(
        look.spans(part.words),
        style,
        label=label,
        label_indent=indent,
        origin=first_origin(s.origin for s in part.words),
    )
