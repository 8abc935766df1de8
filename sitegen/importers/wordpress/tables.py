"""Tables of TablePress as HTML: rows of cells in JSON, which texts name by number (`[table id=3 /]`). Pure."""

from __future__ import annotations

import json

from sitegen.importers.wordpress.records import Item

_NUMBER = "_tablepress_export_table_id"


def table_number(item: Item) -> str:
    """The number by which texts name a table, else its id."""
    return item.meta.get(_NUMBER, "").strip() or item.id


def table_html(content: str) -> str:
    """The table, its first row as its head; cells hold HTML. Empty for what is no table."""
    try:
        rows = json.loads(content)
    except (ValueError, RecursionError):
        return ""
    if not (isinstance(rows, list) and all(isinstance(row, list) for row in rows)):
        return ""
    head, *body = [[str(cell) for cell in row] for row in rows] or [[]]
    made = [_row(head, "th"), *(_row(row, "td") for row in body)]
    return f"<table>{''.join(made)}</table>" if any(map(any, rows)) else ""


def _row(cells: list[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>"
