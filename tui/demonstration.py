"""The made-up history in a folder that is thrown away afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from review import demo
from review import month as months
from store.library import Library
from store.throwaway import throwaway_folder
from tui.clock import Clock


@contextmanager
def made_up_library(clock: Clock) -> Iterator[Library]:
    """Give a library with two years of made-up reviews that end last month; its folder goes when this is left."""
    with throwaway_folder() as folder:
        library = Library(folder, clock.now)
        library.fill(demo.history(months.shift(months.of(clock.today()), -1)))
        yield library
