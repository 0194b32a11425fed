"""Where the app begins instead of home."""

from __future__ import annotations

from typing import NamedTuple

from review.mode import Mode
from review.month import Month


class Start(NamedTuple):
    """A month to review at once, not in the future. `mode` None: the one of the settings."""

    month: Month
    mode: Mode | None = None
