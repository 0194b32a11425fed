"""The trends as markdown: every view with its grids, lines and counts as tables, and which way is good in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from review import month as months
from review.exports import markdown
from review.summary.document import Block, Bullets, Document, Heading, Paragraph, Property
from review.summary.document import Table as Columns
from review.summary.summary import TAG
from review.trends.page import Block as Shown
from review.trends.page import Chart, Grid, Page, Sentences, State, Table
from review.trends.series import Series, said

TITLE = "Trends"
SKIPPED = "no session"
AGAINST = "against the three sessions before"


def pieces(pages: Sequence[Page]) -> Iterator[str]:
    """Write the views, a piece for each; together they are one text. There is at least one view."""
    opening = markdown.rendered(Document(_properties(pages[0]), (Heading(1, TITLE), Paragraph(pages[0].span))))
    for page in pages:
        yield f"{opening}\n{markdown.body(_view(page))}"
        opening = ""


def _properties(page: Page) -> tuple[tuple[str, Property], ...]:
    if not page.months:
        return (("tags", (TAG,)),)
    return (("from", page.months[0]), ("to", page.months[-1]), ("sessions", page.sessions), ("tags", (TAG,)))


def _view(page: Page) -> Iterator[Block]:
    yield Heading(2, page.name)
    yield Paragraph(f"{page.title}.")
    yield from (Paragraph(sentence) for sentence in (page.empty, page.note) if sentence)
    for block in page.blocks:
        yield from _block(block)


def _block(block: Shown) -> Iterator[Block]:
    yield Heading(3, block.title)
    match block:
        case Grid():
            yield _grid(block)
            signs = "; ".join(f"{sample.strip()} {words}" for sample, words in block.legend)
            yield Paragraph(f"{signs}. {_sentence(block.good.value)}")
        case Chart(series=series):
            yield _lines(series)
            yield Bullets(tuple(map(_newest, series)))
        case Table():
            yield _counts(block)
            if block.note:
                yield Paragraph(block.note)
        case Sentences(sentences=sentences):
            yield Bullets(sentences)


def _grid(grid: Grid) -> Columns:
    rows = tuple((row.name, *(_cell(each.state, each.said) for each in row.cells), row.outcome) for row in grid.rows)
    return Columns(("", *grid.months, "Outcome"), rows, frozenset(range(1, len(grid.months) + 1)))


def _cell(state: State, said_: str) -> str:
    return SKIPPED if state is State.SKIPPED else said_.strip()


def _lines(series: Sequence[Series]) -> Columns:
    """Set a line for each month, a column for each figure; a month that was skipped says so."""
    by_month = [[(month, value) for month, value in each.points] for each in series]
    rows = tuple(_month(series, place) for place in range(len(by_month[0])))
    return Columns(("Month", *(each.name for each in series)), rows, frozenset(range(1, len(series) + 1)))


def _month(series: Sequence[Series], place: int) -> tuple[str, ...]:
    month = series[0].points[place][0]
    values = (SKIPPED if month in each.skipped else said(each.points[place][1], each.unit) for each in series)
    return (months.title(month), *values)


def _newest(series: Series) -> str:
    change = f" ({series.said_change} {AGAINST})" if series.said_change else ""
    return f"{series.name}: {series.partly or series.said_latest}{change}, {series.good.value}"


def _counts(table: Table) -> Columns:
    rows = tuple(
        tuple(column.said(value) for column, value in zip(table.columns, row.values, strict=True)) for row in table.rows
    )
    numbers = frozenset(at for at, column in enumerate(table.columns) if column.unit is not None)
    return Columns(tuple(column.name for column in table.columns), rows, numbers)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
