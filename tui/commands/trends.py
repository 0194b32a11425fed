"""trends: the eight views of all sessions, for people or for programs."""

from __future__ import annotations

from collections.abc import Iterator

import click

from review.trends.page import Page, Range
from review.trends.views import VIEWS, page
from tui.command_line import Command
from tui.painting import say_painted
from tui.printing import say_json, width
from tui.trends.ink import EMPTY, Ink, Text, flowed, said
from tui.trends.paper import printed
from tui.where import Where

WIDEST = 120
"""Cells beyond which lines grow no longer."""


@click.command("trends", cls=Command)
@click.option("--view", "key", type=click.Choice([view.key for view in VIEWS]), help="Only this view.")
@click.option(
    "--range",
    "months",
    type=click.Choice([each.value for each in Range]),
    default=Range.YEAR.value,
    show_default=True,
    help="How many months.",
)
@click.option("--json", "as_json", is_flag=True, help="As JSON, with units in the names.")
@click.pass_obj
def command(where: Where, key: str | None, months: str, *, as_json: bool) -> None:
    """Print what the months add up to."""
    history = where.history()
    views = [view for view in VIEWS if key in {None, view.key}]
    pages = [page(history, view, Range(months)) for view in views]
    if as_json:
        from review.trends import plain

        say_json([plain.of_page(each) for each in pages])
    else:
        say_painted(line for at, each in enumerate(pages) for line in _printed(each, width(), first=at == 0))


def _printed(each: Page, width: int, *, first: bool) -> Iterator[Text]:
    """Write a page under its name."""
    if not first:
        yield EMPTY
    yield from flowed([(said(each.name, Ink.STRONG),), (said(each.span, Ink.QUIET),)], width, between=2)
    yield from printed(each, min(width, WIDEST))
