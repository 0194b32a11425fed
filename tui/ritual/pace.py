"""How long a sitting takes: the time between keys, without the idle minutes."""

from __future__ import annotations

from collections.abc import Callable

IDLE_AFTER = 120.0
"""Seconds without a key after which the time stops counting: who reads or thinks for longer has left the table."""


class Pace:
    """Adds up the seconds somebody is at it; *clock* counts seconds and never goes back."""

    def __init__(self, clock: Callable[[], float], seconds: float = 0) -> None:
        self._clock = clock
        self._spent = seconds
        self._last = clock()

    def moved(self) -> None:
        """Count the time since the last key, two minutes of it at the most."""
        now = self._clock()
        self._spent += min(now - self._last, IDLE_AFTER)
        self._last = now

    @property
    def seconds(self) -> float:
        """The seconds spent up to the last key."""
        return round(self._spent, 1)
