"""The terminal may go away at any moment: signals and closed windows end the app cleanly, with everything saved."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import threading
from collections.abc import Callable
from encodings import utf_8

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
GONE_AFTER = 1.5
"""Seconds that leaving in good order may take; then the process ends itself, its work being on disk already."""

NOTHING_TO_LEAVE = 0.5
"""The same where the terminal is gone already, and nothing in it to be put in order."""

SIGNALLED = 128
"""A process that a signal ends has this plus the signal's number as its exit status."""


class ForgivingDecoder(utf_8.IncrementalDecoder):
    """Reads bytes that are no UTF-8 as U+FFFD."""

    def __init__(self, errors: str = "replace") -> None:
        super().__init__(errors)


def take_any_bytes() -> None:
    """Have the keyboard read with a decoder that forgives; call this before the app runs.

    Textual's own reader ends on the first byte that is no UTF-8, and the app with it, as if somebody had quit.
    """
    from textual.drivers import linux_driver

    vars(linux_driver)["getincrementaldecoder"] = lambda _encoding: ForgivingDecoder


def end_on_signals(end: Callable[[int], None]) -> None:
    """Call *end* with an exit status when a signal asks the app to go; call this from inside the running loop."""
    loop = asyncio.get_running_loop()
    for number in ENDING:
        loop.add_signal_handler(number, end, SIGNALLED + number)


def leave_for_certain(status: int) -> None:
    """End the process soon, even where the terminal no longer takes what is written to it."""
    timer = threading.Timer(NOTHING_TO_LEAVE if is_gone() else GONE_AFTER, os._exit, [status])
    timer.daemon = True
    timer.start()


def is_gone() -> bool:
    """Tell whether the terminal was closed without a signal reaching us, as when SIGHUP is ignored."""
    poll = select.poll()
    try:
        poll.register(sys.__stdin__.fileno() if sys.__stdin__ else 0, 0)
        return any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in poll.poll(0))
    except (OSError, ValueError):
        return True
