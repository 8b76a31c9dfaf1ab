"""The formats ita-office/1 and the workbook, in and out."""
