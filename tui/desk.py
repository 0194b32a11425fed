"""What every screen works with, put together once where the app starts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.records import NewId
    from store.library import Library
    from tui.clock import Clock
    from tui.settings import Settings


@dataclass(frozen=True)
class Desk:
    """The data folder, the clock, the settings as read, new ids, and seconds that never go back."""

    library: Library
    clock: Clock
    settings: Settings
    new_id: NewId
    ticks: Callable[[], float]
