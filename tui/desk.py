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

ID_BYTES = 9


def new_id() -> str:
    """Make an id that no other record has: 72 random bits."""
    from secrets import token_urlsafe

    return token_urlsafe(ID_BYTES)


@dataclass(frozen=True)
class Desk:
    """The data folder, the clock, the settings as read, new ids, and seconds that never go back."""

    library: Library
    clock: Clock
    settings: Settings
    new_id: NewId
    ticks: Callable[[], float]
